"""Every cell of ``security/matrix.csv`` tried over HTTP as that role, zeros too."""

import pytest
from support.promise import LOGINS, OPERATIONS, matrix, rows
from support.rpc import RpcError

#: Core's own create of these expects a name before it checks rights.
_NAMED = ("res.users", "hr.employee")
_METHODS = {"create": "create", "read": "read", "update": "write", "delete": "unlink"}


@pytest.fixture(scope="module")
def models(sql):
    """Return the stored models of the product and those it shares with Odoo."""
    own = [
        name
        for (name,) in sql(
            "SELECT model FROM ir_model WHERE model LIKE 'asn.%%' AND NOT transient"
        )
        if sql("SELECT to_regclass(%s)", name.replace(".", "_"))[0][0]
    ]
    shared = {row["model"] for row in rows("matrix")} - set(own) - {"*"}
    return sorted(own) + sorted(shared)


@pytest.fixture(scope="module")
def any_id(sql):
    """Return a function that names some row of a model, in anybody's scope."""

    def _any_id(model):
        table = model.replace(".", "_")
        if not sql("SELECT to_regclass(%s)", table)[0][0]:
            return None  # rows that are worked out when they are read
        found = sql(f'SELECT id FROM "{table}" ORDER BY id LIMIT 1')
        return found[0][0] if found else None

    return _any_id


def _attempt(client, model, operation, record_id):
    """Try one operation that changes nothing; return the refusal or ``None``."""
    ids = [record_id] if record_id else []
    try:
        if operation == "create":
            client.call(model, "create", {"name": "-"} if model in _NAMED else {})
        elif operation == "read":
            client.call(model, "search_read", [], ["id"], 0, 1)
        elif operation == "update":
            client.call(model, "write", ids, {})
        else:
            client.call(model, "unlink", ids)
    except RpcError as error:
        return error
    return None


@pytest.mark.parametrize("role", LOGINS)
def test_role_can_do_what_is_promised_and_nothing_else(role, login, models, any_id):
    client = login(LOGINS[role])
    held = {
        name
        for name in LOGINS
        if client.call("res.users", "has_group", [client.uid], f"asn_base.group_{name}")
    }
    assert role in held
    wrong, tried, refused = [], 0, 0

    for cell in matrix(models, held):
        record_id = any_id(cell.model)
        for operation in OPERATIONS:
            tried += 1
            promised = operation in cell.allowed
            allowed = client.call(cell.model, "has_access", [], _METHODS[operation])
            if allowed != promised:
                wrong.append(
                    f"{role} could{'' if allowed else ' not'} {operation} {cell.model}"
                )
            if promised or (not record_id and operation in ("update", "delete")):
                continue
            refused += 1
            if not _attempt(client, cell.model, operation, record_id):
                wrong.append(f"{role} did {operation} {cell.model} (promise: no)")

    print(f"{role}: {tried} cells tried, {refused} attempts had to be refused")
    assert not wrong, "\n".join(sorted(set(wrong)))
    assert refused


#: Specific personal data: who reads them in scope, beside the own rows.
_SPECIFIC = {
    "asn.riwayat.hukuman": (),
    "asn.riwayat.keluarga": ("fasilitator",),
    "asn.riwayat.kesehatan": (),
}
_OWN = "SELECT id FROM hr_employee WHERE user_id = %s"
_SUBORDINATE_UNITS = """
    WITH RECURSIVE tree AS (
        SELECT d.id FROM hr_department d
          JOIN hr_employee e ON e.id = d.manager_id AND e.user_id = %s
     UNION SELECT d.id FROM hr_department d JOIN tree t ON d.parent_id = t.id)
    SELECT id FROM hr_employee WHERE user_id = %s OR unit_id IN (SELECT id FROM tree)
"""
_GRANTED_UNITS = """
    WITH RECURSIVE tree AS (
        SELECT unit_id AS id FROM asn_unit_pengguna_rel WHERE user_id = %s
     UNION SELECT d.id FROM hr_department d JOIN tree t ON d.parent_id = t.id)
    SELECT id FROM hr_employee WHERE user_id = %s OR unit_id IN (SELECT id FROM tree)
"""


@pytest.fixture(scope="module")
def people_in_scope(sql):
    """Return a function from role and user to the employees she may know."""

    def _people(role, uid):
        if role == "pimpinan":
            found = sql(_SUBORDINATE_UNITS, uid, uid)
        elif role == "fasilitator":
            found = sql(_GRANTED_UNITS, uid, uid)
        else:
            found = sql(_OWN, uid)
        return {row[0] for row in found}

    return _people


@pytest.mark.parametrize("role", ["pegawai", "pimpinan", "fasilitator", "monev"])
def test_role_sees_people_of_its_scope_only(role, login, sql, models, people_in_scope):
    client = login(LOGINS[role])
    people = people_in_scope(role, client.uid)
    everybody = {row[0] for row in sql("SELECT id FROM hr_employee")}
    assert people < everybody
    riwayat = [name for name in models if name.startswith("asn.riwayat.")]
    assert riwayat

    visible = set(client.search("hr.employee", context={"active_test": False}))
    assert visible == people
    own = {row[0] for row in sql(_OWN, client.uid)}
    for model in riwayat:
        table = model.replace(".", "_")
        reach = people if role in _SPECIFIC.get(model, (role,)) else own
        expected = {
            row[0]
            for row in sql(
                f"SELECT id FROM {table} WHERE employee_id = ANY(%s)", list(reach)
            )
        }
        assert set(client.search(model)) == expected, model

"""Every cell of ``security/matrix.csv`` as that role over HTTP, zeros too.

Each operation is tried by every way of ``support/rute.py``: on any row where the role
has no right at all, on a row out of reach where it has one, and on a row within reach
to see that the way leads somewhere.
"""

import os
from collections import Counter
from dataclasses import replace

import pytest
from support.promise import LOGINS, OPERATIONS, matrix
from support.rute import CARA, TOLAK, Sasaran

#: The round in which every model is tried by every way, Odoo's own included.
_PENUH = tuple(LOGINS) if os.environ.get("ASN_MATRIKS") else ("pegawai",)
_METHODS = {"create": "create", "read": "read", "update": "write", "delete": "unlink"}
#: What a way answers that found nothing to do, instead of a refusal.
_KOSONG = ("TypeError", "ValueError", "KeyError", "NotImplementedError")
#: Every row: attachments of fields are left out of a search without a condition.
_SEMUA = [["id", "!=", 0]]
_TABLES = """
    SELECT m.model, c.relname,
           (SELECT f.name FROM ir_model_fields f
             WHERE f.model_id = m.id AND f.store AND f.name = 'create_uid'),
           pilihan.name,
           ARRAY(SELECT value FROM ir_model_fields_selection
                  WHERE field_id = pilihan.id),
           (SELECT f.name FROM ir_model_fields f
             WHERE f.model_id = m.id AND f.store AND f.ttype IN ('char', 'boolean')
             ORDER BY f.name != 'name', f.name != 'active', f.id LIMIT 1)
      FROM ir_model m
      LEFT JOIN pg_class c ON c.relname = replace(m.model, '.', '_')
       AND c.relkind IN ('r', 'v', 'm')
      LEFT JOIN LATERAL (
           SELECT f.id, f.name FROM ir_model_fields f
            WHERE f.model_id = m.id AND f.store AND f.ttype = 'selection'
            ORDER BY f.id LIMIT 1) pilihan ON TRUE
     WHERE m.abstract IS NOT TRUE ORDER BY 1
"""


@pytest.fixture(scope="module")
def models(sql):
    """Return ``{model: (table or None, what a target needs to know)}``."""
    return {
        model: (
            table,
            {
                "kelompok": group or "id",
                "pilihan": choice or "",
                "nilai": values,
                "isian": {column: False if column == "active" else "-"}
                if column
                else {},
            },
        )
        for model, table, group, choice, values, column in sql(_TABLES)
    }


@pytest.fixture(scope="module")
def sasaran(sql, models):
    """Return a function from model to its target row out of a set of ids."""

    def _sasaran(visible, within=False):
        parts, values = [], []
        for model, (table, _facts) in models.items():
            if table:
                word = "" if within else "NOT"
                parts.append(
                    f"SELECT '{model}', (SELECT min(id) FROM \"{table}\""
                    f" WHERE {word} id = ANY(%s))"
                )
                values.append(visible.get(model, []))
        found = dict(sql(" UNION ALL ".join(parts), *values))
        return {
            model: Sasaran(model, found.get(model), **facts)
            for model, (_table, facts) in models.items()
        }

    return _sasaran


class Putaran:
    """All attempts of one role: collected, made in few requests, judged."""

    def __init__(self, client, role):
        self.client, self.role = client, role
        self.attempts, self.wrong, self.count = [], [], Counter()

    def coba(self, operation, target, allowed, ways=None):
        """Note the ways of an operation on a row: all of them, or the first few."""
        for way, (call, judge) in list(CARA[operation].items())[:ways]:
            if way == "read_progress_bar" and not target.pilihan:
                continue
            method, args, kwargs = call(target)
            self.attempts.append(
                (operation, way, target, judge, allowed, (method, args, kwargs))
            )

    def jalankan(self):
        """Make the attempts and judge the answers."""
        answers = self.client.banyak(
            [(a[2].model, *a[5]) for a in self.attempts], size=400
        )
        for attempt, (kind, answer) in zip(self.attempts, answers, strict=True):
            operation, way, target, judge, allowed, _call = attempt
            got = not kind and judge(answer, target)
            self.count[way, "allowed" if got else "refused"] += 1
            if allowed:
                continue
            if got:
                self.wrong.append(f"{self.role} got {target.model} by {way}")
            elif kind and kind not in TOLAK + _KOSONG:
                self.wrong.append(
                    f"{self.role}: {target.model} by {way} crashed: {kind} {answer}"
                )

    def rancang(self, cells, usual, hidden, within):
        """Note what is to be tried in every cell.

        :param usual: what everybody may do, by model
        :param hidden: a row out of reach, by model
        :param within: a row within reach, by model
        """
        for model, cell in cells.items():
            # Where a role has what everybody has, in a model of Odoo, everybody's own
            # round tries all ways; here one way shows that the right is the same.
            alike = cell.allowed == usual[model] and self.role not in _PENUH
            ways = 1 if alike and not model.startswith("asn.") else None
            for operation in OPERATIONS:
                if operation not in cell.allowed:
                    somewhere = hidden[model].id or within[model].id or 1
                    target = replace(hidden[model], id=somewhere)
                    self.coba(operation, target, allowed=False, ways=ways)
                elif operation != "create" and hidden[model].id:
                    self.coba(operation, hidden[model], allowed=False)
                if operation == "read" and "read" in cell.allowed and not alike:
                    if within[model].id:
                        self.coba(operation, within[model], allowed=True)

    def laporan(self):
        """Return the counts of the round: in all, and refused and allowed by way."""
        allowed = sum(n for (_w, what), n in self.count.items() if what == "allowed")
        tried = len(self.attempts)
        ways = ", ".join(
            f"{way} {self.count[way, 'refused']}/{self.count[way, 'allowed']}"
            for way in dict.fromkeys(way for way, _what in self.count)
        )
        return (
            f"{tried} attempts, {tried - allowed} refused or empty, {allowed} allowed"
            f" (refused/allowed by way: {ways})"
        )


def _wrong_rights(client, role, cells):
    """Return the cells in which the right itself is not as promised."""
    asked = [(model, op) for model in cells for op in OPERATIONS]
    answers = client.banyak(
        [(model, "has_access", [[], _METHODS[op]], {}) for model, op in asked]
    )
    return [
        f"{role} could{'' if answer else ' not'} {op} {model}"
        for (model, op), (_kind, answer) in zip(asked, answers, strict=True)
        if answer != (op in cells[model].allowed)
    ]


def _visible(client, cells):
    """Return ``{model: ids}`` that somebody finds by an ordinary search."""
    readable = [model for model, cell in cells.items() if "read" in cell.allowed]
    everything = {"context": {"active_test": False}}
    answers = client.banyak([(m, "search", [_SEMUA], everything) for m in readable])
    return {
        model: ids
        for model, (kind, ids) in zip(readable, answers, strict=True)
        if not kind
    }


@pytest.mark.parametrize("role", LOGINS)
def test_role_can_do_what_is_promised_and_nothing_else(
    role, login, models, sasaran, record_testsuite_property
):
    """KDR-5-1, LL-30-2-a: everybody works with the own right, by whichever way."""
    client = login(LOGINS[role])
    held = {
        name
        for name in LOGINS
        if client.call("res.users", "has_group", [client.uid], f"asn_base.group_{name}")
    }
    assert role in held
    cells = {cell.model: cell for cell in matrix(models, held)}
    wrong = _wrong_rights(client, role, cells)
    visible = _visible(client, cells)
    putaran = Putaran(client, role)
    putaran.rancang(
        cells,
        {cell.model: cell.allowed for cell in matrix(models, {"pegawai"})},
        sasaran(visible),
        sasaran(visible, within=True),
    )
    putaran.jalankan()
    record_testsuite_property(
        f"matrix {role}",
        f"{len(cells) * len(OPERATIONS)} cells, {putaran.laporan()}",
    )
    assert not wrong + putaran.wrong, "\n".join(sorted({*wrong, *putaran.wrong}))
    if role in _PENUH:
        led_nowhere = {w for w in CARA["read"] if not putaran.count[w, "allowed"]}
        assert led_nowhere == set()


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

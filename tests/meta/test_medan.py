"""Every column of a model about people has a class, and its groups keep it."""

import pytest
from conftest import none_of, table

#: Roles whose reach comes from a request or none: they read as every civil servant.
_SEPERTI_PEGAWAI = {"admin_aplikasi", "validator", "penandatangan", "monev"}
_KELAS = {"umum", "terbatas", "rahasia", "spesifik", "per kelas"}
_INTI = ("hr.employee", "hr.employee.public", "hr.version", "res.users", "res.partner")


@pytest.fixture(scope="module")
def personal(env):
    """Return the stored models about people: those of core and what hangs on one."""
    return [
        model
        for model, cls in env.registry.items()
        if not cls._abstract
        and not cls._transient
        and (
            model in _INTI
            or model.startswith("asn.")
            and any(
                f.store
                and f.type == "many2one"
                and f.comodel_name in ("hr.employee", "hr.version")
                for f in cls._fields.values()
            )
        )
    ]


def _row(rows, model, field):
    """Return the row of a field: its own, or that of all with the same groups."""
    star = f"*:{field.groups}" if field.groups else "*"
    return rows.get((model, field.name)) or rows.get((model, star))


def test_every_field_of_a_personal_model_is_classed(env, personal):
    rows = {(row["model"], row["field"]): row for row in table("fields")}
    none_of(
        [
            f"{model}.{field.name} ({field.groups or 'no groups'})"
            for model in personal
            for field in env[model]._fields.values()
            if not _row(rows, model, field)
        ]
    )
    none_of([row for row in rows.values() if row["class"] not in _KELAS])


def test_groups_of_fields_let_in_whom_the_table_says(env, personal):
    """Field by field: its groups, asked as a member of each role that reads the rows."""
    rows = {(row["model"], row["field"]): row for row in table("fields")}
    roles = {row["role"]: env.ref(row["group"]) for row in table("roles")}
    names = {
        role: set(group.all_implied_ids.get_external_id().values())
        for role, group in roles.items()
    }
    lists = env["ir.model.access"].search([("perm_read", "=", True)])
    reads = {
        role: set(
            lists.filtered(
                lambda line, group=group: (
                    not line.group_id or line.group_id in group.all_implied_ids
                )
            ).mapped("model_id.model")
        )
        for role, group in roles.items()
    }
    wrong = []
    for model in personal:
        for field in env[model]._fields.values():
            row = _row(rows, model, field)
            if not row or row["class"] == "per kelas":
                continue
            readers = {role for role in roles if model in reads[role]}
            may = {role for role in readers if _lets_in(field.groups, names[role])}
            said = set(row["roles"].replace("-", "").split(";")) - {""}
            if said == {"*"}:
                said = readers
            elif "pegawai" in said:
                said |= _SEPERTI_PEGAWAI
            if row["roles"] and may != said & readers:
                wrong.append(f"{model}.{field.name}: {sorted(may ^ said)}")
    none_of(wrong)


def _lets_in(groups, held):
    """Tell whether a field's ``groups`` let in somebody with these groups."""
    if not groups:
        return True
    if groups == ".":
        return False
    asked = [name.strip() for name in groups.split(",")]
    refused = {name[1:] for name in asked if name.startswith("!")}
    wanted = {name for name in asked if not name.startswith("!")}
    return not refused & held and (not wanted or bool(wanted & held))


def test_stale_rows_of_the_table(env):
    """A row for all fields of some groups is there only while such a field is."""
    stale = []
    for row in table("fields"):
        model, field = row["model"], row["field"]
        if not field.startswith("*") or model not in env.registry:
            continue
        groups = field.partition(":")[2]
        if not any((f.groups or "") == groups for f in env[model]._fields.values()):
            stale.append(row)
    none_of(stale)

"""Every column closed to a role, asked for by every way that names a column.

``tests/meta/test_medan.py`` holds the groups of the columns against
``security/fields.csv``; here those outside a column's groups try to get at it: by
reading, as a condition, an order, a group, a sum, in an export, and over relations up
to three steps away.
"""

import pytest
from support.promise import LOGINS, rows
from support.rute import TOLAK

#: A crash gives nothing away either: a column that cannot be sorted by.
_TERTUTUP = (*TOLAK, "ValueError", "KeyError", "TypeError", "NotImplementedError")
_MODELS = ("hr.employee", "res.users", "res.partner", "asn.dokumen", "asn.permohonan",
           "asn.surat", "asn.kartu", "asn.permohonan.keputusan")  # fmt: skip
#: Where a path to a model of people begins: (model, steps to it).
_JALUR = {
    "hr.employee": (
        ("hr.employee", "parent_id"),
        ("res.users", "employee_id"),
        ("asn.permohonan", "employee_id.parent_id"),
        ("asn.permohonan.berkas", "permohonan_id.employee_id.parent_id"),
    ),
    "res.users": (
        ("hr.employee", "user_id"),
        ("asn.permohonan", "employee_id.user_id"),
        ("asn.permohonan.berkas", "permohonan_id.employee_id.user_id"),
    ),
    "res.partner": (("res.users", "partner_id"), ("hr.employee", "user_id.partner_id")),
}


def _calls(model, row, name):
    """Yield every call that would tell something of a column."""
    yield model, "read", [[row], [name]], {}
    yield model, "search_count", [[[name, "!=", False]]], {}
    yield model, "search_read", [[], ["id"], 0, 1, f"{name} desc"], {}
    yield model, "web_read", [[row], {name: {}}], {}
    yield model, "web_search_read", [[], {name: {}}], {"limit": 1}
    yield model, "formatted_read_group", [[], [name], ["__count"]], {}
    yield model, "formatted_read_group", [[], [], [f"{name}:count_distinct"]], {}
    yield model, "web_read_group", [[], [name]], {}
    yield model, "export_data", [[row], [name]], {}
    yield model, "name_search", ["", [[name, "!=", False]]], {}
    for start, path in _JALUR.get(model, ()):
        yield start, "search_count", [[[f"{path}.{name}", "!=", False]]], {}
        yield start, "formatted_read_group", [[], [f"{path}.{name}"], ["__count"]], {}


def _closed(client, sql, model, visible):
    """Return the columns that are refused by their own groups, own row or not.

    Others are refused because the model behind them is (``hr.version``).
    """
    names = [
        name
        for (name,) in sql(
            # Rows behind a column of many have a model and cells of their own.
            "SELECT name FROM ir_model_fields WHERE model = %s"
            " AND ttype NOT IN ('one2many', 'many2many') ORDER BY 1",
            model,
        )
    ]
    answers = client.banyak([(model, "read", [visible, [n]], {}) for n in names])
    return [
        name
        for name, (kind, text) in zip(names, answers, strict=True)
        if kind == "AccessError" and "tertutup bagi Anda" in text
    ]


@pytest.mark.parametrize("role", LOGINS)
def test_closed_column_is_told_by_no_way(role, login, sql, record_testsuite_property):
    client = login(LOGINS[role])
    calls = []
    for model in _MODELS:
        if not client.call(model, "has_access", [], "read"):
            continue
        visible = client.call(model, "search", [], limit=1) or [1]
        closed = _closed(client, sql, model, visible[:1])
        if model == "hr.employee" and role == "admin_utama":
            secret = {
                row["field"]
                for row in rows("fields")
                if row["model"] == model
                and row["class"] == "rahasia"
                and not row["field"].startswith("*")
                and not row["field"].endswith("_ids")
            }
            assert secret <= set(closed)
        for name in closed:
            every = list(_calls(model, visible[0], name))
            # Odoo's own columns are closed to all of these by the same group.
            calls += every if role in ("pegawai", "admin_utama") else every[:3]
    answers = client.banyak(calls, size=300)
    told = sorted(
        {
            f"{model}.{method} {args}"
            for (model, method, args, _k), (kind, _a) in zip(
                calls, answers, strict=True
            )
            if kind not in _TERTUTUP
        }
    )
    record_testsuite_property(f"columns {role}", f"{len(calls)} attempts refused")
    assert not told, "\n".join(told)
    assert calls

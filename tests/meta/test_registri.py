"""Promises that only the installed product can show, on a clone of the scenario."""

import io
import itertools

import polib
import pytest
from aturan import tabel
from conftest import ROOT, none_of, table
from lxml import etree

OPERATIONS = {
    "create": "perm_create",
    "read": "perm_read",
    "update": "perm_write",
    "delete": "perm_unlink",
}
ADDONS = sorted(path.parent.name for path in ROOT.glob("addons/*/__manifest__.py"))


def _promise():
    """Return {(role, model): set of operations} as security/matrix.csv states it."""
    found = {}
    for row in table("matrix"):
        granted = {op for op in OPERATIONS if row[op].strip() not in ("", "0")}
        found.setdefault((row["role"], row["model"]), set()).update(granted)
    return found


def _roles():
    return [row["role"] for row in table("roles")]


def test_roles_are_the_groups(env):
    groups = env["ir.model.data"].search(
        [
            ("module", "=", "asn_base"),
            ("model", "=", "res.groups"),
            ("name", "=like", "group\\_%"),  # a role of OCA's addon brings its own
        ]
    )
    promised = {row["group"] for row in table("roles")}
    assert promised == {f"asn_base.{name}" for name in groups.mapped("name")}
    assert [row for row in table("roles") if not all(row.values())] == []


def test_every_model_has_a_promise_or_is_closed(env):
    """No model, ours or Odoo's, is left open, forgotten, or promised without being."""
    there = set(_models(env))
    ours = {model for model in there if model.startswith("asn.")}
    promised = {row["model"] for row in table("matrix")}
    assert promised - there == set(), "stale rows in security/matrix.csv"
    assert ours - promised == set(), "no row in security/matrix.csv"
    rows = [(row["role"], row["model"]) for row in table("matrix")]
    none_of([f"twice: {row}" for row in tabel.duplicates(rows)])
    none_of([row for row in table("matrix") if not row["scope"]])


def test_access_lists_grant_what_the_matrix_says(env):
    """Both directions, for every model there is: no row means that all is refused."""
    promise = _promise()
    models = _models(env)
    wrong = []
    for role in _roles():
        granted = _granted(env, env.ref(f"asn_base.group_{role}"))
        for model in models:
            row = promise.get((role, model), promise.get(("pegawai", model), set()))
            has = granted.get(model, set())
            wrong += [f"{role} could {op} {model} (promise: no)" for op in has - row]
            wrong += [
                f"{role} could not {op} {model} (promise: yes)" for op in row - has
            ]
    none_of(wrong)


def _models(env):
    """Return every model that is stored, or that somebody was given a right on.

    Reports of Odoo are abstract classes over a view, and can be searched.
    """
    lists = env["ir.model.access"].search([])
    given = set(lists.mapped("model_id.model"))
    return [m for m, cls in env.registry.items() if not cls._abstract or m in given]


def _granted(env, group):
    """Return {model: what a group's access lists grant}, implied groups included."""
    lines = env["ir.model.access"].search(
        ["|", ("group_id", "=", False), ("group_id", "in", group.all_implied_ids.ids)]
    )
    found = {}
    for line in lines:
        may = {op for op, column in OPERATIONS.items() if line[column]}
        found.setdefault(line.model_id.model, set()).update(may)
    return found


def test_every_dialog_belongs_to_who_opened_it(env):
    """Transient rows hold uploads, reasons and choices: nobody else reads them."""
    user = env["res.users"].search([("login", "=", "pegawai")])
    rule = env["ir.rule"].with_user(user)
    own = ("create_uid", "=", user.id)
    none_of(
        [
            model
            for model, cls in env.registry.items()
            if cls._transient
            for mode in ("read", "write", "unlink")
            if own not in list(rule._compute_domain(model, mode))
        ]
    )


def test_employee_fields_are_closed_or_public(env):
    """A field of ours on hr.employee has groups, or everybody sees its twin."""
    public = env["hr.employee.public"]._fields
    core = set(env["hr.employee"]._fields) - {
        field.name
        for field in env["hr.employee"]._fields.values()
        if (field._module or "").startswith("asn_")
    }
    open_fields = [
        name
        for name, field in env["hr.employee"]._fields.items()
        if name not in core and not field.groups and name not in public
    ]
    none_of(open_fields)


def test_fields_of_the_table_exist(env):
    rows = table("fields")
    assert rows
    missing = [
        f"{row['model']}.{row['field']}"
        for row in rows
        if row["model"] not in env.registry
        or not row["field"].startswith("*")
        and row["field"] not in env[row["model"]]._fields
    ]
    none_of(missing)


def test_transitions_are_the_promised_ones(env):
    from odoo.addons.asn_layanan.domain.transisi import TRANSISI

    rows = [(row["from"], row["to"]) for row in table("transitions")]
    assert rows.pop(0) == ("-", "draft")
    none_of(tabel.both_ways(rows, set(TRANSISI), "security/transitions.csv"))


@pytest.mark.parametrize("addon", ADDONS)
def test_indonesian_is_complete(env, addon):
    """Every term of an addon stands in its id.po, translated, for each of its places."""
    from odoo.tools.translate import trans_export

    buffer = io.BytesIO()
    if not trans_export(False, [addon], buffer, "po", env):
        return
    terms = polib.pofile(buffer.getvalue().decode())
    file = polib.pofile(str(ROOT / "addons" / addon / "i18n" / "id.po"))
    translated = {
        e.msgid: {place for place, _line in e.occurrences}
        for e in file
        if e.msgstr and "fuzzy" not in e.flags
    }
    none_of(sorted({e.msgid for e in terms} - set(translated)))
    # A translation reaches only the places that its entry names: `make i18n`.
    none_of(
        [
            f"{e.msgid[:40]!r} at {place}"
            for e in terms
            for place, _line in e.occurrences
            if place not in translated[e.msgid]
        ]
    )


def test_models_use_words_of_the_glossary(env):
    """Whoever reads a model's name finds its word explained."""
    import csv

    with (ROOT / "data" / "glosarium.csv").open(newline="") as source:
        terms = {row["istilah"].lower() for row in csv.DictReader(source)}
    words = set(itertools.chain.from_iterable(term.split() for term in terms))
    technical = {"asn", "mixin", "handler", "renderer"}
    unknown = {
        f"{model}: {word}"
        for model in env.registry
        if model.startswith("asn.")
        for word in model.split(".")
        if word not in words | technical
    }
    none_of(sorted(unknown))


def _columns(env, node, model, in_rows):
    """Return (field node, field) of all lists and kanbans of a view's arch."""
    found = []
    for child in node:
        if child.tag == "field" and model in env.registry:
            field = env[model]._fields.get(child.get("name"))
            if field and in_rows and not child.get("position"):
                found.append((child, field))
            comodel = field.comodel_name if field else None
            found += _columns(env, child, comodel, False)
        else:
            rows = in_rows or child.tag in ("list", "kanban")
            found += _columns(env, child, model, rows)
    return found


def test_rows_name_a_unit_without_those_above_it(env):
    """A column cuts "Government / Body / Section" off before it comes to the section."""
    views = env["ir.ui.view"].search([("type", "in", ("list", "kanban", "form"))])
    columns = [
        (view.xml_id, node)
        for view in views
        if view.xml_id.startswith("asn_")
        for node, field in _columns(
            env, etree.fromstring(view.arch), view.model, view.type != "form"
        )
        if field.comodel_name == "hr.department"
        and (node.get("column_invisible") or node.get("invisible")) not in ("1", "True")
    ]
    assert len(columns) > 40
    none_of(
        [
            f"{view}: {node.get('name')}"
            for view, node in columns
            if "'hierarchical_naming': False" not in node.get("context", "")
        ]
    )


def test_no_module_is_there_that_calls_outside_by_itself(env):
    """The profiles skip modules that install themselves; these would send data out."""
    outward = (
        "iap", "partner_autocomplete", "sms", "snailmail", "web_unsplash", "mail_bot",
    )  # fmt: skip
    found = env["ir.module.module"].search(
        [("name", "in", outward), ("state", "=", "installed")]
    )
    none_of(found.mapped("name"))

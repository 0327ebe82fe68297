"""Whatever can be called from outside stands in a table, Odoo's own included."""

import re

import pytest
from aturan import permukaan, tabel
from conftest import ROOT, none_of, table

CORE = table("endpoints_core")


def test_every_route_is_promised(env):
    """An address of a module of Odoo that nobody has classed is as bad as one of ours."""
    ours = {row["route"] for row in table("endpoints")}
    found = {
        (route, auth, csrf)
        for route, auth, csrf in permukaan.routes(env)
        if route not in ours
    }
    rows = [(row["route"], row["auth"], row["csrf"]) for row in CORE]
    problems = tabel.both_ways(rows, found, "security/endpoints_core.csv")
    problems += [f"twice: {row}" for row in tabel.duplicates(rows)]
    problems += [f"no reason: {row}" for row in CORE if not row["reason"]]
    none_of(problems)


def _closed():
    """Return the patterns that the proxy answers with 404."""
    text = (ROOT / "config" / "nginx" / "asn.conf").read_text()
    for kind, place in re.findall(r"location (~|=)? ?(\S+) \{ return 404; \}", text):
        yield re.compile({"~": place, "=": re.escape(place) + "$"}.get(kind, place))


@pytest.mark.parametrize("state", ["closed", "open"])
def test_proxy_closes_what_the_table_says(state):
    patterns = list(_closed())
    wrong = [
        row["route"]
        for row in CORE
        if row["proxy"] == state
        and any(p.match(row["route"]) for p in patterns) != (state == "closed")
    ]
    none_of(wrong)
    assert [row for row in CORE if row["proxy"] == state]


def test_public_methods_of_odoo_are_the_listed_ones(env):
    """Those that our models inherit, and those of every model somebody may touch."""
    models = {
        model
        for model in env["ir.model.access"]
        .search([("perm_read", "=", True)])
        .mapped("model_id.model")
        if model in env.registry and not env[model]._abstract
    }
    found = permukaan.core_methods(env, sorted(models))
    rows = [(row["model"], row["method"]) for row in table("methods_core")]
    problems = tabel.both_ways(rows, found, "security/methods_core.csv")
    problems += [f"twice: {row}" for row in tabel.duplicates(rows)]
    problems += [f"no note: {row}" for row in table("methods_core") if not row["note"]]
    none_of(problems)


def test_every_method_of_every_model_is_a_way_or_excused(env):
    """A new public method of ``base`` must be thought about in the matrix."""
    from support.rute import BUKAN_CARA, CARA

    ways = {name.split()[0] for kind in CARA.values() for name in kind}
    found = {method for model, method in permukaan.core_methods(env, []) if model}
    none_of(tabel.both_ways(ways | set(BUKAN_CARA), found, "tests/support/rute.py"))

"""Fixtures of the tests of the whole product."""

import os

import pytest
from support.database import query
from support.rpc import Client
from support.server import serve
from support.settings import Settings


def pytest_collection_modifyitems(config, items):
    """Keep the share of this run, ``number/count``; the others run beside it.

    Neighbours stay together, and a file with a server of its own is not cut.
    """
    number, count = map(int, os.environ.get("ASN_UJI_PECAHAN", "1/1").split("/"))
    first, last = (_cut(items, len(items) * n // count) for n in (number - 1, number))
    config.hook.pytest_deselected(items=items[:first] + items[last:])
    items[:] = items[first:last]


def _cut(items, place):
    """Return the place at or before this one where two shares may part."""
    while (
        0 < place < len(items)
        and items[place - 1].module is items[place].module
        and not getattr(items[place].module, "HANYA_MELIHAT", False)
    ):
        place -= 1
    return place


@pytest.fixture(scope="session")
def settings():
    """Return where database and Odoo are."""
    return Settings()


@pytest.fixture(scope="module")
def server(settings, tmp_path_factory):
    """Serve a fresh clone of the demo scenario to the tests of one file.

    The server's log must stay clean: unexpected warnings fail the file.
    """
    with serve(settings, tmp_path_factory.mktemp("server") / "odoo.log") as server:
        yield server


@pytest.fixture(scope="module")
def login(server):
    """Return a function that logs in once per user and file."""
    clients = {}

    def _login(name):
        if name not in clients:
            clients[name] = Client(server, name)
        return clients[name]

    return _login


@pytest.fixture(scope="module")
def sql(settings, server):
    """Return a function that asks the database directly, past every rule."""

    def _sql(statement, *params):
        return query(settings, server.database, statement, params)

    return _sql

"""One Chromium for all tests of this folder, and one server for those that only look."""

import pytest
from support.peramban import Browser
from support.server import serve


@pytest.fixture(scope="session")
def browser():
    """Return a running Chromium."""
    browser = Browser()
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def pajangan(settings, tmp_path_factory, browser):
    """Serve one clone to every file that only looks at it."""
    with serve(settings, tmp_path_factory.mktemp("server") / "odoo.log") as server:
        yield server
        browser.forget()


@pytest.fixture(scope="module")
def server(request, settings, tmp_path_factory, browser):
    """Serve a fresh clone to a file; one with ``HANYA_MELIHAT`` shares its own."""
    if getattr(request.module, "HANYA_MELIHAT", False):
        yield request.getfixturevalue("pajangan")
        return
    with serve(settings, tmp_path_factory.mktemp("server") / "odoo.log") as server:
        yield server
        browser.forget()

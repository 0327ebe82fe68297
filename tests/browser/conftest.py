"""One Chromium for all tests of this folder."""

import pytest
from support.peramban import Browser


@pytest.fixture(scope="session")
def browser():
    """Return a running Chromium."""
    browser = Browser()
    yield browser
    browser.close()

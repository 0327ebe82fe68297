"""The leave journey by clicks alone, at both widths."""

import pytest
from support import cuti
from support.layar import Screen, assert_clean
from support.peramban import DESKTOP, PHONE

_APPROVE = "button[name='action_approve']"


@pytest.fixture
def acting(server, browser):
    """Return a function that opens a request as somebody and does something."""
    problems = {}

    def _acting(login, size, request, act):
        screen = Screen(browser, server, login, size)
        try:
            screen.start()
            screen.record("asn.permohonan", request)
            act(screen.page)
            problems[f"{login} {size[0]}"] = screen.problems()
            return screen.client.read("asn.permohonan", [request], "state")[0]["state"]
        finally:
            screen.close()

    _acting.problems = problems
    return _acting


def _submit(page):
    page.click("button[name='action_lanjut']")
    page.wait("document.querySelector('.o_asn_lembar')")
    page.click("button[name='action_submit']")


def _sign(page):
    page.click(_APPROVE)
    page.fill(".modal input[type='password']", cuti.PASSPHRASE)
    page.click(".modal .btn-primary")
    page.wait("!document.querySelector('.modal')", timeout=60)


@pytest.mark.parametrize(
    ("login", "size", "weeks"),
    [("pegawai", DESKTOP, 3), ("pegawai2", PHONE, 4)],
    ids=["1366", "390"],
)
def test_leave_is_filed_decided_and_signed_by_clicks(
    server, login, acting, size, weeks
):
    from support.rpc import Client

    request = cuti.draft(Client(server, login), start=cuti.next_monday(weeks))

    state = acting(login, size, request, _submit)
    assert state == "in_review"
    for official in cuti.CHAIN:
        state = acting(official, size, request, lambda page: page.click(_APPROVE))
    assert state == "approved"
    state = acting(cuti.SIGNER, size, request, _sign)

    assert state == "issued"
    assert_clean(acting.problems)

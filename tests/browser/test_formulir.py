"""The forms of the journey show no error and fit a telephone."""

import pytest
from support.layar import Screen, assert_clean
from support.peramban import DESKTOP, PHONE

STATES = (
    "draft",
    "in_review",
    "returned",
    "approved",
    "issued",
    "done",
    "rejected",
    "cancelled",
)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1366", "390"])
def test_request_form_opens_in_every_state(server, browser, size):
    screen = Screen(browser, server, "admin_sistem", size)
    problems = {}
    try:
        screen.start()
        screen.problems()
        for state in STATES:
            found = screen.client.search(
                "asn.permohonan", [("state", "=", state)], limit=1
            )
            assert found, f"the scenario has no request in state {state}"
            screen.record("asn.permohonan", found[0])
            problems[state] = screen.problems()
    finally:
        screen.close()

    assert_clean(problems)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1366", "390"])
@pytest.mark.parametrize("login", ["pegawai", "atasan", "fasilitator", "admin_sistem"])
def test_profile_opens(server, browser, login, size):
    screen = Screen(browser, server, login, size)
    try:
        screen.start()
        screen.problems()
        own = screen.client.search(
            "hr.employee", [("user_id", "=", screen.client.uid)], limit=1
        )
        name = screen.client.call("hr.employee", "read", own, ["nama_lengkap"])
        screen.record("hr.employee", own[0])
        problems = screen.problems()
        text = screen.page.text()
    finally:
        screen.close()

    assert problems == []
    assert name[0]["nama_lengkap"] in text

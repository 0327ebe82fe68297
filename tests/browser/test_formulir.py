"""The forms of the journey show no error and fit a telephone."""

import pytest
from support.layar import Screen, assert_clean
from support.peramban import DESKTOP, PHONE

#: Served with the others that change nothing of the city.
HANYA_MELIHAT = True
STATES = (
    "draft",
    "in_review",
    "returned",
    "approved",
    "issued",
    "done",
    "rejected",
    "cancelled",
    "revoked",
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

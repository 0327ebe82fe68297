"""Every menu of every role opens without a complaint, wide and narrow."""

import pytest
from support.layar import Screen, assert_clean
from support.peramban import DESKTOP, PHONE

#: Those who work with the telephone: nothing of theirs may scroll sideways.
PHONE_FIRST = ("pegawai", "pegawai2", "atasan", "penandatangan")
LOGINS = (
    *PHONE_FIRST,
    "fasilitator",
    "admin_aplikasi",
    "pengawas",
    "administrator",
    "kepala_badan",
    "monev",
    "admin_utama",
    "admin_sistem",
)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1366", "390"])
@pytest.mark.parametrize("login", LOGINS)
def test_user_opens_every_menu_without_error(server, browser, login, size):
    screen = Screen(browser, server, login, size)
    problems = {}
    try:
        screen.start()
        problems["start"] = screen.problems(phone_strict=True)
        menus = screen.menus()
        for path, action in menus:
            screen.action(action)
            problems[path] = screen.problems(phone_strict=login in PHONE_FIRST)
    finally:
        screen.close()

    assert menus, "no menu at all"
    assert_clean(problems)

"""Every menu of every role opens without a complaint, wide and narrow."""

import pytest
from support.layar import Screen, assert_clean, menus_of, open_by_calls
from support.peramban import DESKTOP, PHONE

#: Served with the others that change nothing of the city.
HANYA_MELIHAT = True
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


@pytest.fixture(scope="module")
def firsts(server):
    """Return ``{login: menus}``: each menu with the first who has it.

    A page looks the same to whoever else opens it; that each may open it is tried
    for everybody by the calls that the page makes.
    """
    seen, found = set(), {}
    for login in LOGINS:
        mine = menus_of(server.client(login))
        found[login] = [row for row in mine if row[1] not in seen]
        seen.update(action for _path, action in mine)
    return found


def open_all(browser, server, login, size, menus):
    """Open the home page and these menus; return ``{place: complaints}``."""
    screen = Screen(browser, server, login, size)
    strict = login in PHONE_FIRST
    try:
        screen.start()
        problems = {"start": screen.problems(phone_strict=True)}
        for path, action in menus:
            is_page = screen.menu(action)
            problems[path] = screen.problems(phone_strict=strict)
            if is_page:
                screen.start()
    finally:
        screen.close()
    return problems


@pytest.mark.parametrize("login", LOGINS)
def test_user_opens_every_menu_without_error(server, browser, firsts, login):
    """LL-16-1: every role reaches the application and what is its own."""
    client = server.client(login)
    menus = menus_of(client)
    assert menus, "no menu at all"
    known = [row for row in menus if row not in firsts[login]]
    looked_at = firsts[login] + open_by_calls(client, known)
    assert_clean(open_all(browser, server, login, DESKTOP, looked_at))


@pytest.mark.parametrize("login", LOGINS)
def test_every_menu_fits_on_a_telephone(server, browser, firsts, login):
    assert_clean(open_all(browser, server, login, PHONE, firsts[login]))

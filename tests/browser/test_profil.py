"""The profile page: groups, panel, timeline and card, on a desk and on a telephone."""

import pytest
from support.layar import Screen, assert_clean
from support.peramban import DESKTOP, PHONE

#: Served with the others that change nothing of the city.
HANYA_MELIHAT = True
GROUPS = (
    "ringkasan",
    "pribadi",
    "kualifikasi",
    "kompetensi",
    "kinerja",
    "pendukung",
)
READY = ".o_asn_profil .tab-pane.active [data-status='siap']"


def _tab(screen, name):
    screen.page.click(f'.o_asn_profil .o_notebook a[name="{name}"]')
    screen.page.wait(f'document.querySelector("{READY}") !== null')


def _own(screen):
    return screen.client.search(
        "hr.employee", [("user_id", "=", screen.client.uid)], limit=1
    )[0]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1366", "390"])
@pytest.mark.parametrize(
    "login",
    ["pegawai", "atasan", "fasilitator", "admin_sistem", "admin_utama", "kepala_badan"],
)
def test_every_group_opens_for_every_role(server, browser, login, size):
    screen = Screen(browser, server, login, size)
    problems = {}
    try:
        screen.start()
        screen.problems()
        own = _own(screen)
        person = screen.client.read("hr.employee", [own], "nama_lengkap")[0]
        screen.record("hr.employee", own)
        for name in GROUPS:
            _tab(screen, name)
            problems[name] = screen.problems()
        text = screen.page.text()
    finally:
        screen.close()

    assert_clean(problems)
    assert "Riwayat Golongan" in text
    assert person["nama_lengkap"] in text


def test_career_is_a_table_too_and_fits_a_telephone(server, browser):
    screen = Screen(browser, server, "pegawai", PHONE)
    try:
        screen.start()
        screen.problems()
        screen.record("hr.employee", _own(screen))
        _tab(screen, "ringkasan")
        # The career is asked for when its place comes into sight.
        assert not screen.page.exists(".o_asn_karier")
        screen.page.evaluate(
            "document.querySelector('.o_asn_susulan').scrollIntoView()"
        )
        screen.page.wait("!!document.querySelector('.o_asn_karier')")
        lanes = screen.page.exists(".o_asn_jalur")
        story = screen.page.exists(".o_asn_cerita")
        screen.page.click(".o_asn_karier .o_asn_kotak_judul button")
        table = screen.page.exists(".o_asn_karier table")
        problems = screen.problems()
    finally:
        screen.close()

    assert (lanes, story, table, problems) == (False, True, True, [])


def test_row_opens_and_closes_over_the_page(server, browser):
    screen = Screen(browser, server, "pegawai", DESKTOP)
    try:
        screen.start()
        screen.problems()
        screen.record("hr.employee", _own(screen))
        _tab(screen, "pendukung")
        screen.page.click("[data-model='asn.riwayat.golongan'] .o_asn_riwayat_isi")
        opened = screen.page.exists(".modal .o_form_view")
        problems = screen.problems()
    finally:
        screen.close()

    assert opened
    assert problems == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1366", "390"])
def test_card_opens_from_the_own_profile(server, browser, size):
    screen = Screen(browser, server, "pegawai", size)
    try:
        screen.start()
        screen.problems()
        action = screen.client.call("hr.employee", "action_kartu", [_own(screen)])
        screen.action(action)
        shown = screen.page.exists(".o_asn_kartu img")
        problems = screen.problems()
    finally:
        screen.close()

    assert shown
    assert problems == []


def test_opening_a_profile_sends_what_the_bench_measures(server, browser):
    """``tools/bench/formulir_orang.py`` sends the same; the career waits below."""
    screen = Screen(browser, server, "fasilitator", DESKTOP, fresh=True)
    try:
        screen.start()
        screen.page.evaluate("performance.clearResourceTimings()")
        screen.record("hr.employee", _own(screen))
        screen.page.wait(f'document.querySelector("{READY}") !== null')
        screen.page.settle(quiet=0.5)
        sent = screen.page.evaluate(
            "performance.getEntriesByType('resource')"
            ".map(e => new URL(e.name).pathname)"
            ".filter(p => /hr.employee|mail.thread|mail.data/.test(p))"
        )
        problems = screen.problems()
    finally:
        screen.close()

    calls = {path.rpartition("/")[2] for path in sent}
    assert calls == {"get_views", "web_read", "get_ringkasan", "avatar_256"}
    assert problems == []

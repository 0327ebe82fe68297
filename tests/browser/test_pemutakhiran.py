"""A proposal from the telephone to the profile, by clicks, at both widths."""

import pytest
from support.layar import Screen, assert_clean
from support.peramban import DESKTOP, PHONE
from support.rpc import Client

_DIALOG_GONE = "!document.querySelector('.modal')"


@pytest.fixture
def page_of(server, browser):
    """Return a function that gives somebody a page; all are closed in the end."""
    opened = []

    def _page_of(login, size):
        screen = Screen(browser, server, login, size)
        opened.append(screen)
        screen.start()
        return screen

    yield _page_of
    for screen in opened:
        screen.close()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1366", "390"])
def test_telephone_number_is_proposed_and_verified_by_clicks(server, page_of, size):
    """LL-18, LL-19-4: typed by the ASN, accepted by the fasilitator."""
    number = f"0812{size[0]:08d}"
    person = page_of("pegawai2", size)
    person.action("asn_pemutakhiran.asn_usulan_action_baru")
    person.page.wait("document.querySelector('.o_asn_usulan input[type=search]')")
    person.page.evaluate(
        "[...document.querySelectorAll('.o_asn_usulan label')]"
        ".find((l) => /HP|Mobile/.test(l.textContent)).querySelector('input').click()"
    )
    person.page.click(".o_asn_kaki .btn-primary")
    person.page.fill("input[name='no_hp']", number)
    person.page.click(".o_asn_lanjut")
    person.page.wait("document.querySelector('.o_asn_kirim')")
    person.page.click(".o_asn_kirim")
    person.page.wait("document.querySelector('.o_asn_banding')")
    problems = {"pegawai2": person.problems()}

    client = Client(server, "fasilitator")
    waiting = client.search("asn.usulan", [("giliran_saya", "=", True)])[-1]
    officer = page_of("fasilitator", size)
    officer.record("asn.usulan", waiting)
    officer.page.wait("document.querySelector('.o_asn_terima')")
    officer.page.click(".o_asn_terima")
    officer.page.settle()
    problems["fasilitator"] = officer.problems()

    state = client.read("asn.usulan", [waiting], "state")[0]["state"]
    assert state == "diterima"
    assert_clean(problems)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1366", "390"])
def test_data_are_stated_to_be_true_by_clicks(server, page_of, size):
    """LL-19-3: the statement is read and agreed to before it counts."""
    login = "pegawai" if size is DESKTOP else "pegawai2"
    client = Client(server, login)
    part = client.search(
        "asn.pemutakhiran.peserta", [("pemutakhiran_id.state", "=", "berjalan")]
    )[0]
    screen = page_of(login, size)
    screen.record("asn.pemutakhiran.peserta", part)
    screen.page.wait("document.querySelector('.o_asn_semua')")
    screen.page.click(".o_asn_semua")
    screen.page.click(".o_asn_setuju")
    screen.page.click(".modal .btn-primary")
    screen.page.wait(_DIALOG_GONE)
    screen.page.settle()

    done = client.read("asn.pemutakhiran.peserta", [part], "persen")[0]
    assert done["persen"] == 100
    assert_clean({login: screen.problems()})

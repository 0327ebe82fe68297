"""An official's day: read one request after the other, return several at once."""

import pytest
from support.layar import Screen
from support.peramban import DESKTOP, PHONE

_TASKS = "asn_layanan.asn_permohonan_action_tugas"
_PANE = "document.querySelector('.o_asn_baca')"
_SHOWN = f"{_PANE}?.querySelector('.o_asn_permohonan_form h1')?.innerText.trim()"
_ROWS = "[...document.querySelectorAll('.o_data_row td[name=nomor]')].map((c) => c.innerText)"


@pytest.fixture
def desk(server, browser):
    """Return a function that opens the tasks of an official; all are closed."""
    opened = []

    def _desk(login, size):
        opened.append(Screen(browser, server, login, size))
        opened[-1].start()
        opened[-1].action(_TASKS)
        return opened[-1]

    yield _desk
    for each in opened:
        each.close()


def _press(page, key):
    for kind in ("keyDown", "keyUp"):
        page.send("Input.dispatchKeyEvent", type=kind, key=key, code=key)
    page.settle()


def test_arrow_keys_lead_through_the_requests_beside_the_list(desk):
    verifier = desk("admin_aplikasi", DESKTOP)
    page = verifier.page
    numbers = page.evaluate(_ROWS)
    assert len(numbers) > 1
    for key, position in (("", 0), ("ArrowDown", 1), ("j", 2), ("ArrowUp", 1)):
        if key:
            _press(page, key)
        page.wait(f"{_SHOWN} === {numbers[position]!r}")
    assert page.evaluate(_ROWS) == numbers

    page.click(".o_asn_baca .o_statusbar_buttons button.btn-primary")
    page.wait(f"!{_ROWS}.includes({numbers[1]!r})")
    page.wait(f"{_SHOWN} === {numbers[2]!r}")
    assert verifier.problems() == []


def test_on_a_telephone_the_list_is_alone(desk):
    phone = desk("fasilitator", PHONE)
    assert not phone.page.evaluate(f"Boolean({_PANE})")
    assert phone.problems() == []


def test_several_are_returned_with_one_reason(desk):
    officer = desk("fasilitator", DESKTOP)
    page = officer.page
    numbers = page.evaluate(_ROWS)
    page.click("thead .o_list_record_selector input")
    page.click_text("Kembalikan yang Dipilih")
    page.wait("document.querySelector('.modal [name=catatan] textarea')")
    page.evaluate("document.querySelector('.modal [name=catatan] textarea').focus()")
    page.send("Input.insertText", text="Lampiran tidak terbaca")
    page.click_text("Kembalikan Semua", selector=".modal footer button")
    page.wait("document.querySelector('.modal .o_data_row td[name=hasil]')")
    page.settle()

    found = officer.client.search("asn.permohonan", [("nomor", "in", numbers)])
    rows = officer.client.read("asn.permohonan", found, "state", "catatan_kembali")
    assert {row["state"] for row in rows} == {"returned"}
    assert {row["catatan_kembali"] for row in rows} == {"Lampiran tidak terbaca"}
    assert officer.problems() == []

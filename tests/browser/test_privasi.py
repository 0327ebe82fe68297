"""The privacy pages and the export dialog, as people see them."""

import pytest
from support.layar import Screen, assert_clean
from support.peramban import DESKTOP, PHONE

#: Served with the others that change nothing of the city.
HANYA_MELIHAT = True
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1366", "390"])

#: Words of core that its Indonesian may or may not have.
_WORDS = {"Action": "Tindakan|Action", "Export": "Ekspor|Export"}
_BY_TEXT = (
    "[...document.querySelectorAll('{}')].find((el) => /^\\s*({})/.test(el.innerText))"
)


@SIZES
def test_who_looked_and_asking_why(server, browser, size):
    """B15: a civil servant sees visits with role and purpose and questions one."""
    screen = Screen(browser, server, "pegawai", size)
    try:
        screen.start()
        screen.problems()
        screen.action("asn_audit.jejak_saya_action")
        text = screen.page.text()
        found = {"page": screen.problems()}
        assert "Fasilitator" in text
        asked = len(screen.client.search("asn.jejak.pertanyaan"))
        screen.page.click_text("Tanyakan", "button[name=action_tanya]")
        screen.page.wait("document.querySelector('.modal textarea')")
        screen.page.fill(".modal .o_field_widget[name=pertanyaan] textarea", "Mengapa?")
        screen.page.click(".modal .o_form_button_save, .modal footer .btn-primary")
        screen.page.wait("!document.querySelector('.modal')")
        screen.page.settle()
        found["asked"] = screen.problems()
        assert len(screen.client.search("asn.jejak.pertanyaan")) == asked + 1
    finally:
        screen.close()
    assert_clean(found)


def test_export_dialog_warns_and_asks(server, browser):
    """LL-17-2: before an export, the sanctions are named and the purpose is asked."""
    screen = Screen(browser, server, "admin_sistem", DESKTOP)
    try:
        screen.start()
        screen.problems()
        screen.action("asn_pegawai.hr_employee_action")
        screen.page.click(".o_list_view thead .o_list_record_selector input")
        screen.page.settle()
        for selector, text in (
            ("button", "Action"),
            (".o-dropdown--menu .dropdown-item, .o_menu_item", "Export"),
        ):
            screen.page.wait(_BY_TEXT.format(selector, _WORDS[text]))
            screen.page.evaluate(_BY_TEXT.format(selector, _WORDS[text]) + ".click()")
            screen.page.settle()
        screen.page.wait("document.querySelector('.o_asn_ekspor')")
        text = screen.page.text()
        found = {"dialog": screen.problems()}
    finally:
        screen.close()
    assert "sanksi" in text
    assert "Tujuan" in text
    assert "PD/" in text
    assert_clean(found)


@pytest.mark.parametrize(
    ("login", "action"),
    [
        ("pegawai", "asn_audit.asn_data_saya_action"),
        ("pegawai", "asn_audit.asn_permintaan_data_action"),
        ("kepala_badan", "asn_audit.asn_permintaan_data_action"),
        ("kepala_badan", "asn_audit.asn_jejak_pertanyaan_action"),
        ("kepala_badan", "asn_audit.asn_jejak_peringatan_action"),
        ("kepala_badan", "asn_audit.asn_pemberian_peran_action"),
        ("admin_sistem", "asn_audit.asn_jejak_akses_action"),
        ("admin_sistem", "asn_audit.asn_jejak_ekspor_action"),
        ("admin_sistem", "asn_audit.asn_kelas_data_action"),
    ],
)
@SIZES
def test_privacy_pages_open(server, browser, login, action, size):
    screen = Screen(browser, server, login, size)
    try:
        screen.start()
        screen.problems()
        screen.action(action)
        found = {action: screen.problems(phone_strict=False)}
    finally:
        screen.close()
    assert_clean(found)

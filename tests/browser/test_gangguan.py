"""Trouble is reported from the page where it happens."""

import pytest
from support.layar import Screen
from support.peramban import DESKTOP, PHONE

#: Served with the others that change nothing of the city.
HANYA_MELIHAT = True


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1366", "390"])
def test_employee_reports_trouble_from_any_page(server, browser, size):
    """LL-26: the lifebuoy on every page; the report has its page and no secret."""
    judul = f"Laporan dari layar {size[0]}"
    screen = Screen(browser, server, "pegawai", size)
    try:
        screen.start()
        screen.page.click("button.o_asn_lapor")
        screen.page.fill(".modal [name=name] input", judul)
        screen.page.click(".modal footer button[name=action_terkirim]")
        screen.page.wait("document.querySelector('.o_notification')")
        problems = screen.problems()
        lapor = screen.client.call(
            "asn.laporan.gangguan",
            "search_read",
            [("name", "=", judul)],
            ["alamat", "layar", "peramban", "state"],
        )
    finally:
        screen.close()

    assert problems == []
    assert len(lapor) == 1
    assert lapor[0]["alamat"].startswith("/odoo")
    assert lapor[0]["layar"].startswith(f"{size[0]} × ")
    assert lapor[0]["peramban"].startswith("Chrome")


def test_error_dialog_leads_to_a_report_with_the_error(server, browser):
    screen = Screen(browser, server, "pegawai", DESKTOP)
    try:
        screen.start()
        screen.page.evaluate("void Promise.reject(new Error('uji 1673015703850001'))")
        screen.page.click(".o_asn_lapor_galat")
        screen.page.wait("document.querySelector('.modal [name=name] input')")
        shown = screen.page.text()
    finally:
        screen.close()

    assert "galat terakhir" in shown

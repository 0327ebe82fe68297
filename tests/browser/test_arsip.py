"""The archive by clicks: drop, photograph, review, verify by key, on both widths."""

import io
import re

import pytest
from PIL import Image
from reportlab.pdfgen import canvas
from support.layar import Screen
from support.peramban import DESKTOP, PHONE

_INPUT = ".o_asn_input_berkas"
_CAMERA = ".o_asn_input_kamera"


@pytest.fixture
def screen(server, browser):
    """Return a function that opens the web client as somebody; all are closed."""
    opened = []

    def _screen(login, size):
        opened.append(Screen(browser, server, login, size))
        opened[-1].start()
        opened[-1].problems()
        return opened[-1]

    yield _screen
    for each in opened:
        each.close()


def _pdf(path, *lines):
    paper = canvas.Canvas(str(path), invariant=True)
    for number, line in enumerate(lines):
        paper.drawString(60, 780 - 20 * number, line)
    paper.showPage()
    paper.save()
    return path


def _photo(path, colour, sideways=False):
    image = Image.new("RGB", (1600, 1200), "white")
    image.paste(colour, (100, 100, 900, 700))
    exif = Image.Exif()
    if sideways:
        exif[0x0112] = 6
    image.save(path, "JPEG", exif=exif)
    return path


def _choose(page, selector, *paths):
    """Put files into a file input, as the chooser of the browser does."""
    root = page.send(
        "Runtime.evaluate", expression=f"document.querySelector({selector!r})"
    )
    page.send(
        "DOM.setFileInputFiles",
        files=[str(path) for path in paths],
        objectId=root["result"]["objectId"],
    )
    page.settle()


def _pick(page, field, text, card):
    """Take the first suggestion for a text; on a telephone, the card with a text."""
    if page.evaluate(f"document.querySelector('{field}').readOnly"):
        page.click(field)
        page.wait("document.querySelector('.modal .o_kanban_record')")
        page.settle()
        page.click_text(card, selector=".modal .o_kanban_record")
        page.wait("!document.querySelector('.modal .o_kanban_record')")
        page.settle()
        return
    page.evaluate(f"document.querySelector('{field}').focus()")
    page.send("Input.insertText", text=text)
    page.wait("document.querySelector('.o-autocomplete--dropdown-item a')")
    page.settle()
    page.click(".o-autocomplete--dropdown-item a")


def _newest(client, domain, *fields):
    found = client.search("asn.dokumen", domain)
    return client.read("asn.dokumen", found[-1:], *fields)[0]


def test_several_files_are_reviewed_and_filed_with_a_result_each(screen, tmp_path):
    desk = screen("fasilitator", DESKTOP)
    own = desk.client.search("hr.employee", [("user_id", "=", desk.client.uid)])
    nip = desk.client.read("hr.employee", own, "nip")[0]["nip"]
    good = _pdf(tmp_path / f"KTP_{nip}_2020-01-31.pdf", f"NIP {nip}", "uji peramban")
    bad = tmp_path / f"KK_{nip}.pdf"
    bad.write_bytes(b"%PDF-1.7 rusak")
    page = desk.page

    desk.action("asn_arsip.asn_dokumen_action")
    page.click(".o_asn_tombol_unggah")
    _choose(page, _INPUT, good, bad)
    page.wait("document.querySelectorAll('.o_asn_baris').length === 2")
    page.click(".o_asn_kirim")
    page.wait(
        "document.querySelector('.o_asn_ok') && document.querySelector('.o_asn_gagal')"
    )
    text = page.text()
    page.click(".o_asn_tutup")

    assert "rusak" in text
    filed = _newest(
        desk.client, [("pengunggah_id", "=", desk.client.uid)], "tanggal", "nama_file"
    )
    assert (filed["tanggal"], filed["nama_file"]) == ("2020-01-31", good.name)
    assert desk.problems() == []


def test_dropped_file_opens_the_review(screen):
    desk = screen("pegawai", DESKTOP)
    desk.action("asn_arsip.asn_dokumen_action_saya")
    desk.page.evaluate(
        """(() => {
            const isi = new DataTransfer();
            isi.items.add(new File(["%PDF-1.4"], "Kartu Keluarga.pdf",
                                   {type: "application/pdf"}));
            const tujuan = document.querySelector(".o_list_view, .o_kanban_view");
            for (const nama of ["dragover", "drop"]) {
                tujuan.dispatchEvent(new DragEvent(nama,
                    {bubbles: true, cancelable: true, dataTransfer: isi}));
            }
        })()"""
    )
    desk.page.wait("document.querySelector('.o_asn_baris')")

    assert "Kartu Keluarga.pdf" in desk.page.text()
    assert desk.problems() == []


@pytest.mark.parametrize(
    ("login", "size"), [("pegawai", PHONE), ("pegawai2", DESKTOP)], ids=["390", "1366"]
)
def test_pictures_are_turned_ordered_and_become_one_pdf(screen, tmp_path, login, size):
    phone = screen(login, size)
    page = phone.page
    phone.action("asn_arsip.asn_dokumen_action_saya")
    page.click(".o_asn_tombol_unggah")
    _choose(
        page,
        _CAMERA,
        _photo(tmp_path / "a.jpg", (200, 30, 30)),
        _photo(tmp_path / "b.jpg", (30, 30, 200), sideways=True),
        _photo(tmp_path / "c.jpg", (30, 200, 30)),
    )
    page.wait("document.querySelectorAll('.o_asn_halaman').length === 3")
    page.evaluate(
        """(() => {
            const tombol = (i, n) => document.querySelectorAll(".o_asn_halaman")[i]
                .querySelectorAll("button")[n].click();
            tombol(2, 2);
            tombol(0, 1);
        })()"""
    )
    page.wait("document.querySelectorAll('.o_asn_halaman').length === 2")
    problems = phone.problems()
    _pick(page, "#asn_unggah_jenis", "SK_TIM", "Kartu keluarga")
    page.click(".o_asn_kirim")
    page.wait("document.querySelector('.o_asn_ok')", timeout=60)
    page.click(".o_asn_tutup")

    mine = [("pengunggah_id", "=", phone.client.uid)]
    filed = _newest(phone.client, mine, "halaman", "mimetype", "file", "status")
    assert (filed["halaman"], filed["mimetype"]) == (2, "application/pdf")
    assert filed["status"] == "belum"
    assert problems + phone.problems() == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1366", "390"])
def test_verifier_decides_by_key_and_goes_to_the_next(screen, size):
    desk = screen("fasilitator", size)
    page = desk.page
    desk.action("asn_arsip.asn_dokumen_action_meja")
    page.wait("document.querySelector('.o_asn_sahkan')")
    waiting = desk.client.call("asn.dokumen", "meja_antrean")["jumlah"]
    first, second = (
        b["id"] for b in desk.client.call("asn.dokumen", "meja_antrean")["baris"][:2]
    )
    problems = desk.problems()

    page.evaluate("window.dispatchEvent(new KeyboardEvent('keydown', {key: 'v'}))")
    page.settle()
    page.wait("document.querySelector('.o_asn_tolak')")
    page.evaluate("window.dispatchEvent(new KeyboardEvent('keydown', {key: 't'}))")
    page.wait("document.querySelector('#asn_meja_alasan')")
    page.fill("#asn_meja_alasan", "Tidak terbaca")
    page.click(".o_asn_tolak_kirim")

    states = {
        row["id"]: row["status"]
        for row in desk.client.read("asn.dokumen", [first, second], "status")
    }
    assert states == {first: "sah", second: "ditolak"}
    left = desk.client.call("asn.dokumen", "meja_antrean")["jumlah"]
    assert left == waiting - 2
    assert problems + desk.problems() == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1366", "390"])
def test_document_shows_paper_findings_and_use(screen, size):
    desk = screen("fasilitator", size)
    found = desk.client.search(
        "asn.dokumen",
        [("status", "=", "sah"), ("jenis_id.kode", "=", "SK_PANGKAT")],
        limit=1,
    )
    desk.record("asn.dokumen", found[0])
    desk.page.wait("document.querySelector('.o_asn_lihat iframe')")

    assert re.search(r"Golongan|golongan", desk.page.text())
    assert desk.problems() == []


def test_missing_documents_come_as_a_spreadsheet(screen):
    import openpyxl

    desk = screen("fasilitator", DESKTOP)
    desk.action("asn_arsip.asn_dokumen_kurang_action")
    answer = desk.client.http.get(f"{desk.server.url}/asn/arsip/kurang.xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert sheet.max_row > 1
    assert sheet.freeze_panes == "A2"
    assert desk.problems() == []

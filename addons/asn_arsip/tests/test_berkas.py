import io

from hypothesis import given, settings
from hypothesis import strategies as st
from odoo.tests import BaseCase, tagged
from reportlab.pdfgen import canvas

from ..domain import berkas
from . import common

#: What is offered, under which name, and why it must not enter.
DITOLAK = [
    ("kosong", b"", "a.pdf"),
    ("terlalu_besar", b"%PDF-" + b"0" * (2 * berkas.MB), "a.pdf"),
    ("jenis_tidak_dikenal", b"MZ\x90\x00program", "a.pdf"),
    ("jenis_tidak_dikenal", b"<html><script>1</script>", "a.pdf"),
    ("jenis_tidak_dikenal", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.png"),
    ("jenis_tidak_dikenal", b"PK\x03\x04zip", "a.pdf"),
    ("jenis_tidak_dikenal", b"GIF89a" + b"0" * 40, "a.png"),
    ("jenis_tidak_dikenal", b"\n<script>\n" + common.pdf(), "a.pdf"),
    ("salah_label", common.gambar("JPEG"), "a.pdf"),
    ("salah_label", common.pdf(), "a.jpg"),
    ("salah_label", common.pdf(), "a.pdf.exe"),
    ("salah_label", common.pdf(), "tanpa-akhiran"),
    ("salah_label", common.pdf(), None),
    ("rusak", b"%PDF-1.7\nbukan pdf", "a.pdf"),
    ("rusak", b"%PDF-1.7\n" + b"\x00" * 200, "a.pdf"),
    ("rusak", common.gambar("PNG")[:-40], "a.png"),
    ("rusak", b"\xff\xd8\xff\xe0potongan", "a.jpg"),
    ("terkunci", common.pdf_terkunci(), "a.pdf"),
    ("aktif", common.pdf_berskrip(), "a.pdf"),
    ("aktif", common.pdf_berlampiran(), "a.pdf"),
    ("aktif", common.pdf_tautan_otomatis(), "a.pdf"),
    ("aktif", common.pdf_aksi_tambahan(), "a.pdf"),
    ("aktif", common.pdf_skrip_tersembunyi(), "a.pdf"),
    ("campuran", common.pdf_arsip_zip(), "a.pdf"),
    ("campuran", common.pdf_berekor(), "a.pdf"),
    ("campuran", b"%PDF-1.4 <html><script>1</script>\n" + common.pdf(), "a.pdf"),
    ("campuran", common.gambar_berhtml("PNG"), "a.png"),
    ("campuran", common.gambar_berhtml("JPEG"), "a.jpg"),
    ("campuran", common.gambar_berpdf(), "a.jpg"),
    ("rusak", common.pdf_halaman_palsu(), "a.pdf"),
    ("rusak", common.png_raksasa(), "a.png"),
]
DITERIMA = [
    (common.pdf(), "SK.PDF", berkas.PDF, 1),
    (common.pdf(halaman=7), "nama.dengan.titik.pdf", berkas.PDF, 7),
    (common.gambar("JPEG"), "foto.jpeg", berkas.JPEG, 1),
    (common.gambar("JPEG"), "foto.JPG", berkas.JPEG, 1),
    (common.gambar("PNG"), "pindaian.png", berkas.PNG, 1),
]


@tagged("post_install", "-at_install")
class TestBerkas(BaseCase):
    """Files are what their bytes are."""

    def test_hostile_files_are_refused_with_their_reason(self):
        for kode, isi, nama in DITOLAK:
            with self.subTest(kode=kode, nama=nama, awal=isi[:12]):
                with self.assertRaises(berkas.BerkasDitolak) as tolak:
                    berkas.periksa(isi, nama, maks_byte=berkas.MB)
                self.assertEqual(tolak.exception.kode, kode)

    def test_sound_files_are_accepted_whatever_their_case(self):
        for isi, nama, mimetype, halaman in DITERIMA:
            with self.subTest(nama=nama):
                hasil = berkas.periksa(isi, nama)
                self.assertEqual((hasil.mimetype, hasil.halaman), (mimetype, halaman))
                self.assertEqual(hasil.ukuran, len(isi))

    def test_format_not_welcome_for_a_kind_is_refused(self):
        with self.assertRaises(berkas.BerkasDitolak) as tolak:
            berkas.periksa(common.gambar("PNG"), "a.png", izin=(berkas.PDF,))
        self.assertEqual(tolak.exception.kode, "jenis_tidak_diizinkan")

    def test_picture_of_absurd_size_is_refused(self):
        batas, berkas.PIKSEL_MAKS = berkas.PIKSEL_MAKS, 1000
        self.addCleanup(setattr, berkas, "PIKSEL_MAKS", batas)
        with self.assertRaises(berkas.BerkasDitolak) as tolak:
            berkas.periksa(common.gambar("PNG"), "a.png")
        self.assertEqual(tolak.exception.kode, "rusak")

    def test_names_of_scripts_by_chance_in_a_scan_are_no_scripts(self):
        isi = io.BytesIO()
        kanvas = canvas.Canvas(isi, invariant=True, pageCompression=0)
        kanvas.drawString(60, 700, "Berkas /JS dan /AA hanyalah kata")
        kanvas.showPage()
        kanvas.save()
        self.assertEqual(berkas.periksa(isi.getvalue(), "a.pdf").halaman, 1)

    def test_bytes_that_telephones_leave_behind_a_picture_are_welcome(self):
        isi = common.gambar("JPEG") + common.gambar("JPEG")
        self.assertEqual(berkas.periksa(isi, "a.jpg").mimetype, berkas.JPEG)

    @settings(max_examples=150, deadline=None)
    @given(st.binary(max_size=200), st.text(max_size=30))
    def test_any_bytes_are_judged_and_never_crash(self, isi, nama):
        for awal in (b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"):
            try:
                berkas.periksa(awal + isi, nama)
            except berkas.BerkasDitolak:
                continue

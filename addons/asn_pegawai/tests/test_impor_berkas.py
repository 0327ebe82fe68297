import io
import zipfile

import openpyxl
import xlsxwriter
from odoo.tests import BaseCase, tagged

from ..domain import impor_berkas, impor_kepala, impor_templat
from ..domain.impor_berkas import BerkasDitolak, baca_lembar, periksa_berkas


def _zip(**isi):
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, teks in isi.items():
            arsip.writestr(nama.replace("__", "/"), teks)
    return keluar.getvalue()


def _jenis(isi):
    return f'<Types><Override ContentType="{isi}"/></Types>'


def _ganti(isi, nama, ubah):
    """Return the workbook with one of its parts changed."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w") as baru:
        for anggota in lama.namelist():
            data = lama.read(anggota)
            baru.writestr(anggota, ubah(data) if anggota == nama else data)
    return keluar.getvalue()


def _buku(tulis):
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True})
    tulis(buku, buku.add_worksheet())
    buku.close()
    return keluar.getvalue()


_SEDERHANA = impor_templat.isi([{"nip": "198503172010012003", "nama": "Ratna"}])
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAKRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


@tagged("post_install", "-at_install")
class TestImporBerkas(BaseCase):
    """What is no plain workbook is named and refused before it is parsed."""

    def assertDitolak(self, kunci, isi, nama="daftar.xlsx"):
        with self.assertRaises(BerkasDitolak) as tangkap:
            periksa_berkas(isi, nama)
            list(baca_lembar(isi))
        self.assertEqual(tangkap.exception.kunci, kunci)

    def test_plain_workbook_passes(self):
        periksa_berkas(_SEDERHANA, "Daftar.XLSX")
        self.assertEqual(len(list(baca_lembar(_SEDERHANA))), 2)

    def test_content_decides_not_the_name(self):
        for kunci, isi in (
            ("berkas_kosong", b""),
            ("berkas_html", b"<html><table><tr><td>nip</td></tr></table></html>"),
            ("berkas_html", b"\xef\xbb\xbf\r\n<!DOCTYPE html><html></html>"),
            ("berkas_xml", b"<?xml version='1.0'?><Workbook/>"),
            ("berkas_csv", b"nip;nama\n198503172010012003;Ratna\n"),
            ("berkas_pdf", b"%PDF-1.7 ..."),
            ("berkas_gambar", b"\x89PNG\r\n\x1a\n"),
            ("berkas_xls_lama", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
            ("berkas_program", b"MZ\x90\x00"),
            ("berkas_arsip", b"\x1f\x8b\x08\x00"),
            ("berkas_rusak", b"PK\x03\x04" + b"x" * 200),
            ("berkas_rusak", _SEDERHANA[:-60]),
            ("berkas_zip", _zip(a="1")),
            ("berkas_ods", _zip(**{"content.xml": "<x/>"})),
            ("berkas_word", _zip(**{"[Content_Types].xml": _jenis(_WORD)})),
            ("berkas_makro", _zip(**{"[Content_Types].xml": _jenis(_MAKRO)})),
            ("berkas_zip", _zip(**{"[Content_Types].xml": _jenis("text/plain")})),
        ):
            with self.subTest(kunci=kunci, isi=isi[:20]):
                self.assertDitolak(kunci, isi)

    def test_names_that_promise_another_format(self):
        self.assertDitolak("berkas_makro", _SEDERHANA, "daftar.xlsm")
        self.assertDitolak("berkas_akhiran", _SEDERHANA, "daftar.zip")

    def test_macro_inside_a_plain_name(self):
        dengan = _ganti(_SEDERHANA, "xl/styles.xml", lambda isi: isi)
        keluar = io.BytesIO(dengan)
        with zipfile.ZipFile(keluar, "a") as arsip:
            arsip.writestr("xl/vbaProject.bin", b"\xd0\xcf")
        self.assertDitolak("berkas_makro", keluar.getvalue())

    def test_size_limit(self):
        besar = b"PK\x03\x04" + b"\0" * impor_berkas.UKURAN_MAKS
        self.assertDitolak("berkas_terlalu_besar", besar)

    def test_zip_bomb_is_not_unpacked(self):
        self.patch(impor_berkas, "UKURAN_TERURAI_MAKS", 4_000_000)
        ukuran = impor_berkas.UKURAN_TERURAI_MAKS // 2 + 1024
        bom = _zip(
            **{"[Content_Types].xml": "x", "a": b"\0" * ukuran, "b": b"\0" * ukuran}
        )
        self.assertLess(len(bom), 20_000)
        self.assertDitolak("berkas_bom", bom)
        banyak = _zip(
            **{f"f{n}": "" for n in range(impor_berkas.BERKAS_DALAM_MAKS + 1)}
        )
        self.assertDitolak("berkas_bom", banyak)

    def test_entities_are_refused(self):
        isi = _ganti(
            _SEDERHANA,
            "xl/sharedStrings.xml",
            lambda lama: b'<!DOCTYPE a [<!ENTITY x "ha">]>' + lama,
        )
        self.assertDitolak("berkas_entitas", isi)

    def test_broken_sheet_is_one_refusal(self):
        isi = _ganti(
            _SEDERHANA, "xl/worksheets/sheet1.xml", lambda lama: lama[: len(lama) // 2]
        )
        self.assertDitolak("berkas_rusak", isi)

    def test_row_limit(self):
        self.patch(impor_berkas, "BARIS_MAKS", 50)

        def tulis(_buku, lembar):
            for nomor in range(impor_berkas.BARIS_MAKS + 25):
                lembar.write_string(nomor, 0, "x")

        self.assertDitolak("berkas_baris", _buku(tulis))

    def test_far_cells_cost_no_memory(self):
        def tulis(_buku, lembar):
            lembar.write_string(0, 0, "nip")
            lembar.write_string(1_000_000, 16_383, "jauh")

        self.assertEqual(list(baca_lembar(_buku(tulis)))[0][0], 1)

    def test_row_numbers_are_those_of_the_spreadsheet(self):
        def tulis(_buku, lembar):
            lembar.write_string("A1", "Daftar Pegawai 2026")
            lembar.write_string("A3", "nip")
            lembar.write_string("B3", "nama")
            lembar.write_string("A7", "198503172010012003")
            lembar.merge_range("B7:C7", "Ratna")

        baris = list(baca_lembar(_buku(tulis)))
        self.assertEqual([nomor for nomor, _sel in baris], [1, 3, 7])
        self.assertEqual(impor_kepala.kenali_kepala(baris).baris, 3)

    def test_formula_is_seen_as_formula(self):
        isi = _buku(lambda _b, lembar: lembar.write_formula("A1", "=1+1", None, 2))
        self.assertEqual(list(baca_lembar(isi))[0][1][0].jenis, "f")

    def test_hidden_sheets_are_passed_over(self):
        buku = openpyxl.Workbook()
        buku.active.title = "Rahasia"
        buku.active["A1"] = "salah"
        buku.active.sheet_state = "hidden"
        lembar = buku.create_sheet("Daftar")
        lembar["A1"] = "nip"
        keluar = io.BytesIO()
        buku.active = 1
        buku.save(keluar)
        self.assertEqual(list(baca_lembar(keluar.getvalue()))[0][1][0].nilai, "nip")


@tagged("post_install", "-at_install")
class TestImporKepala(BaseCase):
    """Headings are recognised, and what is not known is said."""

    def kepala(self, *judul, **opsi):
        sel = [impor_berkas.Sel(j, "s") if j else impor_berkas.KOSONG for j in judul]
        return impor_kepala.kenali_kepala([(1, sel)], **opsi)

    def temuan(self, *judul, **opsi):
        kepala = self.kepala(*judul, **opsi)
        return [(m.kolom, m.kunci, m.tingkat) for m in kepala.masalah]

    def test_known_headings(self):
        self.assertEqual(self.temuan("NIP", "Nama Pegawai", "TglLahir"), [])

    def test_unknown_heading_with_and_without_suggestion(self):
        hasil = self.temuan("nip", "nama", "tempt_lahir", "hobi")
        self.assertEqual(
            hasil,
            [
                ("C", "kolom_tidak_dikenal_saran", "E"),
                ("D", "kolom_tidak_dikenal", "E"),
            ],
        )
        saran = self.kepala("nip", "nama", "tempt_lahir").masalah[0].rincian["saran"]
        self.assertEqual(saran, "tempat_lahir")

    def test_unknown_heading_may_be_ignored(self):
        hasil = self.temuan("nip", "nama", "hobi", abaikan_kolom=True)
        self.assertEqual(hasil, [("C", "kolom_tidak_dikenal", "W")])

    def test_same_heading_twice(self):
        self.assertEqual(
            self.temuan("nip", "nama", "nama"), [("C", "kolom_ganda", "E")]
        )

    def test_siasn_pair_keeps_the_code(self):
        kepala = self.kepala("nipBaru", "nama", "agama", "agamaId")
        self.assertEqual(kepala.kolom[3].nama, "agama")
        self.assertNotIn(2, kepala.kolom)
        self.assertEqual([m.tingkat for m in kepala.masalah], ["W"])

    def test_computed_columns_are_passed_over(self):
        self.assertEqual(self.temuan("nip", "nama", "masa_kerja_tahun", "unorId"), [])

    def test_missing_required_and_no_heading_at_all(self):
        self.assertEqual(
            self.temuan("nama", "agama"), [("", "kolom_wajib_tidak_ada", "E")]
        )
        self.assertEqual(self.temuan("a", "b"), [("", "kepala_tidak_ada", "E")])

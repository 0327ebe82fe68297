from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st
from odoo.tests import BaseCase, tagged

from ..domain import bentuk, nomor

TABEL = [
    (bentuk.tanggal, date(2025, 3, 17), "17 Maret 2025"),
    (bentuk.tanggal, "2024-02-29", "29 Februari 2024"),
    (bentuk.tanggal, datetime(2025, 12, 1, 23, 59), "1 Desember 2025"),
    (bentuk.hari_tanggal, date(2026, 1, 1), "Kamis, 1 Januari 2026"),
    (bentuk.tanggal_angka, date(2026, 1, 9), "09-01-2026"),
    (bentuk.terbilang, 12, "dua belas"),
    (bentuk.terbilang, "11", "sebelas"),
    (bentuk.terbilang, 1000, "seribu"),
    (bentuk.terbilang, 0, "nol"),
    (bentuk.terbilang, 5.0, "lima"),
    (bentuk.angka, 1234567, "1.234.567"),
    (bentuk.rupiah, 3426900, "Rp3.426.900,00"),
    (bentuk.nip, "198503172010012003", "19850317 201001 2 003"),
    (bentuk.nip, "19850317 201001 2 003", "19850317 201001 2 003"),
    (bentuk.nip, "123", "123"),
    (bentuk.kapital, "Cuti tahunan", "CUTI TAHUNAN"),
    (bentuk.judul, "surat izin cuti", "Surat Izin Cuti"),
    (bentuk.biasa, None, ""),
    (bentuk.biasa, False, ""),
    (bentuk.biasa, 12.0, "12"),
    (bentuk.biasa, date(2025, 3, 17), "17 Maret 2025"),
]
KEPALA = [
    (("Dinas Kesehatan", "opd"), "Kepala Dinas Kesehatan"),
    (("Badan Kepegawaian", "badan"), "Kepala Badan Kepegawaian"),
    (("Sekretariat Daerah", "sekretariat"), "Sekretaris Daerah"),
    (("Sekretariat DPRD", "sekretariat"), "Sekretaris DPRD"),
    (("Inspektorat", "inspektorat"), "Inspektur"),
    (("Inspektorat Daerah", "inspektorat"), "Inspektur Daerah"),
    (
        ("Rumah Sakit Umum Daerah Contoh", "rsud"),
        "Direktur Rumah Sakit Umum Daerah Contoh",
    ),
    (("Kecamatan Mekarsari", "kecamatan"), "Camat Mekarsari"),
    (("Kelurahan Mekarjaya", "kelurahan"), "Lurah Mekarjaya"),
    (("SMP Negeri 1 Contoh", "sekolah"), "Kepala SMP Negeri 1 Contoh"),
    (("Wilayah Timur", "kecamatan"), "Kepala Wilayah Timur"),
    ((False, "opd"), ""),
]
SALAH = [
    (bentuk.tanggal, "besok"),
    (bentuk.tanggal, 5),
    (bentuk.terbilang, "banyak"),
    (bentuk.terbilang, True),
    (bentuk.rupiah, "gratis"),
]
POLA = [
    ("{klasifikasi}/{nomor}/BKPSDM/{tahun}", "800.1/7/BKPSDM/2026"),
    ("{nomor:3}/{unit}/{bulan_romawi}/{tahun}", "007/DINKES/III/2026"),
    ("{tahun}{bulan}-{nomor:05}", "202603-00007"),
]
POLA_SALAH = [
    ("{nomor}/2026", ["tahun"]),
    ("{tahun}", ["nomor"]),
    ("{nomor}/{tahun}/{env}", ["env"]),
    ("{nomor.__class__}/{tahun}/{nomor}", ["nomor.__class__"]),
    ("{nomor}/{tahun}/{", ["{}"]),
    ("", ["nomor", "tahun"]),
]


@tagged("post_install", "-at_install")
class TestBentuk(BaseCase):
    """How dates, numbers and letter numbers are written."""

    def test_formats(self):
        for fungsi, nilai, harap in TABEL:
            with self.subTest(fungsi=fungsi.__name__, nilai=nilai):
                self.assertEqual(fungsi(nilai), harap)

    def test_head_of_a_unit_has_the_title_of_its_kind(self):
        for unit, harap in KEPALA:
            with self.subTest(unit=unit):
                self.assertEqual(bentuk.kepala_unit(*unit), harap)

    def test_values_that_do_not_fit_are_refused(self):
        for fungsi, nilai in SALAH:
            with self.subTest(fungsi=fungsi.__name__, nilai=nilai):
                try:
                    fungsi(nilai)
                except (ValueError, ArithmeticError):
                    continue
                self.fail("accepted")

    def test_number_patterns(self):
        for pola, harap in POLA:
            with self.subTest(pola=pola):
                self.assertEqual(nomor.periksa_pola(pola), [])
                hasil = nomor.susun(pola, 7, date(2026, 3, 1), "800.1", "DINKES")
                self.assertEqual(hasil, harap)

    def test_number_of_an_office_without_abbreviation_has_no_empty_part(self):
        pola = "{klasifikasi}/{nomor:3}/{unit}/{tahun}"
        hasil = nomor.susun(pola, 7, date(2026, 3, 1), "800.1")
        self.assertEqual(hasil, "800.1/007/2026")

    def test_wrong_patterns_name_what_is_wrong(self):
        for pola, salah in POLA_SALAH:
            with self.subTest(pola=pola):
                self.assertEqual(nomor.periksa_pola(pola), salah)

    @given(st.dates())
    def test_every_date_has_day_month_and_year(self, hari):
        bagian = bentuk.tanggal(hari).split(" ")
        self.assertEqual(int(bagian[0]), hari.day)
        self.assertEqual(bentuk.NAMA_BULAN.index(bagian[1]) + 1, hari.month)
        self.assertEqual(int(bagian[2]), hari.year)

    @given(st.integers(0, 10**12))
    def test_every_number_has_words_without_digits(self, angka):
        kata = bentuk.terbilang(angka)
        self.assertTrue(kata)
        self.assertFalse(any(huruf.isdigit() for huruf in kata))

from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from odoo.tests import BaseCase, tagged

from ..domain import impor_nilai
from ..domain.impor_berkas import Sel
from ..domain.impor_kolom import KOLOM, PER_NAMA, PETA, huruf_kolom, kunci
from ..domain.impor_nilai import NilaiSalah, ubah
from ..domain.impor_rujukan import Rujukan

# (column, cell, value)
BAIK = [
    ("nip", Sel("19850317 201001 2 003", "s"), "198503172010012003"),
    ("nip", Sel("'198503172010012003", "s"), "198503172010012003"),
    ("nip", Sel("\u200b198503172010012003\xa0", "s"), "198503172010012003"),
    ("nip", Sel("１９８５0317201001２003", "s"), "198503172010012003"),
    ("npwp", Sel("09.254.294.3-407.000", "s"), "092542943407000"),
    ("kode_pos", Sel(31611, "n"), "31611"),
    ("kode_pos", Sel(31611.0, "n"), "31611"),
    ("tanggal_lahir", Sel("1985-03-17", "s"), date(1985, 3, 17)),
    ("tanggal_lahir", Sel("1985-03-17T00:00:00", "s"), date(1985, 3, 17)),
    ("tanggal_lahir", Sel("17-03-1985", "s"), date(1985, 3, 17)),
    ("tanggal_lahir", Sel("17/3/1985", "s"), date(1985, 3, 17)),
    ("tanggal_lahir", Sel("17.03.1985", "s"), date(1985, 3, 17)),
    ("tanggal_lahir", Sel("17 Maret 1985", "s"), date(1985, 3, 17)),
    ("tanggal_lahir", Sel("17 Agt 1985", "s"), date(1985, 8, 17)),
    ("tanggal_lahir", Sel("17-Nopember-1985", "s"), date(1985, 11, 17)),
    ("tanggal_lahir", Sel(datetime(1985, 3, 17), "d"), date(1985, 3, 17)),
    ("tanggal_lahir", Sel(31123, "n"), date(1985, 3, 17)),
    ("tmt_pns", Sel("29-02-2024", "s"), date(2024, 2, 29)),
    ("tmt_pns", Sel("00-00-0000", "s"), None),
    ("tmt_pns", Sel("-", "s"), None),
    ("jenis_kelamin", Sel("Perempuan", "s"), "P"),
    ("jenis_kelamin", Sel("Laki-laki", "s"), "L"),
    ("jenis_kelamin", Sel("F", "s"), "P"),
    ("status_perkawinan", Sel(1, "n"), "menikah"),
    ("status_perkawinan", Sel("Janda / Duda", "s"), "janda_duda"),
    ("status_pegawai", Sel("PPPK Paruh Waktu", "s"), "pppk_paruh_waktu"),
    ("gaji_pokok", Sel("Rp 3.452.900,00", "s"), 3452900),
    ("gaji_pokok", Sel("3,452,900", "s"), 3452900),
    ("gaji_pokok", Sel(3452900.0, "n"), 3452900),
    ("mkg_tahun", Sel("0", "s"), 0),
    ("tahun_lulus", Sel(2008, "n"), 2008),
    ("no_hp", Sel("0812-3456-7890", "s"), "+6281234567890"),
    ("no_hp", Sel("+62 812 3456 7890", "s"), "+6281234567890"),
    ("no_hp", Sel(81234567890, "n"), "+6281234567890"),
    ("email_dinas", Sel("Ratna@Contoh.Example", "s"), "ratna@contoh.example"),
    ("nama", Sel("  Ratna   Dewi ", "s"), "Ratna Dewi"),
    ("nama", Sel("Nur'aini", "s"), "Nur'aini"),
    ("nama", Sel("Muh. Ali", "s"), "Muh. Ali"),
    ("nama", Sel("Cafe\u0301 Budi", "s"), "Café Budi"),
    ("tempat_lahir", Sel("N/A", "s"), ""),
    ("tempat_lahir", Sel(12.0, "n"), "12"),
]
# (column, cell, message key)
SALAH = [
    ("nip", Sel(198503172010012003, "n"), "presisi_hilang"),
    ("nip", Sel(1.98503172010012e17, "n"), "presisi_hilang"),
    ("nip", Sel("1.98503E+17", "s"), "presisi_hilang"),
    ("nip", Sel("19850317201001200", "s"), "panjang_angka"),
    ("nip", Sel("19850317201001200X", "s"), "bukan_angka"),
    ("nip", Sel("١٩٨٥٠٣١٧٢٠١٠٠١٢٠٠٣", "s"), "bukan_angka"),
    ("nip", Sel("=A1", "f"), "rumus"),
    ("nip", Sel("#REF!", "e"), "sel_galat"),
    ("nik", Sel(True, "b"), "bukan_angka"),
    ("kode_pos", Sel(316.5, "n"), "bukan_angka"),
    ("tanggal_lahir", Sel("31-02-1985", "s"), "tanggal_tak_ada"),
    ("tanggal_lahir", Sel("29-02-2023", "s"), "tanggal_tak_ada"),
    ("tanggal_lahir", Sel("17-03-85", "s"), "tanggal_salah"),
    ("tanggal_lahir", Sel("19850317", "s"), "tanggal_salah"),
    ("tanggal_lahir", Sel("1785-03-17", "s"), "tanggal_salah"),
    ("tanggal_lahir", Sel(5, "n"), "tanggal_salah"),
    ("tanggal_lahir", Sel(True, "b"), "tanggal_salah"),
    ("tanggal_lahir", Sel("17 Mars 1985", "s"), "tanggal_tak_ada"),
    ("jenis_kelamin", Sel("X", "s"), "pilihan_salah"),
    ("gaji_pokok", Sel("3,5 juta", "s"), "uang_salah"),
    ("gaji_pokok", Sel(3452900.5, "n"), "uang_salah"),
    ("gaji_pokok", Sel(-1, "n"), "uang_salah"),
    ("mkg_tahun", Sel("1,5", "s"), "bukan_bulat"),
    ("tahun_lulus", Sel(1939, "n"), "tahun_salah"),
    ("no_hp", Sel("rumah", "s"), "hp_salah"),
    ("email_dinas", Sel("ratna@", "s"), "email_salah"),
    ("nama", Sel("Ratna 2", "s"), "nama_angka"),
    ("nama", Sel("Ratna, S.E.", "s"), "nama_gelar"),
    ("nama", Sel("Drs. Ratna", "s"), "nama_gelar"),
    ("nama", Sel("<script>", "s"), "nama_karakter"),
    ("nama", Sel("Ratna\u202edab", "s"), "karakter_tak_terlihat"),
    ("nama", Sel("Ratna\x00", "s"), "karakter_tak_terlihat"),
    ("tempat_lahir", Sel("=1+1", "s"), "rumus"),
    ("tempat_lahir", Sel("@SUM(A1)", "s"), "rumus"),
    ("tempat_lahir", Sel("+cmd|x", "s"), "rumus"),
    ("tempat_lahir", Sel("x" * 256, "s"), "terlalu_panjang"),
]


@tagged("post_install", "-at_install")
class TestImporNilai(BaseCase):
    """Cells become values; nothing is guessed."""

    def test_accepted_forms(self):
        for nama, sel, harapan in BAIK:
            with self.subTest(nama=nama, sel=sel):
                self.assertEqual(ubah(PER_NAMA[nama], sel), harapan)

    def test_refused_forms(self):
        for nama, sel, harapan in SALAH:
            with self.subTest(nama=nama, sel=sel), self.assertRaises(NilaiSalah) as c:
                ubah(PER_NAMA[nama], sel)
            self.assertEqual(c.exception.kunci, harapan, (nama, sel))

    @settings(deadline=None)
    @given(st.dates(min_value=date(1900, 3, 1), max_value=date(2100, 12, 31)))
    def test_every_date_survives_every_form(self, hari):
        seri = (hari - date(1899, 12, 30)).days
        teks = (
            f"{hari:%Y-%m-%d}",
            f"{hari:%d-%m-%Y}",
            f"{hari.day}/{hari.month}/{hari.year}",
        )
        for isi in teks:
            self.assertEqual(impor_nilai.tanggal(Sel(isi, "s")), hari)
        if seri >= 7000:
            self.assertEqual(impor_nilai.tanggal(Sel(seri, "n")), hari)

    @settings(max_examples=40, deadline=None)
    @given(st.text(max_size=60))
    def test_any_text_is_taken_or_refused_with_a_key(self, isi):
        for kolom in KOLOM:
            try:
                ubah(kolom, Sel(isi, "s"))
            except NilaiSalah as salah:
                self.assertTrue(salah.kunci)

    @settings(max_examples=40, deadline=None)
    @given(st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers()))
    def test_any_number_is_taken_or_refused_with_a_key(self, isi):
        for kolom in KOLOM:
            try:
                ubah(kolom, Sel(isi, "n"))
            except NilaiSalah as salah:
                self.assertTrue(salah.kunci)

    def test_columns_have_one_meaning(self):
        arti = {}
        for kolom in KOLOM:
            for nama in (kolom.nama, kolom.judul, *kolom.alias):
                self.assertEqual(arti.setdefault(kunci(nama), kolom.nama), kolom.nama)

    def test_siasn_and_office_headings_are_known(self):
        for judul, nama in (
            ("nipBaru", "nip"),
            ("NIP Baru", "nip"),
            ("tglLahir", "tanggal_lahir"),
            ("TGL_LAHIR", "tanggal_lahir"),
            ("tmtCpns", "tmt_cpns"),
            ("golRuangAkhirId", "golongan"),
            ("kode_siasn", "golongan"),
            ("tkPendidikanTerakhirId", "pendidikan_terakhir"),
            ("Nama Pegawai", "nama"),
            ("L/P", "jenis_kelamin"),
            ("emailGov", "email_dinas"),
        ):
            self.assertEqual(PETA[kunci(judul)].nama, nama, judul)

    def test_column_letters(self):
        for nomor, huruf in ((1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")):
            self.assertEqual(huruf_kolom(nomor), huruf)


@tagged("post_install", "-at_install")
class TestImporRujukan(BaseCase):
    """Units and posts by code or name, and what to do when several fit."""

    def setUp(self):
        super().setUp()
        self.daftar = Rujukan()
        self.daftar.tambah(1, "DISDIK", "Dinas Pendidikan")
        self.daftar.tambah(2, "Sekretariat", "Dinas Pendidikan / Sekretariat")
        self.daftar.tambah(3, "Sekretariat", "Dinas Kesehatan / Sekretariat")

    def test_code_or_name_in_any_spelling(self):
        for teks in ("disdik", "DINAS  PENDIDIKAN", "Dinas-Pendidikan"):
            self.assertEqual(self.daftar.cari(teks), (1, None))

    def test_same_name_twice_is_not_guessed(self):
        self.assertEqual(self.daftar.cari("sekretariat"), (None, "ganda"))
        jalur = "Dinas Kesehatan / Sekretariat"
        self.assertEqual(self.daftar.cari(jalur), (3, None))

    def test_unknown_name_gets_a_suggestion(self):
        self.assertEqual(self.daftar.cari("Dinas Pendidkan"), (None, "tidak_ada"))
        self.assertEqual(self.daftar.saran("Dinas Pendidkan"), "Dinas Pendidikan")
        self.assertEqual(self.daftar.saran("qqq"), "")

    def test_post_of_the_unit_wins_over_posts_elsewhere(self):
        jabatan = Rujukan()
        jabatan.tambah(10, "Kepala Seksi", konteks=1)
        jabatan.tambah(11, "Kepala Seksi", konteks=2)
        self.assertEqual(jabatan.cari("kepala seksi", 2), (11, None))
        self.assertEqual(jabatan.cari("kepala seksi", 3), (None, "lain"))
        jabatan.tambah(12, "Kepala Seksi")
        self.assertEqual(jabatan.cari("kepala seksi", 3), (12, None))

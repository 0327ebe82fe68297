from datetime import date
from itertools import permutations

from odoo.addons.asn_base.domain.masa_kerja import bulan_penuh as aturan
from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL

from ..domain import duk
from ..models.asn_keadaan import bulan_penuh, tingkat_sql
from .common import PADA, LaporanCommon

_SAMA = {
    "urutan_golongan": 9,
    "tmt_golongan": date(2020, 4, 1),
    "tingkat_jabatan": 3000,
    "tmt_tingkat": date(2020, 4, 1),
    "masa_kerja": 120,
    "tingkat_diklat": 3,
    "tanggal_diklat": date(2018, 6, 1),
    "jam_diklat": 300,
    "jenjang_pendidikan": 7,
    "tahun_lulus": 2008,
    "tanggal_lahir": date(1985, 3, 17),
}
#: What makes the first of two equal people stand higher.
_MENANG = (
    {"urutan_golongan": 10},
    {"tmt_golongan": date(2020, 3, 31)},
    {"tingkat_jabatan": 90},
    {"tmt_tingkat": date(2019, 4, 1)},
    {"masa_kerja": 121},
    {"tingkat_diklat": 2},
    {"tanggal_diklat": date(2018, 5, 31)},
    {"jam_diklat": 301},
    {"jenjang_pendidikan": 9},
    {"tahun_lulus": 2007},
    {"tanggal_lahir": date(1985, 3, 16)},
)
#: The opposite, which must not matter once an earlier key has decided.
_KALAH = {
    "urutan_golongan": 1,
    "tmt_golongan": date(2024, 1, 1),
    "tingkat_jabatan": 9000,
    "tmt_tingkat": date(2024, 1, 1),
    "masa_kerja": 0,
    "tingkat_diklat": None,
    "tanggal_diklat": None,
    "jam_diklat": None,
    "jenjang_pendidikan": None,
    "tahun_lulus": None,
    "tanggal_lahir": date(2000, 1, 1),
}


@tagged("post_install", "-at_install")
class TestUrutan(TransactionCase):
    """The order of PP 15/1979, key by key."""

    def test_each_key_decides_only_where_all_before_are_equal(self):
        nama = list(_SAMA)
        for nomor, beda in enumerate(_MENANG):
            sesudah = {n: _KALAH[n] for n in nama[nomor + 1 :]}
            with self.subTest(kunci=nama[nomor]):
                self.assertLess(
                    duk.kunci({**_SAMA, **sesudah, **beda}), duk.kunci(_SAMA)
                )

    def test_what_is_unknown_stands_last(self):
        for nama in _SAMA:
            with self.subTest(kunci=nama):
                self.assertGreater(duk.kunci({**_SAMA, nama: None}), duk.kunci(_SAMA))

    def test_levels_of_posts(self):
        urut = (
            ("manajerial", "jpt", 50),
            ("manajerial", "administrator", 60),
            ("manajerial", "pengawas", 100),
            ("nonmanajerial", "fungsional_keahlian", 190),
            ("nonmanajerial", "fungsional_keahlian", 160),
            ("nonmanajerial", "fungsional_keterampilan", 150),
            ("nonmanajerial", "fungsional_keterampilan", 120),
            ("nonmanajerial", "pelaksana", 110),
            (None, None, 0),
        )
        tingkat = [duk.tingkat_jabatan(*satu) for satu in urut]
        self.assertEqual(tingkat, sorted(set(tingkat)))


@tagged("post_install", "-at_install")
class TestDuk(LaporanCommon, TransactionCase):
    """DUK from the riwayat: worked cases, ties, past dates, scope."""

    def _urut(self, **nilai):
        return self.nama(self.buat_daftar(unit_id=self.dinas_a.id, **nilai))

    def test_database_agrees_with_the_levels_of_the_rule(self):
        """The CASE of the query and ``domain.duk`` are the same function."""
        self.env.cr.execute(
            SQL("SELECT jj.id, %s FROM asn_jenis_jabatan jj", tingkat_sql("jj"))
        )
        for nomor, tingkat in self.env.cr.fetchall():
            jenis = self.env["asn.jenis.jabatan"].browse(nomor)
            with self.subTest(jenis=jenis.kode):
                self.assertEqual(
                    tingkat,
                    duk.tingkat_jabatan(
                        jenis.kelompok, jenis.sub_kelompok, jenis.sequence
                    ),
                )

    def test_order_by_each_element(self):
        """PP 15/1979: rank, TMT, post, since when, service, training, education, age.

        Each person beats the next one by one element and is worse in all after it.
        """
        self.asn("A golongan", self.gol_iiib, date(2024, 10, 1), mkg=(0, 0))
        self.asn("B tmt", tmt_golongan=date(2019, 4, 1), mkg=(1, 0))
        self.asn(
            "C jabatan",
            jabatan=self.jab_kabid,
            tmt_jabatan=date(2024, 1, 1),
            unit=self.bidang_a,
            mkg=(1, 0),
        )
        self.asn("D sejak", tmt_jabatan=date(2018, 1, 1), mkg=(1, 0))
        self.asn("E masa kerja", mkg=(11, 0), lahir=date(1990, 1, 1))
        f = self.asn("F diklat", lahir=date(1989, 1, 1))
        self.diklat(f, "pka", selesai=date(2023, 1, 1), jam=1)
        g = self.asn("G diklat rendah", lahir=date(1989, 1, 2))
        self.diklat(g, "pkp", selesai=date(2010, 1, 1), jam=900)
        self.asn("H magister", pendidikan=self.s2, lulus=2020, lahir=date(1988, 1, 1))
        self.asn("I lulus", lulus=2005, lahir=date(1987, 1, 1))
        self.asn("J tua", lahir=date(1985, 3, 16))
        self.asn("K muda", lahir=date(1985, 3, 17))
        urut = self._urut()
        self.assertEqual([n[0] for n in urut], list("ABCDEFGHIJK"))

    def test_equal_people_are_marked_as_ties_in_a_repeatable_order(self):
        self.asn("Kembar satu")
        self.asn("Kembar dua")
        self.asn("Lain", lahir=date(1986, 1, 1))
        daftar = self.buat_daftar(unit_id=self.dinas_a.id)
        lembar, _ids = daftar._lembar()
        nomor = [satu[0] for satu in lembar[0].baris]
        self.assertEqual(nomor, ["1*", "2*", "3"])
        self.assertTrue(any(teks.startswith("*") for teks in lembar[0].catatan))
        self.assertEqual(self._urut(), self._urut())

    def test_time_in_a_level_goes_on_from_post_to_post_of_that_level(self):
        """Two heads of division: who became one first stands higher, whatever the
        date of the present post."""
        lama = self.asn(
            "Pindah antarbidang",
            jabatan=self.jab_kabid,
            tmt_jabatan=date(2015, 1, 1),
            lahir=date(1990, 1, 1),
        )
        kabid_dua = self.buat_jabatan("Kabid lain", "administrator_iiib", self.bidang_a)
        self.jabatan(lama, kabid_dua, self.bidang_a, date(2023, 1, 1))
        self.asn("Tetap", jabatan=self.jab_kabid, tmt_jabatan=date(2017, 1, 1))
        # Stepped down in between: the level is counted from the return.
        turun = self.asn(
            "Turun naik", jabatan=self.jab_kabid, tmt_jabatan=date(2012, 1, 1)
        )
        self.jabatan(turun, self.jab_pelaksana, self.dinas_a, date(2016, 1, 1))
        self.jabatan(turun, kabid_dua, self.bidang_a, date(2018, 1, 1))
        self.assertEqual(self._urut(), ["Pindah antarbidang", "Tetap", "Turun naik"])

    def test_past_date_is_answered_from_the_riwayat(self):
        a = self.asn("Naik kemudian")
        self.asn("Sejak dulu", tmt_golongan=date(2019, 4, 1))
        self.golongan(a, self.gol_iiib, date(2025, 4, 1))
        self.assertEqual(self._urut(), ["Sejak dulu", "Naik kemudian"])
        nanti = self._urut(tanggal=date(2025, 4, 1))
        self.assertEqual(nanti, ["Naik kemudian", "Sejak dulu"])
        # The day before the TMT is still the old order.
        self.assertEqual(self._urut(tanggal=date(2025, 3, 31))[0], "Sejak dulu")

    def test_today_and_the_riwayat_of_today_agree(self):
        self.asn("Satu", self.gol_iiib)
        self.asn("Dua", jabatan=self.jab_kabid, unit=self.bidang_a)
        self.asn("Tiga", mkg=(3, 7), tmt_golongan=date(2021, 1, 31))
        Keadaan = self.env["asn.keadaan"]
        self.env.flush_all()
        kolom = (
            "id, golongan_id, tmt_golongan, jabatan_id, unit_id, pendidikan_id,"
            " tahun_lulus, mkg_bulan, masa_kerja_bulan, status"
        )
        hasil = []
        for isi in (Keadaan._sql_kini, Keadaan._sql_lampau):
            query = isi(self.hari_ini, [SQL("e.status_pegawai IS NOT NULL")])
            self.env.cr.execute(
                SQL("SELECT %s FROM (%s) o ORDER BY id", SQL(kolom), query)
            )
            hasil.append(self.env.cr.fetchall())
        self.assertGreaterEqual(len(hasil[0]), 3)
        self.assertEqual(hasil[0], hasil[1])

    def test_months_are_counted_as_the_rule_of_service_counts_them(self):
        hari = (
            date(2024, 2, 29),
            date(2023, 2, 28),
            date(2024, 1, 31),
            date(2020, 4, 1),
            date(2024, 3, 30),
            date(2024, 12, 31),
            date(2025, 2, 28),
        )
        for awal, akhir in permutations(hari, 2):
            self.env.cr.execute(
                SQL(
                    "SELECT %s",
                    bulan_penuh(SQL("%s::date", awal), SQL("%s::date", akhir)),
                )
            )
            with self.subTest(awal=awal, akhir=akhir):
                self.assertEqual(self.env.cr.fetchone()[0], aturan(awal, akhir))

    def test_who_is_in_the_service_on_the_date(self):
        self.asn("Bertugas")
        self.asn("Belum masuk", tmt_cpns=date(2025, 1, 1), tmt_pns=False)
        self.asn("Masih CPNS", tmt_cpns=date(2024, 1, 1), tmt_pns=date(2025, 2, 1))
        self.asn("Meninggal sebelum", tgl_meninggal=date(2024, 12, 31), active=False)
        self.asn("Meninggal sesudah", tgl_meninggal=date(2025, 1, 1), active=False)
        pensiun = self.asn("Pensiun sesudah")
        self.env["asn.riwayat.pemberhentian"]._catat(
            [
                {
                    "employee_id": pensiun.id,
                    "tmt": date(2025, 2, 1),
                    "jenis_henti": "1",
                    "kedudukan_hukum_id": self.env.ref("asn_base.kedudukan_88").id,
                    "nomor_sk": "PEN-1",
                    "tanggal_sk": date(2025, 1, 1),
                }
            ]
        )
        self.assertEqual(
            set(self._urut()), {"Bertugas", "Meninggal sesudah", "Pensiun sesudah"}
        )
        self.assertEqual(self._urut(kelompok="cpns"), ["Masih CPNS"])
        self.assertNotIn("Pensiun sesudah", self._urut(tanggal=date(2025, 2, 1)))
        self.assertIn("Masih CPNS", self._urut(tanggal=date(2025, 2, 1)))

    def test_pns_and_pppk_are_listed_apart(self):
        self.asn("Orang PNS")
        gol = self.env.ref("asn_base.golongan_pppk_ix")
        self.asn(
            "Orang PPPK",
            gol,
            status_pegawai="pppk",
            tmt_cpns=False,
            tmt_pns=False,
            tmt_kontrak_mulai=date(2022, 1, 1),
            nip=False,
        )
        self.assertEqual(self._urut(), ["Orang PNS"])
        self.assertEqual(self._urut(kelompok="pppk"), ["Orang PPPK"])

    def test_service_by_the_setting(self):
        self.asn("MKG banyak", mkg=(12, 0), tmt_cpns=date(2012, 1, 1), nip=False)
        self.asn("Lama bekerja", mkg=(8, 0), tmt_cpns=date(2008, 1, 1), nip=False)
        self.assertEqual(self._urut()[0], "MKG banyak")
        self.assertEqual(self._urut(dasar_masa_kerja="keseluruhan")[0], "Lama bekerja")

    def test_rows_are_those_of_the_reader(self):
        """LL-14-3: the facilitator's list holds the people of the granted units."""
        self.asn("Milik A")
        self.asn("Milik bidang", unit=self.bidang_a)
        self.asn("Milik B", unit=self.dinas_b)
        semua = self.nama(self.buat_daftar())
        self.assertLessEqual({"Milik A", "Milik bidang", "Milik B"}, set(semua))
        punya = self.nama(self.buat_daftar(self.fas))
        self.assertEqual(set(punya), {"Milik A", "Milik bidang"})
        self.assertEqual(
            self.nama(self.buat_daftar(self.fas, unit_id=self.dinas_b.id)), []
        )

    def test_one_query_whatever_the_number_of_people(self):
        self.asn("Satu")
        daftar = self.buat_daftar()
        self.env.flush_all()
        self.nama(daftar)
        with self.assertQueryCount(3):
            self.nama(daftar)
        for nomor in range(8):
            self.asn(f"Orang ke {chr(65 + nomor)}")
        self.env.flush_all()
        with self.assertQueryCount(3):
            self.assertGreaterEqual(len(self.nama(daftar)), 9)

    def test_printed_columns_are_those_of_the_annex(self):
        pegawai = self.asn("Lengkap", self.gol_iiib, mkg=(10, 3))
        self.diklat(pegawai, "pka", selesai=date(2018, 6, 1), jam=320)
        lembar, _ids = self.buat_daftar(unit_id=self.dinas_a.id)._lembar()
        baris = dict(
            zip((k.judul for k in lembar[0].kolom), lembar[0].baris[0], strict=False)
        )
        self.assertEqual(baris["Gol."], "III/b")
        self.assertEqual(baris["Bln/Thn"], "06/2018")
        self.assertEqual(baris["Jam"], 320)
        self.assertEqual(baris["Usia"], 39)
        self.assertIn("31 DESEMBER 2024", lembar[0].judul[1])
        self.assertEqual(PADA.year, 2024)

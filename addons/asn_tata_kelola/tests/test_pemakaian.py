import io

import openpyxl
from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, tagged

from .common import TataKelolaCommon


@tagged("post_install", "-at_install")
class TestPemakaian(TataKelolaCommon, TransactionCase):
    """LL-4-3-a: the use of the system in each office, RSUD, school and puskesmas."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dinas_a.jenis_unit = "opd"
        cls.dinas_b.jenis_unit = "puskesmas"
        semua = cls.ani | cls.badu | cls.cici | cls.fasil | cls.pim | cls.kaban
        semua._asn_write_bulk({"status_pegawai": "pns"})
        cls.bulan = cls.hari_ini.replace(day=1)

    def masuk(self, pegawai, kali=1, hasil="masuk"):
        """Sign somebody in, as the trace notes it."""
        for _ke in range(kali):
            self.env["asn.jejak.masuk"]._catat(pegawai.user_id.id, hasil)

    def baris(self, siapa, unit):
        """Return the row of an office for this month as somebody sees it."""
        self.env.flush_all()
        Pakai = self.sebagai(siapa, "asn.pemakaian")
        return Pakai.search([("unit_id", "=", unit.id), ("bulan", "=", self.bulan)])

    def test_figures_follow_what_people_do(self):
        sebelum = self.baris(self.kaban, self.dinas_a)
        awal = {n: sebelum[n] for n in ("aktif", "masuk", "perubahan")}
        self.masuk(self.ani, 3)
        self.masuk(self.badu)
        self.masuk(self.badu, hasil="gagal")
        self.masuk(self.cici)  # of another office
        self.env["asn.riwayat.diklat"]._catat(
            [
                {
                    "employee_id": self.ani.id,
                    "jenis_diklat_id": self.env["asn.jenis.diklat"]
                    .search([], limit=1)
                    .id,
                    "nama": "Pelatihan Arsip",
                    "nomor_sk": "800/1/DIKLAT",
                    "tanggal_selesai": self.hari_ini,
                    "sumber": "impor",
                }
            ]
        )
        self.env.invalidate_all()

        satu = self.baris(self.kaban, self.dinas_a)

        self.assertEqual(satu.aktif, awal["aktif"] + 2)
        self.assertEqual(satu.masuk, awal["masuk"] + 4)
        self.assertEqual(satu.perubahan, awal["perubahan"] + 1)
        orang = self.env["hr.employee"].search(
            [
                ("unit_id", "child_of", self.dinas_a.id),
                ("status_pegawai", "!=", False),
            ]
        )
        self.assertEqual(satu.pegawai, len(orang))
        self.assertEqual(satu.akun, len(orang.user_id.filtered("active")))
        self.assertEqual(satu.persen, round(satu.aktif * 100 / satu.akun))

    def test_each_sees_the_own_offices_and_the_city_sees_all(self):
        for siapa, boleh in (
            (self.kaban, {self.dinas_a, self.dinas_b}),
            (self.sistem, {self.dinas_a, self.dinas_b}),
            (self.fasil, {self.dinas_a}),
            (self.pim, {self.dinas_a}),
        ):
            with self.subTest(siapa=siapa.name):
                ada = {u for u in (self.dinas_a, self.dinas_b) if self.baris(siapa, u)}
                self.assertEqual(ada, boleh)
        with self.assertRaises(AccessError):
            self.baris(self.ani, self.dinas_a)
        with self.assertRaises(AccessError):
            self.sebagai(self.ani, "asn.pemakaian")._isi_xlsx()

    def test_spreadsheet_has_twelve_months_of_the_offices_in_reach_and_is_logged(self):
        self.env.flush_all()
        Ekspor = self.env["asn.jejak.ekspor"]
        jumlah = Ekspor.search_count([])
        isi = self.sebagai(self.fasil, "asn.pemakaian")._isi_xlsx()
        lembar = openpyxl.load_workbook(io.BytesIO(isi)).active
        teks = [[str(s) for s in baris if s is not None] for baris in lembar.values]
        unit = [b for b in teks if self.dinas_a.name in b]
        self.assertEqual(len(unit), 12)
        self.assertFalse([b for b in teks if self.dinas_b.name in b])
        self.assertEqual(Ekspor.search_count([]), jumlah + 1)

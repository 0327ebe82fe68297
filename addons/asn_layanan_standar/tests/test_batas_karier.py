"""Who stands at a limit: education, exam, top of the pay table, deferred leave."""

from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, tagged

from .common import CutiCommon
from .common_kp import KpCommon


@tagged("post_install", "-at_install")
class TestBatasKarier(KpCommon, TransactionCase):
    """Services dossier 4.8 and 5.3; ``pegawai`` is pelaksana with a degree (S1)."""

    def daftar(self, kolom, nama="fasilitator"):
        Pegawai = self.env["hr.employee"].with_user(self.u[nama])
        return self.pegawai in Pegawai.search([(kolom, "=", True)])

    def test_kp_r_03_the_highest_rank_of_the_education(self):
        for kode, capai in (("III/c", False), ("III/d", True)):
            self.menjadi(kode, "2023-05-01")
            self.assertEqual(self.daftar("is_batas_pendidikan"), capai, kode)
            self.pegawai.invalidate_recordset()
            self.assertEqual(self.pegawai.is_batas_pendidikan, capai)
        self.duduk("jf_ahli_muda")
        self.assertFalse(self.daftar("is_batas_pendidikan"), "credit decides")

    def test_kp_07_who_needs_the_exam_within_a_year(self):
        self.duduk("pengawas_iva")
        for sejak, perlu in (("2023-03-01", True), ("2024-03-01", False)):
            self.menjadi("III/d", sejak)
            self.assertEqual(self.daftar("is_calon_ujian"), perlu, sejak)
        self.menjadi("III/d", "2023-03-01")
        self.arsip(self.pegawai, "STLUD")
        self.env["asn.dokumen"].search([("jenis_id.kode", "=", "STLUD")])
        self.assertFalse(self.daftar("is_calon_ujian"), "certificate in the archive")

    def test_kgb_05_the_top_of_the_pay_table(self):
        self.menjadi("III/b", "2020-05-01", mkg_tahun=26, mkg_bulan=1)
        self.env["asn.hak.layanan"]._segarkan(self.pegawai)
        self.assertFalse(self.daftar("is_kgb_maksimum"), "MKG 31 y: step 32 comes")
        self.menjadi("III/b", "2025-03-01", mkg_tahun=32)
        self.env["asn.hak.layanan"]._segarkan(self.pegawai)
        self.assertTrue(self.daftar("is_kgb_maksimum"), "the last step is paid")

    def test_lists_keep_to_the_scope_of_the_reader(self):
        self.menjadi("III/d", "2023-05-01")
        self.assertFalse(self.daftar("is_batas_pendidikan", "pegawai2"))
        baru = self.env["hr.employee"].new({})
        self.assertFalse(baru.is_batas_pendidikan)
        lain = self.pegawai.with_user(self.u["pegawai2"])
        with self.assertRaises(AccessError):
            lain.read(["is_kgb_maksimum"])


@tagged("post_install", "-at_install")
class TestTangguhan(CutiCommon, TransactionCase):
    def test_cuti_t_06_deferred_days_that_must_be_used_this_year(self):
        orang = self.pegawai_dari()
        Pegawai = self.env["hr.employee"].with_user(self.u["fasilitator"])
        cari = [("is_cuti_tangguh", "=", True)]
        self.assertNotIn(orang, Pegawai.search(cari))
        self.buku._catat_saldo_awal(orang, 2026, 12, 5, 4, 0, "arsip")
        self.assertIn(orang, Pegawai.search(cari))
        self.assertNotIn(orang, Pegawai.search([("is_cuti_tangguh", "=", False)]))
        self.terbitkan(self.ajukan_cuti(mulai="2026-06-08", selesai="2026-06-11"))
        self.assertEqual(date(2026, 6, 11), orang.riwayat_cuti_ids[0].tanggal_selesai)
        self.assertNotIn(orang, Pegawai.search(cari), "used oldest first")

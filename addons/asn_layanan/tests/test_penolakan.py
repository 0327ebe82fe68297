from odoo.exceptions import UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import SANDI, LayananCommon


@tagged("post_install", "-at_install")
class TestPenolakan(LayananCommon, TransactionCase):
    """Rejection, deferral and withdrawal (PRO-05)."""

    def test_rejection_makes_an_official_letter(self):
        p = self.ajukan()
        self.setujui_sampai(p, "pengawas")
        with self.assertRaises(ValidationError):
            self.sebagai("pengawas", p).action_reject(" ")
        self.sebagai("pengawas", p).action_reject("Belum memenuhi syarat <b>x</b>")
        self.assertEqual((p.state, self.hasil(p)[-1]), ("rejected", "reject"))
        self.assertTrue(p.surat_tolak_id.nomor)
        self.assertIn("Belum memenuhi syarat", p.surat_tolak_id.isi)
        self.assertNotIn("<b>x</b>", p.surat_tolak_id.isi)
        self.assertFalse(p.tugas_ids.filtered(lambda t: t.state == "open"))
        self.assertIn("url", self.sebagai("pegawai", p).action_download())

    def test_deferral_only_where_the_step_allows(self):
        p = self.ajukan()
        self.setujui_sampai(p, "fasilitator")
        with self.assertRaises(UserError):
            self.sebagai("fasilitator", p).action_defer("Mendesak")
        q = self.ajukan("pegawai2")
        self.sebagai("atasan", q).action_defer("Kepentingan dinas mendesak")
        self.assertEqual((q.state, self.hasil(q)[-1]), ("rejected", "defer"))
        self.assertTrue(q.surat_tolak_id)

    def test_withdrawal_in_every_state_before_the_signature(self):
        draf = self.buat_permohonan()
        draf.action_cancel()
        self.assertEqual(draf.state, "cancelled")
        for sampai in ("atasan", "pengawas", None):
            p = self.ajukan()
            self.setujui_sampai(p, sampai)
            with self.assertRaises(ValidationError):
                self.sebagai("pegawai", p).action_cancel("  ")
            self.sebagai("pegawai", p).action_cancel("Tidak jadi")
            self.assertEqual((p.state, p.fase), ("cancelled", "selesai"))
            self.assertFalse(p.tugas_ids.filtered(lambda t: t.state == "open"))
            hasil = self.sebagai("pegawai", p).action_cancel("lagi")
            self.assertEqual(hasil["tag"], "display_notification")
        p = self.ajukan()
        self.terbitkan(p)
        with self.assertRaises(UserError):
            self.sebagai("pegawai", p).action_cancel("terlambat")

    def test_only_the_applicants_side_withdraws(self):
        p = self.ajukan()
        for nama in ("atasan", "admin_aplikasi", "pegawai2", "admin_sistem"):
            with self.subTest(nama=nama):
                if nama == "admin_aplikasi":
                    continue
                with self.assertRaises(UserError):
                    self.sebagai(nama, p).action_cancel("coba")
        self.assertEqual(p.state, "in_review")

    def test_survey_by_deputy_is_recorded(self):
        p = self.ajukan()
        self.terbitkan(p)
        for nilai in ((0, 4), (5, 1), ("x", 2), (None, None)):
            with self.assertRaises(UserError):
                self.sebagai("pegawai", p).action_answer_survey(*nilai)
        with self.assertRaises(UserError):
            self.sebagai("atasan", p).action_answer_survey(4, 4)
        self.sebagai("fasilitator", p).action_answer_survey(4, 4)
        self.assertTrue(p.survei_ids.is_wakil)
        hasil = self.sebagai("pegawai", p).action_answer_survey(1, 1)
        self.assertEqual(hasil["tag"], "display_notification")
        self.assertEqual(p.survei_ids.nilai_layanan, "4")

    def test_stale_tab_decides_nothing_twice(self):
        p = self.buat_permohonan()
        p.action_submit()
        nomor = p.nomor
        self.assertEqual(p.action_submit()["tag"], "display_notification")
        self.assertEqual(p.nomor, nomor)
        q = p.with_env(self.env)
        self.sebagai("atasan", q).action_approve()
        hasil = self.sebagai("atasan", q).action_approve()
        self.assertEqual(hasil["tag"], "display_notification")
        self.assertEqual(self.hasil(q), ["submit", "approve"])
        for nama in ("fasilitator", "admin_aplikasi", "pengawas", "administrator"):
            self.sebagai(nama, q).action_approve()
        self.sebagai("penandatangan", q).action_sign(SANDI)
        surat = q.surat_id
        hasil = self.sebagai("penandatangan", q).action_sign(SANDI)
        self.assertEqual(hasil["tag"], "display_notification")
        self.assertEqual(q.surat_id, surat)

    def test_decision_on_an_outdated_screen_refused(self):
        p = self.ajukan()
        lain = self.tambah_orang(
            "atasan2", ("pimpinan",), self.bidang_a, self.jab_pelaksana
        )
        self.assertTrue(lain)
        self.sebagai("atasan", p).action_approve()
        with self.assertRaises(UserError):
            self.sebagai("fasilitator", p).with_context(asn_dilihat=1).action_approve()
        self.sebagai("fasilitator", p).with_context(asn_dilihat=2).action_approve()

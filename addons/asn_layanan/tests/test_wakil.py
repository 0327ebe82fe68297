from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestWakil(LayananCommon, TransactionCase):
    """Filing on behalf, consent, objection, withdrawal, linked requests (F25, F31)."""

    def _wakilkan(self):
        pegawai = self.u["pegawai"].employee_id
        p = self.buat_permohonan(
            "fasilitator", employee_id=pegawai.id, dasar_wakil="Surat kuasa 2 Maret"
        )
        p.action_submit()
        return p.sudo(False).with_env(self.env)

    def test_employee_is_told_and_the_history_names_both(self):
        p = self._wakilkan()
        self.assertEqual(
            (p.persetujuan, p.pengaju_id), ("menunggu", self.u["fasilitator"])
        )
        kabar = self.env["asn.pemberitahuan"].search(
            [("user_id", "=", self.u["pegawai"].id), ("jenis", "=", "tindakan")]
        )
        self.assertIn(p.nomor, kabar.judul)
        catatan = p.keputusan_ids[0].catatan
        self.assertIn("Surat kuasa 2 Maret", catatan)
        self.assertIn(p.employee_id.name, catatan)
        self.assertFalse(p.keputusan_ids._verify_chain())
        self.assertTrue(self.sebagai("pegawai", p).can_setuju)
        self.sebagai("pegawai", p).action_setuju()
        self.assertEqual(p.persetujuan, "setuju")
        self.assertTrue(p.persetujuan_pada)
        with self.assertRaises(UserError):
            self.sebagai("pegawai", p).action_keberatan("Berubah pikiran")

    def test_objection_withdraws_and_tells_the_filer(self):
        p = self._wakilkan()
        with self.assertRaises(ValidationError):
            self.sebagai("pegawai", p).action_keberatan(" ")
        self.sebagai("pegawai", p).action_keberatan("Tidak pernah minta")
        self.assertEqual((p.state, p.persetujuan), ("cancelled", "keberatan"))
        self.assertIn("Tidak pernah minta", p.keputusan_ids[-1].catatan)
        self.assertTrue(
            self.env["asn.pemberitahuan"].search_count(
                [
                    ("user_id", "=", self.u["fasilitator"].id),
                    ("permohonan_id", "=", p.id),
                    ("jenis", "=", "peringatan"),
                ]
            )
        )

    def test_only_the_employee_answers(self):
        p = self._wakilkan()
        for nama in ("fasilitator", "pegawai2", "atasan", "admin_sistem"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.sebagai(nama, p).action_setuju()
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.sebagai(nama, p).action_keberatan("x")
        with self.assertRaises(AccessError):
            self.buat_permohonan("fasilitator", persetujuan="setuju")
        with self.assertRaises(AccessError):
            p.with_user(self.u["fasilitator"]).dasar_wakil = "Diubah"

    def test_own_request_needs_no_consent(self):
        p = self.ajukan()
        self.assertFalse(p.persetujuan or p.is_diwakili or p.keputusan_ids.catatan)

    def test_withdrawal_asks_for_a_reason_once_submitted(self):
        p = self.ajukan()
        self.setujui_sampai(p)
        self.assertEqual(p.state, "approved")
        dialog = self.env["asn.permohonan.putusan"].with_user(self.u["pegawai"])
        tanpa = dialog.create({"permohonan_id": p.id, "jenis": "cancel"})
        with self.assertRaises(ValidationError):
            tanpa.action_putuskan()
        dengan = dialog.create(
            {"permohonan_id": p.id, "jenis": "cancel", "alasan": "Tidak jadi"}
        )
        dengan.action_putuskan()
        self.assertEqual(p.state, "cancelled", "after approval, before signature")
        self.assertEqual(p.keputusan_ids[-1].catatan, "Tidak jadi")

    def test_linked_requests_are_shown_by_the_readers_rights(self):
        lama = self.ajukan()
        self.terbitkan(lama)
        lama.with_user(self.u["pegawai"]).action_tindak("koreksi", "Keliru")
        baru = self.ajukan()
        nomor = {
            b["nomor"]: b["hubungan"] for b in self.sebagai("pegawai", baru).kaitan
        }
        self.assertIn(lama.nomor, nomor)
        milik_lama = self.sebagai("pegawai", lama).kaitan
        self.assertEqual(
            len(milik_lama), 2, "the correction and the open one, once each"
        )
        self.assertFalse(self.sebagai("fasilitator", baru).kaitan == milik_lama)

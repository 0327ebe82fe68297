from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import MasukCommon


@tagged("post_install", "-at_install")
class TestPemulihan(MasukCommon, TransactionCase):
    """Reset of a second factor: reason, four eyes, notice, never one's own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.satu = cls.akun("pulih_satu", "admin_sistem")
        cls.dua = cls.akun("pulih_dua", "admin_sistem")
        cls.kepala = cls.akun("pulih_kepala", "kepala_badan")
        cls.ttd = cls.akun("pulih_ttd", "penandatangan")
        cls.biasa = cls.akun("pulih_biasa")
        for user in cls.satu | cls.dua | cls.ttd | cls.biasa:
            cls.pasang_totp(user)

    def _usul(
        self, pengusul, user, alasan="Ponsel hilang di pasar, datang membawa KTP"
    ):
        return (
            self.env["asn.pemulihan.faktor"]
            .with_user(pengusul)
            .create({"user_id": user.id, "alasan": alasan, "bukti_diri": "tatap_muka"})
        )

    def test_ordinary_employee_is_reset_at_once_and_told(self):
        usul = self._usul(self.satu, self.biasa)
        self.assertEqual(usul.state, "selesai")
        self.assertFalse(self.biasa.asn_faktor_ada)
        self.assertTrue(
            self.env["mail.notification"].search(
                [("res_partner_id", "=", self.biasa.partner_id.id)]
            )
        )
        catatan = self.biasa.asn_masuk_ids.filtered(
            lambda c: c.peristiwa == "faktor_direset"
        )
        self.assertEqual(catatan.pelaku_id, self.satu)

    def test_signer_is_reset_by_two(self):
        usul = self._usul(self.satu, self.ttd)
        self.assertEqual(usul.state, "diajukan")
        self.assertTrue(self.ttd.asn_faktor_ada)
        for bukan in (self.satu, self.biasa, self.ttd):
            with self.assertRaises(AccessError):
                usul.with_user(bukan).action_setujui()
        usul.with_user(self.dua).action_setujui()
        self.assertFalse(self.ttd.asn_faktor_ada)
        self.assertEqual((usul.pengusul_id, usul.pemutus_id), (self.satu, self.dua))
        with self.assertRaises(UserError):
            usul.with_user(self.kepala).action_tolak()

    def test_refused_reset_changes_nothing(self):
        usul = self._usul(self.satu, self.ttd)
        usul.with_user(self.kepala).action_tolak()
        self.assertEqual(usul.state, "ditolak")
        self.assertTrue(self.ttd.asn_faktor_ada)

    def test_nobody_resets_the_own(self):
        with self.assertRaises(AccessError):
            self._usul(self.satu, self.satu)
        usul = self._usul(self.satu, self.dua)
        with self.assertRaises(AccessError):
            usul.with_user(self.dua).action_setujui()

    def test_result_cannot_be_written_past_the_buttons(self):
        for nilai in ({"state": "selesai"}, {"pengusul_id": self.dua.id}):
            with self.assertRaises(AccessError):
                self.env["asn.pemulihan.faktor"].with_user(self.satu).create(
                    {
                        "user_id": self.ttd.id,
                        "alasan": "sebuah alasan yang panjang",
                        "bukti_diri": "video",
                        **nilai,
                    }
                )
        usul = self._usul(self.satu, self.ttd)
        for nilai in ({"state": "selesai"}, {"user_id": self.biasa.id}):
            with self.assertRaises(AccessError):
                usul.with_user(self.satu).write(nilai)
        with self.assertRaises(UserError):
            self._usul(self.satu, self.ttd, "lupa")
        with self.assertRaises(AccessError):
            self._usul(self.biasa, self.ttd)

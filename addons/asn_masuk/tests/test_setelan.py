from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import MasukCommon


@tagged("post_install", "-at_install")
class TestSetelan(MasukCommon, TransactionCase):
    """The page “Masuk dan keamanan”."""

    def test_administrator_sets_and_others_do_not(self):
        admin = self.akun("setelan_admin", "admin_sistem")
        Setelan = self.env["asn.setelan.masuk"].with_user(admin)
        halaman = Setelan.create({})
        self.assertEqual(halaman.asn_sandi_panjang, 12)
        self.assertEqual(halaman.asn_kunci_layar, 15)
        fasilitator = self.env.ref("asn_base.group_fasilitator")
        halaman.write(
            {
                "asn_sandi_panjang": 14,
                "asn_sandi_kecil": False,
                "asn_kunci_layar": 5,
                "asn_faktor_grup_ids": [Command.link(fasilitator.id)],
            }
        )
        halaman.action_simpan()
        self.assertEqual(self.env["res.users"].get_password_policy()["minlength"], 14)
        self.assertFalse(self.env["res.users"]._asn_setelan("sandi_kecil"))
        self.assertTrue(fasilitator.asn_faktor_wajib)
        self.assertEqual(admin._get_lock_timeout_inactivity(), 300)
        kedua = Setelan.create({})
        self.assertIn(fasilitator, kedua.asn_faktor_grup_ids)
        with self.assertRaises(AccessError):
            self.env["asn.setelan.masuk"].with_user(self.akun("setelan_x")).create({})

    def test_values_that_lock_everybody_out_are_refused(self):
        admin = self.akun("setelan_batas", "admin_sistem")
        for nilai in (
            {"asn_sandi_panjang": 4},
            {"asn_batas_gagal": 0},
            {"asn_sesi_jam": 0},
            {"asn_sandi_dimatikan": True},
        ):
            halaman = self.env["asn.setelan.masuk"].with_user(admin).create(nilai)
            with self.assertRaises(UserError):
                halaman.action_simpan()

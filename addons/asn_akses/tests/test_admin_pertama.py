from odoo.addons.asn_audit.tests.common import AuditCommon
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestAdminPertama(AuditCommon, TransactionCase):
    """How a city begins: by the operator's shell, once."""

    def test_the_first_administrator_closes_the_account_of_the_installation(self):
        admin = self.env.ref("base.user_admin")
        awal = self.env["asn.pemeriksaan.awal"]
        admin.password = "sebuah kalimat sandi yang panjang 7"
        self.env.flush_all()
        self.assertEqual(awal._akun_pemasangan(), "sandi,peran")
        tautan = self.env["hr.employee"]._asn_admin_pertama(
            "Rahma Dewi", "199001012015011002", "rahma@contoh.go.id"
        )
        self.assertIn("/web/signup?token=", tautan)
        self.assertEqual(awal._akun_pemasangan(), "")
        user = self.env["res.users"].search([("login", "=", "199001012015011002")])
        self.assertFalse(
            user.has_group("asn_base.group_admin_sistem"), "the pact comes first"
        )
        Pakta = self.env["asn.pakta"]._mesin()
        for teks in self.env["asn.pakta.teks"]._yang_berlaku():
            Pakta.create(Pakta._vals_pakta(user, teks))
        user._asn_terapkan_gerbang()
        self.assertTrue(user.has_group("asn_base.group_admin_sistem"))
        with self.assertRaises(AccessError):
            admin.with_user(user).write({"active": True})
        with self.assertRaises(UserError):
            self.env["hr.employee"]._asn_admin_pertama("Lain", "199001012015011003")

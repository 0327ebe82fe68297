from odoo.exceptions import AccessError
from odoo.tests import TransactionCase

from .test_pintu_inti import Pintu


class TestNamaAkun(Pintu, TransactionCase):
    """The name of an account is a NIP: the owner's and the administrators'."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.budi.login = "196105051988031001"

    def test_administrator_finds_and_reads_accounts_by_name(self):
        admin = self.buat_user("nama_admin", ("admin_sistem",))
        Akun = self.env["res.users"].with_user(admin)
        self.assertEqual(Akun.search([("login", "=", "196105051988031001")]), self.budi)
        self.assertEqual(Akun.name_search("196105051988031001")[0][0], self.budi.id)
        self.assertEqual(Akun.browse(self.budi.id).login, "196105051988031001")
        self.assertIn("login", Akun.fields_get())
        mitra = self.budi.partner_id.with_user(admin)
        self.assertIn("196105051988031001", str(mitra.signup_get_auth_param()))

    def test_employee_has_the_own_name_and_finds_colleagues_by_theirs(self):
        Akun = self.env["res.users"].with_user(self.ani)
        self.assertEqual(Akun.browse(self.ani.id).login, "pintu_ani")
        self.assertEqual(
            Akun.browse(self.ani.id).read(["login"])[0]["login"], "pintu_ani"
        )
        self.assertIn(self.budi, Akun.search([("name", "=", self.budi.name)]))
        self.assertIn(self.budi.id, dict(Akun.name_search(self.budi.name)))
        self.assertIn("login", Akun.fields_get(["login"]), "for the own preferences")

    def test_employee_learns_no_other_name_by_any_way(self):
        Akun = self.env["res.users"].with_user(self.ani)
        lain = Akun.browse(self.budi.id)
        self.assertFalse(Akun.name_search("196105051988031001"))
        self.assertFalse(Akun.search([("display_name", "=", "196105051988031001")]))
        for cara in (
            lambda: lain.login,
            lambda: lain.read(["login"]),
            lambda: Akun.search([("login", "=", "196105051988031001")]),
            lambda: Akun.search([], order="login"),
            lambda: Akun.formatted_read_group([], ["login"], ["__count"]),
            lambda: Akun.env["hr.employee"].search([("user_id.login", "=", "x")]),
            lambda: Akun.env["res.partner"].search([("user_ids.login", "=", "x")]),
            lambda: lain.partner_id.signup_get_auth_param(),
        ):
            with self.assertRaises(AccessError):
                cara()

from odoo.exceptions import AccessError
from odoo.tests import TransactionCase
from odoo.tools import mute_logger

from .common import AsnCommon


class TestDialog(AsnCommon, TransactionCase):
    """What somebody has put into a dialog, and somebody else who looks for it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ani = cls.buat_pegawai_user("dialog_ani")
        cls.budi = cls.buat_pegawai_user("dialog_budi")
        cls.admin = cls.buat_pegawai_user("dialog_admin", ("admin_sistem",))

    @mute_logger("odoo.addons.base.models.ir_rule")
    def test_uploaded_import_file_is_its_owners(self):
        Impor = self.env["base_import.import"]
        milik = Impor.with_user(self.ani).create(
            {"res_model": "res.partner.category", "file": b"nik\n16"}
        )
        self.assertEqual(milik.read(["file"])[0]["file"], b"nik\n16")
        for lain in (self.budi, self.admin):
            dia = milik.with_user(lain)
            self.assertFalse(dia.search([("id", "=", milik.id)]))
            with self.assertRaises(AccessError):
                dia.read(["file"])
            with self.assertRaises(AccessError):
                dia.write({"res_model": "res.users"})

    def test_every_dialog_is_closed_to_others(self):
        user = self.ani
        for name, Model in self.env.registry.items():
            if Model._transient:
                domain = self.env["ir.rule"].with_user(user)._compute_domain(name)
                with self.subTest(dialog=name):
                    self.assertIn(("create_uid", "=", user.id), list(domain))

    def test_rights_are_not_rewritten_on_a_screen(self):
        for name in ("ir.rule", "ir.model.access", "ir.model.fields", "ir.model"):
            Model = self.env[name].with_user(self.admin)
            with self.subTest(model=name):
                self.assertTrue(Model.has_access("read"))
                for operation in ("create", "write", "unlink"):
                    self.assertFalse(Model.has_access(operation))

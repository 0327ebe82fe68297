from odoo.exceptions import AccessError
from odoo.tests import TransactionCase
from odoo.tools import mute_logger

from .common import AsnCommon

SURAT = (
    "From: kepala@contoh.go.id\nTo: x@contoh.go.id\nSubject: Palsu\n"
    "Message-Id: <palsu-1@contoh.go.id>\n\nDisetujui."
)


class TestGerbangSurel(AsnCommon, TransactionCase):
    """Somebody forges an incoming mail over RPC."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ani = cls.buat_pegawai_user("surel_ani")
        cls.unit = cls.buat_unit("Dinas Surel", "opd")

    @mute_logger("odoo.addons.mail.models.mail_thread")
    def test_forged_mail_makes_and_posts_nothing(self):
        Utas = self.env["mail.thread"].with_user(self.ani)
        Unit = self.env["hr.department"]
        sebelum = Unit.search_count([]), len(self.unit.message_ids)
        with self.assertRaises(AccessError):
            Utas.message_process("hr.department", SURAT, {"name": "Palsu"})
        with self.assertRaises(AccessError):
            Utas.message_process("hr.department", SURAT, thread_id=self.unit.id)
        with self.assertRaises(AccessError):
            Utas.message_route(None, {}, "hr.department")
        with self.assertRaises(AccessError):
            Utas.message_parse(SURAT)
        with self.assertRaises(AccessError):
            Unit.with_user(self.ani).message_new({"subject": "x"}, {"name": "Palsu"})
        with self.assertRaises(AccessError):
            self.unit.with_user(self.ani).message_update({}, {"name": "Palsu"})
        self.assertEqual((Unit.search_count([]), len(self.unit.message_ids)), sebelum)

    @mute_logger("odoo.addons.mail.models.mail_thread")
    def test_the_server_delivers(self):
        self.env["mail.thread"].message_process(
            "hr.department", SURAT, thread_id=self.unit.id
        )
        self.assertIn("Disetujui", self.unit.message_ids[0].body)

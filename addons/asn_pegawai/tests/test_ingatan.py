from odoo.exceptions import AccessError
from odoo.fields import Command, Date
from odoo.tests import freeze_time

from .common import PegawaiCommon


class TestIngatan(PegawaiCommon):
    """What is kept between requests is forgotten when it changes."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ani = cls.orang("ani_ingat", unit=cls.bidang_a, nik="1673015703850001")
        cls.utama = cls.orang("utama_ingat", ("admin_utama",), unit=cls.dinas_a)

    def test_field_rights_follow_the_groups_at_once(self):
        """Who becomes an officer reads what was closed a moment ago, and back."""
        orang = self.ani.with_user(self.utama.user_id)
        grup = self.env.ref("asn_base.group_admin_utama")
        with self.assertRaises(AccessError):
            orang.read(["nik"])
        self.assertTrue(orang.read(["nip"]))
        self.utama.user_id.group_ids = [
            Command.unlink(grup.id),
            Command.link(self.env.ref("hr.group_hr_user").id),
        ]
        self.assertEqual(orang.read(["nik"])[0]["nik"], "1673015703850001")
        self.utama.user_id.group_ids = [Command.link(grup.id)]
        with self.assertRaises(AccessError):
            orang.read(["nik"])

    def test_people_of_the_same_groups_share_the_answer_and_nobody_else(self):
        user = self.ani.user_id
        medan = self.ani._fields["gaji_pokok"]
        for siapa, boleh in ((user, True), (self.utama.user_id, False), (user, True)):
            pegawai = self.env["hr.employee"].with_user(siapa)
            self.assertEqual(pegawai._has_field_access(medan, "read"), boleh)
        self.assertTrue(self.ani.sudo()._has_field_access(medan, "read"))

    def test_todays_date_follows_the_calendar_of_the_city(self):
        company = self.env.company
        company.resource_calendar_id.tz = "Asia/Jakarta"
        Pegawai = self.env["hr.employee"]
        with freeze_time("2026-03-01 16:30:00"):
            self.assertEqual(Pegawai._asn_hari_ini(), Date.to_date("2026-03-01"))
            company.resource_calendar_id.tz = "Asia/Jayapura"
            self.assertEqual(Pegawai._asn_hari_ini(), Date.to_date("2026-03-02"))
            lain = company.resource_calendar_id.copy({"tz": "Asia/Jakarta"})
            company.resource_calendar_id = lain
            self.assertEqual(Pegawai._asn_hari_ini(), Date.to_date("2026-03-01"))

    def test_units_granted_are_forgotten_with_the_grant(self):
        fasil = self.orang("fasil_ingat", ("fasilitator",), unit=self.dinas_b).user_id
        fasil.asn_unit_ids = self.dinas_a
        self.assertIn(self.bidang_a.id, fasil._asn_cakupan_unit())
        fasil.asn_unit_ids = self.dinas_b
        self.assertNotIn(self.bidang_a.id, fasil._asn_cakupan_unit())
        self.bidang_a.parent_id = self.dinas_b
        self.assertIn(self.bidang_a.id, fasil._asn_cakupan_unit())

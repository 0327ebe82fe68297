"""Core's doors into other people's files, each closed and each tested.

The numbers are those of the findings on hr.employee in Odoo 19.
"""

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import HttpCase, TransactionCase

from .common import AsnCommon

PRIVAT = ("hr.employee", "hr.version")


def sudo_doors(env, private=PRIVAT):
    """Return the searchable fields that superuser computes out of private models."""
    doors = []
    for model in env.registry.values():
        if model._abstract or model._transient or model._name in private:
            continue
        for field in model._fields.values():
            if field.store or not field.related or not field.compute_sudo:
                continue
            step, crossed = model, False
            for name in field.related.split("."):
                crossed |= step._name in private
                comodel = step._fields[name].comodel_name
                step = env.registry[comodel] if comodel else step
            if crossed and field.groups:
                doors.append(f"{model._name}.{field.name}")
    return doors


class Pintu(AsnCommon):
    """Two colleagues; employees are readable by row, as the product does it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.buat_unit("Dinas", "opd")
        cls.ani = cls.buat_pegawai_user("pintu_ani", unit=cls.unit)
        cls.budi = cls.buat_pegawai_user(
            "pintu_budi",
            unit=cls.unit,
            private_email="budi.rahasia@surel.id",
            birthday="1961-05-05",
        )
        model = cls.env["ir.model"]._get_id("hr.employee")
        pegawai = cls.peran("pegawai")
        cls.env["ir.model.access"].create(
            {
                "name": "uji",
                "model_id": model,
                "group_id": pegawai.id,
                "perm_read": True,
            }
        )
        cls.env["ir.rule"].create(
            {
                "name": "uji pegawai",
                "model_id": model,
                "groups": [Command.link(pegawai.id)],
                "domain_force": "[('user_id', '=', user.id)]",
            }
        )
        cls.env["ir.rule"].create(
            {
                "name": "uji petugas",
                "model_id": model,
                "groups": [Command.link(cls.env.ref("hr.group_hr_user").id)],
                "domain_force": "[(1, '=', 1)]",
            }
        )


class TestPintuInti(Pintu, TransactionCase):
    """Findings 1 to 14 as far as they concern core."""

    def cari(self, model, domain):
        """Return what Ani finds; a refusal finds nothing."""
        try:
            return self.env[model].with_user(self.ani).search(domain)
        except AccessError:
            return self.env[model]

    def test_01_no_superuser_door_into_private_models(self):
        self.assertEqual(sudo_doors(self.env), [])

    def test_01_private_email_cannot_be_searched(self):
        domain = [("private_email", "=like", "budi.rahasia%")]
        self.assertFalse(self.cari("res.users", domain))
        self.assertEqual(self.env["res.users"].search(domain), self.budi)

    def test_01_bank_account_leads_to_nobody(self):
        bank = self.env["res.partner.bank"].create(
            {
                "acc_number": "0123456789",
                "partner_id": self.budi.employee_id.work_contact_id.id,
                "allow_out_payment": True,
            }
        )
        self.budi.employee_id.bank_account_ids = bank
        lahir = ("birthday", "<", "1962-01-01")
        for model, path in (
            ("res.users", "bank_account_ids.employee_id"),
            ("res.partner.bank", "employee_id"),
        ):
            with self.subTest(model=model):
                domain = [(path, "any", [lahir])]
                self.assertFalse(self.cari(model, domain))
                domain = [(f"{path}.birthday", "<", "1962-01-01")]
                self.assertFalse(self.cari(model, domain))

    def test_02_private_email_of_others_is_not_read(self):
        try:
            seen = self.budi.with_user(self.ani).read(["private_email"])
        except AccessError:
            return
        self.assertFalse(seen[0]["private_email"])

    def test_04_legal_data_of_oneself_is_not_written(self):
        self.assertIn(self.ani.id, self.ani.with_user(self.ani).ids)
        for values in (
            {"name": "Ganti"},
            {"email": "lain@surel.id"},
            {"phone": "0812"},
            {"private_street": "Jalan"},
            {"private_email": "x@surel.id"},
            {"emergency_contact": "X"},
            {"barcode": "123"},
            {"work_phone": "0812"},
            {"mobile_phone": "0812"},
        ):
            with self.subTest(values=values), self.assertRaises(AccessError):
                self.ani.with_user(self.ani).write(values)

    def test_04_own_preferences_are_written(self):
        self.ani.with_user(self.ani).write(
            {"lang": "en_US", "tz": "Asia/Makassar", "signature": "<p>Ani</p>"}
        )
        self.assertEqual(self.ani.tz, "Asia/Makassar")

    def test_05_absences_are_not_self_made(self):
        Leave = self.env["resource.calendar.leaves"]
        values = {
            "name": "Libur sendiri",
            "resource_id": self.ani.employee_id.resource_id.id,
            "date_from": "2026-06-01 00:00:00",
            "date_to": "2026-06-02 00:00:00",
        }
        with self.assertRaises(AccessError):
            Leave.with_user(self.ani).create(values)
        mine = Leave.create(values).with_user(self.ani)
        self.assertEqual(mine.name, "Libur sendiri")
        with self.assertRaises(AccessError):
            mine.write({"date_to": "2026-07-01 00:00:00"})
        with self.assertRaises(AccessError):
            mine.unlink()

    def test_05_absences_of_people_without_account_are_closed(self):
        tanpa_akun = self.env["hr.employee"].create({"name": "Tanpa Akun"})
        leave = self.env["resource.calendar.leaves"].create(
            {
                "name": "Sakit",
                "resource_id": tanpa_akun.resource_id.id,
                "date_from": "2026-06-01 00:00:00",
                "date_to": "2026-06-02 00:00:00",
            }
        )
        self.assertFalse(leave.with_user(self.ani).has_access("read"))

    def test_06_subjects_of_others_messages_are_closed(self):
        self.budi.partner_id.message_post(
            body="rahasia",
            subject="Hukuman Budi",
            partner_ids=self.budi.partner_id.ids,
            message_type="comment",
            subtype_xmlid="mail.mt_comment",
        )
        found = self.env["mail.notification"].search(
            [("res_partner_id", "=", self.budi.partner_id.id)]
        )
        self.assertTrue(found)
        self.assertFalse(self.cari("mail.notification", [("id", "in", found.ids)]))
        own = self.env["mail.notification"].with_user(self.budi).search([])
        self.assertTrue(found <= own)

    def test_06_who_follows_what_is_closed(self):
        self.budi.employee_id.message_subscribe(self.budi.partner_id.ids)
        domain = [("partner_id", "=", self.budi.partner_id.id)]
        self.assertTrue(self.env["mail.followers"].search(domain))
        self.assertFalse(self.cari("mail.followers", domain))

    def test_07_no_account_is_a_bare_internal_user(self):
        user = self.env["res.users"].create({"name": "Baru", "login": "pintu_baru"})
        self.assertTrue(user.has_group("asn_base.group_pegawai"))

    def test_09_reading_is_no_right_to_post(self):
        own = self.ani.employee_id.with_user(self.ani)
        self.assertTrue(own.has_access("read"))
        with self.assertRaises(AccessError):
            own.message_post(body="halo", message_type="comment")

    def test_11_company_rule_reads_no_other_table(self):
        for name in ("hr_employee_comp_rule", "hr_employee_public_comp_rule"):
            rule = self.env.ref(f"hr.{name}")
            self.assertEqual(rule.domain_force, "[('company_id', 'in', company_ids)]")

    def test_14_nobody_is_subscribed_to_the_general_channel(self):
        channel = self.env.ref("mail.channel_all_employees")
        self.assertFalse(channel.group_ids)
        self.assertNotIn(self.ani.partner_id, channel.channel_partner_ids)

    def test_diploma_is_not_self_made(self):
        line = {"name": "Doktor", "employee_id": self.ani.employee_id.id}
        with self.assertRaises(AccessError):
            self.env["hr.resume.line"].with_user(self.ani).create(line)

    def test_link_opens_the_full_form_by_row(self):
        own, other = self.ani.employee_id, self.budi.employee_id
        for employee, model in ((own, "hr.employee"), (other, "hr.employee.public")):
            with self.subTest(model=model):
                action = employee.with_user(self.ani).get_formview_action()
                self.assertEqual(action["res_model"], model)
        self.assertFalse(own.with_user(self.ani).get_formview_id())

    def test_people_of_a_unit_open_in_the_directory(self):
        unit = self.unit.with_user(self.ani)
        self.assertEqual(
            unit.action_employee_from_department()["res_model"], "hr.employee.public"
        )
        officer = self.buat_user("pintu_petugas", ("admin_sistem",))
        action = self.unit.with_user(officer).action_employee_from_department()
        self.assertEqual(action["res_model"], "hr.employee")

    def test_core_department_page_is_by_scope(self):
        domain = [("has_read_access", "=", True), ("id", "=", self.unit.id)]
        self.assertFalse(self.cari("hr.department", domain))
        self.unit.manager_id = self.ani.employee_id
        self.assertEqual(self.cari("hr.department", domain), self.unit)


class TestPintuHttp(Pintu, HttpCase):
    """The org chart's own route."""

    def test_org_chart_links_to_the_public_form(self):
        self.authenticate("pintu_ani", "pintu_ani")
        answer = self.make_jsonrpc_request("/hr/get_redirect_model", {})
        self.assertEqual(answer, "hr.employee.public")

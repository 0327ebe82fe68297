import re
from datetime import date
from pathlib import Path
from unittest.mock import patch

from odoo.modules import Manifest
from odoo.tests import TransactionCase, tagged
from odoo.tools import format_date

from ..domain.tanggal import format_pendek
from .common import PERAN, AsnCommon


@tagged("post_install", "-at_install")
class TestPemasangan(AsnCommon, TransactionCase):
    """What an installation leaves behind."""

    def test_indonesian_as_indonesians_write_it(self):
        lang = self.env["res.lang"]._lang_get("id_ID")
        self.assertTrue(lang.active)
        hari = date(2026, 3, 17)
        self.assertEqual(
            format_date(self.env, hari, lang_code="id_ID"),
            format_pendek(hari),
            "a date on the screen and one in a sentence look alike",
        )
        self.assertEqual((lang.decimal_point, lang.thousands_sep), (",", "."))
        self.assertEqual(lang.week_start, "1")

    def test_core_speaks_indonesian(self):
        menu = self.env.ref("base.menu_administration")
        self.assertEqual(menu.with_context(lang="id_ID").name, "Pengaturan")
        for xml_id, kita in (
            ("base.menu_users", "Pengguna dan Perusahaan"),
            ("mail.mail_activity_data_todo", "Tugas"),
            ("mail.mail_activity_data_email", "Surel"),
        ):
            istilah = self.env.ref(xml_id)
            self.assertEqual(istilah.with_context(lang="id_ID").name, kita)

    def test_new_people_get_language_and_time(self):
        partner = self.env["res.partner"].create({"name": "Baru"})
        self.assertEqual((partner.lang, partner.tz), ("id_ID", "Asia/Jakarta"))
        user = self.env["res.users"].create({"name": "Akun", "login": "pasang_akun"})
        self.assertEqual((user.lang, user.tz), ("id_ID", "Asia/Jakarta"))
        employee = self.env["hr.employee"].create({"name": "Orang"})
        self.assertEqual(employee.resource_id.tz, "Asia/Jakarta")

    def test_automatic_mail_is_indonesian_too(self):
        self.assertEqual(self.env.ref("base.partner_root").lang, "id_ID")

    def test_scheduled_work_is_indonesian_too(self):
        action = self.env["ir.actions.server"].create(
            {
                "name": "uji",
                "model_id": self.env["ir.model"]._get_id("res.partner"),
                "state": "code",
                "code": "env.ref('base.partner_root').write("
                "{'ref': env.lang + env.context['tz']})",
            }
        )
        cron = self.env["ir.cron"].create(
            {"name": "uji", "ir_actions_server_id": action.id, "interval_number": 1}
        )
        with patch.object(self.env.cr, "commit"):
            cron.with_context(lang=None, tz=None)._callback("uji", action.id)
        self.assertEqual(self.env.ref("base.partner_root").ref, "id_IDAsia/Jakarta")

    def test_city_works_five_days_in_its_time(self):
        kalender = self.env.ref("base.main_company").resource_calendar_id
        self.assertEqual(kalender.tz, "Asia/Jakarta")
        self.assertFalse(self.env["resource.calendar"].search([("tz", "=", "UTC")]))

    def test_installing_again_changes_nothing_of_the_office(self):
        """LL-4-2-c: an upgrade keeps what BKPSDM has set."""
        company = self.env.ref("base.main_company")
        company.name = "Pemerintah Kabupaten Lain"
        company.resource_calendar_id = self.env.ref("asn_base.kalender_6_hari")
        self.env["res.company"]._asn_siapkan_daerah()
        self.assertEqual(company.name, "Pemerintah Kabupaten Lain")
        self.assertEqual(
            company.resource_calendar_id, self.env.ref("asn_base.kalender_6_hari")
        )

    def test_language_is_activated_where_it_was_not(self):
        self.env["res.lang"]._activate_lang("en_US")
        users = self.env["res.users"].with_context(active_test=False).search([])
        users.partner_id.lang = "en_US"
        self.env["res.partner"].with_context(active_test=False).search(
            [("lang", "=", "id_ID")]
        ).lang = "en_US"
        lang = self.env["res.lang"]._lang_get("id_ID")
        self.env["ir.default"].search(
            [("field_id.name", "=", "lang"), ("field_id.model", "=", "res.partner")]
        ).unlink()
        self.env["res.lang"].browse(lang.id).active = False
        self.env["res.company"]._asn_siapkan_bahasa()
        self.assertTrue(self.env["res.lang"].search([("code", "=", "id_ID")]))
        self.assertEqual(self.env.ref("base.user_admin").lang, "id_ID")

    def test_every_file_of_the_backend_bundle_exists(self):
        assets = self.env["ir.asset"]._get_asset_paths("web.assets_backend", {})
        missing = [
            path
            for path, full, *_rest in assets
            if full and not Path(full).exists() or "selfie_segmentation" in path
        ]
        self.assertEqual(missing, [])

    def test_each_role_opens_the_product_first(self):
        for peran in PERAN:
            user = self.buat_user(f"pasang_{peran}", (peran,))
            Menu = self.env["ir.ui.menu"].with_user(user)
            apps = Menu.load_menus(False)["root"]["children"]
            with self.subTest(peran=peran):
                self.assertEqual(apps[0], self.env.ref("asn_base.menu_asn_root").id)

    def test_core_personnel_app_is_for_officers(self):
        menu = self.env.ref("hr.menu_hr_root").id
        pegawai = self.buat_user("pasang_menu")
        petugas = self.buat_user("pasang_petugas", ("admin_sistem",))
        for user, visible in ((pegawai, False), (petugas, True)):
            ids = self.env["ir.ui.menu"].with_user(user)._visible_menu_ids()
            with self.subTest(user=user.login):
                self.assertEqual(menu in ids, visible)

    def test_help_of_no_screen_shows_missing_pictures(self):
        self.env.cr.execute(
            "SELECT id FROM ir_act_window WHERE help::text LIKE '%/static/%icon.png%'"
        )
        actions = self.env["ir.actions.act_window"].browse(
            row[0] for row in self.env.cr.fetchall()
        )
        missing = [
            (action.xml_id, lang, src)
            for action in actions
            for lang in ("en_US", "id_ID")
            for src in re.findall(
                r'src="/(\w+)/static', action.with_context(lang=lang).help or ""
            )
            if not Manifest.for_addon(src, display_warning=False)
        ]
        self.assertEqual(missing, [])

    def test_one_role_per_group(self):
        for peran in PERAN:
            role = self.env.ref(f"asn_base.role_{peran}")
            with self.subTest(peran=peran):
                self.assertEqual(role.implied_ids, self.peran(peran))

    def test_a_role_given_by_date_gives_its_group(self):
        user = self.buat_user("pasang_peran")
        user.role_line_ids = [
            (0, 0, {"role_id": self.env.ref("asn_base.role_fasilitator").id})
        ]
        self.assertTrue(user.has_group("asn_base.group_fasilitator"))
        self.assertTrue(user.has_group("asn_base.group_pegawai"))
        user.role_line_ids = [
            (1, user.role_line_ids.id, {"date_to": "2020-01-01"}),
            (0, 0, {"role_id": self.env.ref("asn_base.role_pegawai").id}),
        ]
        self.assertFalse(user.has_group("asn_base.group_fasilitator"))

    def test_nothing_is_asked_outside_at_login(self):
        company = self.env.ref("base.main_company")
        self.assertFalse(company.uses_default_logo)
        if "iap_enrich_auto_done" in company._fields:
            self.assertTrue(company.iap_enrich_auto_done)
            other = self.env["res.company"].create({"name": "Kabupaten Lain"})
            self.assertTrue(other.iap_enrich_auto_done)

    def test_icon_of_the_application_is_there(self):
        path = Path(Manifest.for_addon("asn_base").path)
        self.assertTrue((path / "static" / "description" / "icon.png").exists())

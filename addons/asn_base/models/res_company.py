import base64

from odoo import api, fields, models
from odoo.tools import file_open

_NAMA_BAWAAN = ("My Company", "YourCompany", "My Company (San Francisco)")
_BAHASA = "id_ID"
_ZONA = "Asia/Jakarta"
#: What core leaves in English in its Indonesian: record, its words, ours.
_ISTILAH = (
    ("base.menu_users", "User & Perusahaan", "Pengguna dan Perusahaan"),
    ("mail.mail_activity_data_email", "Email", "Surel"),
    ("mail.mail_activity_data_todo", "To-Do", "Tugas"),
)


class ResCompany(models.Model):
    """The local government that runs the system."""

    _inherit = "res.company"

    asn_nama_daerah = fields.Char("Name of the Region", default="Kota Contoh")
    asn_jenis_daerah = fields.Selection(
        [("kota", "City"), ("kabupaten", "Regency"), ("provinsi", "Province")],
        "Kind of Region",
        default="kota",
    )
    asn_sebutan_kepala = fields.Char("Title of the Head", default="Wali Kota")
    asn_ibu_kota = fields.Char(
        "Seat of Government",
        default="Contoh",
        help="The place in the date line of letters.",
    )
    asn_nama_badan = fields.Char(
        "Personnel Agency",
        default="Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    )
    asn_kop_alamat = fields.Text(
        "Address on Letterhead",
        default="Jalan Merdeka Nomor 1, Contoh 12345",
        help="Street, post code, telephone and site, as printed under the name.",
    )
    asn_lambang_negara = fields.Image(
        "State Emblem (Lambang Negara)",
        max_width=512,
        max_height=512,
        help="On letters of the head of the region (UU 24/2009 Pasal 54). Without it "
        "they carry the coat of arms of the region.",
    )
    asn_domain_surel = fields.Char(
        "E-mail Domain",
        default="contoh.go.id",
        help="Domain of the official e-mail addresses (PRF-MAIL-01).",
    )

    def action_asn_profil_daerah(self):
        """Open the profile of the region of this company."""
        self.ensure_one()
        view = self.env.ref("asn_base.res_company_view_form_daerah")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Region Profile (Profil Daerah)"),
            "res_model": "res.company",
            "res_id": self.id,
            "views": [(view.id, "form")],
        }

    @api.model
    def _asn_siapkan_daerah(self):
        """Set the defaults of an Indonesian office; called at installation.

        Repeatable: what an office has changed since is the office's.
        """
        self._asn_siapkan_bahasa()
        self._asn_siapkan_kalender()
        self._asn_siapkan_tampilan()
        for company in self.search([("name", "in", _NAMA_BAWAAN)]):
            company.name = f"Pemerintah {company.asn_nama_daerah}"
        for company in self.search([("partner_id.country_id", "=", False)]):
            company.country_id = self.env.ref("base.id")
        # Core's example unit is no unit of the government.
        contoh = self.env.ref("hr.dep_administration", raise_if_not_found=False)
        if contoh and not contoh.jenis_unit:
            contoh.active = False
        rupiah = self.env.ref("base.IDR")
        rupiah.active = True
        self.search([("currency_id", "!=", rupiah.id)]).currency_id = rupiah

    @api.model
    def _asn_siapkan_tampilan(self):
        """Show the product and not the framework; call nobody outside."""
        with file_open("asn_base/static/img/lambang.png", "rb") as berkas:
            lambang = base64.b64encode(berkas.read())
        companies = self.search([], limit=None)
        # A neutral emblem until the office has put its own.
        companies.filtered("uses_default_logo").logo = lambang
        if "iap_enrich_auto_done" in self._fields:
            # Else the first login of an administrator sends the e-mail domain
            # to a service outside of the government.
            companies.iap_enrich_auto_done = True
            self.env["ir.default"].set("res.company", "iap_enrich_auto_done", True)
        # sudo: parameters of the installation, set at installation.
        parameter_sudo = self.env["ir.config_parameter"].sudo()
        parameter_sudo.set_param("web.web_app_name", "ASN Terpadu")

    @api.model
    def _asn_siapkan_bahasa(self):
        """Make Indonesian the language of the database and of new accounts."""
        Lang = self.env["res.lang"]
        baru = not Lang.search_count([("code", "=", _BAHASA)])
        lang = Lang._activate_lang(_BAHASA)
        lang.write(
            {
                # As in lists, letters and notices of the product (format_pendek).
                "date_format": "%d-%m-%Y",
                "time_format": "%H:%M:%S",
                "decimal_point": ",",
                "thousands_sep": ".",
                "grouping": "[3,0]",
                "week_start": "1",
            }
        )
        if baru:
            # The language was not asked for when the database was made.
            terpasang = self.env["ir.module.module"].search(
                [("state", "in", ("installed", "to upgrade", "to install"))]
            )
            terpasang._update_translations([_BAHASA])
        Default = self.env["ir.default"]
        Default.set("res.partner", "lang", _BAHASA)
        Default.set("res.partner", "tz", _ZONA)
        Default.set("resource.resource", "tz", _ZONA)
        Default.set("resource.calendar", "tz", _ZONA)
        users = (
            self.env["res.users"].with_context(active_test=False).search([], limit=None)
        )
        (users.partner_id | self.search([], limit=None).partner_id).write(
            {"lang": _BAHASA}
        )
        users.partner_id.filtered(lambda p: not p.tz or p.tz == "UTC").tz = _ZONA
        self._asn_siapkan_istilah()

    @api.model
    def _asn_siapkan_istilah(self):
        """Say in Indonesian what core left in English and no office has renamed."""
        for xml_id, lama, baru in _ISTILAH:
            rekaman = self.env.ref(xml_id).with_context(lang=_BAHASA)
            if rekaman.name == lama:
                rekaman.name = baru

    @api.model
    def _asn_siapkan_kalender(self):
        """Work by the five-day calendar in the city's time."""
        kalender = self.env.ref("asn_base.kalender_5_hari")
        for company in self.search([], limit=None):
            if company.resource_calendar_id.get_external_id().get(
                company.resource_calendar_id.id, ""
            ) in ("", "resource.resource_calendar_std"):
                company.resource_calendar_id = kalender
        semua = self.env["resource.calendar"].with_context(active_test=False)
        semua.search([("tz", "=", "UTC")]).tz = _ZONA
        self.env["resource.resource"].with_context(active_test=False).search(
            [("tz", "=", "UTC")]
        ).tz = _ZONA

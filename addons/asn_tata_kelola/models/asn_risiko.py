from dateutil.relativedelta import relativedelta
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import risiko

_KEMUNGKINAN = [
    ("1", "1 · Hardly ever"),
    ("2", "2 · Seldom"),
    ("3", "3 · Now and then"),
    ("4", "4 · Often"),
    ("5", "5 · Almost certain"),
]
_DAMPAK = [
    ("1", "1 · Not significant"),
    ("2", "2 · Minor"),
    ("3", "3 · Moderate"),
    ("4", "4 · Major"),
    ("5", "5 · Very large"),
]
_TINGKAT = [
    ("rendah", "Low (rendah)"),
    ("sedang", "Medium (sedang)"),
    ("tinggi", "High (tinggi)"),
    ("sangat_tinggi", "Very high (sangat tinggi)"),
]
#: Months until a risk is looked at again.
_TINJAU_BULAN = 6


class AsnRisiko(models.Model):
    """One risk of the system, with its owner and what is done about it (Pasal 31).

    The inherent and the residual value are likelihood times impact
    (``domain/risiko.py``). Changes of the judgement stay in the log of the page.
    """

    _name = "asn.risiko"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Risk of the System (Risiko)"
    _order = "nilai_sisa desc, nilai desc, id"
    _GUARDED = {"kode": False, "ditinjau_pada": False, "ditinjau_oleh_id": False}

    kode = fields.Char("Code", readonly=True, copy=False)
    name = fields.Char("Risk (Risiko)", required=True, tracking=True)
    active = fields.Boolean(default=True)
    kategori = fields.Selection(
        [
            ("kerahasiaan", "Confidentiality (kerahasiaan)"),
            ("keutuhan", "Integrity (keutuhan)"),
            ("ketersediaan", "Availability (ketersediaan)"),
            ("kepatuhan", "Compliance (kepatuhan)"),
            ("sdm", "People (sumber daya manusia)"),
            ("pihak_ketiga", "Third parties (pihak ketiga)"),
        ],
        "Kind (Kategori)",
        required=True,
        default="ketersediaan",
        index=True,
    )
    penyebab = fields.Text("Cause (Penyebab)")
    akibat = fields.Text("Consequence (Akibat)")
    kemungkinan = fields.Selection(
        _KEMUNGKINAN, "Likelihood (Kemungkinan)", required=True, tracking=True
    )
    dampak = fields.Selection(_DAMPAK, "Impact (Dampak)", required=True, tracking=True)
    nilai = fields.Integer(
        "Value", compute="_compute_nilai", store=True, aggregator="max"
    )
    tingkat = fields.Selection(
        _TINGKAT, "Level (Tingkat)", compute="_compute_nilai", store=True, index=True
    )
    perlakuan = fields.Selection(
        [
            ("kurangi", "Reduce (kurangi)"),
            ("hindari", "Avoid (hindari)"),
            ("alihkan", "Transfer (alihkan)"),
            ("terima", "Accept (terima)"),
        ],
        "Treatment (Perlakuan)",
        required=True,
        default="kurangi",
        tracking=True,
    )
    kendali_ids = fields.Many2many("asn.kendali", string="Controls (Kendali)")
    aset_ids = fields.Many2many("asn.aset.tik", string="Assets (Aset)")
    kemungkinan_sisa = fields.Selection(
        _KEMUNGKINAN,
        "Residual Likelihood",
        tracking=True,
        help="With the controls that are applied. Empty: as without them.",
    )
    dampak_sisa = fields.Selection(_DAMPAK, "Residual Impact", tracking=True)
    nilai_sisa = fields.Integer(
        "Residual Value", compute="_compute_nilai", store=True, aggregator="max"
    )
    tingkat_sisa = fields.Selection(
        _TINGKAT, "Residual Level", compute="_compute_nilai", store=True, index=True
    )
    pemilik_id = fields.Many2one(
        "res.users",
        "Owner (Pemilik)",
        required=True,
        default=lambda self: self.env.user,
        domain=[("share", "=", False)],
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    tanggal_tinjau = fields.Date(
        "Review On",
        required=True,
        default=lambda self: self._tinjau_berikut(),
    )
    is_lewat_tinjau = fields.Boolean(
        "Review Is Due", compute="_compute_lewat_tinjau", search="_search_lewat_tinjau"
    )
    ditinjau_pada = fields.Date("Reviewed On", readonly=True, copy=False)
    ditinjau_oleh_id = fields.Many2one(
        "res.users", "Reviewed By", readonly=True, copy=False, ondelete="restrict"
    )
    can_tinjau = fields.Boolean(compute="_compute_can_tinjau")

    _kode_uniq = models.UniqueIndex("(kode) WHERE kode IS NOT NULL")

    @api.model
    def _tinjau_berikut(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        return hari_ini + relativedelta(months=_TINJAU_BULAN)

    @api.depends("pemilik_id")
    @api.depends_context("uid")
    def _compute_can_tinjau(self):
        """The owner and Administrator Sistem review a risk."""
        is_admin = self.env.user.has_group("asn_base.group_admin_sistem")
        for satu in self:
            satu.can_tinjau = is_admin or satu.pemilik_id == self.env.user

    @api.depends("kode", "name")
    def _compute_display_name(self):
        for satu in self:
            satu.display_name = " · ".join(filter(None, (satu.kode, satu.name)))

    @api.depends("kemungkinan", "dampak", "kemungkinan_sisa", "dampak_sisa")
    def _compute_nilai(self):
        for satu in self:
            satu.nilai = risiko.nilai(satu.kemungkinan, satu.dampak)
            satu.nilai_sisa = risiko.nilai(
                satu.kemungkinan_sisa or satu.kemungkinan,
                satu.dampak_sisa or satu.dampak,
            )
            satu.tingkat = risiko.tingkat(satu.nilai)
            satu.tingkat_sisa = risiko.tingkat(satu.nilai_sisa)

    @api.depends("tanggal_tinjau", "active")
    def _compute_lewat_tinjau(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for satu in self:
            satu.is_lewat_tinjau = bool(
                satu.active and satu.tanggal_tinjau and satu.tanggal_tinjau < hari_ini
            )

    def _search_lewat_tinjau(self, operator, value):
        if operator != "in":
            return NotImplemented
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        dom = [("active", "=", True), ("tanggal_tinjau", "<", hari_ini)]
        return dom if True in value else ["!", "&", *dom]

    @api.model_create_multi
    def create(self, vals_list):
        baru = super().create(vals_list)
        for satu in baru:
            # sudo: the code is written by the system.
            satu_sudo = satu.sudo()._mesin()
            satu_sudo.kode = satu_sudo.env["ir.sequence"].next_by_code(self._name)
        return baru

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("Risks are archived and not deleted."))

    def action_tinjau(self):
        """Record that the owner or Administrator Sistem looked at the risk again.

        :raise AccessError: for anybody else
        """
        for satu in self:
            satu.check_access("read")
            if not satu.can_tinjau:
                raise AccessError(self.env._("A risk is reviewed by its owner."))
            # sudo: an owner need not be an administrator; the date is the system's.
            satu.sudo()._mesin().write(
                {
                    "ditinjau_pada": self.env["hr.employee"]._asn_hari_ini(),
                    "ditinjau_oleh_id": self.env.uid,
                    "tanggal_tinjau": self._tinjau_berikut(),
                }
            )
        return True

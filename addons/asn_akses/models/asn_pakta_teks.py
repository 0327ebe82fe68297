import hashlib

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

#: Kinds of statements. Integrity pact and security statement are asked of who
#: holds a guarded role (Pasal 31 (3) huruf a and b); the terms of use of everybody.
JENIS = [
    ("pakta", "Integrity Pact (Pakta Integritas)"),
    ("keamanan", "Security Statement (Pernyataan Keamanan Informasi)"),
    ("ketentuan", "Terms of Use (Ketentuan Penggunaan)"),
]
_ISI = frozenset({"jenis", "judul", "isi", "dasar_hukum", "perubahan", "ulang_sejak"})


class AsnPaktaTeks(models.Model):
    """One version of the text of a statement.

    Written by the administrators, put in force by Kepala Badan, never changed
    from then on: what somebody signed can always be shown word by word. A new
    version takes the place of the one before; with ``ulang_sejak`` signatures
    under earlier versions count until the day before that date only.
    """

    _name = "asn.pakta.teks"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Text of a Statement (Teks Pernyataan)"
    _order = "jenis, versi desc, id desc"
    _rec_name = "judul"
    _GUARDED = {
        "state": "draft",
        "versi": 0,
        "sha256": False,
        "berlaku_sejak": False,
        "diterbitkan_oleh_id": False,
        "diterbitkan_pada": False,
    }

    jenis = fields.Selection(JENIS, "Kind", required=True, index=True)
    versi = fields.Integer("Version", readonly=True, copy=False, aggregator=None)
    judul = fields.Char("Title", required=True)
    isi = fields.Html(
        "Text", required=True, sanitize=True, sanitize_attributes=True, translate=False
    )
    dasar_hukum = fields.Text("Legal Basis", required=True)
    perubahan = fields.Text("What Changed", copy=False)
    ulang_sejak = fields.Date(
        "Sign Again From",
        copy=False,
        help="From this day signatures under earlier versions do not count any more."
        " Empty: they count until their own end.",
    )
    state = fields.Selection(
        [
            ("draft", "Draft (konsep)"),
            ("berlaku", "In Force (berlaku)"),
            ("dicabut", "Replaced (dicabut)"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    sha256 = fields.Char("SHA-256", size=64, readonly=True, copy=False)
    berlaku_sejak = fields.Date("In Force Since", readonly=True, copy=False)
    diterbitkan_oleh_id = fields.Many2one(
        "res.users", "Put in Force By", readonly=True, copy=False, ondelete="restrict"
    )
    diterbitkan_pada = fields.Datetime("Put in Force On", readonly=True, copy=False)
    pakta_ids = fields.One2many("asn.pakta", "teks_id", "Signatures")
    jumlah_pakta = fields.Integer("Times Signed", compute="_compute_jumlah_pakta")
    can_terbitkan = fields.Boolean(compute="_compute_can_terbitkan")

    _satu_berlaku = models.UniqueIndex(
        "(jenis) WHERE state = 'berlaku'", "One text of each kind is in force."
    )
    _versi_uniq = models.UniqueIndex(
        "(jenis, versi) WHERE versi > 0", "This version is already there."
    )

    @api.depends("judul", "versi")
    def _compute_display_name(self):
        for teks in self:
            versi = f" v{teks.versi}" if teks.versi else ""
            teks.display_name = f"{teks.judul or ''}{versi}"

    @api.depends("pakta_ids")
    def _compute_jumlah_pakta(self):
        hitung = dict(
            self.env["asn.pakta"]._read_group(
                [("teks_id", "in", self.ids)], ["teks_id"], ["__count"]
            )
        )
        for teks in self:
            teks.jumlah_pakta = hitung.get(teks, 0)

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_can_terbitkan(self):
        kepala = self.env.user.has_group("asn_base.group_kepala_badan")
        for teks in self:
            teks.can_terbitkan = kepala and teks.state == "draft"

    @api.constrains("isi")
    def _check_isi(self):
        """Keep merge fields out: everybody signs the same words."""
        for teks in self:
            if "{{" in (teks.isi or ""):
                raise ValidationError(
                    self.env._("The text of a statement holds no merge fields.")
                )

    def write(self, vals):
        """Refuse to change a text that is or was in force."""
        if _ISI & vals.keys() and any(teks.state != "draft" for teks in self):
            raise UserError(
                self.env._(
                    "A text that is or was in force is not changed any more. Make a"
                    " new version of it."
                )
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_draft(self):
        if any(teks.state != "draft" for teks in self):
            raise UserError(self.env._("Only a draft is deleted."))

    def action_terbitkan(self):
        """Put drafts in force in the place of the versions before.

        :raise AccessError: for anybody but Kepala Badan
        :raise UserError: for what is no draft, or asks to sign again in the past
        """
        self.check_access("read")
        if not self.env.user.has_group("asn_base.group_kepala_badan"):
            raise AccessError(
                self.env._("Kepala Badan puts the text of a statement in force.")
            )
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for teks in self:
            if teks.ulang_sejak and teks.ulang_sejak < hari_ini:
                raise UserError(
                    self.env._("Nobody can be asked to have signed in the past.")
                )
        # sudo: who decides was checked; the state is a guarded field.
        self.sudo()._terbitkan()
        return True

    def _terbitkan(self):
        """Number, seal and put drafts in force; who decides was checked."""
        for teks in self:
            teks.lock_for_update()
            if teks.state != "draft":
                raise UserError(self.env._("Only a draft can be put in force."))
            semua = self.search([("jenis", "=", teks.jenis)])
            lama = semua.filtered(lambda t: t.state == "berlaku")
            lama._mesin().write({"state": "dicabut"})
            lama.flush_recordset()
            versi = max(semua.mapped("versi")) + 1
            teks._mesin().write(
                {
                    "state": "berlaku",
                    "versi": versi,
                    "sha256": teks._sidik(versi),
                    "berlaku_sejak": self.env["hr.employee"]._asn_hari_ini(),
                    "diterbitkan_oleh_id": self.env.uid,
                    "diterbitkan_pada": fields.Datetime.now(),
                }
            )
        self.env["res.users"]._asn_selaraskan_gerbang()

    def action_versi_baru(self):
        """Make a draft of the next version from this text and open it."""
        self.ensure_one()
        baru = self.copy()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": baru.id,
            "views": [(False, "form")],
        }

    def _sidik(self, versi=None):
        """Return the SHA-256 of what is signed: kind, version, title, words."""
        self.ensure_one()
        bagian = (
            self.jenis,
            str(versi or self.versi),
            self.judul or "",
            str(self.isi or ""),
            self.dasar_hukum or "",
        )
        return hashlib.sha256("\x1f".join(bagian).encode()).hexdigest()

    @api.model
    def _yang_berlaku(self, jenis=None):
        """Return the texts in force, of these kinds or of all."""
        domain = [("state", "=", "berlaku")]
        if jenis is not None:
            domain.append(("jenis", "in", list(jenis)))
        # sudo: what everybody is asked to sign is no secret.
        return self.sudo().search(domain, order="jenis desc, id")

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class AsnLayananVersi(models.Model):
    """One version of a service: steps, checklist, rules, letters.

    Only drafts can be changed. Publishing archives the version before it;
    running requests stay on the version under which they were filed.
    """

    _name = "asn.layanan.versi"
    _inherit = "asn.bawaan.mixin"
    _kunci_bawaan = ("layanan_id", "versi")
    _description = "Version of a Service"
    _order = "layanan_id, versi desc"

    name = fields.Char("Name", compute="_compute_name")
    layanan_id = fields.Many2one(
        "asn.layanan", "Service", required=True, index=True, ondelete="cascade"
    )
    versi = fields.Integer("Version", default=1, required=True, copy=False)
    state = fields.Selection(
        [("draft", "Draft"), ("live", "In force"), ("archived", "Archived")],
        "Status",
        default="draft",
        required=True,
        copy=False,
    )
    tanggal_terbit = fields.Datetime("Published", copy=False, readonly=True)
    tahap_ids = fields.One2many("asn.layanan.tahap", "versi_id", "Steps", copy=True)
    persyaratan_ids = fields.One2many(
        "asn.layanan.persyaratan", "versi_id", "Documents", copy=True
    )
    aturan_ids = fields.One2many("asn.layanan.aturan", "versi_id", "Rules", copy=True)
    eskalasi_ids = fields.One2many(
        "asn.layanan.eskalasi", "versi_id", "Reminders", copy=True
    )
    jenis_surat_id = fields.Many2one("asn.jenis.surat", "Letter")
    jenis_surat_tolak_id = fields.Many2one("asn.jenis.surat", "Refusal Letter")
    tolak_ditandatangani = fields.Boolean(
        "Refusal Is Signed",
        help="The refusal letter waits for the official who would sign the product,"
        " instead of being sealed by the office at once.",
    )
    jenis_surat_tangguh_id = fields.Many2one("asn.jenis.surat", "Deferral Letter")
    jenis_dokumen_arsip_id = fields.Many2one(
        "asn.jenis.dokumen",
        "Archived As",
        help="Kind under which the signed letter is filed in the person's archive.",
    )
    sla_total_hari = fields.Integer(
        "Total Days",
        help="Working days for the whole request; 0 = the sum of the steps.",
    )
    batas_perbaikan_hari = fields.Integer(
        "Days to Complete",
        default=7,
        help="Working days the applicant has to complete a returned request.",
    )
    dasar_penyederhanaan = fields.Char(
        "SOP Decree for Shortened Steps", help="PRO-01: which decree allows it."
    )
    properti_definisi = fields.PropertiesDefinition("Form Questions")

    _versi_uniq = models.Constraint(
        "UNIQUE (layanan_id, versi)", "This version number is already used."
    )
    _satu_live = models.UniqueIndex(
        "(layanan_id) WHERE state = 'live'",
        "Only one version of a service can be in force.",
    )

    @api.depends("layanan_id.name", "versi")
    def _compute_name(self):
        for versi in self:
            versi.name = f"{versi.layanan_id.name or ''} v{versi.versi}"

    @api.constrains("batas_perbaikan_hari", "sla_total_hari")
    def _check_hari(self):
        for versi in self:
            if versi.batas_perbaikan_hari < 1 or versi.sla_total_hari < 0:
                raise ValidationError(
                    self.env._("Days to complete must be at least 1, others 0 or more.")
                )

    def write(self, vals):
        if any(v.state != "draft" for v in self) and not self._hanya_terbit(vals):
            self._tolak_beku()
        if vals.get("state") in ("live", "archived") and not self._penerbitan():
            raise UserError(self.env._("Use Publish to put a version in force."))
        return super().write(vals)

    @api.model_create_multi
    def create(self, vals_list):
        terakhir = {}
        for vals in vals_list:
            vals["state"] = "draft"
            layanan = vals.get("layanan_id")
            if layanan and not vals.get("versi"):
                if layanan not in terakhir:
                    terakhir[layanan] = max(
                        self.search([("layanan_id", "=", layanan)]).mapped("versi"),
                        default=0,
                    )
                terakhir[layanan] += 1
                vals["versi"] = terakhir[layanan]
        return super().create(vals_list)

    def _penerbitan(self):
        return self.env.context.get("asn_terbit") is _TERBIT

    def _hanya_terbit(self, vals):
        return self._penerbitan() and set(vals) <= {"state", "tanggal_terbit"}

    def _tolak_beku(self):
        raise UserError(
            self.env._(
                "A version that was published cannot be changed: running requests"
                " rely on it. Copy it to a new version, change that and publish it."
            )
        )

    def _pastikan_draft(self):
        """Refuse changes of rows below a version that is not a draft."""
        if any(v.state != "draft" for v in self):
            self._tolak_beku()

    @api.ondelete(at_uninstall=False)
    def _unlink_draft(self):
        self._pastikan_draft()

    def action_publish(self):
        """Put this draft in force and archive the version before it.

        :raises UserError: names what would stick a request
        """
        for versi in self.filtered(lambda v: v.state == "draft"):
            versi.check_access("write")
            versi._periksa_lengkap()
            lama = self.search(
                [("layanan_id", "=", versi.layanan_id.id), ("state", "=", "live")]
            )
            lama.with_context(asn_terbit=_TERBIT).write({"state": "archived"})
            lama.flush_recordset()
            versi.with_context(asn_terbit=_TERBIT).write(
                {"state": "live", "tanggal_terbit": fields.Datetime.now()}
            )
        return True

    def _periksa_lengkap(self):
        """Refuse publication by raising a UserError; parts add what they need."""
        self.ensure_one()

    def action_salin(self):
        """Copy this version to a new draft and open it."""
        self.ensure_one()
        baru = self.copy({"versi": 0})
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": baru.id,
            "view_mode": "form",
        }

    def _sla_hari(self):
        """Return the working days promised for a whole request."""
        self.ensure_one()
        if self.sla_total_hari:
            return self.sla_total_hari
        per_urutan = {}
        for tahap in self.tahap_ids:
            per_urutan[tahap.sequence] = max(
                per_urutan.get(tahap.sequence, 0), tahap.sla_hari
            )
        return sum(per_urutan.values())


# Only this module holds the object: no caller can publish by writing the state.
_TERBIT = object()

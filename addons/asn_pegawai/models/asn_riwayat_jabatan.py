from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnRiwayatJabatan(models.Model):
    """Posts held: definitif ones, and Plt/Plh/Pj beside them."""

    _name = "asn.riwayat.jabatan"
    _inherit = "asn.riwayat.mixin"
    _description = "Post History (Riwayat Jabatan)"
    _bagian = "pendukung"
    _urutan = 20
    _jenis_dokumen = ("SK_JABATAN", "SK_JABATAN_LAMA", "SPP", "SPMT")
    _usulan = "bkpsdm"
    _kolom_utama = ("jabatan_id", "unit_id", "jenis_penugasan", "tmt")
    _jenis_proyeksi = "jabatan"

    tmt = fields.Date(required=True)
    jabatan_id = fields.Many2one(
        "hr.job", "Post (Jabatan)", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(
        "hr.department",
        "Work Unit (Unit Kerja)",
        required=True,
        index=True,
        ondelete="restrict",
    )
    jenis_penugasan = fields.Selection(
        [
            ("definitif", "Definitive"),
            ("plt", "Acting (Plt)"),
            ("plh", "Daily acting (Plh)"),
            ("pj", "Temporary (Pj)"),
        ],
        "Assignment",
        default="definitif",
        required=True,
    )
    tmt_pelantikan = fields.Date("Inaugurated On (Pelantikan)")
    tmt_selesai = fields.Date("Ends On", help="Last day of the assignment.")
    koreksi_dari_id = fields.Many2one("asn.riwayat.jabatan")

    _terbaru_idx = models.Index("(employee_id, tmt DESC) WHERE status = 'sah'")
    _selesai_setelah_mulai = models.Constraint(
        "CHECK (tmt_selesai IS NULL OR tmt_selesai >= tmt)",
        "An assignment cannot end before its TMT.",
    )

    @api.model
    def _lengkapi(self, vals):
        if not vals.get("unit_id") and vals.get("jabatan_id"):
            jabatan = self.env["hr.job"].browse(vals["jabatan_id"])
            vals["unit_id"] = jabatan.department_id.id
        return super()._lengkapi(vals)

    @api.onchange("jabatan_id")
    def _onchange_jabatan_id(self):
        if self.jabatan_id.department_id:
            self.unit_id = self.jabatan_id.department_id

    @api.constrains("jenis_penugasan", "tmt_selesai", "status")
    def _check_definitif_terbuka(self):
        for baris in self:
            if baris.jenis_penugasan == "plh" and not baris.tmt_selesai:
                raise ValidationError(
                    self.env._("A daily acting assignment (Plh) needs its last day.")
                )

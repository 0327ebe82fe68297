from odoo import api, fields, models


class AsnPermohonanTugas(models.Model):
    """Attainment of the deadlines per step (F65), from numbers that are stored."""

    _inherit = "asn.permohonan.tugas"

    layanan_id = fields.Many2one(
        related="permohonan_id.layanan_id", store=True, precompute=True
    )
    tepat_waktu = fields.Integer(
        "On Time (%)",
        compute="_compute_tepat_waktu",
        store=True,
        precompute=True,
        aggregator="avg",
        help="100 for a task that was done before its deadline, else 0.",
    )

    _capaian_idx = models.Index("(layanan_id, tahap_id) WHERE state = 'done'")

    @api.depends("state", "terlambat")
    def _compute_tepat_waktu(self):
        for tugas in self:
            selesai = tugas.state == "done"
            tugas.tepat_waktu = 100 if selesai and not tugas.terlambat else 0

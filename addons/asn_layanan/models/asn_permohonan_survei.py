from odoo import fields, models

NILAI = [
    ("1", "Not good (tidak baik)"),
    ("2", "Less good (kurang baik)"),
    ("3", "Good (baik)"),
    ("4", "Very good (sangat baik)"),
]


class AsnPermohonanSurvei(models.Model):
    """The applicant's answer that releases the product (PRO-09)."""

    _name = "asn.permohonan.survei"
    _inherit = "asn.penjaga.mixin"
    _description = "Satisfaction Survey of a Request"
    _rec_name = "permohonan_id"
    _ENGINE_ROWS = True

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, index=True, ondelete="cascade"
    )
    layanan_id = fields.Many2one(
        related="permohonan_id.layanan_id", store=True, index=True
    )
    nilai_layanan = fields.Selection(NILAI, "Score of the Service", required=True)
    nilai_petugas = fields.Selection(NILAI, "Score of the Officers", required=True)
    saran = fields.Text("Suggestion")
    diisi_oleh_id = fields.Many2one("res.users", "Answered By", ondelete="restrict")
    is_wakil = fields.Boolean("Answered by a Deputy")
    waktu = fields.Datetime("Time", default=fields.Datetime.now)

    _satu = models.Constraint(
        "UNIQUE (permohonan_id)", "The survey of this request was already answered."
    )

from odoo import fields, models


class AsnLayananGladiBaris(models.TransientModel):
    """What a rehearsal found for one person, or one past request."""

    _name = "asn.layanan.gladi.baris"
    _description = "Person of a Rehearsal"
    _order = "hasil, id"
    _rec_name = "employee_id"
    _transient_max_hours = 48

    gladi_id = fields.Many2one(
        "asn.layanan.gladi", required=True, index=True, ondelete="cascade"
    )
    employee_id = fields.Many2one("hr.employee", "Employee", ondelete="cascade")
    permohonan_id = fields.Many2one(
        "asn.permohonan", "Past Request", ondelete="cascade"
    )
    hasil = fields.Selection(
        [
            ("gagal", "Would fail"),
            ("manual", "For an officer"),
            ("lulus", "Would pass"),
        ],
        "Result",
        required=True,
    )
    alasan = fields.Text("Why")
    rincian = fields.Json("Rules")
    rantai = fields.Json("Steps")
    tersangkut = fields.Boolean("Would Get Stuck")

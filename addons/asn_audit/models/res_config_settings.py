from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """Settings of privacy, kept on the company."""

    _inherit = "res.config.settings"

    asn_retensi_jejak = fields.Integer(
        related="company_id.asn_retensi_jejak", readonly=False
    )
    asn_peringatan_jumlah = fields.Integer(
        related="company_id.asn_peringatan_jumlah", readonly=False
    )
    asn_peringatan_jam = fields.Integer(
        related="company_id.asn_peringatan_jam", readonly=False
    )
    asn_peringatan_luar_unit = fields.Integer(
        related="company_id.asn_peringatan_luar_unit", readonly=False
    )
    asn_jam_kantor_mulai = fields.Integer(
        related="company_id.asn_jam_kantor_mulai", readonly=False
    )
    asn_jam_kantor_selesai = fields.Integer(
        related="company_id.asn_jam_kantor_selesai", readonly=False
    )

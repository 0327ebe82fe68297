from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """Settings of governance, kept on the company."""

    _inherit = "res.config.settings"

    asn_gangguan_kritis = fields.Integer(
        related="company_id.asn_gangguan_kritis", readonly=False
    )
    asn_gangguan_tinggi = fields.Integer(
        related="company_id.asn_gangguan_tinggi", readonly=False
    )
    asn_gangguan_sedang = fields.Integer(
        related="company_id.asn_gangguan_sedang", readonly=False
    )
    asn_gangguan_rendah = fields.Integer(
        related="company_id.asn_gangguan_rendah", readonly=False
    )
    asn_gangguan_tutup = fields.Integer(
        related="company_id.asn_gangguan_tutup", readonly=False
    )

from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """Settings of the access review, kept on the company."""

    _inherit = "res.config.settings"

    asn_bulan_tinjauan = fields.Integer(
        related="company_id.asn_bulan_tinjauan", readonly=False
    )
    asn_lama_tinjauan = fields.Integer(
        related="company_id.asn_lama_tinjauan", readonly=False
    )

from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """Settings of the service engine."""

    _inherit = "res.config.settings"

    asn_hari_draf = fields.Integer(related="company_id.asn_hari_draf", readonly=False)

from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """Settings of the services, kept on the company."""

    _inherit = "res.config.settings"

    asn_hari_draf = fields.Integer(related="company_id.asn_hari_draf", readonly=False)
    asn_cek_publik = fields.Boolean(
        related="company_id.asn_cek_publik", readonly=False, string="Public Status Page"
    )
    asn_kahar_pencatat = fields.Selection(
        related="company_id.asn_kahar_pencatat", readonly=False, required=True
    )
    asn_tenang_dari = fields.Float(
        related="company_id.asn_tenang_dari", readonly=False, string="Quiet From"
    )
    asn_tenang_sampai = fields.Float(
        related="company_id.asn_tenang_sampai", readonly=False, string="Quiet Until"
    )

from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """Settings of the region, kept on the company."""

    _inherit = "res.config.settings"

    asn_nama_daerah = fields.Char(
        related="company_id.asn_nama_daerah",
        readonly=False,
        string="Name of the Region",
    )
    asn_jenis_daerah = fields.Selection(
        related="company_id.asn_jenis_daerah", readonly=False, string="Kind of Region"
    )
    asn_sebutan_kepala = fields.Char(
        related="company_id.asn_sebutan_kepala",
        readonly=False,
        string="Title of the Head",
    )
    asn_ibu_kota = fields.Char(
        related="company_id.asn_ibu_kota", readonly=False, string="Seat of Government"
    )
    asn_nama_badan = fields.Char(
        related="company_id.asn_nama_badan", readonly=False, string="Personnel Agency"
    )
    asn_kop_alamat = fields.Text(
        related="company_id.asn_kop_alamat",
        readonly=False,
        string="Address on Letterhead",
    )
    asn_domain_surel = fields.Char(
        related="company_id.asn_domain_surel", readonly=False, string="E-mail Domain"
    )

from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    asn_cuti_tahun_mulai = fields.Integer(
        related="company_id.asn_cuti_tahun_mulai", readonly=False
    )
    asn_cuti_mulai_minimal_hari = fields.Integer(
        related="company_id.asn_cuti_mulai_minimal_hari", readonly=False
    )
    asn_cuti_susulan_hari = fields.Integer(
        related="company_id.asn_cuti_susulan_hari", readonly=False
    )
    asn_cuti_bersama_kurangi_pppk = fields.Boolean(
        related="company_id.asn_cuti_bersama_kurangi_pppk", readonly=False
    )
    asn_cuti_libur_sekolah_pppk = fields.Boolean(
        related="company_id.asn_cuti_libur_sekolah_pppk", readonly=False
    )
    asn_cuti_batas_unit_persen = fields.Integer(
        related="company_id.asn_cuti_batas_unit_persen", readonly=False
    )

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
    asn_retensi_perubahan = fields.Integer(
        related="company_id.asn_retensi_perubahan", readonly=False
    )
    asn_retensi_masuk = fields.Integer(
        related="company_id.asn_retensi_masuk", readonly=False
    )
    asn_peringatan_ditolak = fields.Integer(
        related="company_id.asn_peringatan_ditolak", readonly=False
    )
    asn_peringatan_gagal = fields.Integer(
        related="company_id.asn_peringatan_gagal", readonly=False
    )
    asn_peringatan_ekspor = fields.Integer(
        related="company_id.asn_peringatan_ekspor", readonly=False
    )
    asn_peringatan_keluarga = fields.Integer(
        related="company_id.asn_peringatan_keluarga", readonly=False
    )

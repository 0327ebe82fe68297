from odoo import fields, models


class AsnLayananVersi(models.Model):
    """The letter by which products of this service are revoked."""

    _inherit = "asn.layanan.versi"

    jenis_surat_cabut_id = fields.Many2one(
        "asn.jenis.surat",
        "Revocation Letter",
        help="Empty: the office's general letter of revocation.",
    )

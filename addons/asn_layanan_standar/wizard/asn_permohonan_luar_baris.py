from odoo import fields, models


class AsnPermohonanLuarBaris(models.TransientModel):
    """Each request of a list has a card or charter with a number of its own."""

    _inherit = "asn.permohonan.luar.baris"

    nomor_hasil = fields.Char("Number of the Card or Charter")

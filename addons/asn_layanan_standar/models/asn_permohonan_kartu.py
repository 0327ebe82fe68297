from odoo import fields, models


class AsnPermohonan(models.Model):
    """What a request for a card remembers, for its undoing."""

    _inherit = "asn.permohonan"

    krt_dicatat = fields.Boolean("Card Recorded", readonly=True, copy=False)
    krt_nomor_lama = fields.Char("Former Number of the Card", readonly=True, copy=False)
    krt_tanggal_lama = fields.Date("Former Date of the Card", readonly=True, copy=False)

from odoo import fields, models


class AsnPermohonan(models.Model):
    """What a request for recording a title remembers, for its undoing."""

    _inherit = "asn.permohonan"

    pdk_dicatat = fields.Boolean("Education Recorded", readonly=True, copy=False)
    pdk_depan_lama = fields.Char(
        "Titles Before the Name, Until Then", readonly=True, copy=False
    )
    pdk_belakang_lama = fields.Char(
        "Titles After the Name, Until Then", readonly=True, copy=False
    )

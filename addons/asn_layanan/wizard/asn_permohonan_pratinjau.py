from odoo import fields, models


class AsnPermohonanPratinjau(models.TransientModel):
    """The letter as it would look, in a dialog."""

    _name = "asn.permohonan.pratinjau"
    _inherit = "asn.permohonan.baris.mixin"
    _description = "Preview of a Letter"

    permohonan_id = fields.Many2one("asn.permohonan", "Request", readonly=True)
    isi = fields.Html("Letter", readonly=True, sanitize=False)

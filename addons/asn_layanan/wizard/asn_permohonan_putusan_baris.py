from odoo import fields, models


class AsnPermohonanPutusanBaris(models.TransientModel):
    """One document or answer and what is wrong with it."""

    _name = "asn.permohonan.putusan.baris"
    _description = "Note on an Item"

    putusan_id = fields.Many2one(
        "asn.permohonan.putusan", required=True, index=True, ondelete="cascade"
    )
    berkas_id = fields.Many2one("asn.permohonan.berkas", "Document")
    kunci = fields.Char("Item Key")
    label = fields.Char("Item")
    catatan = fields.Char("What Is Missing")

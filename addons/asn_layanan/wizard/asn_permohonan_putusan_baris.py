from odoo import fields, models


class AsnPermohonanPutusanBaris(models.TransientModel):
    """One document and what is wrong with it."""

    _name = "asn.permohonan.putusan.baris"
    _description = "Note on a Document"

    putusan_id = fields.Many2one(
        "asn.permohonan.putusan", required=True, index=True, ondelete="cascade"
    )
    berkas_id = fields.Many2one("asn.permohonan.berkas", "Document", required=True)
    catatan = fields.Char("What Is Missing")

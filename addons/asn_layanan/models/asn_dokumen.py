from odoo import fields, models


class AsnDokumen(models.Model):
    """Documents know the requests they were attached to, for row scope."""

    _inherit = "asn.dokumen"

    berkas_permohonan_ids = fields.One2many(
        "asn.permohonan.berkas", "dokumen_id", "Attached To", readonly=True
    )

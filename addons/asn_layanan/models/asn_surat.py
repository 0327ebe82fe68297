from odoo import fields, models


class AsnSurat(models.Model):
    """Letters know the requests they were made for, for row scope."""

    _inherit = "asn.surat"

    permohonan_ids = fields.One2many(
        "asn.permohonan", "surat_id", "Requests", readonly=True
    )
    permohonan_tolak_ids = fields.One2many(
        "asn.permohonan", "surat_tolak_id", "Refused Requests", readonly=True
    )

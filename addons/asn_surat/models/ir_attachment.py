from odoo import models


class IrAttachment(models.Model):
    """Close the files of letters like those of the archive."""

    _inherit = "ir.attachment"

    _ASN_TERKUNCI = frozenset({"asn.dokumen", "asn.surat"})

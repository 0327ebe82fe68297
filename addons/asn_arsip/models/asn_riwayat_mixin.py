from odoo import fields, models


class AsnRiwayatMixin(models.AbstractModel):
    """Every riwayat row may point to the document that proves it."""

    _inherit = "asn.riwayat.mixin"

    dokumen_id = fields.Many2one(
        "asn.dokumen",
        "Document (dokumen)",
        ondelete="restrict",
        index="btree_not_null",
        domain="[('employee_id', '=', employee_id)]",
    )

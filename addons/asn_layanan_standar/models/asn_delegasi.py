from odoo import fields, models


class AsnDelegasi(models.Model):
    """A delegation may come from a granted leave, and ends with it."""

    _inherit = "asn.delegasi"
    _GUARDED = {"dicabut_pada": False, "permohonan_id": False}

    permohonan_id = fields.Many2one(
        "asn.permohonan",
        "Leave (Cuti)",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )

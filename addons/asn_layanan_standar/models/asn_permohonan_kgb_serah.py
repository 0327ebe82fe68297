from odoo import fields, models


class AsnPermohonan(models.Model):
    """In which list the finance office gets an issued increment."""

    _inherit = "asn.permohonan"

    kgb_serah_id = fields.Many2one(
        "asn.kgb.serah",
        "Hand-over List",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )

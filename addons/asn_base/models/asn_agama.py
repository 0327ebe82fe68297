from odoo import fields, models


class AsnAgama(models.Model):
    """Religion as SIASN codes it."""

    _name = "asn.agama"
    _inherit = "asn.referensi.mixin"
    _description = "Religion (Agama)"
    _order = "sequence, name"

    sequence = fields.Integer(default=10)
    kode_siasn = fields.Char("SIASN Code")

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a religion with this code."
    )

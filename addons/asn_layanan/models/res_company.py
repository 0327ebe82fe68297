from odoo import fields, models


class ResCompany(models.Model):
    """Settings of the service engine."""

    _inherit = "res.company"

    asn_hari_draf = fields.Integer(
        "Days a Draft Is Kept",
        default=90,
        help="A draft that nobody touched for so long is removed, after a notice a"
        " week before. 0 keeps drafts for good.",
    )

    _asn_hari_draf = models.Constraint(
        "CHECK (asn_hari_draf = 0 OR asn_hari_draf BETWEEN 14 AND 3650)",
        "Drafts are kept 14 days or longer, or for good (0).",
    )

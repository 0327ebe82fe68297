from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnLayanan(models.Model):
    """Whether officials must say why they serve a later request first (B9)."""

    _inherit = "asn.layanan"

    jaga_antrean = fields.Selection(
        [
            ("tidak", "Do not watch"),
            ("tanya", "Ask for a reason"),
            ("wajib", "Demand a reason"),
        ],
        "Deciding out of Order",
        default="tidak",
        required=True,
        help="What happens when an official decides a request while older ones of the"
        " same step wait for the same official.",
    )
    jaga_antrean_batas = fields.Integer(
        "Older Requests Allowed",
        default=3,
        help="So many older requests may wait before it counts as out of order.",
    )

    @api.constrains("jaga_antrean_batas")
    def _check_jaga_antrean_batas(self):
        if any(layanan.jaga_antrean_batas < 0 for layanan in self):
            raise ValidationError(
                self.env._("The number of older requests is 0 or more.")
            )

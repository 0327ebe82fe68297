from odoo import api, fields, models
from odoo.exceptions import ValidationError


class ResCompany(models.Model):
    """When rights are reviewed."""

    _inherit = "res.company"

    asn_bulan_tinjauan = fields.Integer(
        "Month of the Access Review",
        default=11,
        help="The yearly review opens by itself in this month (1-12); 0 is by hand.",
    )
    asn_lama_tinjauan = fields.Integer(
        "Days for the Access Review",
        default=30,
        help="Reviewers are reminded every week after so many days.",
    )

    @api.constrains("asn_bulan_tinjauan", "asn_lama_tinjauan")
    def _check_asn_tinjauan(self):
        for company in self:
            if not 0 <= company.asn_bulan_tinjauan <= 12:
                raise ValidationError(self.env._("A month is a number from 1 to 12."))
            if company.asn_lama_tinjauan < 1:
                raise ValidationError(
                    self.env._("The review takes one day at the least.")
                )

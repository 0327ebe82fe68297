from odoo import fields, models


class ResCompany(models.Model):
    """Which further questions the profile asks, set by the administrator."""

    _inherit = "res.company"

    asn_data_tambahan_definition = fields.PropertiesDefinition(
        "Other Data of the Profile"
    )

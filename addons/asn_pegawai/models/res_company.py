from odoo import fields, models, tools


class ResCompany(models.Model):
    """Which further questions the profile asks, and where the city's clocks are."""

    _inherit = "res.company"

    asn_data_tambahan_definition = fields.PropertiesDefinition(
        "Other Data of the Profile"
    )

    @tools.ormcache("self.id")
    def _asn_zona(self):
        """Return the name of the city's time zone, asked for on every page."""
        return self.resource_calendar_id.tz or "Asia/Jakarta"

    def write(self, vals):
        res = super().write(vals)
        if "resource_calendar_id" in vals:
            self.env.registry.clear_cache()
        return res

from odoo import models


class ResourceCalendar(models.Model):
    """The calendar of the city says in which time zone it is."""

    _inherit = "resource.calendar"

    def write(self, vals):
        res = super().write(vals)
        if "tz" in vals:
            # Kept by ``res.company._asn_zona``.
            self.env.registry.clear_cache()
        return res

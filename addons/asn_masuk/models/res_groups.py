from odoo import fields, models


class ResGroups(models.Model):
    """Roles say whether their holders need a second factor."""

    _inherit = "res.groups"

    asn_faktor_wajib = fields.Boolean(
        "Second Factor Compulsory",
        help="Whoever holds this role signs in with an app's code or a passkey.",
    )

    def write(self, vals):
        hasil = super().write(vals)
        if "asn_faktor_wajib" in vals:
            # Checked API keys are kept; forget who passed without a second factor.
            self.env.registry.clear_cache()
        return hasil

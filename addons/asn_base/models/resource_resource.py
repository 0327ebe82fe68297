from odoo import models


class ResourceResource(models.Model):
    """Linking an account to the head of a unit changes what the account leads."""

    _inherit = "resource.resource"

    def write(self, vals):
        res = super().write(vals)
        if {"user_id", "active"} & vals.keys() and self._asn_kepala_unit():
            self.env["res.users"]._asn_bersihkan_cakupan()
        return res

    def _asn_kepala_unit(self):
        """Tell whether one of these resources heads a unit."""
        # sudo: asked by whoever changes an account, about all units.
        Unit_sudo = self.env["hr.department"].sudo().with_context(active_test=False)
        return bool(
            Unit_sudo.search_count(
                [("manager_id.resource_id", "in", self.ids)], limit=1
            )
        )

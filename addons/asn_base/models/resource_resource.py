from odoo import models


class ResourceResource(models.Model):
    """Linking an account to the head of a unit changes what the account leads."""

    _inherit = "resource.resource"

    def write(self, vals):
        penentu = {"user_id", "active"} & vals.keys()
        # Core writes the same values again for every person made in bulk.
        berubah = self.filtered(
            lambda r: (
                any(
                    (r[n] or False) != (vals[n] or False) for n in penentu - {"user_id"}
                )
                or ("user_id" in penentu and r.user_id.id != (vals["user_id"] or False))
            )
        )
        res = super().write(vals)
        if berubah and berubah._asn_kepala_unit():
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

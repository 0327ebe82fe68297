from odoo import models
from odoo.exceptions import UserError


class AsnLayanan(models.Model):
    """The way from a service to its builder."""

    _inherit = "asn.layanan"

    def action_rancang(self):
        """Open the builder on the draft, else on the version in force.

        :raises UserError: when the service has no version at all
        """
        self.ensure_one()
        draf = self.versi_ids.filtered(lambda v: v.state == "draft")[:1]
        versi = draf or self.versi_live_id or self.versi_ids[:1]
        if not versi:
            raise UserError(self.env._("The service %s has no version yet.", self.name))
        return versi.action_rancang()

from odoo import models


class ResPartner(models.Model):
    """Contacts: no stored picture of initials for accounts made in bulk."""

    _inherit = "res.partner"

    def _avatar_generate_svg(self):
        """Leave the picture out when people are made in bulk; see ``hr.employee``."""
        if self.env.context.get("asn_tanpa_avatar"):
            return False
        return super()._avatar_generate_svg()

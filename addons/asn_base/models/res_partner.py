from odoo import models
from odoo.exceptions import AccessError


class ResPartner(models.Model):
    """Contacts: the name of an account does not come out through its contact."""

    _inherit = "res.partner"

    def signup_get_auth_param(self):
        """Answer administrators; core answers every employee.

        :raise AccessError: for anybody else
        """
        if not self.env.su and not self.env.user.has_group("base.group_erp_manager"):
            raise AccessError(
                self.env._("The names of accounts are for administrators.")
            )
        return super().signup_get_auth_param()

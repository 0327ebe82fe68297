from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import AccessError


class ResUsersPemasangan(models.Model):
    """The account of the installation is closed in production, and stays so."""

    _inherit = "res.users"

    @api.constrains("group_ids")
    def _check_at_least_one_administrator(self):  # pylint: disable=missing-return
        """Count the machine's own account: nobody else has the platform's rights.

        Core looks at active accounts only, and would refuse every change of a right
        once the account of the installation is closed.
        """
        grup = self.env.ref("base.group_system").with_context(active_test=False)
        if SUPERUSER_ID not in grup.user_ids.ids:
            super()._check_at_least_one_administrator()

    def write(self, vals):
        """Refuse to open that account, or to give it a password, but in the shell.

        :raise AccessError: for anybody but the account itself
        """
        admin = self.env.ref("base.user_admin", raise_if_not_found=False)
        if admin and admin in self and not self.env.su and admin != self.env.user:
            raise AccessError(
                self.env._(
                    "The account of the installation is changed by the operator, in the"
                    " shell (docs/pasang.md)."
                )
            )
        return super().write(vals)

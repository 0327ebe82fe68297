from odoo import models
from odoo.exceptions import AccessDenied, UserError


class ResUsersIdentitycheck(models.TransientModel):
    """Asking for the password again counts failures like signing in does."""

    _inherit = "res.users.identitycheck"

    def _check_identity(self):
        user = self.create_uid
        try:
            with user._assert_can_auth(user=user.id):
                try:
                    return super()._check_identity()
                except UserError as salah:
                    raise AccessDenied(str(salah)) from None
        except AccessDenied as ditolak:
            raise UserError(str(ditolak)) from None

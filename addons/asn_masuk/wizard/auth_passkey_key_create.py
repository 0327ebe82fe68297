from odoo import models
from odoo.addons.base.models.res_users import check_identity


class AuthPasskeyKeyCreate(models.TransientModel):
    """Registering a passkey is an event of the account."""

    _inherit = "auth.passkey.key.create"

    @check_identity
    def make_key(self, registration=None):
        """Register the passkey as core does and note it."""
        hasil = super().make_key(registration)
        self.env["asn.masuk.catatan"]._catat(
            "faktor_dipasang", self.env.user, metode="passkey"
        )
        return hasil

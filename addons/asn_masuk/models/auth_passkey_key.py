from odoo import models
from odoo.addons.base.models.res_users import check_identity


class AuthPasskeyKey(models.Model):
    """Passkeys: logged, and the last one stays where it is compulsory."""

    _inherit = "auth.passkey.key"

    @check_identity
    def action_delete_passkey(self):
        """Delete own passkeys, but never the last compulsory second factor."""
        milik = self.filtered(lambda k: k.create_uid == self.env.user)
        if milik:
            self.env.user._asn_tolak_faktor_terakhir(kunci=len(milik))
        return super().action_delete_passkey()

    def unlink(self):
        for kunci in self:
            self.env["asn.masuk.catatan"]._catat(
                "faktor_dilepas", kunci.create_uid, metode="passkey"
            )
        return super().unlink()

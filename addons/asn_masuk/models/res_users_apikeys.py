from odoo import models


class ResUsersApikeys(models.Model):
    """API keys of an account work only while signing in to it would."""

    _inherit = "res.users.apikeys"

    def _check_credentials(self, *, scope, key):
        uid = super()._check_credentials(scope=scope, key=key)
        if uid and self._name == "res.users.apikeys":
            # As the owner: in a request of a key nobody is signed in yet, and core
            # computes the groups of an account for a transaction that has a user.
            # sudo: the key's owner, before anybody is signed in.
            user_sudo = self.env["res.users"].with_user(uid).sudo().browse(uid)
            if user_sudo._asn_langkah():
                return None
        return uid

from odoo import api, models
from odoo.exceptions import AccessDenied

#: Only this addon's controller holds it: no form and no RPC can make it.
BUKTI_SSO = object()


class ResUsers(models.Model):
    """Single sign-on: an account that exists is found, none is made (F84)."""

    _inherit = "res.users"

    @api.model
    def _asn_cari_sso(self, penyedia, klaim):
        """Return the one active account that claims of a verified token name.

        First the account that is linked to the subject; else the one whose
        user name or NIP is the value of the configured claim, which is linked
        then. Roles are never taken from the token.

        :param penyedia: ``auth.oauth.provider``
        :param klaim: dict of the verified claims
        :raise AccessDenied: when none or more than one matches
        """
        # sudo: nobody is signed in yet; the token was verified.
        Pengguna_sudo = self.sudo()
        sub = klaim["sub"]
        user_sudo = Pengguna_sudo.search(
            [("oauth_provider_id", "=", penyedia.id), ("oauth_uid", "=", sub)]
        )
        if user_sudo:
            return user_sudo
        nilai = str(klaim.get(penyedia.asn_klaim) or "").strip()
        if not nilai:
            raise AccessDenied(
                self.env._("The sign-in service did not say who you are.")
            )
        user_sudo = Pengguna_sudo.search([("login", "=", nilai), ("share", "=", False)])
        # sudo: as above.
        Pegawai_sudo = self.env["hr.employee"].sudo()
        if not user_sudo and "nip" in Pegawai_sudo._fields:
            user_sudo = Pegawai_sudo.search([("nip", "=", nilai)]).user_id
        if len(user_sudo) != 1 or user_sudo.oauth_uid:
            raise AccessDenied(
                self.env._(
                    "No account here belongs to your identity. Ask Administrator Sistem"
                    " to make one."
                )
            )
        user_sudo.write({"oauth_provider_id": penyedia.id, "oauth_uid": sub})
        return user_sudo

    def _check_credentials(self, credential, env):
        if credential.get("type") == "asn_sso":
            if credential.get("bukti") is not BUKTI_SSO:
                raise AccessDenied
            return {
                "uid": self.env.user.id,
                "auth_method": "asn_sso",
                "mfa": "skip" if credential.get("faktor_dipercaya") else "default",
            }
        return super()._check_credentials(credential, env)

    def _auth_oauth_signin(self, provider, validation, params):
        """Core's way makes accounts and trusts any token: it stays closed."""
        raise AccessDenied

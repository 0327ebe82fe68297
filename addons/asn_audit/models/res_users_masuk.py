from odoo import models
from odoo.exceptions import AccessDenied


class ResUsers(models.Model):
    """Signing in leaves a trace, also when it fails."""

    _inherit = "res.users"

    def _login(self, credential, user_agent_env):
        Jejak = self.env["asn.jejak.masuk"]
        cara = credential.get("type") or "password"
        try:
            hasil = super()._login(credential, user_agent_env)
        except AccessDenied:
            Jejak._catat(
                self._asn_akun_dari(credential.get("login")),
                "gagal",
                cara,
                gagal=True,
            )
            raise
        Jejak._catat(hasil["uid"], "masuk", cara)
        return hasil

    def _check_uid_passwd(self, uid, passwd):
        try:
            return super()._check_uid_passwd(uid, passwd)
        except AccessDenied:
            self.env["asn.jejak.masuk"]._catat(uid, "gagal", "rpc", gagal=True)
            raise

    def _asn_akun_dari(self, login):
        """Return the id of the account that somebody tried, if there is one."""
        if not login:
            return False
        # sudo: before signing in nobody may read accounts.
        akun = self.sudo().with_context(active_test=False)
        return akun.search([("login", "=", login)], limit=1).id

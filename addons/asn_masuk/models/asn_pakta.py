import time
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.http import request

#: How long a proof of identity stands for a password, in seconds.
_SEGAR = 600
#: How long nobody signs with a password that began as somebody else's: the owner is
#: told at once, and an administrator cannot use what she has set.
JEDA = timedelta(hours=24)


class AsnPakta(models.Model):
    """Signing a statement: who signs in without a password, and whose password it is."""

    _inherit = "asn.pakta"

    @api.model
    def _asn_catat_bukti(self, user):
        """Note in the session that its owner has just proved who she is.

        By a passkey, or by the city's service that asked her anew.
        """
        if request:
            sampai = time.time() + _SEGAR
            request.session["asn_bukti"] = {"uid": user.id, "sampai": sampai}

    @api.model
    def _bukti_penanda(self):
        hasil = super()._bukti_penanda()
        user = self.env.user
        bukti = (request and request.session.get("asn_bukti")) or {}
        if bukti.get("uid") == user.id and bukti["sampai"] > time.time():
            return dict(hasil, segar=True)
        # sudo: the own link to the sign-in service.
        user_sudo = user.sudo()
        penyedia_sudo = user_sudo.oauth_provider_id
        if user_sudo.oauth_uid and penyedia_sudo.enabled:
            alamat = f"/masuk/sso/{penyedia_sudo.id}?segar=1&redirect=/asn/pernyataan"
            hasil["tautan"].append((penyedia_sudo.body or penyedia_sudo.name, alamat))
        if user_sudo.auth_passkey_key_ids:
            alamat = "/web/session/logout?redirect=/asn/pernyataan"
            kata = self.env._("Sign out and in again with your passkey")
            hasil["tautan"].append((kata, alamat))
        return hasil

    @api.model
    def _periksa_penanda(self, user, sandi):
        """Refuse a password that somebody else has set, or set just before.

        :raise UserError: until the owner's own password is in use for a day
        """
        if sandi or not self._bukti_penanda()["segar"]:
            # sudo: how the own password came about.
            pada = user.sudo().asn_sandi_orang_lain_pada
            if user._asn_sandi_wajib_ganti():
                raise UserError(
                    self.env._(
                        "Somebody else set your password. Sign out, sign in and choose"
                        " an own one before you sign."
                    )
                )
            if pada and pada + JEDA > fields.Datetime.now():
                raise UserError(
                    self.env._(
                        "An administrator set your password within the last day. For"
                        " your protection statements are signed with it from tomorrow"
                        " on."
                    )
                )
        return super()._periksa_penanda(user, sandi)

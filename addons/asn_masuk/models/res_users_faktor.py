import time

from odoo import api, models
from odoo.addons.base.models.res_users import check_identity
from odoo.exceptions import AccessDenied, UserError
from odoo.http import request

LANGKAH = "/web/login/langkah"


class ResUsers(models.Model):
    """Second factors: who needs one, and that it stays (F83)."""

    _inherit = "res.users"

    @api.depends("group_ids", "totp_secret", "auth_passkey_key_ids")
    def _compute_asn_faktor(self):
        for user in self:
            user.asn_faktor_wajib = user._asn_faktor_diwajibkan()
            user.asn_faktor_ada = user._asn_punya_faktor()

    def _asn_faktor_diwajibkan(self):
        """Say whether one of the roles held makes a second factor compulsory."""
        self.ensure_one()
        if self._asn_longgar():
            return False
        # sudo: groups are read before anybody is signed in.
        return any(self.sudo().all_group_ids.mapped("asn_faktor_wajib"))

    def _asn_punya_faktor(self):
        self.ensure_one()
        # sudo: only whether there is one, never the secret.
        user_sudo = self.sudo()
        return bool(user_sudo.totp_enabled or user_sudo.auth_passkey_key_ids)

    def _asn_faktor_kurang(self):
        """Say whether a compulsory second factor is missing."""
        return self._asn_faktor_diwajibkan() and not self._asn_punya_faktor()

    def _asn_langkah(self):
        """Return what must be done before a session begins.

        :return: set of "sandi" and "faktor"; empty when nothing
        """
        langkah = set()
        if self._asn_sandi_wajib_ganti():
            langkah.add("sandi")
        if self._asn_faktor_kurang():
            langkah.add("faktor")
        return langkah

    def _mfa_type(self):
        """A passkey alone does not answer for a password: ask for the passkey."""
        jenis = super()._mfa_type()
        if jenis is None and self._asn_faktor_diwajibkan() and self._asn_punya_faktor():
            return "webauthn"
        return jenis

    def _mfa_url(self):
        """Keep the session unopened until everything is done that must be.

        Core then knows no user: every route, page and RPC sees a visitor.
        """
        if self._asn_langkah() or self._mfa_type() == "webauthn":
            return LANGKAH
        return super()._mfa_url()

    def _get_auth_methods(self):
        """Name each way to unlock once."""
        return list(dict.fromkeys(super()._get_auth_methods()))

    def _notify_security_new_connection(self, auth_info):
        """Core's letter says neither what nor where; ours does (``res_users_masuk``)."""

    def _rpc_api_keys_only(self):
        return bool(self._mfa_url()) or super()._rpc_api_keys_only()

    @check_identity
    def action_totp_enable_wizard(self):
        """Give the dialog a title in the words of this product."""
        return super().action_totp_enable_wizard() | {
            "name": self.env._("Second Factor by an App")
        }

    @check_identity
    def action_totp_disable(self):
        """Refuse to leave an account without the factor its role needs.

        Somebody else's factor is reset by the recovery (``asn.pemulihan.faktor``).

        :raise UserError: in both cases
        """
        for user in self:
            if user != self.env.user:
                raise UserError(
                    self.env._(
                        "Use “Reset second factor”: it needs a reason and tells the holder."
                    )
                )
            user._asn_tolak_faktor_terakhir(totp=True)
        hasil = super().action_totp_disable()
        self.env["asn.masuk.catatan"]._catat("faktor_dilepas", self, metode="totp")
        return hasil

    def _asn_tolak_faktor_terakhir(self, totp=False, kunci=0):
        """Refuse to remove the last second factor of who needs one.

        :param totp: the app is about to go
        :param kunci: how many passkeys are about to go
        """
        if not self._asn_faktor_diwajibkan():
            return
        # sudo: counting only.
        user_sudo = self.sudo()
        sisa = len(user_sudo.auth_passkey_key_ids) - kunci
        if sisa < 1 and (totp or not user_sudo.totp_enabled):
            raise UserError(
                self.env._(
                    "Your role needs a second factor. Set up another one first, then"
                    " remove this one."
                )
            )

    def _totp_try_setting(self, secret, code):
        berhasil = super()._totp_try_setting(secret, code)
        if berhasil:
            self.env["asn.masuk.catatan"]._catat("faktor_dipasang", self, metode="totp")
        return berhasil

    @check_identity
    def action_kode_pemulihan(self):
        """Make new recovery codes for oneself and show them once.

        :raise UserError: for somebody else, or without a second factor
        """
        if self != self.env.user or not self._asn_punya_faktor():
            raise UserError(
                self.env._("Recovery codes belong to your own second factor.")
            )
        request.session["asn_kode_boleh"] = time.time()
        return {
            "type": "ir.actions.act_url",
            "url": "/masuk/kode-pemulihan",
            "target": "self",
        }

    def _asn_pakai_kode(self, ketikan):
        """Sign in with a recovery code instead of the second factor.

        :raise AccessDenied: when it is none of the account's unused codes
        """
        self.ensure_one()
        if not self.env["asn.kode.pemulihan"]._pakai(self, ketikan):
            raise AccessDenied(self.env._("This recovery code is wrong or used."))
        self.env["asn.masuk.catatan"]._catat("kode_dipakai", self, metode="pemulihan")
        self._asn_beri_tahu(
            self.env._("A recovery code was used for your account"),
            self.env._(
                "Somebody signed in with a recovery code. %s codes are left.",
                self.env["asn.kode.pemulihan"]._sisa(self),
            ),
        )

    def _asn_reset_faktor(self):
        """Take all second factors away; the next sign-in sets one up anew."""
        for user in self:
            # sudo: the recovery decided; keys and secrets are nobody's to write.
            user_sudo = user.sudo()
            user_sudo._revoke_all_devices()
            user_sudo.write({"totp_secret": False})
            user_sudo.auth_passkey_key_ids.unlink()
            self.env["asn.kode.pemulihan"]._hapus(user)
            user._asn_akhiri_sesi()

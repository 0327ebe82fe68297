from urllib.parse import urlsplit

from odoo import api, models
from odoo.addons.auth_passkey._vendor.webauthn.helpers.exceptions import (
    InvalidRegistrationResponse,
)
from odoo.addons.base.models.res_users import check_identity
from odoo.exceptions import UserError
from odoo.http import request


class AuthPasskeyKey(models.Model):
    """Passkeys: logged, and the last one stays where it is compulsory."""

    _inherit = "auth.passkey.key"

    @api.model
    def _start_auth(self):
        self._asn_periksa_alamat()
        return super()._start_auth()

    @api.model
    def _start_registration(self):
        self._asn_periksa_alamat()
        return super()._start_registration()

    @api.model
    def _asn_periksa_alamat(self):
        """Say clearly that a passkey works under the system's own address only.

        :raise UserError: opened under another name than ``web.base.url``
        """
        resmi = urlsplit(self.get_base_url()).hostname or ""
        kini = urlsplit(request.httprequest.host_url).hostname or ""
        if kini != resmi and not kini.endswith(f".{resmi}"):
            raise UserError(self._asn_pesan_alamat())

    @api.model
    def _asn_pesan_alamat(self):
        return self.env._(
            "A passkey works only at the official address of the system, %(address)s,"
            " and this page was opened at another one. Open that address, or tell"
            " Administrator Sistem that it is set wrongly.",
            address=self.get_base_url(),
        )

    @api.model
    def _verify_registration_options(self, registration):
        try:
            return super()._verify_registration_options(registration)
        except InvalidRegistrationResponse as salah:
            raise UserError(self._asn_pesan_alamat()) from salah

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

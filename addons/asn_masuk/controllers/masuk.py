from odoo import http
from odoo.addons.auth_oauth.controllers.main import OAuthController
from odoo.addons.auth_oidc.controllers.main import OpenIDLogin
from odoo.addons.auth_totp.controllers.home import Home as TotpHome
from odoo.addons.web.controllers.session import Session
from odoo.http import request
from werkzeug.exceptions import NotFound

from ..models.res_users_faktor import LANGKAH
from .sso import alamat_keluar


class MasukHome(OpenIDLogin, TotpHome):
    """Core's sign-in pages, with our steps between password and session."""

    def list_providers(self):
        """Return buttons of the city's own sign-in service; secrets stay inside."""
        # sudo: the visitor is not signed in; only name and number leave.
        penyedia_sudo = request.env["auth.oauth.provider"].sudo()
        return [
            {
                "id": p.id,
                "body": p.body or p.name,
                "css_class": "fa fa-id-card-o",
                "auth_link": f"/masuk/sso/{p.id}",
                "enabled": True,
            }
            for p in penyedia_sudo.search([("enabled", "=", True)])
        ]

    @http.route()
    def web_login(self, *args, **kw):
        """Show core's page with what this city offers and what went wrong."""
        tanggapan = super().web_login(*args, **kw)
        if tanggapan.is_qweb:
            nilai = tanggapan.qcontext
            if salah := request.session.pop("asn_sso_salah", None):
                nilai["error"] = salah
            elif kw.get("kedaluwarsa"):
                nilai["message"] = request.env._(
                    "This page was open too long. Nothing is lost: please sign in now."
                )
            # sudo: settings are read before anybody is signed in.
            Pengguna_sudo = request.env["res.users"].sudo()
            nilai["asn_sso_saja"] = bool(
                nilai.get("providers") and Pengguna_sudo._asn_setelan("sandi_dimatikan")
            )
        return tanggapan

    @http.route()
    def web_totp(self, redirect=None, **kwargs):
        """Ask for the code, unless another step comes first or another factor is due."""
        if user := _tertunda():
            if user._asn_langkah() or user._mfa_type() == "webauthn":
                return request.redirect_query(LANGKAH, {"redirect": redirect or ""})
        return super().web_totp(redirect=redirect, **kwargs)


class MasukOAuth(OAuthController):
    """The doors of the kept addons that trust any token are closed."""

    @http.route()
    def signin(self, **kw):
        """Answer like an address that does not exist."""
        raise NotFound

    @http.route()
    def oea(self, **kw):
        """Answer like an address that does not exist."""
        raise NotFound


class MasukSession(Session):
    """Signing out here also signs out at the city's sign-in service."""

    @http.route()
    def logout(self, redirect="/odoo"):
        """Sign out; a session that began by SSO ends there, too."""
        keluar = alamat_keluar()
        hasil = super().logout(redirect=redirect)
        return request.redirect(keluar, 303, local=False) if keluar else hasil


def _tertunda():
    """Return the account whose password was right but whose session is not open."""
    uid = request.session.get("pre_uid")
    if not uid or request.session.uid:
        return None
    # sudo: nobody is signed in; the password was checked in this session.
    return request.env["res.users"].sudo().browse(uid).with_user(uid)

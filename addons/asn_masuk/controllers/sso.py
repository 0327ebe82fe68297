import secrets
import time
from urllib.parse import urlencode

from odoo import SUPERUSER_ID, http
from odoo.addons.web.controllers.utils import _get_login_redirect_url, ensure_db
from odoo.exceptions import AccessDenied
from odoo.http import request
from odoo.tools.misc import consteq
from werkzeug.exceptions import NotFound

from ..models.res_users_sso import BUKTI_SSO

_KEMBALI = "/masuk/sso/kembali"
#: How long the service may take to answer, in seconds.
_UMUR = 600
#: How far the clock of the service may be behind ours, in seconds.
_SELISIH = 30


class MasukSso(http.Controller):
    """Single sign-on: out to the city's service, and back with a code."""

    @http.route(
        "/masuk/sso/<int:penyedia_id>",
        type="http",
        auth="none",
        readonly=False,
        sitemap=False,
    )
    def mulai(self, penyedia_id, redirect=None, segar=None):
        """Send the browser to the service with secrets of this attempt only."""
        ensure_db()
        penyedia = _penyedia(penyedia_id)
        rahasia = {k: secrets.token_urlsafe(48) for k in ("state", "nonce", "verifier")}
        request.session["asn_sso"] = dict(
            rahasia,
            penyedia=penyedia.id,
            redirect=redirect or "",
            sampai=time.time() + _UMUR,
            segar=bool(segar),
        )
        alamat = penyedia._asn_mulai(
            _alamat_kembali(),
            rahasia["state"],
            rahasia["nonce"],
            rahasia["verifier"],
            segar=bool(segar),
        )
        return request.redirect(alamat, 303, local=False)

    @http.route(
        "/masuk/sso/kembali", type="http", auth="none", readonly=False, sitemap=False
    )
    def kembali(self, state=None, code=None, error=None, **_lain):
        """Take the answer of the service and open the session of its account."""
        ensure_db()
        # Taken out first: an answer is good for one try.
        tunggu = request.session.pop("asn_sso", None)
        try:
            if not tunggu or not consteq(tunggu["state"], str(state or "")):
                raise AccessDenied(
                    request.env._("This sign-in was not begun here. Begin again.")
                )
            if error or not code or tunggu["sampai"] < time.time():
                raise AccessDenied(
                    request.env._("The sign-in service did not confirm. Try again.")
                )
            return self._buka(tunggu, code)
        except AccessDenied as ditolak:
            # In the session and not in the address: nobody makes this page say things.
            request.session["asn_sso_salah"] = str(ditolak)
            return request.redirect("/web/login", 303)

    def _buka(self, tunggu, code):
        penyedia = _penyedia(tunggu["penyedia"])
        access_token, id_token = penyedia._asn_tukar(
            code, _alamat_kembali(), tunggu["verifier"]
        )
        klaim = penyedia._asn_periksa_token(access_token, id_token, tunggu["nonce"])
        # A service that does not ask anew answers with the time of the last time.
        mulai = tunggu["sampai"] - _UMUR - _SELISIH
        if tunggu["segar"] and not (klaim.get("auth_time") or 0) >= mulai:
            raise AccessDenied(
                request.env._("The sign-in service did not ask you anew. Try again.")
            )
        user = penyedia.env["res.users"]._asn_cari_sso(penyedia, klaim)
        hasil = request.session.authenticate(
            request.env,
            {
                "type": "asn_sso",
                "login": user.login,
                "bukti": BUKTI_SSO,
                "faktor_dipercaya": penyedia._asn_faktor_dipercaya(klaim),
            },
        )
        if tunggu["segar"]:
            penyedia.env["asn.pakta"]._asn_catat_bukti(user)
        request.session["asn_sso_keluar"] = {
            "penyedia": penyedia.id,
            "id_token": id_token,
        }
        return request.redirect(
            _get_login_redirect_url(hasil["uid"], tunggu["redirect"]), 303
        )


def _alamat_kembali():
    return request.httprequest.url_root.rstrip("/") + _KEMBALI


def _penyedia(penyedia_id):
    """Return a service that is switched on, or answer 404."""
    # sudo: nobody is signed in yet.
    penyedia = request.env["auth.oauth.provider"].with_user(SUPERUSER_ID).sudo()
    penyedia = penyedia.search([("id", "=", penyedia_id), ("enabled", "=", True)])
    if not penyedia:
        raise NotFound
    return penyedia


def alamat_keluar():
    """Return where a session that began by SSO is ended at the service, or None."""
    asal = request.session.get("asn_sso_keluar")
    if not asal or not request.session.uid:
        return None
    # sudo: the address of the service is no secret.
    penyedia = request.env["auth.oauth.provider"].with_user(SUPERUSER_ID).sudo()
    penyedia = penyedia.browse(asal["penyedia"]).exists()
    if not penyedia.asn_akhiri_url:
        return None
    pertanyaan = urlencode(
        {
            "id_token_hint": asal["id_token"],
            "client_id": penyedia.client_id,
            "post_logout_redirect_uri": request.httprequest.url_root + "web/login",
        }
    )
    return f"{penyedia.asn_akhiri_url}?{pertanyaan}"

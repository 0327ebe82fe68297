import time

from odoo import api, models
from odoo.addons.auth_timeout.models.ir_http import CheckIdentityException
from odoo.exceptions import AccessDenied
from odoo.http import request

#: Requests that a browser sends without anybody at the keyboard.
_OTOMATIS = ("/websocket", "/bus/", "/web/static", "/web/assets")
#: How exactly the last act is remembered, in seconds: fewer writes of sessions.
_TELITI = 30


class IrHttp(models.AbstractModel):
    """Sessions end by age and lock by inactivity, on every kind of route.

    ``auth_timeout`` counts the age from the last exchange of the session's
    key, which core does every three hours: it never comes. And it trusts the
    browser to report inactivity. Both are measured here by the server.
    """

    _inherit = "ir.http"

    @classmethod
    def _authenticate(cls, endpoint):
        sesi = request.session
        if sesi.uid is not None:
            if cls._asn_terlalu_tua(sesi, request.env):
                sesi.logout(keep_db=True)
                request.env = api.Environment(request.env.cr, None, sesi.context)
            else:
                cls._asn_catat_kegiatan(sesi)
        super()._authenticate(endpoint)
        if sesi.uid is None or request.env.uid != sesi.uid:
            return
        auth = endpoint.routing["auth"]
        if auth in ("none", "user") or not endpoint.routing.get("check_identity", True):
            return
        if not (cls._must_check_identity() or {}).get("check_identity"):
            return
        if auth == "public":
            # A locked screen sees what a visitor sees.
            request.update_env(user=request.env.ref("base.public_user").id)
        else:
            raise CheckIdentityException(f"User {sesi.uid} needs to confirm")

    @classmethod
    def _asn_terlalu_tua(cls, sesi, env):
        """Say whether a session is older than the settings allow."""
        if "asn_mulai" not in sesi:
            sesi["asn_mulai"] = time.time()
        jam = env["res.users"]._asn_setelan("sesi_jam")
        return bool(jam) and sesi["asn_mulai"] + jam * 3600 < time.time()

    @classmethod
    def _asn_catat_kegiatan(cls, sesi):
        """Remember the last act; lock when it is too long ago."""
        if request.httprequest.path.startswith(_OTOMATIS):
            return
        kini = time.time()
        terakhir = sesi.get("asn_aktif")
        batas = request.env(user=sesi.uid).user._get_lock_timeout_inactivity()
        if batas and terakhir and kini - terakhir > batas:
            sesi.setdefault("identity-check-next", kini)
        if not sesi.get("identity-check-next") and kini - (terakhir or 0) > _TELITI:
            sesi["asn_aktif"] = kini

    @classmethod
    def _check_identity(cls, credential):
        """Unlock; failures count like those of signing in."""
        if not credential:
            return super()._check_identity(credential)
        user = request.env.user
        with user._assert_can_auth(user=user.id):
            try:
                hasil = super()._check_identity(credential)
            except ValueError:
                raise AccessDenied(request.env._("The code has six digits.")) from None
        if hasil is None:
            request.session["asn_aktif"] = time.time()
        return hasil

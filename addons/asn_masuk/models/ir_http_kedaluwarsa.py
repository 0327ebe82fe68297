from urllib.parse import urlsplit

from markupsafe import Markup
from odoo import models
from odoo.addons.auth_timeout.models.ir_http import CheckIdentityException
from odoo.http import Response, SessionExpiredException, request
from werkzeug.exceptions import BadRequest

_HALAMAN = Markup(
    '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"/>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    "<title>{judul}</title></head>"
    '<body style="font-family:sans-serif;max-width:34rem;margin:3rem auto;padding:1rem">'
    "<h1>{judul}</h1><p>{isi}</p>"
    '<p><a href="{alamat}">{kata}</a></p></body></html>'
)


class IrHttp(models.AbstractModel):
    """A form that is sent after its session has ended is answered, not thrown away."""

    _inherit = "ir.http"

    @classmethod
    def _handle_error(cls, exception):
        polos = request.dispatcher.routing_type == "http"
        if not polos or request.httprequest.method != "POST":
            return super()._handle_error(exception)
        if isinstance(exception, (SessionExpiredException, CheckIdentityException)):
            # What was posted to has no page of its own to come back to.
            tanggapan = super()._handle_error(exception)
            tujuan = urlsplit(tanggapan.headers["Location"]).path
            tanggapan.headers["Location"] = request.redirect_query(
                tujuan, {"redirect": cls._asn_halaman_asal()}
            ).headers["Location"]
            return tanggapan
        if isinstance(exception, BadRequest) and "CSRF" in str(exception.description):
            tanggapan = cls._asn_kedaluwarsa()
            cls._asn_amankan(tanggapan)
            return tanggapan
        return super()._handle_error(exception)

    @classmethod
    def _asn_halaman_asal(cls):
        """Return the own page on which the form was, as a path."""
        asal = urlsplit(request.httprequest.referrer or "")
        sendiri = asal.netloc == urlsplit(request.httprequest.host_url).netloc
        jalur = asal.path if sendiri and asal.path.startswith("/") else "/odoo"
        return "/odoo" if jalur.startswith(("//", "/web/login")) else jalur

    @classmethod
    def _asn_kedaluwarsa(cls):
        """Answer a form whose token belongs to another session.

        The sign-in page comes anew; another form stands in the browser one page back,
        as it was filled in.
        """
        if request.httprequest.path == "/web/login":
            kirim = {"kedaluwarsa": 1}
            if tujuan := request.params.get("redirect"):
                kirim["redirect"] = tujuan
            return request.redirect_query("/web/login", kirim)
        _ = request.env(context={"lang": "id_ID"})._
        isi = _HALAMAN.format(
            judul=_("This page was open too long"),
            isi=_(
                "Your session has changed or ended since the page was opened, and"
                " nothing was sent. What you filled in is still on the page before"
                " this one: go back, copy what matters, open the page anew and send"
                " it again."
            ),
            alamat=cls._asn_halaman_asal(),
            kata=_("Open the page anew"),
        )
        return Response(isi, status=400, content_type="text/html;charset=utf-8")

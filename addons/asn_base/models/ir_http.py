import re

from odoo import models
from odoo.http import request

from ..domain import tajuk

#: Addresses that hand out files of users.
_BERKAS = re.compile(r"/(web/(content|image)|mail/|discuss/|html_editor/)")


class IrHttp(models.AbstractModel):
    """Every answer carries the headers that protect a browser."""

    _inherit = "ir.http"

    @classmethod
    def _post_dispatch(cls, response):  # pylint: disable=missing-return
        super()._post_dispatch(response)
        cls._asn_amankan(response)

    @classmethod
    def _handle_error(cls, exception):
        response = super()._handle_error(exception)
        if hasattr(response, "headers"):
            cls._asn_amankan(response)
        return response

    @classmethod
    def _asn_amankan(cls, response):
        """Add to an answer what it lacks of ``domain/tajuk``."""
        headers = response.headers
        for nama, nilai in tajuk.AMAN:
            headers.setdefault(nama, nilai)
        jenis = headers.get("Content-Type", "").partition(";")[0].strip()
        csp = headers.get("Content-Security-Policy", "")
        if tajuk.aktif(jenis) and _BERKAS.match(request.httprequest.path):
            headers["Content-Security-Policy"] = tajuk.BERKAS_AKTIF
            sikap = headers.get("Content-Disposition", "attachment")
            headers["Content-Disposition"] = re.sub(r"^\s*inline", "attachment", sikap)
        elif jenis == "text/html" and "default-src" not in csp:
            headers["Content-Security-Policy"] = tajuk.KLIEN_WEB
        kue = headers.getlist("Set-Cookie")
        if kue:
            https = request.httprequest.scheme == "https"
            headers.setlist("Set-Cookie", [tajuk.kue(satu, https) for satu in kue])

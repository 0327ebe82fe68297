import re

from odoo import http
from odoo.addons.asn_surat.domain.pembatas import Pembatas
from odoo.http import request

#: Pages per visitor's address and minute, in one process.
LIHAT = Pembatas(batas=60, detik=60)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}")
#: The page carries its own style and runs no script at all.
_KEPALA = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("X-Robots-Tag", "noindex, nofollow"),
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    ),
]


class Kartu(http.Controller):
    """The public page behind the code of an employee card.

    It tells the least that proves the card, true at this moment. The token has
    192 random bits; an unknown one and a malformed one give the same answer,
    and visits are limited by address.
    """

    @http.route(
        "/k/<string:token>",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def kartu(self, token, **_kw):
        """Show whether the card with this token is in force, and whose it is."""
        if not LIHAT.coba(request.httprequest.remote_addr or "-"):
            jawab = self._halaman({"keadaan": "sibuk"}, status=429)
            jawab.headers["Retry-After"] = str(LIHAT.detik)
            return jawab
        kartu = None
        if _TOKEN.fullmatch(token):
            kartu = request.env["asn.kartu"]._cari_token(token)
        if not kartu:
            return self._halaman({"keadaan": "tidak_ada"}, status=404)
        isi = kartu._ringkas()
        if isi["dicabut"]:
            # Whoever found a lost card learns nothing about its holder.
            return self._halaman({"keadaan": "dicabut"})
        keadaan = "berlaku" if isi["berlaku"] else "tidak_bertugas"
        return self._halaman({"keadaan": keadaan, "k": isi})

    def _halaman(self, nilai, status=200):
        """Return the page in Indonesian, whatever the visitor's browser prefers."""
        qweb = request.env["ir.qweb"].with_context(lang="id_ID")
        # sudo: the name of the government is on the building.
        perusahaan = request.env["res.company"].sudo().search([], limit=1, order="id")
        isi = qweb._render(
            "asn_laporan.kartu_publik",
            {
                "k": None,
                **nilai,
                "daerah": perusahaan.asn_nama_daerah or perusahaan.name,
            },
            minimal_qcontext=True,
        )
        return request.make_response(
            "<!DOCTYPE html>\n" + str(isi), headers=_KEPALA, status=status
        )

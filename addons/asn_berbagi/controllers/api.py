import hashlib
import json

from odoo import http
from odoo.http import request

from ..domain import openapi

_KEPALA = [
    ("Cache-Control", "private, no-cache"),
    ("Vary", "Authorization"),
    ("X-Content-Type-Options", "nosniff"),
]
#: For gateways that keep ``Authorization`` for themselves.
_KEPALA_LAIN = "X-Kunci-ASN"


class Api(http.Controller):
    """``/api/v1``: read-only personnel data for approved applications."""

    @http.route(
        "/api/v1/kesehatan",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def kesehatan(self, **_kw):
        """Say that the server answers; no detail."""
        return self._jawab(200, {"status": "ok"})

    @http.route(
        "/api/v1/openapi.json",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def openapi(self, **_kw):
        """Return the description of the interface; holds no data."""
        return self._jawab(200, openapi.dokumen())

    @http.route(
        "/api/v1/saya", type="http", auth="public", methods=["GET"], save_session=False
    )
    def saya(self, **kw):
        """Say what the key may read."""
        return self._layani("saya", kw)

    @http.route(
        "/api/v1/pegawai",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def pegawai(self, **kw):
        """Return a page of people in scope."""
        return self._layani("pegawai", kw)

    @http.route(
        "/api/v1/pegawai/<string:uid>",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def satu_pegawai(self, uid, **kw):
        """Return one person in scope."""
        return self._layani("satu_pegawai", kw, uid=uid)

    @http.route(
        "/api/v1/pegawai/<string:uid>/riwayat/<string:jenis>",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def riwayat(self, uid, jenis, **kw):
        """Return the valid riwayat of one person."""
        return self._layani("riwayat", kw, uid=uid, jenis=jenis)

    @http.route(
        "/api/v1/unit", type="http", auth="public", methods=["GET"], save_session=False
    )
    def unit(self, **kw):
        """Return the units in scope."""
        return self._layani("unit", kw)

    @http.route(
        "/api/v1/referensi/<string:nama>",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def referensi(self, nama, **kw):
        """Return a code list."""
        return self._layani("referensi", kw, nama=nama)

    @http.route(
        "/api/v1/perubahan",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def perubahan(self, **kw):
        """Return what changed since a cursor."""
        return self._layani("perubahan", kw)

    def _layani(self, sumber, mentah, **jalur):
        kepala = request.httprequest.headers
        jenis, _spasi, kunci = kepala.get("Authorization", "").partition(" ")
        if jenis.lower() != "bearer":
            kunci = kepala.get(_KEPALA_LAIN, "")
        status, badan, tunggu, nomor = request.env["asn.berbagi.api"]._layani(
            sumber,
            kunci.strip(),
            request.httprequest.remote_addr or "-",
            mentah,
            **jalur,
        )
        return self._jawab(status, badan, tunggu, nomor)

    def _jawab(self, status, badan, tunggu=None, nomor=None):
        isi = json.dumps(badan, ensure_ascii=False, sort_keys=True).encode()
        tipe = "application/json" if status == 200 else "application/problem+json"
        kepala = [*_KEPALA, ("Content-Type", f"{tipe}; charset=utf-8")]
        if nomor:
            kepala.append(("X-Request-Id", nomor))
        if tunggu:
            kepala.append(("Retry-After", str(tunggu)))
        if status == 200:
            tanda = f'"{hashlib.sha256(isi).hexdigest()[:32]}"'
            kepala.append(("ETag", tanda))
            if tanda in request.httprequest.headers.get("If-None-Match", ""):
                return request.make_response(b"", kepala, status=304)
        return request.make_response(isi, kepala, status=status)

import hmac
import re

from odoo import http
from odoo.addons.asn_base.domain.tajuk import HALAMAN_PUBLIK
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.addons.asn_base.pembatas import Pembatas, alamat
from odoo.http import request
from werkzeug.exceptions import NotFound, abort

#: Pages per visitor's address and minute.
LIHAT = Pembatas("cek.lihat", batas=30, detik=60)
#: Questions per visitor's address, so that numbers cannot be tried in a row.
TANYA = Pembatas("cek.tanya", batas=10, detik=600)
#: Wrong answers per request number, whoever asks. Endings of a NIP in use are
#: some thousands (month, sex, running number): five an hour make months of it.
SALAH = Pembatas("cek.salah", batas=5, detik=3600)
#: How many last digits of the NIP are asked.
ANGKA_NIP = 8
_NOMOR = re.compile(r"[A-Z0-9_.]{1,40}-\d{4}-\d{1,9}")


class CekStatus(http.Controller):
    """Where a request stands, without a login, where the city allows it (F50).

    Asks for the number and the last digits of the applicant's NIP. One answer
    for everything that does not fit: unknown number, wrong digits, draft. No
    personal data: state, phase, dates and the post or body that has it now.
    """

    @http.route("/cek", type="http", auth="public", methods=["GET"], save_session=False)
    def formulir(self, **_kw):
        """Show the form."""
        self._terbuka()
        self._batasi(LIHAT)
        return self._halaman("asn_layanan.cek_status_formulir", {})

    @http.route(
        "/cek/hasil",
        type="http",
        auth="public",
        methods=["POST"],
        csrf=False,
        save_session=False,
        max_content_length=10_000,
    )
    def hasil(self, nomor=None, nip=None, **_kw):
        """Answer where a request stands, or that nothing fits."""
        # No CSRF token: nothing is changed and the answer depends on the form only.
        self._terbuka()
        self._batasi(TANYA)
        # What is sent as a file is no text.
        nomor = nomor.strip().upper() if isinstance(nomor, str) else ""
        nip = nip.strip() if isinstance(nip, str) else ""
        permohonan = None
        if _NOMOR.fullmatch(nomor) and SALAH.boleh(nomor):
            permohonan = self._cari(nomor, nip)
            if not permohonan:
                SALAH.catat(nomor)
        if not permohonan:
            return self._halaman("asn_layanan.cek_status_tidak_ada", {}, status=404)
        return self._halaman(
            "asn_layanan.cek_status_hasil", permohonan._status_publik()
        )

    # ------------------------------------------------------------------

    def _terbuka(self):
        """Answer 404 where the city does not offer this."""
        # sudo: whether the page is open is no secret
        if not request.env["res.company"].sudo()._asn_utama().asn_cek_publik:
            raise NotFound

    def _batasi(self, pembatas):
        """Answer 429 when an address asks too often."""
        if not pembatas.coba(alamat()):
            jawab = self._halaman("asn_layanan.cek_status_sibuk", {}, status=429)
            jawab.headers["Retry-After"] = str(pembatas.detik)
            abort(jawab)

    def _cari(self, nomor, nip):
        """Return the request with this number and NIP ending, else nothing.

        The digits are compared in constant time, also for unknown numbers. Who
        has no NIP cannot be asked about.
        """
        # sudo: the visitor is nobody; two facts together open a few dates
        permohonan = (
            request.env["asn.permohonan"]
            .sudo()
            .search([("nomor", "=", nomor), ("state", "!=", "draft")], limit=1)
        )
        akhir = (permohonan.employee_id.nip or "x" * 18)[-ANGKA_NIP:]
        cocok = hmac.compare_digest(akhir.encode(), nip.encode()[:64])
        return permohonan if permohonan and cocok and nip.isdigit() else None

    def _halaman(self, templat, nilai, status=200):
        """Return a page in Indonesian, whatever the visitor's browser prefers."""
        qweb = request.env["ir.qweb"].with_context(lang="id_ID")
        # sudo: the name of the government is on the building.
        perusahaan = request.env["res.company"].sudo()._asn_utama()
        isi = qweb._render(
            templat,
            dict(
                nilai,
                daerah=perusahaan.asn_nama_daerah or perusahaan.name,
                angka=ANGKA_NIP,
                tanggal=format_panjang,
            ),
            minimal_qcontext=True,
        )
        return request.make_response(
            "<!DOCTYPE html>\n" + str(isi), headers=HALAMAN_PUBLIK, status=status
        )

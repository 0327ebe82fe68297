import hashlib
import re

from odoo import http
from odoo.addons.asn_arsip.domain import berkas
from odoo.addons.asn_base.domain.tajuk import HALAMAN_PUBLIK
from odoo.addons.asn_base.pembatas import Pembatas, alamat
from odoo.http import request
from werkzeug.exceptions import abort

from ..domain import bentuk, periksa_ttd

#: Pages per visitor's address and minute.
LIHAT = Pembatas("verifikasi.lihat", batas=60, detik=60)
#: Uploads per visitor's address and minute; checking one costs real work.
UNGGAH = Pembatas("verifikasi.unggah", batas=10, detik=60)
UKURAN_MAKS = 20 * berkas.MB
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}")


class Verifikasi(http.Controller):
    """The public page behind the QR code of every letter.

    It shows the least that proves a letter: kind, number, date, signer and
    status. The token has 192 random bits; an unknown one and a malformed one give
    the same answer, and attempts are limited by address.
    """

    @http.route(
        ["/v", "/v/"], type="http", auth="public", methods=["GET"], save_session=False
    )
    def formulir(self, **_kw):
        """Show the form to check a PDF."""
        self._batasi(LIHAT)
        return self._halaman("asn_surat.verifikasi_formulir", {})

    @http.route(
        "/v/<string:token>",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def surat(self, token, **_kw):
        """Show whether the letter with this token is genuine and in force."""
        self._batasi(LIHAT)
        surat = None
        if _TOKEN.fullmatch(token):
            surat = request.env["asn.surat"]._cari_token(token)
        if not surat:
            return self._halaman("asn_surat.verifikasi_tidak_ada", {}, status=404)
        return self._halaman("asn_surat.verifikasi_surat", self._ringkas(surat))

    @http.route(
        "/v/periksa",
        type="http",
        auth="public",
        methods=["POST"],
        csrf=False,
        save_session=False,
        max_content_length=UKURAN_MAKS + berkas.MB,
    )
    def periksa(self, berkas_pdf=None, **_kw):
        """Tell of an uploaded PDF whether it is intact, who signed it, and whether
        this office issued it. The file is looked at and forgotten.
        """
        # No CSRF token: nothing is changed and the answer depends on the file only.
        self._batasi(UNGGAH)
        isi = b""
        if berkas_pdf is not None and hasattr(berkas_pdf, "read"):
            isi = berkas_pdf.read(UKURAN_MAKS + 1)
        masalah = self._masalah(isi)
        if masalah:
            return self._halaman(
                "asn_surat.verifikasi_formulir", {"masalah": masalah}, status=400
            )
        return self._halaman("asn_surat.verifikasi_hasil", self._hasil(isi))

    # ------------------------------------------------------------------

    def _batasi(self, pembatas):
        """Answer 429 when an address asks too often."""
        if not pembatas.coba(alamat()):
            jawab = self._halaman("asn_surat.verifikasi_sibuk", {}, status=429)
            jawab.headers["Retry-After"] = str(pembatas.detik)
            abort(jawab)

    def _masalah(self, isi):
        """Return why an upload cannot be checked, or None."""
        if not isi:
            return request.env._("Please choose a PDF file first.")
        if len(isi) > UKURAN_MAKS:
            return request.env._("The file is too large; the limit is %s MB.", 20)
        if berkas.jenis_isi(isi) != berkas.PDF:
            return request.env._("This is not a PDF file.")
        return None

    def _hasil(self, isi):
        """Return what the page says about an uploaded PDF."""
        # sudo: visitors ask about the paper in their hands; see sudo.csv.
        Surat = request.env["asn.surat"].sudo()
        sidik = hashlib.sha256(isi).hexdigest()
        surat = Surat.search(
            [("sha256", "=", sidik), ("state", "!=", "draft")], limit=1
        )
        rusak, tanda = False, []
        try:
            tanda = periksa_ttd.periksa(
                isi, request.env["asn.sertifikat.akar"]._terpercaya()
            )
        except periksa_ttd.PdfRusak:
            rusak = True
        return {
            "hasil": _putusan(surat, tanda),
            "rusak": rusak,
            "tanda": [_ringkas_tanda(satu) for satu in tanda],
            "surat": self._ringkas(surat) if surat else None,
        }

    def _ringkas(self, surat):
        """Return the minimum that is told about a letter."""
        ganti = surat.pengganti_id
        return {
            "jenis": surat.jenis_id.name,
            "nomor": surat.nomor,
            "tanggal": bentuk.tanggal(surat.tanggal),
            "berlaku_sampai": bentuk.tanggal(surat.berlaku_sampai)
            if surat.berlaku_sampai
            else "",
            "lewat": bool(
                surat.berlaku_sampai
                and surat.berlaku_sampai < surat.env["hr.employee"]._asn_hari_ini()
            ),
            "penandatangan": surat.ttd_nama,
            "jabatan": surat.ttd_jabatan,
            "cara": surat.cara_ttd,
            "status": "diganti"
            if ganti
            else {"issued": "berlaku", "revoked": "dicabut"}[surat.state],
            "dicabut": bentuk.tanggal(surat.dicabut_pada) if surat.dicabut_pada else "",
            "pengganti": ganti.nomor if ganti else "",
            "dasar": surat.dasar_cabut_id.nomor or "",
            "pemegang": _samarkan(surat._nilai_terbaca().get("nama") or ""),
        }

    def _halaman(self, templat, nilai, status=200):
        """Return a page in Indonesian, whatever the visitor's browser prefers."""
        qweb = request.env["ir.qweb"].with_context(lang="id_ID")
        # sudo: the name of the government is on the building.
        perusahaan = request.env["res.company"].sudo().search([], limit=1, order="id")
        isi = qweb._render(
            templat,
            dict(nilai, daerah=perusahaan.asn_nama_daerah or perusahaan.name),
            minimal_qcontext=True,
        )
        return request.make_response(
            "<!DOCTYPE html>\n" + str(isi), headers=HALAMAN_PUBLIK, status=status
        )


def _putusan(surat, tanda):
    """Return the one word about an uploaded file that the page is built on.

    :param surat: the registered letter with these very bytes, or none
    :param tanda: signatures found, see ``periksa_ttd.TandaTangan``
    """
    utuh = bool(tanda) and all(satu.utuh and satu.sah for satu in tanda)
    if surat and surat.state == "issued" and (utuh or not tanda):
        return "asli"
    if tanda and not utuh:
        return "diubah"
    if surat:
        return "dicabut"
    if utuh and all(satu.dipercaya for satu in tanda):
        return "sah_luar"
    return "tidak_dikenal"


def _ringkas_tanda(satu):
    """Return what the page says about one signature."""
    return {
        "nama": satu.penanda_tangan,
        "penerbit": satu.penerbit,
        "waktu": bentuk.tanggal(satu.waktu) if satu.waktu else "",
        "utuh": satu.utuh and satu.sah,
        "dipercaya": satu.dipercaya,
    }


def _samarkan(nama):
    """Return ``S*** A*****`` for a name: enough to compare with the paper."""
    return " ".join(
        kata[0] + "*" * min(len(kata) - 1, 6) for kata in nama.split() if kata
    )

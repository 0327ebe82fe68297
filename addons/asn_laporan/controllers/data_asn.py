import csv
import hashlib
import io
import json

from odoo import http
from odoo.addons.asn_base.domain.tajuk import AMAN, PADA_HALAMAN
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.addons.asn_base.domain.teks import teks_csv
from odoo.addons.asn_base.pembatas import Pembatas, alamat
from odoo.http import content_disposition, request
from werkzeug.exceptions import abort

#: Pages and files per visitor's address and minute.
LIHAT = Pembatas("data_asn.lihat", batas=90, detik=60)
_TEMPO = "public, max-age=300"
_TUTUP = "disamarkan"


class DataAsn(http.Controller):
    """Published figures about the civil servants of the city, for everybody.

    Only what was frozen at publishing is ever read here; no person's data.
    """

    @http.route(
        ["/data-asn", "/data-asn/<int:nomor>"],
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def halaman(self, nomor=None, **_kw):
        """Show the newest figures, or those of one published set."""
        self._batasi()
        semua = request.env["asn.statistik.publik"]._terbitan()
        pilih = self._pilih(semua, nomor)
        if nomor and not pilih:
            return self._jawab("asn_laporan.data_asn_tidak_ada", {}, status=404)
        return self._jawab(
            "asn_laporan.data_asn",
            {
                "semua": semua,
                "satu": pilih,
                "tanggal": format_panjang,
                "batang": _batang,
            },
        )

    @http.route(
        "/data-asn/<int:nomor>/<string:jenis>",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
    )
    def berkas(self, nomor, jenis, **_kw):
        """Send one published set as CSV or JSON."""
        self._batasi()
        satu = self._pilih(request.env["asn.statistik.publik"]._terbitan(), nomor)
        if not satu or jenis not in ("csv", "json"):
            return self._jawab("asn_laporan.data_asn_tidak_ada", {}, status=404)
        isi = (_csv if jenis == "csv" else _json)(satu)
        nama = f"data-asn-{satu['tanggal'].isoformat()}.{jenis}"
        kepala = [
            ("Content-Type", f"{_MIME[jenis]}; charset=utf-8"),
            ("Content-Disposition", content_disposition(nama)),
            ("Access-Control-Allow-Origin", "*"),
        ]
        return self._kirim(isi, kepala)

    def _batasi(self):
        """Answer 429 when an address asks too often."""
        if not LIHAT.coba(alamat()):
            jawab = request.make_response(
                "Terlalu banyak permintaan. Coba lagi dalam satu menit.",
                [("Content-Type", "text/plain; charset=utf-8"), ("Retry-After", "60")],
                status=429,
            )
            abort(jawab)

    def _pilih(self, semua, nomor):
        if not nomor:
            return semua[0] if semua else None
        return next((satu for satu in semua if satu["id"] == nomor), None)

    def _jawab(self, templat, nilai, status=200):
        qweb = request.env["ir.qweb"].with_context(lang="id_ID")
        # sudo: the name of the government is on the building.
        perusahaan = request.env["res.company"].sudo().search([], limit=1, order="id")
        isi = qweb._render(
            templat,
            dict(
                nilai,
                daerah=perusahaan.asn_nama_daerah or perusahaan.name,
                badan=perusahaan.asn_nama_badan,
            ),
            minimal_qcontext=True,
        )
        kepala = [("Content-Type", "text/html; charset=utf-8")]
        return self._kirim("<!DOCTYPE html>\n" + str(isi), kepala, status)

    def _kirim(self, isi, kepala, status=200):
        """Send with a tag, so that a visitor who has it already gets nothing."""
        isi = isi.encode() if isinstance(isi, str) else isi
        tanda = f'"{hashlib.sha256(isi).hexdigest()[:32]}"'
        kepala = [
            *kepala,
            *AMAN,
            ("Content-Security-Policy", PADA_HALAMAN),
            ("ETag", tanda),
            ("Cache-Control", _TEMPO),
        ]
        if status == 200 and request.httprequest.headers.get("If-None-Match") == tanda:
            return request.make_response(b"", kepala, status=304)
        return request.make_response(isi, kepala, status=status)


_MIME = {"csv": "text/csv", "json": "application/json"}


def _batang(tabel, nilai):
    """Return the width of a bar in percent of the longest of its table."""
    puncak = max((baris[-1] or 0 for baris in tabel["baris"]), default=0)
    return round((nilai or 0) * 100 / puncak) if puncak else 0


def _csv(satu):
    """Return one set as CSV: a line per cell, hidden cells say so."""
    berkas = io.StringIO()
    tulis = csv.writer(berkas)
    tulis.writerow(["tanggal", "tabel", "uraian", "kolom", "jumlah"])
    for tabel in satu["tabel"]:
        baris = [*tabel["baris"], ["Jumlah", *tabel["jumlah"]]]
        for label, *angka in baris:
            for kolom, nilai in zip(tabel["kolom"], angka, strict=True):
                tulis.writerow(
                    [
                        satu["tanggal"].isoformat(),
                        teks_csv(tabel["judul"]),
                        teks_csv(label),
                        teks_csv(kolom),
                        _TUTUP if nilai is None else nilai,
                    ]
                )
    return "\ufeff" + berkas.getvalue()


def _json(satu):
    """Return one set as JSON; hidden cells are null."""
    isi = {
        "judul": satu["nama"],
        "keterangan": satu["keterangan"],
        "tanggal": satu["tanggal"].isoformat(),
        "terbit": satu["terbit"].isoformat(),
        "jumlah": satu["jumlah"],
        "tabel": satu["tabel"],
        "catatan": "Sel kurang dari lima orang dan sel pelindungnya disamarkan (null).",
    }
    return json.dumps(isi, ensure_ascii=False, indent=1)

from odoo import http
from odoo.addons.asn_surat.galat import ErrorTTD
from odoo.exceptions import UserError
from odoo.http import request
from werkzeug.exceptions import NotFound

from ..models.asn_pakta import BERSURAT

_KEPALA = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
]


class Pernyataan(http.Controller):
    """The page on which a person accepts the terms and signs the statements.

    A plain form without script: it works on every phone, and it is the only way
    to sign. It signs for the account of the session and for nobody else.
    """

    @http.route("/asn/pernyataan", type="http", auth="user", methods=["GET"])
    def lihat(self, **_kw):
        """Show what the present user has to accept or sign."""
        return self._halaman()

    @http.route(
        "/asn/pernyataan/tanda", type="http", auth="user", methods=["POST"], csrf=True
    )
    def tanda(self, sandi=None, frasa=None, **isian):
        """Sign what was ticked; without a tick nothing happens."""
        user = request.env.user
        terbuka = self._terbuka(user)
        pilihan = {
            t.id: isian[f"teks_{t.id}"]
            for t in terbuka
            if isian.get(f"setuju_{t.id}") and isian.get(f"teks_{t.id}")
        }
        if len(pilihan) < len(terbuka):
            pesan = request.env._("Please tick every statement that you agree to.")
            return self._halaman(pesan)
        try:
            with request.env.cr.savepoint():
                request.env["asn.pakta"]._tandatangani(pilihan, sandi, frasa)
        except (UserError, ErrorTTD) as galat:
            return self._halaman(str(galat))
        if self._terbuka(user):
            return request.redirect("/asn/pernyataan", 303)
        if terbuka and terbuka[0].jenis == "ketentuan":
            return request.redirect("/odoo", 303)
        return self._halaman()

    @http.route(
        "/asn/pernyataan/nanti", type="http", auth="user", methods=["POST"], csrf=True
    )
    def nanti(self, **_kw):
        """Go on as an ordinary civil servant; the role still waits."""
        request.session["asn_pakta_nanti"] = True
        return request.redirect("/odoo", 303)

    @http.route(
        "/asn/pernyataan/<int:pakta_id>/pdf", type="http", auth="user", methods=["GET"]
    )
    def pdf(self, pakta_id, **_kw):
        """Return the signed PDF of a statement that the user may read."""
        pakta = request.env["asn.pakta"].search([("id", "=", pakta_id)])
        # sudo: who may read the statement may read the letter of it.
        surat = pakta.sudo().surat_id
        if not surat:
            raise NotFound()
        kepala = [
            ("Content-Type", "application/pdf"),
            ("Content-Disposition", f'inline; filename="{surat.nama_file}"'),
            ("X-Content-Type-Options", "nosniff"),
            ("Cache-Control", "no-store"),
        ]
        return request.make_response(surat._pdf_byte(), headers=kepala)

    def _terbuka(self, user):
        """Return what is on the page now: first the terms, then the statements."""
        semua = user._asn_pernyataan_terbuka()
        ketentuan = semua.filtered(lambda t: t.jenis == "ketentuan")
        return ketentuan or semua

    def _halaman(self, masalah=None):
        """Return the page in Indonesian, the language of the statements."""
        user = request.env.user
        terbuka = self._terbuka(user)
        # sudo: the own profile, and the name of the government.
        orang = user.sudo().employee_id
        perusahaan = user.company_id.sudo()  # sudo: see above.
        nilai = {
            "masalah": masalah,
            "terbuka": terbuka,
            "ketentuan": "ketentuan" in terbuka.mapped("jenis"),
            "menunggu": user._asn_gerbang(),
            "peran": user._asn_nama_peran(),
            "nama": orang.nama_lengkap or user.name,
            "nip": orang.nip,
            "jabatan": orang.jabatan_id.name,
            "sertifikat": request.env["res.users"]._asn_punya_sertifikat(orang),
            "selesai": request.env["asn.pakta"].search(
                [("user_id", "=", user.id), ("jenis", "in", BERSURAT)], limit=4
            ),
            "bukti": request.env["asn.pakta"]._bukti_penanda(),
            "csrf": request.csrf_token(),
            "daerah": perusahaan.asn_nama_daerah or perusahaan.name,
        }
        isi = (
            request.env["ir.qweb"]
            .with_context(lang="id_ID")
            ._render("asn_akses.pernyataan", nilai, minimal_qcontext=True)
        )
        return request.make_response("<!DOCTYPE html>\n" + str(isi), headers=_KEPALA)

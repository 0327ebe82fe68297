from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from ..domain.isian import IsianSalah


class Pratinjau(http.Controller):
    """PDF previews for those who edit templates."""

    @http.route(
        "/surat/pratinjau/<int:jenis_id>", type="http", auth="user", methods=["GET"]
    )
    def jenis(self, jenis_id, **_kw):
        """Return a kind of letter as a PDF with specimens.

        :raises AccessError: for everybody who may not edit templates
        """
        jenis = request.env["asn.jenis.surat"].browse(jenis_id)
        jenis.check_access("write")
        try:
            pdf = jenis._contoh_pdf()
        except IsianSalah as salah:
            raise UserError(jenis._pesan_isian(salah))
        return request.make_response(
            pdf,
            headers=[
                ("Content-Type", "application/pdf"),
                ("Content-Disposition", "inline; filename=pratinjau.pdf"),
                ("Cache-Control", "no-store"),
            ],
        )

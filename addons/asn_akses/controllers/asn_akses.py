from odoo import http
from odoo.http import content_disposition, request
from werkzeug.exceptions import NotFound

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class AsnAksesController(http.Controller):
    """Downloads for the auditor; the models check who may have them."""

    @http.route("/asn/akses/pemegang.xlsx", type="http", auth="user", readonly=False)
    def pemegang(self):
        """Send who holds what as a spreadsheet."""
        return self._kirim(
            request.env["asn.pemegang.peran"]._isi_xlsx(), "pemegang_hak.xlsx"
        )

    @http.route(
        "/asn/akses/tinjauan/<int:tinjauan_id>.xlsx",
        type="http",
        auth="user",
        readonly=False,
    )
    def tinjauan(self, tinjauan_id):
        """Send one review as a spreadsheet."""
        tinjauan = request.env["asn.tinjauan.akses"].search([("id", "=", tinjauan_id)])
        if not tinjauan:
            raise NotFound()
        return self._kirim(
            tinjauan._isi_xlsx(), f"tinjauan_akses_{tinjauan.tahun}.xlsx"
        )

    def _kirim(self, isi, nama):
        return request.make_response(
            isi,
            [
                ("Content-Type", _XLSX),
                ("Content-Length", len(isi)),
                ("Content-Disposition", content_disposition(nama)),
                ("Cache-Control", "no-store"),
            ],
        )

from odoo import http
from odoo.http import content_disposition, request

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Pemakaian(http.Controller):
    """The use of the system as a spreadsheet; the model asks who may have it."""

    @http.route(
        "/asn/pemakaian.xlsx",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=False,
    )
    def berkas(self):
        """Send the use by each office and month as a spreadsheet."""
        isi = request.env["asn.pemakaian"]._isi_xlsx()
        return request.make_response(
            isi,
            [
                ("Content-Type", _XLSX),
                ("Content-Length", len(isi)),
                ("Content-Disposition", content_disposition("pemakaian_sistem.xlsx")),
                ("Cache-Control", "no-store"),
            ],
        )

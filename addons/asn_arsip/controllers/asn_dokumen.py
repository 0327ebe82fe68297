from odoo import http
from odoo.http import content_disposition, request

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class AsnDokumenController(http.Controller):
    """Downloads of the archive that are no documents themselves."""

    @http.route("/asn/arsip/kurang.xlsx", type="http", auth="user", readonly=False)
    def kurang(self):
        """Send what is missing within the reach of the user as a spreadsheet."""
        isi = request.env["asn.dokumen.kurang"]._isi_xlsx()
        return request.make_response(
            isi,
            [
                ("Content-Type", _XLSX),
                ("Content-Length", len(isi)),
                ("Content-Disposition", content_disposition("dokumen_kurang.xlsx")),
                ("Cache-Control", "no-store"),
            ],
        )

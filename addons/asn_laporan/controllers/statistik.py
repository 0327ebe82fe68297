from odoo import http
from odoo.exceptions import AccessError, UserError
from odoo.http import content_disposition, request

_JENIS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


class Statistik(http.Controller):
    """The page of statistics as a file; the model asks who may have it."""

    @http.route(
        "/asn/statistik/<string:jenis>", type="http", auth="user", methods=["GET"]
    )
    def berkas(self, jenis, unit=None, tanggal=None, kelompok="semua", **_kw):
        """Send the figures that the page shows as a spreadsheet or a PDF."""
        if jenis not in _JENIS or (unit and not unit.isdigit()):
            raise request.not_found()
        try:
            isi = request.env["asn.statistik"]._berkas(
                jenis, int(unit or 0), tanggal, kelompok
            )
        except (AccessError, UserError, ValueError) as galat:
            return request.make_response(
                str(galat), [("Content-Type", "text/plain; charset=utf-8")], status=403
            )
        return request.make_response(
            isi,
            [
                ("Content-Type", _JENIS[jenis]),
                ("Content-Length", len(isi)),
                ("Content-Disposition", content_disposition(f"statistik_asn.{jenis}")),
                ("Cache-Control", "no-store"),
            ],
        )

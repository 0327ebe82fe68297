from odoo import http
from odoo.http import content_disposition, request

_TIPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class AsnPemutakhiranController(http.Controller):
    """The report of a campaign as a spreadsheet."""

    @http.route(
        "/asn/pemutakhiran/<int:kampanye_id>/laporan",
        type="http",
        auth="user",
        methods=["GET"],
    )
    def laporan(self, kampanye_id):
        """Send the report; everything is read with the caller's rights."""
        kampanye = request.env["asn.pemutakhiran"].browse(kampanye_id).exists()
        if not kampanye or not kampanye.has_access("read"):
            raise request.not_found()
        isi = kampanye._buku_laporan()
        nama = "".join(c if c.isalnum() else "_" for c in kampanye.name)[:60]
        return request.make_response(
            isi,
            [
                ("Content-Type", _TIPE),
                ("Content-Disposition", content_disposition(f"Laporan_{nama}.xlsx")),
                ("X-Content-Type-Options", "nosniff"),
            ],
        )

from odoo import http
from odoo.http import content_disposition, request

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class AsnImporController(http.Controller):
    """Downloads of the import: templates, problems, refused rows and results.

    Who may call is decided by access to ``asn.impor`` (``security/endpoints.csv``).
    """

    @http.route(
        ["/asn/impor/templat", "/asn/impor/templat/<string:jenis>"],
        type="http",
        auth="user",
        readonly=True,
    )
    def templat(self, jenis="roster"):
        """Send the empty template of one kind of sheet, or of all (``semua``)."""
        impor = request.env["asn.impor"]
        impor.check_access("read")
        isi = impor._isi_templat(jenis)
        if isi is None:
            return request.not_found()
        return self._kirim(isi, f"templat_impor_{jenis.rpartition('.')[2]}.xlsx")

    @http.route(
        [
            "/asn/impor/<int:impor_id>/masalah",
            "/asn/impor/<int:impor_id>/ditolak",
            "/asn/impor/<int:impor_id>/hasil",
        ],
        type="http",
        auth="user",
        readonly=True,
    )
    def unduhan(self, impor_id):
        """Send the problems, the refused rows or the results of one import."""
        impor = request.env["asn.impor"].browse(impor_id)
        impor.check_access("read")
        if not impor.exists():
            return request.not_found()
        apa = request.httprequest.path.rpartition("/")[2]
        isi = {
            "masalah": impor._isi_masalah,
            "ditolak": impor._isi_ditolak,
            "hasil": impor._isi_hasil,
        }[apa]()
        return self._kirim(isi, f"{apa}_impor_{impor_id}.xlsx")

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

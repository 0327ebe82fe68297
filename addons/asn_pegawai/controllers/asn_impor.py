from odoo import http
from odoo.http import content_disposition, request

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class AsnImporController(http.Controller):
    """Downloads of the import: the template and the list of problems.

    Who may call is decided by access to ``asn.impor`` (``security/endpoints.csv``).
    """

    @http.route("/asn/impor/templat", type="http", auth="user", readonly=True)
    def templat(self):
        """Send the empty template with the references of this database."""
        impor = request.env["asn.impor"]
        impor.check_access("read")
        return self._kirim(impor._isi_templat(), "templat_impor_pegawai.xlsx")

    @http.route(
        "/asn/impor/<int:impor_id>/masalah", type="http", auth="user", readonly=True
    )
    def masalah(self, impor_id):
        """Send the problems of one import."""
        impor = request.env["asn.impor"].browse(impor_id)
        impor.check_access("read")
        if not impor.exists():
            return request.not_found()
        return self._kirim(impor._isi_masalah(), f"masalah_impor_{impor_id}.xlsx")

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

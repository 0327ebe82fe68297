from odoo import http
from odoo.http import request
from werkzeug.exceptions import NotFound


class SlipUndangan(http.Controller):
    """Printed invitations for people without an e-mail address."""

    @http.route(
        "/asn/akun/<int:massal_id>/slip", type="http", auth="user", methods=["GET"]
    )
    def slip(self, massal_id, **_kw):
        """Return the next slips of a batch as PDF and leave a trace of it."""
        Massal = request.env["asn.akun.massal"]
        if not Massal.has_access("write"):
            raise NotFound()
        massal = Massal.search([("id", "=", massal_id)])
        # sudo: rows are the engine's; the batch is the administrator's.
        baris = request.env["asn.akun.massal.baris"].sudo()._untuk_slip(massal)
        if not baris:
            raise NotFound()
        pdf = baris._slip_pdf()
        # sudo: the trace is the engine's; it names the caller.
        request.env["asn.jejak.ekspor"].sudo()._catat(
            "asn.akun.massal", len(baris), "persetujuan", massal.judul
        )
        kepala = [
            ("Content-Type", "application/pdf"),
            ("Content-Disposition", 'inline; filename="undangan.pdf"'),
            ("Cache-Control", "no-store"),
        ]
        return request.make_response(pdf, headers=kepala)

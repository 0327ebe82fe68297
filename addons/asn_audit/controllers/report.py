from odoo import http
from odoo.addons.web.controllers.report import ReportController as ReportInti
from odoo.http import request

from .binary import _baca_tulis


class ReportController(ReportInti):
    """Printing passes the gate and leaves a trace, by whatever address."""

    @http.route(readonly=_baca_tulis)
    def report_routes(self, reportname, docids=None, converter=None, **data):
        ids = [int(i) for i in (docids or "").split(",") if i.isdigit()]
        request.env["ir.actions.report"]._asn_gerbang(reportname, ids)
        return super().report_routes(
            reportname, docids=docids, converter=converter, **data
        )

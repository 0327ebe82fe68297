import io

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..domain import pdf as mesin_pdf


class IrActionsReport(models.Model):
    """Reports of the web client through the renderer of letters."""

    _inherit = "ir.actions.report"

    pdf_engine = fields.Selection(
        [("wkhtmltopdf", "wkhtmltopdf"), ("weasyprint", "WeasyPrint")],
        "PDF engine",
        required=True,
        default="wkhtmltopdf",
        help="WeasyPrint prints official documents: F4, page numbers, PDF/A, and "
        "nothing fetched from a network.",
    )
    pdf_kertas = fields.Selection(
        [("f4", "F4 (215 x 330 mm)"), ("a4", "A4 (210 x 297 mm)")],
        "Paper",
        default="f4",
    )
    pdf_gabung = fields.Boolean(
        "One Document for All", help="A list of the chosen records, not a page each."
    )

    @api.model
    def get_wkhtmltopdf_state(self):
        """Let the web client ask for PDFs where wkhtmltopdf is not installed."""
        state = super().get_wkhtmltopdf_state()
        return "ok" if state == "install" else state

    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        """Render reports of our engine record by record.

        :raises UserError: when a page cannot be made into a PDF
        """
        laporan = self._get_report(report_ref)
        if laporan.pdf_engine != "weasyprint":
            # Core's own answer: ours says "ok" to the web client for any engine.
            keadaan = super().get_wkhtmltopdf_state()  # pylint: disable=super-method-mismatch
            if keadaan == "install":
                raise UserError(
                    self.env._(
                        "The report %s needs wkhtmltopdf, which is not installed. "
                        "Choose WeasyPrint as its PDF engine.",
                        laporan.name,
                    )
                )
            return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids)
        if not res_ids or laporan.pdf_gabung:
            isi = self._cetak_weasyprint(laporan, report_ref, res_ids, data)
            return {False: {"stream": io.BytesIO(isi), "attachment": None}}
        hasil = {}
        for record in self.env[laporan.model].browse(res_ids):
            lampiran = None
            if laporan.attachment:
                lampiran = laporan.retrieve_attachment(record)
            if lampiran and laporan.attachment_use:
                aliran = io.BytesIO(lampiran.raw)
            else:
                isi = self._cetak_weasyprint(laporan, report_ref, record.ids, data)
                aliran = io.BytesIO(isi)
            hasil[record.id] = {"stream": aliran, "attachment": lampiran}
        return hasil

    @api.model
    def _cetak_weasyprint(self, laporan, report_ref, res_ids, data):
        """Return the PDF of one record, or of a report without records."""
        html = self._render_qweb_html(report_ref, res_ids, data=dict(data or {}))[0]
        try:
            return self.env["asn.surat.renderer"]._pdf(
                html.decode() if isinstance(html, bytes) else html,
                kertas=laporan.pdf_kertas or "f4",
                judul=laporan.name,
            )
        except mesin_pdf.GagalCetak as gagal:
            raise UserError(
                self.env._(
                    "The report %(name)s could not be made into a PDF: %(reason)s",
                    name=laporan.name,
                    reason=str(gagal)[:200],
                )
            )

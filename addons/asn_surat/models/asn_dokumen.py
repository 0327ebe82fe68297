from odoo import api, models

from ..domain import periksa_ttd


class AsnDokumen(models.Model):
    """The pre-check of the archive looks at electronic signatures as well."""

    _inherit = "asn.dokumen"

    @api.model
    def _baca_tanda_tangan(self, isi, mimetype):
        """Return the worst verdict on the signatures of a PDF, or ``None``."""
        if mimetype != "application/pdf" or b"/ByteRange" not in isi:
            return super()._baca_tanda_tangan(isi, mimetype)
        try:
            semua = periksa_ttd.periksa(
                isi, self.env["asn.sertifikat.akar"]._terpercaya()
            )
        except periksa_ttd.PdfRusak:
            return {"sah": False, "dipercaya": False, "oleh": "-"}
        if not semua:
            return None
        return {
            "sah": all(t.utuh and t.sah for t in semua),
            "dipercaya": all(t.dipercaya for t in semua),
            "oleh": ", ".join(t.penanda_tangan for t in semua)[:200],
        }

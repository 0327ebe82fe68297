from odoo import api, fields, models


class AsnDokumen(models.Model):
    """Documents know the requests they were attached to."""

    _inherit = "asn.dokumen"

    berkas_permohonan_ids = fields.One2many(
        "asn.permohonan.berkas", "dokumen_id", "Attached To", readonly=True
    )

    @api.model
    def _sumber_pemakaian(self):
        """Add the requests that a document was attached to."""
        return [*super()._sumber_pemakaian(), ("asn.permohonan.berkas", "dokumen_id")]

    @api.model
    def _sampaikan(self, users, judul, isi):
        """Put notices under the bell and into the e-mail, as those of requests."""
        self.env["asn.pemberitahuan"]._catat(
            [
                {"user_id": user.id, "jenis": "peringatan", "judul": judul, "isi": isi}
                for user in users
            ]
        )

from odoo import api, fields, models


class AsnPermohonanLuar(models.TransientModel):
    """The answer also brings the number of the card or charter, per request."""

    _inherit = "asn.permohonan.luar"

    minta_nomor_hasil = fields.Boolean(compute="_compute_minta_nomor_hasil")

    @api.depends("jenis", "baris_ids.permohonan_id")
    def _compute_minta_nomor_hasil(self):
        for luar in self:
            permohonan = luar.baris_ids.permohonan_id
            luar.minta_nomor_hasil = luar.jenis == "jawaban" and any(
                permohonan.mapped("minta_nomor_hasil")
            )

    def _catat(self, permohonan):
        """Keep the number as well; who may answer is checked by the engine."""
        baris = self.baris_ids.filtered(lambda b: b.permohonan_id == permohonan)
        nomor = (baris[:1].nomor_hasil or "").strip()
        hasil = super()._catat(permohonan)
        if self.minta_nomor_hasil and self.hasil == "setuju" and nomor:
            permohonan._simpan_nomor_hasil(nomor)
        return hasil

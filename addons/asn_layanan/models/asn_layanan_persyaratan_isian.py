from odoo import fields, models


class AsnLayananPersyaratan(models.Model):
    """A line of the checklist that a question for a document asks for."""

    _inherit = "asn.layanan.persyaratan"

    pertanyaan_kode = fields.Char(
        "From the Question", help="Code of the question of the form that asks for it."
    )

    def _berlaku(self, permohonan):
        """Leave out the documents of questions that are not shown."""
        berlaku = super()._berlaku(permohonan)
        if not any(p.pertanyaan_kode for p in berlaku):
            return berlaku
        tampak = {t["kode"] for t in permohonan._isian_tampak()}
        return berlaku.filtered(
            lambda p: not p.pertanyaan_kode or p.pertanyaan_kode in tampak
        )

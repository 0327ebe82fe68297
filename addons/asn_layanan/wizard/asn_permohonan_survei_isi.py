from odoo import fields, models

from ..models.asn_permohonan_survei import NILAI


class AsnPermohonanSurveiIsi(models.TransientModel):
    """The short survey that releases the letter."""

    _name = "asn.permohonan.survei.isi"
    _inherit = "asn.permohonan.baris.mixin"
    _description = "Survey Dialog"

    permohonan_id = fields.Many2one("asn.permohonan", "Request", required=True)
    nilai_layanan = fields.Selection(NILAI, "How was the service?", required=True)
    nilai_petugas = fields.Selection(NILAI, "How were the officers?", required=True)
    saran = fields.Text("Suggestions")

    def action_kirim(self):
        """Send the answers and release the product."""
        self.ensure_one()
        hasil = self.permohonan_id.action_answer_survey(
            self.nilai_layanan, self.nilai_petugas, self.saran
        )
        if isinstance(hasil, dict):
            return hasil
        return {"type": "ir.actions.act_window_close"}

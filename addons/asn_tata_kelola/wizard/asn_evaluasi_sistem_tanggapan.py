from odoo import fields, models


class AsnEvaluasiSistemTanggapan(models.TransientModel):
    """Asks Administrator Utama for the answer to an evaluation."""

    _name = "asn.evaluasi.sistem.tanggapan"
    _description = "Answer to an Evaluation (Tanggapan)"

    evaluasi_id = fields.Many2one("asn.evaluasi.sistem", "Evaluation", required=True)
    hasil = fields.Selection(
        [
            ("ditindaklanjuti", "Follow up (tindak lanjuti)"),
            ("dicatat", "Note (catat)"),
        ],
        "Result (Hasil)",
        required=True,
        default="ditindaklanjuti",
    )
    teks = fields.Text("Answer (Tanggapan)", required=True)

    def action_simpan(self):
        """Answer."""
        self.ensure_one()
        self.evaluasi_id._tanggapi(self.hasil, self.teks)
        return {"type": "ir.actions.act_window_close"}

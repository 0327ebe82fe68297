from odoo import fields, models


class AsnLaporanGangguanBalas(models.TransientModel):
    """Asks the reporter of trouble for an answer."""

    _name = "asn.laporan.gangguan.balas"
    _description = "Answer of the Reporter (Balas)"

    lapor_id = fields.Many2one("asn.laporan.gangguan", "Report", required=True)
    jawaban = fields.Text(related="lapor_id.jawaban", related_sudo=False)
    teks = fields.Text("Your Answer", required=True)

    def action_kirim(self):
        """Send the answer; the report is taken up again."""
        self.ensure_one()
        self.lapor_id._balas(self.teks)
        return {"type": "ir.actions.act_window_close"}

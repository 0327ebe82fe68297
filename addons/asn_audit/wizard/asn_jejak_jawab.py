from odoo import fields, models


class AsnJejakJawab(models.TransientModel):
    """The dialog that answers a question about a visit, or closes an alert."""

    _name = "asn.jejak.jawab"
    _description = "Answer to a Question"

    pertanyaan_id = fields.Many2one("asn.jejak.pertanyaan", ondelete="cascade")
    peringatan_id = fields.Many2one("asn.jejak.peringatan", "Alert", ondelete="cascade")
    pertanyaan = fields.Text(related="pertanyaan_id.pertanyaan")
    hasil = fields.Selection(
        [
            ("wajar", "In the line of duty (wajar)"),
            ("tidak_wajar", "Not justified (tidak wajar), acted upon"),
        ],
        "Finding",
        required=True,
    )
    jawaban = fields.Text("Answer", required=True)

    def action_simpan(self):
        """Answer or close; the rights are checked by the question or alert."""
        self.ensure_one()
        if self.pertanyaan_id:
            self.pertanyaan_id._jawab(self.hasil, self.jawaban)
        if self.peringatan_id:
            self.peringatan_id._tutup(self.hasil, self.jawaban)
        return {"type": "ir.actions.act_window_close"}

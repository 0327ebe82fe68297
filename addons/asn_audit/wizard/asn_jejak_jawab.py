from odoo import fields, models


class AsnJejakJawab(models.TransientModel):
    """The dialog in which a question about a visit is answered."""

    _name = "asn.jejak.jawab"
    _description = "Answer to a Question"

    pertanyaan_id = fields.Many2one(
        "asn.jejak.pertanyaan", required=True, ondelete="cascade"
    )
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
        """Answer; the rights are checked by the question."""
        self.ensure_one()
        self.pertanyaan_id._jawab(self.hasil, self.jawaban)
        return {"type": "ir.actions.act_window_close"}

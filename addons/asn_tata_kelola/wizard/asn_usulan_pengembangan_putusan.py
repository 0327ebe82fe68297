from odoo import fields, models


class AsnUsulanPengembanganPutusan(models.TransientModel):
    """Asks for the decision on a development proposal."""

    _name = "asn.usulan.pengembangan.putusan"
    _description = "Decision on a Proposal (Putusan)"

    usulan_id = fields.Many2one("asn.usulan.pengembangan", "Proposal", required=True)
    hasil = fields.Selection(
        [
            ("disetujui", "Approve (setujui)"),
            ("dikembalikan", "Give back (kembalikan)"),
            ("ditolak", "Refuse (tolak)"),
        ],
        "Decision (Putusan)",
        required=True,
        default="disetujui",
    )
    alasan = fields.Text("Reason (Alasan)")

    def action_simpan(self):
        """Decide."""
        self.ensure_one()
        self.usulan_id._putuskan(self.hasil, self.alasan)
        return {"type": "ir.actions.act_window_close"}

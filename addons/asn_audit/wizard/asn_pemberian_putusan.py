from odoo import fields, models


class AsnPemberianPutusan(models.TransientModel):
    """The dialog in which Kepala Badan decides on a role."""

    _name = "asn.pemberian.putusan"
    _description = "Decision on a Role"

    pemberian_id = fields.Many2one(
        "asn.pemberian.peran", required=True, ondelete="cascade"
    )
    hasil = fields.Selection(
        [("setuju", "Approve"), ("tolak", "Refuse")],
        "Decision",
        required=True,
        default="setuju",
    )
    nomor = fields.Char("Letter No.")
    tanggal = fields.Date("Letter Date")
    alasan = fields.Text("Reason")

    def action_simpan(self):
        """Decide; the rights are checked by the grant."""
        self.ensure_one()
        if self.hasil == "setuju":
            self.pemberian_id._setujui(self.nomor, self.tanggal)
        else:
            self.pemberian_id._tolak(self.alasan)
        return {"type": "ir.actions.act_window_close"}

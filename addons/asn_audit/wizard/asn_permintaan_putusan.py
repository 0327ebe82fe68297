from odoo import fields, models


class AsnPermintaanPutusan(models.TransientModel):
    """The dialog that approves, refuses or revokes a data-use request."""

    _name = "asn.permintaan.putusan"
    _description = "Decision on a Data-Use Request"

    permintaan_id = fields.Many2one(
        "asn.permintaan.data", required=True, ondelete="cascade"
    )
    hasil = fields.Selection(
        [("setuju", "Approve"), ("tolak", "Refuse"), ("cabut", "Revoke")],
        "Decision",
        required=True,
        default="setuju",
    )
    nomor = fields.Char("Approval No.")
    tanggal = fields.Date("Approval Date")
    pyb = fields.Char("Authorised Official (PyB)")
    alasan = fields.Text("Reason")

    def action_simpan(self):
        """Decide; the rights are checked by the request."""
        self.ensure_one()
        if self.hasil == "setuju":
            self.permintaan_id._setujui(self.nomor, self.tanggal, self.pyb)
        elif self.hasil == "tolak":
            self.permintaan_id._tolak(self.alasan)
        else:
            self.permintaan_id._cabut(self.alasan)
        return {"type": "ir.actions.act_window_close"}

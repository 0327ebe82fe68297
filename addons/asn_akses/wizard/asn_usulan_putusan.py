from odoo import fields, models


class AsnUsulanPutusan(models.TransientModel):
    """The dialog in which Kepala Badan decides on a proposal of facilitators."""

    _name = "asn.usulan.putusan"
    _description = "Decision on a Proposal"

    usulan_id = fields.Many2one(
        "asn.usulan.fasilitator", required=True, ondelete="cascade"
    )
    hasil = fields.Selection(
        [("setuju", "Approve"), ("tolak", "Refuse")],
        "Decision",
        required=True,
        default="setuju",
    )
    nomor = fields.Char("Letter No.")
    tanggal = fields.Date("Letter Date")
    berkas = fields.Binary("Letter (PDF or picture)")
    nama_berkas = fields.Char()
    alasan = fields.Text("Reason")

    def action_simpan(self):
        """Decide; the rights are checked by the proposal."""
        self.ensure_one()
        if self.hasil == "setuju":
            self.usulan_id._setujui(
                self.nomor, self.tanggal, self.berkas, self.nama_berkas
            )
        else:
            self.usulan_id._tolak(self.alasan)
        return {"type": "ir.actions.act_window_close"}

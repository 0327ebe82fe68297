from odoo import fields, models


class AsnPemberianPutusan(models.TransientModel):
    """The decision on an appointment shows what it rests on, and takes the letter."""

    _inherit = "asn.pemberian.putusan"

    berkas = fields.Binary("Letter (PDF or picture)")
    nama_berkas = fields.Char()
    syarat_ids = fields.One2many(related="pemberian_id.syarat_ids")
    syarat_kurang = fields.Integer(related="pemberian_id.syarat_kurang")

    def action_simpan(self):
        """Decide; the rights and requirements are checked by the appointment."""
        self.ensure_one()
        if self.hasil == "setuju":
            self.pemberian_id._setujui(
                self.nomor, self.tanggal, self.berkas, self.nama_berkas
            )
            return {"type": "ir.actions.act_window_close"}
        return super().action_simpan()

from odoo import fields, models


class AsnPemberianAkhir(models.TransientModel):
    """The dialog that ends a right, or files its letter afterwards."""

    _name = "asn.pemberian.akhir"
    _description = "End of an Appointment"

    pemberian_id = fields.Many2one(
        "asn.pemberian.peran", required=True, ondelete="cascade"
    )
    hasil = fields.Selection(
        [
            ("lebih_dini", "End early"),
            ("dicabut", "Revoke"),
            ("lampir", "File the letter"),
        ],
        required=True,
        default="lebih_dini",
    )
    alasan = fields.Text("Reason")
    nomor = fields.Char("Letter No.")
    tanggal = fields.Date("Letter Date")
    berkas = fields.Binary("Letter (PDF or picture)")
    nama_berkas = fields.Char()

    def action_simpan(self):
        """Do it; the rights are checked by the appointment."""
        self.ensure_one()
        beri = self.pemberian_id
        if self.hasil == "lampir":
            beri._lampirkan(self.berkas, self.nama_berkas)
        else:
            beri._periksa_pengakhir(self.hasil == "dicabut")
            beri._akhiri(
                self.hasil,
                self.alasan,
                nomor=self.nomor,
                tanggal=self.tanggal,
                berkas=self.berkas,
                nama=self.nama_berkas,
            )
        return {"type": "ir.actions.act_window_close"}

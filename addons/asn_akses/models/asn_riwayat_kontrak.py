from odoo import models


class AsnRiwayatKontrak(models.Model):
    """A contract that is ended early ends rights at once; the others, by their date.

    Old contracts are recorded one after the other: until the last of them stands, none
    covers today, and what a rule has ended does not come back.
    """

    _inherit = "asn.riwayat.kontrak"

    def _periksa_sah(self):  # pylint: disable=missing-return
        super()._periksa_sah()
        akhir = self.filtered(lambda baris: baris.jenis == "pengakhiran")
        if akhir:
            self.env["asn.akun.aturan"]._jalankan(akhir.employee_id.ids, kontrak=True)

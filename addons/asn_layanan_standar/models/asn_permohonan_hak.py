from odoo import models

#: Services that leave a document only: nobody is entitled earlier or later by it.
_TETAP = frozenset({"suketi", "kartu", "izin_belajar", "rekomendasi_tugas_belajar"})


class AsnPermohonan(models.Model):
    """What is issued moves what the person becomes entitled to next."""

    _inherit = "asn.permohonan"

    def _terbitkan_produk(self, user):
        hasil = super()._terbitkan_produk(user)
        geser = self.filtered(lambda p: p._menggeser_hak())
        if geser:
            self.env["asn.hak.layanan"]._segarkan(geser.employee_id)
        return hasil

    def _menggeser_hak(self):
        """Tell whether issue or revocation changes facts of the forecast.

        A city's own service without a handler leaves none; of leave only that
        which interrupts the service (CLTN) does. What is left out here, the night
        brings up to date.
        """
        code = self.layanan_id.code
        if code == "cuti":
            return self.jenis_cuti == "cltn"
        punya = self.layanan_id._handler()._name != "asn.layanan.handler"
        return punya and code not in _TETAP

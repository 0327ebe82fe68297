from odoo import models


class AsnRiwayatPindah(models.Model):
    """A move to another agency ends rights at once."""

    _inherit = "asn.riwayat.pindah"

    def _periksa_sah(self):  # pylint: disable=missing-return
        super()._periksa_sah()
        self.env["asn.akun.aturan"]._jalankan(self.employee_id.ids)

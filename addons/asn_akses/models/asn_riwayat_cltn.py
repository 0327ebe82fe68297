from odoo import models


class AsnRiwayatCltn(models.Model):
    """Leave outside state responsibility suspends the account at once."""

    _inherit = "asn.riwayat.cltn"

    def _periksa_sah(self):  # pylint: disable=missing-return
        super()._periksa_sah()
        self.env["asn.akun.aturan"]._jalankan(self.employee_id.ids)

from odoo import models


class AsnPermohonan(models.Model):
    """What is issued moves what the person becomes entitled to next."""

    _inherit = "asn.permohonan"

    def _terbitkan_produk(self, user):
        hasil = super()._terbitkan_produk(user)
        self.env["asn.hak.layanan"]._segarkan(self.employee_id)
        return hasil

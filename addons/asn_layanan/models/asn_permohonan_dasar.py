from odoo import fields, models


class AsnPermohonan(models.Model):
    """A request shows by which decree its service works (LL-22-5)."""

    _inherit = "asn.permohonan"

    keputusan_teks = fields.Char(related="layanan_id.keputusan_teks")
    keputusan_nama_file = fields.Char(related="layanan_id.keputusan_nama_file")

    def action_buka_keputusan(self):
        """Open the decree on use and procedure of the service."""
        self.ensure_one()
        self.check_access("read")
        return self.layanan_id.action_buka_keputusan()

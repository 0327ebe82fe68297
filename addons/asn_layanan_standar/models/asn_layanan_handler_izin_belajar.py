from odoo import models


class AsnLayananHandlerIzinBelajar(models.AbstractModel):
    """Study permission (izin belajar): at own cost, in post."""

    _name = "asn.layanan.handler.izin_belajar"
    _inherit = ["asn.layanan.handler.belajar", "asn.layanan.jabatan.mixin"]
    _description = "Study Permission Service (Layanan Izin Belajar)"

    def _on_issued(self, permohonan):
        """Record the study, once; post and legal position stay."""
        for satu in permohonan:
            if not self._sudah_dicatat(satu):
                self._catat_studi(satu)

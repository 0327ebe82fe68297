from odoo import models


class AsnLayananHandlerRekomendasi(models.AbstractModel):
    """Recommendation for one selection (rekomendasi seleksi tugas belajar).

    Leaves nothing but its letter; whoever is selected asks for the decree.
    """

    _name = "asn.layanan.handler.rekomendasi_tugas_belajar"
    _inherit = "asn.layanan.handler.belajar"
    _description = "Recommendation for a Selection (Rekomendasi Tugas Belajar)"

    def _nilai_surat(self, permohonan):
        """Return the merge values of the recommendation."""
        return {
            **super()._nilai_surat(permohonan),
            "seleksi": self._jawab(permohonan, "seleksi") or "-",
        }

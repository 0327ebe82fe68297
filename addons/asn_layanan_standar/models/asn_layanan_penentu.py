from odoo import api, models


class AsnLayananPenentu(models.AbstractModel):
    """The decree of a leave outside state responsibility is the PPK's own."""

    _inherit = "asn.layanan.penentu"

    @api.model
    def _wakil(self, tahap, permohonan, users, cache):
        """Nobody stands in for the PPK at the signature of CLTN (CUTI-L-05)."""
        if tahap.jenis == "ttd" and "cltn" in (
            permohonan.jenis_cuti,
            permohonan.asal_id.jenis_cuti,
        ):
            return {}
        return super()._wakil(tahap, permohonan, users, cache)

from odoo import api, fields, models

STATUS_BKN = [
    ("belum", "Not proposed yet (belum diusulkan)"),
    ("diusulkan", "Proposed, at BKN (diusulkan)"),
    ("btl", "To be completed (BTL)"),
    ("tms", "Does not meet the conditions (TMS)"),
    ("ms", "Meets the conditions (MS)"),
]
_DARI_HASIL = {"setuju": "ms", "lengkapi": "btl", "tolak": "tms"}


class AsnPermohonan(models.Model):
    """Where a promotion stands at BKN: the outcome of the step outside (KP-09).

    Stored, so that the proposals of a period can be grouped by it.
    """

    _inherit = "asn.permohonan"

    kp_status_bkn = fields.Selection(
        STATUS_BKN,
        "Status at BKN",
        compute="_compute_kp_status_bkn",
        store=True,
        readonly=True,
    )

    @api.depends("kp_jenis", "asal_id", "eksternal_ids.state", "eksternal_ids.hasil")
    def _compute_kp_status_bkn(self):
        """Read the last letter to BKN; a correction keeps the answer of the first."""
        for permohonan in self:
            if not permohonan.kp_jenis:
                permohonan.kp_status_bkn = False
                continue
            surat = permohonan.eksternal_ids or permohonan.asal_id.eksternal_ids
            surat = surat.filtered(
                lambda s: s.tugas_id.tahap_id.kode == "pertimbangan_bkn"
            )[-1:]
            permohonan.kp_status_bkn = (
                _DARI_HASIL.get(surat.hasil, "diusulkan") if surat else "belum"
            )

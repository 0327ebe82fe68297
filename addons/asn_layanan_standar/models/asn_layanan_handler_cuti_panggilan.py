from odoo import models

from .asn_permohonan import STATE_MENEMPATI


class AsnLayananHandlerCuti(models.AbstractModel):
    """Long leave from which somebody was called back: the rest stays his (CUTI-05)."""

    _inherit = "asn.layanan.handler.cuti"

    def _aturan_cuti_b_05(self, permohonan, aturan):
        """Within the five years only what a recall has left (CUTI-05, CUTI-B-05)."""
        nilai, fakta = super()._aturan_cuti_b_05(permohonan, aturan)
        if nilai != "gagal":
            return nilai, fakta
        sisa = self._sisa_panggilan(permohonan)
        diminta = (permohonan.tanggal_selesai - permohonan.tanggal_mulai).days + 1
        if not sisa:
            return nilai, fakta
        return (
            "lulus" if diminta <= sisa else "gagal",
            self.env._("%s days are left of the leave that a recall ended", sisa),
        )

    def _sisa_panggilan(self, permohonan):
        """Return the days left of the last long leave that a recall ended.

        What the employee ended himself lapses (CUTI-B-05).
        """
        pegawai = self._pegawai(permohonan)
        Permohonan = permohonan.browse()
        besar = [
            ("employee_id", "=", pegawai.id),
            ("jenis_cuti", "=", "besar"),
            ("id", "not in", permohonan._origin.ids),
        ]
        panggil = Permohonan.search(
            [
                *besar,
                ("jenis_tindak", "=", "penggantian"),
                ("state", "in", ("issued", "done")),
                ("pengaju_id", "!=", pegawai.user_id.id),
            ],
            order="tanggal_selesai desc",
            limit=1,
        )
        if not panggil:
            return 0
        sisa = (panggil.asal_id.tanggal_selesai - panggil.tanggal_selesai).days
        kemudian = Permohonan.search(
            [
                *besar,
                ("state", "in", STATE_MENEMPATI),
                ("tanggal_mulai", ">", panggil.tanggal_selesai),
            ]
        )
        terpakai = sum((p.tanggal_selesai - p.tanggal_mulai).days + 1 for p in kemudian)
        return max(0, sisa - terpakai)

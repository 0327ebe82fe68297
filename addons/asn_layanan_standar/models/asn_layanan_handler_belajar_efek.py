from odoo import models

from ..domain import tugas_belajar as tb

#: Answer about the accreditation -> value in the history.
_AKREDITASI = {
    "unggul_atau_a": "unggul",
    "baik_sekali_atau_b": "baik_sekali",
    "baik_atau_c": "baik",
}


class AsnLayananHandlerBelajar(models.AbstractModel):
    """What a granted study leaves behind, and what its letters say."""

    _inherit = "asn.layanan.handler.belajar"

    def _sudah_dicatat(self, permohonan):
        """Tell whether the product has left its row already."""
        # sudo: the check must see rows outside the actor's scope
        return bool(
            self.env["asn.riwayat.tugas.belajar"]
            .sudo()
            .search_count(
                [
                    ("employee_id", "=", permohonan.employee_id.id),
                    ("dokumen_id", "=", permohonan.dokumen_produk_id.id),
                    ("status", "in", ("sah", "dikoreksi")),
                ],
                limit=1,
            )
        )

    def _catat_studi(self, permohonan):
        """Record the study that was granted."""
        dibebaskan = self._is_dibebaskan(permohonan)
        mandiri = self._is_mandiri(permohonan)
        mulai = self._tanggal_jawab(permohonan, "mulai")
        luar = self._jawab(permohonan, "luar_negeri") == "ya"
        akreditasi = _AKREDITASI.get(self._jawab(permohonan, "akreditasi"))
        self.env["asn.riwayat.tugas.belajar"]._catat(
            [
                {
                    **permohonan._kolom_sk(),
                    "jenis": tb.jenis_studi(dibebaskan, mandiri),
                    "pendidikan_id": self._jenjang(permohonan).id,
                    "program": self._jawab(permohonan, "program"),
                    "perguruan_tinggi": self._jawab(permohonan, "perguruan_tinggi"),
                    "is_luar_negeri": luar,
                    "akreditasi": "diakui" if luar else akreditasi,
                    "pendanaan": self._pendanaan(permohonan),
                    "is_dibebaskan": dibebaskan,
                    "tanggal_mulai": mulai,
                    "tanggal_selesai": tb.selesai(mulai, self._semester(permohonan)),
                }
            ]
        )

    def _nilai_surat(self, permohonan):
        """Return the merge values that all letters about a study share."""
        mulai = self._tanggal_jawab(permohonan, "mulai")
        semester = self._semester(permohonan)
        akreditasi = self._jawab(permohonan, "akreditasi")
        return {
            **super()._nilai_surat(permohonan),
            "jenjang": self._jenjang(permohonan).name or "-",
            "program": self._jawab(permohonan, "program") or "-",
            "perguruan_tinggi": self._jawab(permohonan, "perguruan_tinggi") or "-",
            "akreditasi": self._label(permohonan, "akreditasi") if akreditasi else "",
            "semester": str(semester),
            "tanggal_mulai": mulai or "",
            "tanggal_selesai": tb.selesai(mulai, semester) if mulai else "",
            "pembiayaan": self._label(permohonan, "pendanaan") or "Biaya sendiri",
            "sumber_biaya": self._jawab(permohonan, "sumber_biaya"),
        }

    def _label(self, permohonan, kode):
        """Return the words of a choice as the form shows them."""
        nilai = self._jawab(permohonan, kode)
        for tanya in permohonan.versi_id._data_pertanyaan():
            if tanya["kode"] == kode:
                return dict(tanya["pilihan"]).get(nilai, "")
        return ""

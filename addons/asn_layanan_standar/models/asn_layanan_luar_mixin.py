from odoo import models


class AsnLayananLuarMixin(models.AbstractModel):
    """What services share whose product another body decides: list and answer."""

    _name = "asn.layanan.luar.mixin"
    _description = "Service Decided Outside (Layanan Eksternal)"

    def _dasar_luar(self, permohonan):
        """Return number and date of the answer of the other body.

        Before the answer, and for what was handled on paper, those of the letter.

        :return: ``{"nomor", "tanggal"}``
        """
        jawaban = permohonan.eksternal_ids.filtered(lambda s: s.hasil == "setuju")[-1:]
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        return {
            "nomor": jawaban.nomor_jawaban
            or permohonan.nomor_naskah
            or permohonan.nomor
            or "-",
            "tanggal": jawaban.tanggal_jawaban or permohonan.tanggal_naskah or hari_ini,
        }

    def _judul_usul(self, permohonan):
        """Return the title of the list that goes out with these requests."""
        return f"Usul {permohonan[:1].layanan_id.name}"

    def _kolom_usul(self):
        """Return the headings of what the service adds to that list."""
        return []

    def _baris_usul(self, permohonan):
        """Return the texts below those headings for one request."""
        return []

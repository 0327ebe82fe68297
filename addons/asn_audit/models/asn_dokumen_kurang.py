from odoo import models


class AsnDokumenKurang(models.Model):
    """The list of missing documents leaves by the gate like any other list."""

    _inherit = "asn.dokumen.kurang"

    def _sebelum_ekspor(self, jumlah):
        kode = "laporan.dokumen_kurang"
        kelas = self.env["asn.kelas.data"]._kelas_laporan(kode)
        permintaan = self.env["asn.permintaan.data"]._izin(kode, kelas)
        self.env["asn.jejak.ekspor"]._catat(
            kode, jumlah, kelas, permintaan.tujuan, permintaan
        )
        return super()._sebelum_ekspor(jumlah)

from odoo import api, models

#: Histories whose current row everybody looks at; all open to one class.
_KINI = ("golongan", "jabatan", "pendidikan")


class HrEmployee(models.Model):
    """PRF-K-15: current values without a document behind them."""

    _inherit = "hr.employee"

    def _asn_temuan_lain(self):
        hasil = super()._asn_temuan_lain()
        kurang = {}
        for jenis in _KINI:
            for orang in self._asn_tanpa_dokumen(jenis):
                kurang.setdefault(orang, []).append(jenis)
        for orang, daftar in kurang.items():
            satu = ("PRF-K-15", "tanpa_dokumen", ", ".join(daftar))
            hasil.setdefault(orang, []).append(satu)
        return hasil

    def _asn_tanpa_dokumen(self, jenis):
        """Return the people whose newest valid row of a kind has no document."""
        terbaru = {}
        for baris in self.env[f"asn.riwayat.{jenis}"].search_fetch(
            [
                ("employee_id", "in", self.ids),
                ("status", "=", "sah"),
                ("tmt", "<=", self._asn_hari_ini()),
            ],
            ["employee_id", "dokumen_id"],
            order="employee_id, tmt desc, tanggal_sk desc, id desc",
        ):
            terbaru.setdefault(baris.employee_id.id, baris)
        return [orang for orang, baris in terbaru.items() if not baris.dokumen_id]

    @api.model
    def _asn_pesan_temuan(self):
        return super()._asn_pesan_temuan() | {
            "tanpa_dokumen": self.env._(
                "These current decrees have no document in the archive: %s."
            )
        }

from odoo import models


class AsnLayananJabatanMixin(models.AbstractModel):
    """What services share that end posts, place people or change the legal position.

    All rows carry the product as their document: revoking it voids them, and what
    they corrected is valid again.
    """

    _name = "asn.layanan.jabatan.mixin"
    _description = "Effects on Posts (Efek Jabatan)"

    def _tutup_jabatan(self, permohonan, akhir):
        """End the posts held.

        :param akhir: last day in the posts
        """
        self.env["asn.riwayat.jabatan"]._akhiri(
            permohonan.employee_id,
            akhir,
            permohonan.dokumen_produk_id,
            permohonan._kolom_sk()["nomor_sk"],
        )

    def _tempatkan(self, permohonan, jabatan, unit, tmt):
        """Record a definitive post from a day on."""
        self.env["asn.riwayat.jabatan"]._catat(
            [
                {
                    **permohonan._kolom_sk(),
                    "jabatan_id": jabatan.id,
                    "unit_id": unit.id,
                    "tmt": tmt,
                }
            ]
        )

    def _catat_kedudukan(self, permohonan, jenis_henti, kode, tmt):
        """Record a change of the legal position; the profile follows on the TMT.

        :param jenis_henti: kind of ``asn.riwayat.pemberhentian``
        :param kode: code of ``asn.kedudukan.hukum``
        """
        kedudukan = self.env["asn.kedudukan.hukum"].search([("kode", "=", kode)])
        self.env["asn.riwayat.pemberhentian"]._catat(
            [
                {
                    **permohonan._kolom_sk(),
                    "tmt": tmt,
                    "jenis_henti": jenis_henti,
                    "kedudukan_hukum_id": kedudukan.id,
                }
            ]
        )

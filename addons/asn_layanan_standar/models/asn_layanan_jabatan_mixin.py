from odoo import models


class AsnLayananJabatanMixin(models.AbstractModel):
    """What services share that end posts, place people or change the legal position.

    All rows carry the product as their document: revoking it voids them, and what
    they corrected is valid again.
    """

    _name = "asn.layanan.jabatan.mixin"
    _description = "Effects on Posts (Efek Jabatan)"

    def _dasar(self, permohonan):
        """Return the columns that name the decree."""
        surat = permohonan.surat_id
        return {
            "employee_id": permohonan.employee_id.id,
            "nomor_sk": surat.nomor or permohonan.nomor_naskah or permohonan.nomor,
            "tanggal_sk": surat.tanggal
            or permohonan.tanggal_naskah
            or self.env["hr.employee"]._asn_hari_ini(),
            "pejabat": surat.penandatangan_id.jabatan_id.name
            or permohonan.pejabat_naskah,
            "dokumen_id": permohonan.dokumen_produk_id.id,
        }

    def _tutup_jabatan(self, permohonan, akhir):
        """End the posts held.

        :param akhir: last day in the posts
        """
        dasar = self._dasar(permohonan)
        self.env["asn.riwayat.jabatan"]._akhiri(
            permohonan.employee_id,
            akhir,
            permohonan.dokumen_produk_id,
            dasar["nomor_sk"],
        )

    def _tempatkan(self, permohonan, jabatan, unit, tmt):
        """Record a definitive post from a day on."""
        self.env["asn.riwayat.jabatan"]._catat(
            [
                {
                    **self._dasar(permohonan),
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
                    **self._dasar(permohonan),
                    "tmt": tmt,
                    "jenis_henti": jenis_henti,
                    "kedudukan_hukum_id": kedudukan.id,
                }
            ]
        )

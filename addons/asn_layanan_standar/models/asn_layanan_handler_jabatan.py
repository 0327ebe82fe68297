from odoo import models


class AsnLayananHandlerJabatan(models.AbstractModel):
    """What services share that end posts, place people or change the legal position.

    All rows carry the product as their document: revoking it voids them, and what
    they corrected is valid again.
    """

    _name = "asn.layanan.handler.jabatan"
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
        """End the posts held: corrections of their rows, undone with the decree.

        :param akhir: last day in the posts
        """
        dasar = self._dasar(permohonan)
        # sudo: posts of the person, whatever the signer may read
        jabatan = (
            self.env["asn.riwayat.jabatan"]
            .sudo()
            .search(
                [
                    ("employee_id", "=", permohonan.employee_id.id),
                    ("status", "=", "sah"),
                    ("tmt_selesai", "=", False),
                    ("tmt", "<=", akhir),
                ]
            )
        )
        kini = jabatan.filtered(lambda j: j.jenis_penugasan == "definitif")[:1]
        kini |= jabatan.filtered(lambda j: j.jenis_penugasan != "definitif")
        self.env["asn.riwayat.jabatan"]._catat(
            [
                {
                    **self._salinan(satu),
                    "koreksi_dari_id": satu.id,
                    "tmt_selesai": akhir,
                    "dokumen_id": dasar["dokumen_id"],
                    "catatan": f"Berakhir dengan SK nomor {dasar['nomor_sk']}",
                }
                for satu in kini
            ]
        )

    def _salinan(self, baris):
        """Return the values of a row as its own decree gave it."""
        isi = baris.copy_data()[0]
        return {
            nama: nilai
            for nama, nilai in isi.items()
            if nama not in baris._TERJAGA and nama != "sumber"
        }

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

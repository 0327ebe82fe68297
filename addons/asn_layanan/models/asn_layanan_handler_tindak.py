from odoo import models


class AsnLayananHandler(models.AbstractModel):
    """What a service undoes when its product is revoked or replaced (B5)."""

    _inherit = "asn.layanan.handler"

    #: Rules that block a correction or replacement, too; others only inform.
    _KERAS_TINDAK = frozenset({"UMUM-05"})

    def _kolom_isian(self):
        """Return the fields of the request that the applicant fills in."""
        return ["properti"]

    def _kolom_tampil(self, permohonan):
        """Return those of them that this applicant is asked."""
        return self._kolom_isian()

    def _hasil_dikabulkan(self, permohonan):
        """Return ``[(label, text)]`` of what a grant brings, for the check page (hook).

        Only what the service works out itself; the answers are listed anyway.
        """
        return []

    def _periksa_tindak(self, permohonan):
        """Refuse a follow-up by raising a UserError.

        :param permohonan: the correction, replacement or revocation; the product
            it concerns is that of ``permohonan.asal_id``
        """

    def _on_revoked(self, permohonan, tindak):
        """Undo every effect of the product, leaving the traces of both acts.

        Must be repeatable: called twice for a request it changes nothing more.

        :param permohonan: the request whose product ended
        :param tindak: the request that ended it
        """
        produk = permohonan.dokumen_produk_id
        if not produk:
            return
        alasan = permohonan.keputusan_ids[-1:].catatan
        for model in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            # sudo: what the product proved is void, in whatever scope it lies
            baris = (
                self.env[model]
                .sudo()
                .search(
                    [
                        ("employee_id", "=", permohonan.employee_id.id),
                        ("dokumen_id", "=", produk.id),
                        ("sumber", "=", "layanan"),
                        ("status", "=", "sah"),
                    ]
                )
            )
            if baris:
                baris._batalkan(alasan)

    def _on_replaced(self, permohonan, tindak):
        """Undo the effects before those of the new product are recorded."""
        self._on_revoked(permohonan, tindak)

    def _kaitan(self, permohonan):
        """Return further ``[(requests, how they are linked)]`` (hook)."""
        return []

    def _nilai_surat(self, permohonan):
        """Name the letter that this one corrects or replaces, if any."""
        surat = permohonan.asal_id.surat_id
        return {
            **super()._nilai_surat(permohonan),
            "nomor_asal": surat.nomor or permohonan.asal_id.nomor or "",
            "tanggal_asal": surat.tanggal or "",
            "alasan_tindak": permohonan.alasan_tindak or "",
        }

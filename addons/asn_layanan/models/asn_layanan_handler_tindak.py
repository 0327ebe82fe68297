from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError
from odoo.fields import Domain


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

    def _domain_produk(self, permohonan):
        """Return which rows of the histories the product of a request wrote.

        What was handled on paper has no document: its rows bear its number.
        """
        nomor = permohonan.nomor_naskah or permohonan.nomor
        produk = permohonan.dokumen_produk_id
        return (
            Domain("employee_id", "=", permohonan.employee_id.id)
            & Domain("sumber", "=", "layanan")
            & Domain("dokumen_id", "=", produk.id)
            & (Domain.TRUE if produk else Domain("nomor_sk", "=", nomor))
        )

    def _jejak_produk(self, model, permohonan):
        """Return what a product wrote into a history, and what corrected that since.

        :return: rows that are ``sah`` or ``dikoreksi``, unrestricted; each row comes
            before those that correct it
        """
        # sudo: rows of the product, in whatever scope they lie
        Riwayat = self.env[model].sudo()
        berlaku = Domain("status", "in", ("sah", "dikoreksi"))
        baru = semua = Riwayat.search(
            self._domain_produk(permohonan) & berlaku, order="id"
        )
        while baru := baru.filtered(lambda r: r.status == "dikoreksi"):
            koreksi = Domain("koreksi_dari_id", "in", baru.ids)
            baru = Riwayat.search(koreksi & berlaku, order="id") - semua
            semua |= baru
        return semua

    def _penerus(self, permohonan):
        """Return a row by which a later decree corrected this product, or none."""
        for model in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            jejak = self._jejak_produk(model, permohonan)
            lanjut = jejak.filtered(
                lambda r: (
                    r.sumber == "layanan"
                    and r.dokumen_id
                    and r.dokumen_id != permohonan.dokumen_produk_id
                )
            )
            if lanjut:
                return lanjut[:1]
        return self.env["asn.riwayat.mixin"]

    def _tolak_disusul(self, baris):
        """Refuse to take back what a later decree rests on.

        :param baris: a row of that decree
        """
        raise UserError(
            self.env._(
                "A later decree (%(number)s, TMT %(day)s) rests on this one. Revoke or"
                " correct that one first.",
                number=baris.nomor_sk or "-",
                day=format_panjang(baris.tmt) or "-",
            )
        )

    def _on_revoked(self, permohonan, tindak):
        """Undo every effect of the product, leaving the traces of both acts.

        A row that an officer corrected since is void with its correction. Must be
        repeatable: called twice for a request it changes nothing more.

        :param permohonan: the request whose product ended
        :param tindak: the request that ended it
        """
        alasan = permohonan.keputusan_ids[-1:].catatan
        for model in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            jejak = self._jejak_produk(model, permohonan)
            # A correction that is void makes its row valid again: that one is next.
            while sah := jejak.filtered(lambda r: r.status == "sah"):
                sah._batalkan(alasan)

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

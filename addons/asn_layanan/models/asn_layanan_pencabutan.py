from odoo import models

from ..domain import transisi


class AsnLayananPencabutan(models.AbstractModel):
    """Handler of a revocation: of whatever service the product is.

    It asks for nothing but the reason. Its effect, the undoing, belongs to the
    handler of the revoked product.
    """

    _name = "asn.layanan.pencabutan"
    _inherit = "asn.layanan.handler"
    _description = "Revocation of a Product (Pencabutan)"
    _KERAS_TINDAK = frozenset({"PRO-16"})

    def _periksa_banyak(self, permohonan):
        """The one condition: the product is in force (PRO-16)."""
        pesan = self.env._("The product is no longer in force.")
        # Once issued the product is ended by this very request.
        sudah = (*transisi.PRODUK, transisi.REVOKED)
        hasil = {}
        for satu in permohonan:
            asal = satu.asal_id
            berlaku = asal.state in transisi.PRODUK or satu.state in sudah
            nilai = "lulus" if berlaku else "gagal"
            hasil[satu.id] = [("PRO-16", nilai, asal.nomor, pesan)]
        return hasil

    def _nama_aturan(self, kode):
        return self.env._("The product to be revoked is in force")

    def _nilai_surat(self, permohonan):
        asal = permohonan.asal_id
        return {
            **super()._nilai_surat(permohonan),
            "jenis_surat_asal": asal.surat_id.jenis_id.name or asal.layanan_id.name,
            "nomor_permohonan_asal": asal.nomor,
        }

    def _ringkasan(self, permohonan):
        asal = permohonan.asal_id
        return self.env._(
            "Revocation of %(number)s: %(summary)s",
            number=asal.surat_id.nomor or asal.nomor,
            summary=asal._handler()._ringkasan(asal),
        )

    def _cocok_mandat(self, permohonan, mandat):
        """Whoever signed the product may sign its revocation."""
        asal = permohonan.asal_id
        return asal._handler()._cocok_mandat(asal, mandat)

from odoo import models
from odoo.addons.asn_surat.domain.bentuk import angka


class AsnLayananHandler(models.AbstractModel):
    """How services that change the basic pay (gaji pokok) say what it becomes."""

    _inherit = "asn.layanan.handler"

    def _perubahan_gaji(self, permohonan):
        """Return what an issued decree changes in the pay, for finance (hook).

        :return: ``berkas_gaji.Perubahan``; None when it changes no basic pay
        """

    def _on_revoked(self, permohonan, tindak):
        """Finance does not pay what was taken back or replaced."""
        permohonan.gaji_serah_id._keluarkan(permohonan)
        return super()._on_revoked(permohonan, tindak)

    def _gaji_dikabulkan(self, permohonan, lama, baru):
        """Return ``[(label, text)]`` of the new pay and what is paid before.

        Nothing for a reader whose class of data pay is not.

        :param lama: column of the present pay, in rupiah
        :param baru: column of the new pay, in rupiah
        """
        kolom = permohonan._fields[baru]
        terbuka = permohonan._has_field_access(kolom, "read")
        if not terbuka or not permohonan[baru]:
            return []
        return [
            (
                self.env._("New basic pay (gaji pokok)"),
                self.env._(
                    "Rp%(new)s (now Rp%(old)s)",
                    new=angka(permohonan[baru]),
                    old=angka(permohonan[lama]),
                ),
            )
        ]

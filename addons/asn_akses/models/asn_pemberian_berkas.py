import base64
import binascii

from odoo import api, models
from odoo.addons.asn_arsip.domain import berkas as mesin_berkas
from odoo.exceptions import AccessError, UserError

_MAKS = 5 * mesin_berkas.MB


class AsnPemberianPeran(models.Model):
    """The letters behind a right, looked at like every document of the archive."""

    _inherit = "asn.pemberian.peran"

    @api.model
    def _nilai_berkas(self, berkas, nama, akhiran=""):
        """Return the values that keep a letter, or nothing when there is none.

        :param berkas: base64
        :param nama: file name, whose extension must agree with the content
        :param akhiran: ``_akhir`` for the letter that ends the right
        :raise UserError: what is wrong with the file
        """
        if not berkas:
            return {}
        try:
            isi = base64.b64decode(berkas, validate=True)
        except (binascii.Error, ValueError, TypeError):
            raise UserError(
                self.env._("The file arrived damaged. Please upload it again.")
            ) from None
        try:
            mesin_berkas.periksa(isi, nama, maks_byte=_MAKS)
        except mesin_berkas.BerkasDitolak as tolak:
            raise UserError(
                self.env["asn.dokumen"]._pesan_tolak(tolak, nama or "-")
            ) from None
        return {f"berkas{akhiran}": berkas, f"nama_berkas{akhiran}": nama}

    def _lampirkan(self, berkas, nama):
        """Keep the letter of an approved appointment that has none yet.

        :raise AccessError: for anybody but Administrator Sistem and Kepala Badan
        :raise UserError: there is a letter already, or the file is refused
        """
        self.ensure_one()
        self.check_access("read")
        if not any(
            self.env.user.has_group(f"asn_base.group_{peran}")
            for peran in ("admin_sistem", "kepala_badan")
        ):
            raise AccessError(
                self.env._("Administrator Sistem or Kepala Badan files the letter.")
            )
        self.lock_for_update()
        if self.state in ("diajukan", "ditolak") or self.berkas:
            raise UserError(
                self.env._("A letter is filed once, for an approved appointment.")
            )
        if not berkas:
            raise UserError(self.env._("Choose the file of the letter first."))
        # sudo: the caller was checked; the letter is a guarded field.
        self.sudo()._mesin().write(self._nilai_berkas(berkas, nama))

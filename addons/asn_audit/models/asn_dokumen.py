from odoo import models

from .hr_employee import baca_tulis


class AsnDokumen(models.Model):
    """Documents of others leave a trace when somebody opens one."""

    _inherit = "asn.dokumen"

    @baca_tulis
    def read(self, fields=None, load="_classic_read"):
        return super().read(fields, load)

    @baca_tulis
    def web_read(self, specification):
        return super().web_read(specification)

    def _determine_fields_to_fetch(self, field_names=None, ignore_when_in_cache=False):
        if field_names:
            field_names = [*{*field_names, "employee_id", "jenis_id"}]
        return super()._determine_fields_to_fetch(field_names, ignore_when_in_cache)

    def _read_format(self, fnames, load="_classic_read"):
        hasil = super()._read_format(fnames, load)
        dibuka = "file" in fnames or len(self) == 1
        if dibuka and not self.env.su and set(fnames) - {"id", "display_name"}:
            for dokumen in self.filtered("id"):
                dokumen._asn_catat_buka("dokumen")
        return hasil

    def _asn_catat_buka(self, kanal):
        """Note that somebody opens or downloads one document of another."""
        self.env["asn.jejak.akses"]._catat(
            self.employee_id._asn_orang_lain(), kanal, f"{self._name},{self.id}"
        )

from odoo import models

from .hr_employee import baca_tulis


class AsnRiwayatMixin(models.AbstractModel):
    """Histories of others leave a trace when somebody opens them."""

    _inherit = "asn.riwayat.mixin"

    @baca_tulis
    def read(self, fields=None, load="_classic_read"):
        return super().read(fields, load)

    @baca_tulis
    def web_read(self, specification):
        return super().web_read(specification)

    def _determine_fields_to_fetch(self, field_names=None, ignore_when_in_cache=False):
        # Whose row it is must be known without a query of its own.
        if field_names and "employee_id" not in field_names:
            field_names = [*field_names, "employee_id"]
        return super()._determine_fields_to_fetch(field_names, ignore_when_in_cache)

    def _read_format(self, fnames, load="_classic_read"):
        hasil = super()._read_format(fnames, load)
        if not self.env.su and set(fnames) - {"id", "display_name", "employee_id"}:
            self._asn_catat_baca()
        return hasil

    def _asn_catat_baca(self):
        """Note one person's history, and any list of a closed kind."""
        lain = self.filtered("id").employee_id._asn_orang_lain()
        if not lain:
            return
        tertutup = getattr(self, "_kelas", "terbatas") in ("rahasia", "spesifik")
        if len(lain) == 1 or tertutup:
            kanal = "riwayat" if len(lain) == 1 else "daftar"
            self.env["asn.jejak.akses"]._catat(lain, kanal, self._name)

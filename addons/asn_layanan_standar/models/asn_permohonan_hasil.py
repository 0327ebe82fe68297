from odoo import api, models


class AsnPermohonan(models.Model):
    """Columns that the services of this addon write and nobody types."""

    _inherit = "asn.permohonan"

    _KOLOM_HASIL = frozenset({"suketi_jalur"})

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._tolak_hasil(vals)
        return super().create(vals_list)

    def write(self, vals):
        self._tolak_hasil(vals)
        return super().write(vals)

    @api.model
    def _tolak_hasil(self, vals):
        if not self._is_mesin() and (nama := self._KOLOM_HASIL & vals.keys()):
            self._tolak_guarded(nama)

    def _nilai_awal(self):
        """Compare them after creation, too: defaults of a context come late."""
        return {**super()._nilai_awal(), **dict.fromkeys(self._KOLOM_HASIL, False)}

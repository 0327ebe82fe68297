from odoo import api, models

from .asn_skenario import _TANDA


class AsnPemeriksaanAwal(models.AbstractModel):
    """The demo city never serves: everybody knows the passwords of its accounts."""

    _inherit = "asn.pemeriksaan.awal"

    @api.model
    def _fakta(self):
        ada = self.env["ir.config_parameter"].get_param(_TANDA)
        return super()._fakta() | {"kota_contoh": "ada" if ada else "tidak ada"}

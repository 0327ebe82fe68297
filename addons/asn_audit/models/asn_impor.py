from odoo import api, models


class AsnImpor(models.Model):
    """Having looked at a person does not keep an import from being undone."""

    _inherit = "asn.impor"

    @api.model
    def _model_bukan_pemakaian(self):
        return super()._model_bukan_pemakaian() | {"asn.jejak.akses"}

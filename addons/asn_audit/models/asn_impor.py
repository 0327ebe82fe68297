from odoo import api, models


class AsnImpor(models.Model):
    """What only notes what happened does not keep an import from being undone."""

    _inherit = "asn.impor"

    @api.model
    def _model_bukan_pemakaian(self):
        jejak = {"asn.jejak.akses", "asn.jejak.perubahan", "asn.jejak.tolak"}
        return super()._model_bukan_pemakaian() | jejak

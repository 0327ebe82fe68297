from odoo import api, models


class AsnImpor(models.Model):
    """Being taken into a campaign does not keep an import from being undone.

    Who confirmed something signed in for it, which keeps the person.
    """

    _inherit = "asn.impor"

    @api.model
    def _model_bukan_pemakaian(self):
        return super()._model_bukan_pemakaian() | {"asn.pemutakhiran.peserta"}

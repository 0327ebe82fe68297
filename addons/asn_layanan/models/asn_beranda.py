from odoo import api, models


class AsnBeranda(models.AbstractModel):
    """Sections of the home page about requests and tasks."""

    _inherit = "asn.beranda"

    @api.model
    def _bagian(self):
        return super()._bagian()

from odoo import models


class AsnBeranda(models.AbstractModel):
    """The user's own profile as a card on the home page."""

    _inherit = "asn.beranda"

    def _bagian(self):
        bagian = super()._bagian()
        return bagian

from odoo import models


class IrModelAccess(models.Model):
    """What access lists refuse is noted."""

    _inherit = "ir.model.access"

    def _make_access_error(self, model, mode):
        galat = super()._make_access_error(model, mode)
        self.env["asn.jejak.tolak"]._catat(model, mode)
        return galat

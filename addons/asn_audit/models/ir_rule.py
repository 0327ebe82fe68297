from odoo import models


class IrRule(models.Model):
    """What record rules refuse is noted."""

    _inherit = "ir.rule"

    def _make_access_error(self, operation, records):
        galat = super()._make_access_error(operation, records)
        self.env["asn.jejak.tolak"]._catat(records._name, operation, records._ids)
        return galat

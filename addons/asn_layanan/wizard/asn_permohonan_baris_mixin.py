from odoo import api, models


class AsnPermohonanBarisMixin(models.AbstractModel):
    """A dialog about one request, or its row: it shows what that request is called.

    So it takes only a request that the caller may read.
    """

    _name = "asn.permohonan.baris.mixin"
    _description = "Row of a Dialog about Requests"

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records.permohonan_id.check_access("read")
        return records

    def write(self, vals):
        res = super().write(vals)
        if "permohonan_id" in vals:
            self.permohonan_id.check_access("read")
        return res

from odoo import api, models


class AsnPermohonanBarisMixin(models.AbstractModel):
    """A row of a dialog about one request: it shows the summary of that request.

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

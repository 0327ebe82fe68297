from odoo import api, models


class AsnLayananBagianMixin(models.AbstractModel):
    """A part of a service version: steps, documents, rules.

    A version that was published never changes, so its parts do not either, by
    whatever route. A change is made in a copy (a new version).
    """

    _name = "asn.layanan.bagian.mixin"
    _description = "Part of a Service Version"

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records.versi_id._pastikan_draft()
        return records

    def write(self, vals):
        # Before and after: a part must neither leave nor enter a version in use.
        self.versi_id._pastikan_draft()
        res = super().write(vals)
        self.versi_id._pastikan_draft()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_draft(self):
        self.versi_id._pastikan_draft()

    def _isi_asli(self):
        """Return the rows that were written, without those that follow from others."""
        return self

from odoo import api, models


class AsnLayananBagianMixin(models.AbstractModel):
    """A part of a service version: steps, documents, rules.

    A version that was published never changes, so its parts do not either, by
    whatever route. A change is made in a copy (a new version).
    """

    _name = "asn.layanan.bagian.mixin"
    _inherit = "asn.bawaan.mixin"
    _description = "Part of a Service Version"
    _kunci_bawaan = ("versi_id", "kode")

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

    def _titip(self, data):
        """Put what an update brings for a published version into a draft.

        The version in force stays as it is; the administrator compares the draft with
        it and publishes it, or does not.
        """
        nilai = data["values"]
        versi = self.env["asn.layanan.versi"].browse(nilai.get("versi_id"))
        if versi and versi.state != "draft":
            kini = versi.layanan_id.versi_live_id
            if not self._kembar(dict(nilai, versi_id=kini.id)):
                kini = versi.layanan_id._draf_pembaruan()
            nilai["versi_id"] = kini.id
        return super()._titip(data)

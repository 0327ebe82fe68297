from odoo import models


class AsnRiwayatMixin(models.AbstractModel):
    """The document that proves a row, beside it on the profile page."""

    _inherit = "asn.riwayat.mixin"

    def _info_panel(self):
        """Add ``dokumen``: a link for who may read it, else only its worth."""
        info = super()._info_panel()
        # sudo: whether a document exists, not what it holds.
        ids = self.sudo().dokumen_id.ids
        terbuka = set(self.env["asn.dokumen"].search([("id", "in", ids)]).ids)
        keadaan = dict(self._fields["keadaan_bukti"]._description_selection(self.env))
        for baris in self:
            dokumen = baris.sudo().dokumen_id  # sudo: same as above.
            isi = False
            if dokumen:
                boleh = dokumen.id in terbuka
                isi = {
                    "id": dokumen.id if boleh else False,
                    "nama": dokumen.display_name
                    if boleh
                    else keadaan[baris.keadaan_bukti],
                    "status": baris.keadaan_bukti,
                    "url": f"/web/content/asn.dokumen/{dokumen.id}/file"
                    if boleh
                    else False,
                }
            info.setdefault(baris.id, {})["dokumen"] = isi
        return info

from odoo import models


class AsnRiwayatMixin(models.AbstractModel):
    """Every riwayat reports its changes to the feed, also kinds of later addons."""

    _inherit = "asn.riwayat.mixin"

    def init(self):  # pylint: disable=missing-return
        super().init()
        if not self._abstract:
            self.env["asn.berbagi.perubahan"]._pasang_riwayat(self._table, self._name)

from odoo import models


class AsnPemberianAkun(models.Model):
    """Appointments end with the right that they gave."""

    _inherit = "asn.pemberian.peran"

    def _asn_akhiri_karena_akun(self, alasan):
        """End these appointments because the account or the duty ended.

        :param str alasan: the rule and its date, as in the log
        """
        berjalan = self.filtered(lambda b: b.state == "disetujui")
        if berjalan:
            # sudo: the rules of the office end it, whoever records the fact.
            berjalan.sudo()._akhiri("akun", alasan)

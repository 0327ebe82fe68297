from odoo import models
from odoo.tools import SQL


class AsnPermohonan(models.Model):
    """The leave balance of an earlier day, when a case is asked again."""

    _inherit = "asn.permohonan"

    def _mundur(self, waktu):
        """Also leave out what was booked on later days."""
        res = super()._mundur(waktu)
        self.env.cr.execute(
            SQL(
                "DELETE FROM asn_saldo_cuti_mutasi WHERE employee_id = %s AND tanggal > %s",
                self.employee_id.id,
                self._tanggal(waktu),
            )
        )
        self.env.invalidate_all(flush=False)
        return res

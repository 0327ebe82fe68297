import json
import threading

from odoo import api, models
from odoo.http import request
from odoo.tools import SQL

#: Key under which a transaction remembers whom the database knows as its actor.
_PELAKU = "asn_pelaku"


class Base(models.AbstractModel):
    """Every export passes the gate; the database learns who changes what."""

    _inherit = "base"

    def export_data(self, fields_to_export):
        jejak = self.env["asn.jejak.ekspor"]._gerbang(self, fields_to_export)
        hasil = super().export_data(fields_to_export)
        if jejak:
            hasil["tanda_air"] = jejak.tanda_air
        return hasil

    @api.model_create_multi
    def create(self, vals_list):
        self._asn_sebut_pelaku()
        return super().create(vals_list)

    def write(self, vals):
        self._asn_sebut_pelaku()
        return super().write(vals)

    def unlink(self):
        self._asn_sebut_pelaku()
        return super().unlink()

    @api.model
    def _asn_sebut_pelaku(self):
        """Tell the database who acts, once in a transaction, before a change.

        The triggers of ``asn.jejak.aturan`` write it into the trace. A value
        that lives as long as the transaction, so that no pooled connection
        carries it to the next person.
        """
        data = self.env.cr.precommit.data
        if (
            data.get(_PELAKU) == self.env.uid
            or self._name not in self.env["asn.jejak.aturan"]._teraudit()
        ):
            return
        data[_PELAKU] = self.env.uid
        pelaku = {
            "u": self.env.uid,
            "p": self.env["asn.jejak.mixin"]._peran_kini(),
            "j": "jadwal" if ".cron" in threading.current_thread().name else "program",
        }
        if request:
            pelaku["i"] = request.httprequest.remote_addr
            pelaku["j"] = request.httprequest.path[:200]
        self.env.cr.execute(
            SQL("SELECT set_config('asn.pelaku', %s, TRUE)", json.dumps(pelaku))
        )

from odoo import models

from ..domain import pangkat


class HrEmployee(models.Model):
    """What comes next, as the forecast has it: profile and services say the same."""

    _inherit = "hr.employee"

    def _peristiwa_berikut(self):
        """Take the days of the next increment and promotion from the forecast.

        The MKG decides when an increment is due, not the last pay (KGB-04), and months
        in rank depend on post and kind. Without a forecast of the person they stay.
        """
        hasil = super()._peristiwa_berikut()
        if not {"kgb", "kp"} & {satu["key"] for satu in hasil}:
            return hasil
        # sudo: corrects the days of events that the reader may see, or drops them
        hak = self.env["asn.hak.layanan"].sudo().search([("employee_id", "=", self.id)])
        if not hak:
            return hasil
        punya = {
            "kgb": hak.filtered(lambda h: h.kode == "kgb")[:1],
            "kp": hak.filtered(lambda h: h.kode in pangkat.BERPERIODE)[:1],
        }
        if not punya["kgb"]:
            # The top step: nothing until the next promotion (KGB-05).
            hasil = [satu for satu in hasil if satu["key"] != "kgb"]
        return [
            {**satu, **self._menurut_hak(satu["key"], milik)}
            if (milik := punya.get(satu["key"]))
            else satu
            for satu in hasil
        ]

    def _menurut_hak(self, key, hak):
        """Return what an entitlement changes in an event."""
        if key == "kgb":
            rinci = self.env._("by the service in the grade (MKG)")
            return {"tanggal": hak.tanggal, "rinci": rinci}
        judul = self.env._("Possible promotion to %s", hak._teks_langkah())
        return {"tanggal": hak.tanggal, "judul": judul}

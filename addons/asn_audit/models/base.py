from odoo import models


class Base(models.AbstractModel):
    """Every export passes the gate (Pasal 17 and 20), from every door."""

    _inherit = "base"

    def export_data(self, fields_to_export):
        jejak = self.env["asn.jejak.ekspor"]._gerbang(self, fields_to_export)
        hasil = super().export_data(fields_to_export)
        if jejak:
            hasil["tanda_air"] = jejak.tanda_air
        return hasil

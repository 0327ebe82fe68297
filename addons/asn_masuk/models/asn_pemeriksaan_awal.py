from odoo import api, models


class AsnPemeriksaanAwal(models.AbstractModel):
    """A server that others reach does not begin with the demo city's passwords."""

    _inherit = "asn.pemeriksaan.awal"

    @api.model
    def _fakta(self):
        longgar = self.env["res.users"]._asn_longgar()
        return super()._fakta() | {"longgar_demo": str(int(longgar))}

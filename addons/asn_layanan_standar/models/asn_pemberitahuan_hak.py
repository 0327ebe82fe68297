from odoo import models


class AsnPemberitahuan(models.Model):
    """A notice about many entitlements leads to their list."""

    _inherit = "asn.pemberitahuan"

    def _aksi_daftar(self):
        if self.res_model != "asn.hak.layanan" or self.res_id:
            return super()._aksi_daftar()
        return self.env["ir.actions.act_window"]._for_xml_id(
            "asn_layanan_standar.asn_hak_layanan_action"
        )

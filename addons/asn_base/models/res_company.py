from odoo import api, fields, models


class ResCompany(models.Model):
    """The local government that runs the system."""

    _inherit = "res.company"

    asn_nama_daerah = fields.Char("Name of the Region", default="Kota Contoh")
    asn_jenis_daerah = fields.Selection(
        [("kota", "City"), ("kabupaten", "Regency"), ("provinsi", "Province")],
        "Kind of Region",
        default="kota",
    )
    asn_sebutan_kepala = fields.Char("Title of the Head", default="Wali Kota")
    asn_ibu_kota = fields.Char("Seat of Government", default="Contoh")

    @api.model
    def _asn_siapkan_daerah(self):
        """Set the defaults of an Indonesian office; called once, at installation."""
        kalender = self.env.ref("asn_base.kalender_5_hari")
        self.search([]).write({"resource_calendar_id": kalender.id})

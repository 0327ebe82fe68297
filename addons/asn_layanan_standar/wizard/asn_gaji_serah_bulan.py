from odoo import fields, models
from odoo.addons.asn_base.domain.tanggal import awal_bulan_berikut


class AsnGajiSerahBulan(models.TransientModel):
    """Of which month, and of which unit, the list for finance is made or completed."""

    _name = "asn.gaji.serah.bulan"
    _description = "List of Pay Changes of a Month (Daftar Serah Sebulan)"

    bulan = fields.Date(
        "Month (TMT)",
        required=True,
        default=lambda self: awal_bulan_berikut(
            self.env["hr.employee"]._asn_hari_ini()
        ),
        help="Any day of the month; what was issued for earlier ones comes with it.",
    )
    unit_id = fields.Many2one("hr.department", "Unit and Below")

    def action_buka(self):
        """Open the list of this month, making or completing it.

        :raises AccessError: for others than officers of a service that changes pay
        :raises UserError: there is nothing to hand over
        """
        self.ensure_one()
        serah = self.env["asn.gaji.serah"]
        serah._periksa_petugas()
        return serah._buka(self.bulan.replace(day=1), self.unit_id)

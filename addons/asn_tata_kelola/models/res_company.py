from odoo import fields, models


class ResCompany(models.Model):
    """Working days in which trouble is to be solved."""

    _inherit = "res.company"

    asn_gangguan_kritis = fields.Integer("Critical", default=1)
    asn_gangguan_tinggi = fields.Integer("High", default=2)
    asn_gangguan_sedang = fields.Integer("Medium", default=5)
    asn_gangguan_rendah = fields.Integer("Low", default=10)
    asn_gangguan_tutup = fields.Integer(
        "Close After (days)",
        default=7,
        help="An answered report whose reporter stays silent is closed after this.",
    )

    _asn_gangguan_check = models.Constraint(
        "CHECK(asn_gangguan_kritis > 0 AND asn_gangguan_tinggi > 0"
        " AND asn_gangguan_sedang > 0 AND asn_gangguan_rendah > 0"
        " AND asn_gangguan_tutup > 0)",
        "The days in which trouble is solved are one or more.",
    )

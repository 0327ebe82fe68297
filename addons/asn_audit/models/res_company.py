from odoo import api, fields, models
from odoo.exceptions import ValidationError


class ResCompany(models.Model):
    """How long traces are kept, and what counts as unusual."""

    _inherit = "res.company"

    asn_retensi_jejak = fields.Integer(
        "Keep Traces (months)",
        default=60,
        help="Traces of access and export older than this are deleted; at least 12.",
    )
    asn_peringatan_jumlah = fields.Integer(
        "People per Day",
        default=200,
        help="Alert when one account looks at so many people in a day; 0 is never.",
    )
    asn_peringatan_jam = fields.Integer(
        "People Outside Office Hours",
        default=10,
        help="Alert when one account looks at so many people outside office hours.",
    )
    asn_peringatan_luar_unit = fields.Integer(
        "People of Other Offices",
        default=100,
        help="Alert when one account looks at so many people of other offices a day.",
    )
    asn_jam_kantor_mulai = fields.Integer("Office Hours From", default=6)
    asn_jam_kantor_selesai = fields.Integer("Office Hours Until", default=20)

    @api.constrains(
        "asn_retensi_jejak", "asn_jam_kantor_mulai", "asn_jam_kantor_selesai"
    )
    def _check_asn_audit(self):
        for company in self:
            if company.asn_retensi_jejak < 12:
                raise ValidationError(
                    self.env._("Traces are kept for twelve months at least.")
                )
            if not (
                0 <= company.asn_jam_kantor_mulai < company.asn_jam_kantor_selesai <= 24
            ):
                raise ValidationError(
                    self.env._("Office hours begin before they end, between 0 and 24.")
                )

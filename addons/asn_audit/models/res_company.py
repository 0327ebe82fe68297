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
    asn_retensi_perubahan = fields.Integer(
        "Keep Changes (months)",
        default=120,
        help="Traces of changes older than this are cut off; at least 12.",
    )
    asn_retensi_masuk = fields.Integer(
        "Keep Sign-ins (months)",
        default=24,
        help="Traces of sign-ins and refusals older than this; at least 12.",
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
    asn_peringatan_ditolak = fields.Integer(
        "Refused Attempts per Day",
        default=30,
        help="Alert when the access rules refuse one account so often; 0 is never.",
    )
    asn_peringatan_gagal = fields.Integer(
        "Failed Sign-ins per Day",
        default=10,
        help="Alert when signing in to one account fails so often; 0 is never.",
    )
    asn_peringatan_ekspor = fields.Integer(
        "Exported Rows per Day",
        default=2000,
        help="Alert when one account takes out so many rows a day; 0 is never.",
    )
    asn_peringatan_keluarga = fields.Integer(
        "People of the Own Family",
        default=1,
        help="Alert when somebody looks at people with the own family card number.",
    )
    asn_jam_kantor_mulai = fields.Integer("Office Hours From", default=6)
    asn_jam_kantor_selesai = fields.Integer("Office Hours Until", default=20)

    @api.constrains(
        "asn_retensi_jejak",
        "asn_retensi_perubahan",
        "asn_retensi_masuk",
        "asn_jam_kantor_mulai",
        "asn_jam_kantor_selesai",
    )
    def _check_asn_audit(self):
        for company in self:
            masa = (
                company.asn_retensi_jejak,
                company.asn_retensi_perubahan,
                company.asn_retensi_masuk,
            )
            if min(masa) < 12:
                raise ValidationError(
                    self.env._("Traces are kept for twelve months at least.")
                )
            if not (
                0 <= company.asn_jam_kantor_mulai < company.asn_jam_kantor_selesai <= 24
            ):
                raise ValidationError(
                    self.env._("Office hours begin before they end, between 0 and 24.")
                )

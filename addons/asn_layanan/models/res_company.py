from odoo import api, fields, models
from odoo.exceptions import ValidationError


class ResCompany(models.Model):
    """What the office offers to applicants, and when it keeps silent."""

    _inherit = "res.company"

    asn_hari_draf = fields.Integer(
        "Days a Draft Is Kept",
        default=90,
        help="A draft that nobody touched for so long is removed, after a notice a"
        " week before. 0 keeps drafts for good.",
    )
    asn_cek_publik = fields.Boolean(
        "Public Status Page",
        help="Shows step and dates of a request for its number and the last digits"
        " of the NIP.",
    )
    asn_kahar_pencatat = fields.Selection(
        [
            ("bukan_penetap", "Anybody of the service but who confirmed it"),
            ("orang_ketiga", "A third person, who neither proposed nor confirmed it"),
        ],
        "Who Records After a Force Majeure",
        default="bukan_penetap",
        required=True,
        help="A back-entry writes products of the past without the usual decisions:"
        " whoever confirms the event never records them as well.",
    )
    asn_tenang_dari = fields.Float("Quiet From", default=21.0)
    asn_tenang_sampai = fields.Float("Quiet Until", default=5.0)

    _asn_hari_draf = models.Constraint(
        "CHECK (asn_hari_draf = 0 OR asn_hari_draf BETWEEN 14 AND 3650)",
        "Drafts are kept 14 days or longer, or for good (0).",
    )

    @api.constrains("asn_tenang_dari", "asn_tenang_sampai")
    def _check_tenang(self):
        for company in self:
            for jam in (company.asn_tenang_dari, company.asn_tenang_sampai):
                if not 0 <= jam < 24:
                    raise ValidationError(
                        self.env._("Quiet hours lie between 00:00 and 23:59.")
                    )

    @api.model
    def _asn_utama(self):
        """Return the government that runs this system."""
        return self.search([], limit=1, order="id")

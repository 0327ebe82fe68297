import json

from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnLayananAturan(models.Model):
    """An eligibility rule of a service, with its legal basis and message.

    The handler finds the check by the code: ``UMUM-07`` is answered by
    ``_aturan_umum_07``. A code without a check is for a human to judge.
    """

    _name = "asn.layanan.aturan"
    _inherit = "asn.layanan.bagian.mixin"
    _description = "Eligibility Rule"
    _order = "versi_id, sequence, id"

    versi_id = fields.Many2one(
        "asn.layanan.versi", "Version", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer("Sequence", default=10)
    kode = fields.Char("Rule", required=True)
    name = fields.Char("Condition", required=True, translate=True)
    keras = fields.Boolean(
        "Blocks",
        default=True,
        help="A failed rule that blocks stops the submission; others are shown"
        " to the verifier.",
    )
    dasar_hukum = fields.Char("Legal Basis")
    pesan = fields.Char("Message When Failed", translate=True)
    parameter = fields.Char("Parameters", default="{}")

    _kode_uniq = models.Constraint(
        "UNIQUE (versi_id, kode)", "This rule is already in the version."
    )

    @api.constrains("parameter")
    def _check_parameter(self):
        for aturan in self:
            try:
                nilai = json.loads(aturan.parameter or "{}")
            except ValueError:
                nilai = None
            if not isinstance(nilai, dict):
                raise ValidationError(
                    self.env._(
                        "Rule %(rule)s: parameters must be a JSON object.",
                        rule=aturan.kode,
                    )
                )

    def _parameter(self):
        """Return the parameters as a dict."""
        return json.loads(self.parameter or "{}") if self else {}

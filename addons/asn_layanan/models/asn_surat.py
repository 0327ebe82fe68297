from odoo import fields, models
from odoo.exceptions import UserError


class AsnSurat(models.Model):
    """Letters know the requests they were made for, for row scope."""

    _inherit = "asn.surat"

    permohonan_ids = fields.One2many(
        "asn.permohonan", "surat_id", "Requests", readonly=True
    )
    permohonan_tolak_ids = fields.One2many(
        "asn.permohonan", "surat_tolak_id", "Refused Requests", readonly=True
    )

    def action_revoke(self, reason):
        """Refuse for products of services: their effects have to be undone, too.

        :raises UserError: naming the request that a revocation starts from
        """
        # sudo: whose product it is decides, also where the request is not readable
        permohonan = self.sudo().permohonan_ids[:1]
        if permohonan:
            raise UserError(
                self.env._(
                    "This letter is the product of request %s. Open that request and"
                    ' choose "Correct, Replace or Revoke": then its effects are undone'
                    " as well.",
                    permohonan.nomor,
                )
            )
        return super().action_revoke(reason)

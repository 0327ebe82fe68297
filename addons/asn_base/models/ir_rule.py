import logging

from odoo import api, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

_logger = logging.getLogger(__name__)


class IrRule(models.Model):
    """What stands in a dialog belongs to whoever opened it, whatever the dialog.

    Core leaves this to a rule per dialog and forgets its own import and activity
    dialogs, so that anybody could read a file an administrator has just uploaded.
    """

    _inherit = "ir.rule"

    @api.model
    def _compute_domain(self, model_name, mode="read"):
        domain = super()._compute_domain(model_name, mode)
        if self.env.su or not self.env.registry[model_name]._transient:
            return domain
        return domain & Domain("create_uid", "=", self.env.uid)

    def _make_access_error(self, operation, records):
        """Say what is refused in the words of an office, without names of rows."""
        _logger.info(
            "Refused by rules: %s %s %s, user %s",
            operation, records._name, records.ids[:6], self.env.uid,
        )  # fmt: skip
        access = self.env["ir.model.access"]
        lang = access._asn_bahasa()
        return AccessError(
            access._asn_teks_tolak(records._name, operation, False, lang)
        )

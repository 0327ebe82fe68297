from odoo import api, models
from odoo.fields import Domain


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

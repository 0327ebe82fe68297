from odoo import models


class IrCron(models.Model):
    """Scheduled work speaks the language and keeps the time of its account.

    Core starts it with an empty context, so that letters and messages made at
    night would come out in English.
    """

    _inherit = "ir.cron"

    def _callback(self, cron_name, server_action_id):
        user = self.env.user
        self = self.with_context(lang=user.lang, tz=user.tz)
        return super()._callback(cron_name, server_action_id)

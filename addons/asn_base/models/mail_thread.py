from odoo import api, models
from odoo.exceptions import AccessError


class MailThread(models.AbstractModel):
    """Incoming mail is delivered by the server, not by whoever calls over RPC.

    Core's gateway creates and posts as superuser what a message and the values beside
    it say, in the name of its sender, and lets every internal user call it.
    """

    _inherit = "mail.thread"

    @api.model
    def message_process(
        self,
        model,
        message,
        custom_values=None,
        save_original=False,
        strip_attachments=False,
        thread_id=None,
    ):
        self._asn_periksa_gerbang_surel()
        return super().message_process(
            model, message, custom_values, save_original, strip_attachments, thread_id
        )

    @api.model
    def message_route(
        self, message, message_dict, model=None, thread_id=None, custom_values=None
    ):
        self._asn_periksa_gerbang_surel()
        return super().message_route(
            message, message_dict, model, thread_id, custom_values
        )

    @api.model
    def message_parse(self, message, save_original=False):
        self._asn_periksa_gerbang_surel()
        return super().message_parse(message, save_original)

    @api.model
    def message_new(self, msg_dict, custom_values=None):
        self._asn_periksa_gerbang_surel()
        return super().message_new(msg_dict, custom_values)

    def message_update(self, msg_dict, update_vals=None):
        self._asn_periksa_gerbang_surel()
        return super().message_update(msg_dict, update_vals)

    def message_post(self, **nilai):
        """Post as oneself, whomever the caller names as author."""
        return super().message_post(**self._asn_penulis_sendiri(nilai))

    def message_notify(self, **nilai):
        """Notify as oneself, whomever the caller names as author."""
        return super().message_notify(**self._asn_penulis_sendiri(nilai))

    def _asn_penulis_sendiri(self, nilai):
        """Return the values of a message without a sender that the caller made up."""
        if self.env.su:
            return nilai
        return {n: v for n, v in nilai.items() if n not in ("author_id", "email_from")}

    def _asn_periksa_gerbang_surel(self):
        """Refuse everybody but the server and who installed it.

        :raise AccessError: the caller is neither
        """
        if not self.env.su and not self.env.user.has_group("base.group_system"):
            raise AccessError(
                self.env._("Incoming mail is delivered by the server only.")
            )

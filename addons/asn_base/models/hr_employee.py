from odoo import models

from .penjaga_medan import jaga_pencarian, periksa_susunan


class HrEmployee(models.Model):
    """Where core decides by model, we decide by row: every ASN reads some."""

    _inherit = "hr.employee"

    # Reading one's own record is no right to post on it.
    _mail_post_access = "write"

    def _asn_form_penuh(self, access_uid):
        """Tell whether the user may open the full form of this person."""
        user = self.env["res.users"].browse(access_uid) if access_uid else self.env.user
        return len(self) == 1 and self.with_user(user).has_access("read")

    def get_formview_id(self, access_uid=None):
        """Return the view for a link to this person: own form where readable."""
        if self._asn_form_penuh(access_uid):
            return False
        return super().get_formview_id(access_uid=access_uid)

    def get_formview_action(self, access_uid=None):
        """Return the action for a link to this person, by row and not by group."""
        res = super().get_formview_action(access_uid=access_uid)
        if self._asn_form_penuh(access_uid):
            res["res_model"] = "hr.employee"
        return res

    def _post_model_setup__(self):  # pylint: disable=missing-return
        super()._post_model_setup__()
        jaga_pencarian(self)

    def _field_to_sql(self, alias, field_expr, query=None):
        periksa_susunan(self, field_expr)
        return super()._field_to_sql(alias, field_expr, query)

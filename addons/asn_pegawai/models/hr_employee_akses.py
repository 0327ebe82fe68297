from odoo import api, models
from odoo.exceptions import AccessError


class HrEmployee(models.Model):
    """Doors of core that would lead colleagues to a profile they cannot read.

    Every civil servant may read ``hr.employee`` (her own row), so core takes
    its private branch for everybody; here it is decided by row.
    """

    _inherit = "hr.employee"

    # Owners read HR's internal notes on themselves; nobody posts there
    # without the right to write the profile.
    _mail_post_access = "write"

    def get_formview_id(self, access_uid=None):
        """Return the form for a link to a person: ours, or the public one."""
        if self._asn_boleh_buka(access_uid):
            return False
        return super().get_formview_id(access_uid=access_uid)

    def get_formview_action(self, access_uid=None):
        """Return the action behind a link to a person, by what the user may read."""
        action = super().get_formview_action(access_uid=access_uid)
        boleh = self._asn_boleh_buka(access_uid)
        action["res_model"] = "hr.employee" if boleh else "hr.employee.public"
        return action

    def _asn_boleh_buka(self, access_uid=None):
        user = self.env["res.users"].browse(access_uid) if access_uid else self.env.user
        return len(self) == 1 and self.with_user(user).has_access("read")

    def _check_field_access(self, field, operation):
        # Core's message in debug mode looks up each group by its name and
        # fails on one with "!", the way class ``rahasia`` is written.
        if "!" in (field.groups or "") and not self._has_field_access(field, operation):
            raise AccessError(
                self.env._(
                    "The field “%(field)s” is confidential (rahasia).",
                    field=field._description_string(self.env),
                )
            )
        return super()._check_field_access(field, operation)

    @api.model
    def action_profil_saya(self):
        """Return the action that opens the user's own profile.

        A user without an employee record gets the directory instead.
        """
        pegawai = self.env.user.employee_id
        if not pegawai:
            return self.env["ir.actions.act_window"]._for_xml_id(
                "asn_pegawai.hr_employee_public_action"
            )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("My Profile"),
            "res_model": "hr.employee",
            "res_id": pegawai.id,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "current",
        }

from odoo import api, models
from odoo.exceptions import AccessError


class HrEmployee(models.Model):
    """Confidential fields, and the way to the own profile.

    Links to people open the full form by row: ``asn_base``.
    """

    _inherit = "hr.employee"

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

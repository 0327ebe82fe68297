from odoo import api, models, tools


class HrEmployee(models.Model):
    """Confidential fields, and the way to the own profile.

    Links to people open the full form by row: ``asn_base``.
    """

    _inherit = "hr.employee"

    @api.model
    @tools.ormcache("groups", "operation", cache="groups")
    def _asn_hak_medan(self, groups, operation):
        """Return the memo ``{(field, its groups): may}`` of one set of groups.

        Everybody of the same groups shares it; it goes when groups change.
        """
        return {}

    def _has_field_access(self, field, operation):
        # One form asks some nine hundred times. Groups alone decide, so the
        # answer is kept per set of groups; debug mode is none of it.
        if self.env.su or "base.group_no_one" in (field.groups or ""):
            return super()._has_field_access(field, operation)
        memo = self._asn_hak_medan(self.env.user._get_group_ids(), operation)
        kunci = field.name, field.groups
        if kunci not in memo:
            memo[kunci] = super()._has_field_access(field, operation)
        return memo[kunci]

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

from odoo import fields, models


class ResPartnerBank(models.Model):
    """Bank accounts are no way around the rules of hr.employee."""

    _inherit = "res.partner.bank"

    employee_has_multiple_bank_accounts = fields.Boolean(related_sudo=False)

    def _search_employee_id(self, operator, value):
        """Search through the employees the user may see; core uses sudo."""
        return [("partner_id", "any", [("employee_ids", operator, value)])]

from odoo import api, fields, models


class ResUsers(models.Model):
    """Accounts: which units an account serves and which it heads."""

    _inherit = "res.users"

    asn_unit_ids = fields.Many2many(
        "hr.department",
        "asn_unit_pengguna_rel",
        "user_id",
        "unit_id",
        string="Units Granted",
        help="Units whose personnel this facilitator (fasilitator) looks after.",
    )
    asn_scope_unit_ids = fields.Many2many(
        "hr.department", compute="_compute_asn_scope_unit_ids", compute_sudo=True
    )
    asn_unit_dipimpin_ids = fields.Many2many(
        "hr.department", compute="_compute_asn_unit_dipimpin_ids", compute_sudo=True
    )

    @api.depends("asn_unit_ids")
    def _compute_asn_scope_unit_ids(self):
        Unit = self.env["hr.department"].with_context(active_test=False)
        for user in self:
            user.asn_scope_unit_ids = Unit.search(
                [("id", "child_of", user.asn_unit_ids.ids)]
            )

    def _compute_asn_unit_dipimpin_ids(self):
        Unit = self.env["hr.department"].with_context(active_test=False)
        for user in self:
            pimpin = Unit.search([("manager_id.user_id", "=", user.id)])
            user.asn_unit_dipimpin_ids = Unit.search([("id", "child_of", pimpin.ids)])

from odoo import api, fields, models, tools

from .penjaga_medan import jaga_pencarian, periksa_susunan

# What people change about themselves without anybody's verification. Core and
# its addons add name, e-mail, addresses, badge number: those are legal data.
_SELF_WRITABLE = frozenset(
    [
        "signature",
        "action_id",
        "company_id",
        "lang",
        "tz",
        "api_key_ids",
        "image_1920",
        "notification_type",
        "out_of_office_from",
        "out_of_office_message",
        "out_of_office_to",
    ]
)


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
        "hr.department",
        compute="_compute_asn_scope_unit_ids",
        compute_sudo=True,
        string="Units Granted and Below",
    )
    asn_unit_dipimpin_ids = fields.Many2many(
        "hr.department",
        compute="_compute_asn_unit_dipimpin_ids",
        compute_sudo=True,
        string="Units Headed and Below",
    )
    # Core computes both as superuser and lets everybody search by them, past
    # record rules and field groups.
    private_email = fields.Char(related_sudo=False)
    bank_account_ids = fields.Many2many(related_sudo=False)

    @property
    def SELF_WRITEABLE_FIELDS(self):
        return [f for f in super().SELF_WRITEABLE_FIELDS if f in _SELF_WRITABLE]

    @api.depends("asn_unit_ids")
    def _compute_asn_scope_unit_ids(self):
        Unit = self.env["hr.department"].with_context(active_test=False)
        for user in self:
            user.asn_scope_unit_ids = Unit.search(
                [("id", "child_of", user.asn_unit_ids.ids)]
            )

    @tools.ormcache("self.id")
    def _asn_cakupan_unit(self):
        """Return the ids of the units granted and below.

        Kept as the domains of the record rules are, and forgotten with them.
        """
        return frozenset(self.asn_scope_unit_ids.ids)

    def _compute_asn_unit_dipimpin_ids(self):
        Unit = self.env["hr.department"].with_context(active_test=False)
        for user in self:
            pimpinan = Unit.search(
                [
                    ("manager_id.user_id", "=", user.id),
                    ("manager_id.active", "=", True),
                ]
            )
            user.asn_unit_dipimpin_ids = Unit.search([("id", "child_of", pimpinan.ids)])

    @api.model_create_multi
    def create(self, vals_list):
        if "odoobot_state" in self._fields:
            vals_list = [dict({"odoobot_state": "disabled"}, **v) for v in vals_list]
        users = super().create(vals_list)
        if any(vals.get("asn_unit_ids") for vals in vals_list):
            self._asn_bersihkan_cakupan()
        return users

    def write(self, vals):
        res = super().write(vals)
        if "asn_unit_ids" in vals:
            self._asn_bersihkan_cakupan()
        return res

    @api.model
    def _get_signup_invitation_scope(self):
        """Return who may sign up: only who was invited, whatever is configured.

        Core opens the registration to everybody at installation.
        """
        return "b2b"

    @api.model
    def _asn_bersihkan_cakupan(self):
        """Make a changed grant effective at once.

        Domains of record rules are cached with the values of ``user.…`` in
        them; without this a revoked grant would stay until the next restart.
        """
        self.env["res.users"].invalidate_model(
            ["asn_scope_unit_ids", "asn_unit_dipimpin_ids"]
        )
        self.env.registry.clear_cache()

    def _post_model_setup__(self):  # pylint: disable=missing-return
        super()._post_model_setup__()
        jaga_pencarian(self)

    def _field_to_sql(self, alias, field_expr, query=None):
        periksa_susunan(self, field_expr)
        return super()._field_to_sql(alias, field_expr, query)

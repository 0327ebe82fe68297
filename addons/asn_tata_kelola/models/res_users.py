from odoo import fields, models
from odoo.exceptions import AccessDenied


class ResUsers(models.Model):
    """Accounts of a third party work only within its agreement (LL-31-2-g)."""

    _inherit = "res.users"

    asn_pihak_ketiga_id = fields.Many2one(
        "asn.pihak.ketiga",
        "Third Party (Pihak Ketiga)",
        index="btree_not_null",
        ondelete="restrict",
        groups="asn_base.group_admin_sistem",
    )

    def _check_credentials(self, credential, env):
        hasil = super()._check_credentials(credential, env)
        # sudo: the agreement decides on a login, whoever may read agreements.
        pihak_sudo = self.env.user.sudo().asn_pihak_ketiga_id
        if pihak_sudo and not pihak_sudo._berlaku():
            raise AccessDenied
        return hasil

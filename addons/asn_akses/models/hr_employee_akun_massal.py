from odoo import fields, models
from odoo.exceptions import AccessError


class HrEmployeeAkunMassal(models.Model):
    """People marked in the list become a batch of accounts."""

    _inherit = "hr.employee"

    def action_akun_massal(self):
        """Put the marked people without an account into a new batch and open it.

        :raise AccessError: for anybody but the system administrator
        """
        Massal = self.env["asn.akun.massal"]
        if not self.env.user.has_group("asn_base.group_admin_sistem"):
            raise AccessError(
                self.env._("Only the system administrator creates accounts.")
            )
        hari = fields.Date.to_string(self._asn_hari_ini())
        massal = Massal.create({"judul": self.env._("Accounts of %s", hari)})
        # sudo: rows are the engine's; the batch is the caller's.
        massal.sudo()._tambah(self.filtered(lambda p: not p.user_id).ids)
        return {
            "type": "ir.actions.act_window",
            "res_model": "asn.akun.massal",
            "res_id": massal.id,
            "views": [(False, "form")],
        }

from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command


class HrEmployeeAdminPertama(models.Model):
    """How a city begins: the first Administrator Sistem, whom nobody can appoint yet."""

    _inherit = "hr.employee"

    @api.model
    def _asn_admin_pertama(self, nama, nip, surel=None):
        """Make the first Administrator Sistem and close the account of the installation.

        For the operator's shell (``docs/pasang.md``); once. The role works after the
        person has signed the pact, as any other, and is appointed by letter as soon
        as there is a Kepala Badan.

        :return: the link under which the person sets the own password
        :raise UserError: when a person holds the role already
        """
        role = self.env.ref("asn_base.role_admin_sistem")
        if role.line_ids.user_id.filtered("active"):
            raise UserError(
                self.env._(
                    "There is an Administrator Sistem. Appoint others by letter."
                )
            )
        orang = self.create({"name": nama, "nip": nip, "work_email": surel})
        user = orang._asn_buat_akun()
        pegawai = self.env.ref("asn_base.role_pegawai")
        user.role_line_ids = [
            Command.create({"role_id": satu.id}) for satu in (pegawai, role)
        ]
        self.env.ref("base.user_admin").active = False
        return self._asn_tautan_undangan(user)[user]

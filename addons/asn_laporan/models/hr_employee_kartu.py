from odoo import api, fields, models
from odoo.exceptions import AccessError


class HrEmployee(models.Model):
    """The card and the curriculum vitae, reached from the profile."""

    _inherit = "hr.employee"

    is_kartu_terbuka = fields.Boolean(
        "May Open the Card",
        compute="_compute_is_kartu_terbuka",
        groups="asn_base.group_pegawai,hr.group_hr_user",
    )

    @api.depends_context("uid")
    @api.depends("user_id")
    def _compute_is_kartu_terbuka(self):
        """Only for the button; ``action_kartu`` decides for itself."""
        admin = self.env.user.has_group("asn_base.group_admin_sistem")
        for pegawai in self:
            pegawai.is_kartu_terbuka = admin or pegawai.user_id == self.env.user

    def action_kartu(self):
        """Open the card in force of this person, issued on first use.

        :raise AccessError: for anybody but the person and the administrator
        """
        self.ensure_one()
        self.check_access("read")
        milik = self.user_id == self.env.user
        if not milik and not self.env.user.has_group("asn_base.group_admin_sistem"):
            raise AccessError(
                self.env._(
                    "The card of a civil servant is opened by the person and by the"
                    " system administrator."
                )
            )
        return self.env["asn.kartu"]._terbitkan(self)._aksi()

    def action_drh(self):
        """Return the daftar riwayat hidup of these people as a PDF."""
        self.check_access("read")
        return self.env.ref("asn_laporan.drh_report").report_action(self)

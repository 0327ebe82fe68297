from odoo import api, fields, models
from odoo.exceptions import UserError

PEGAWAI = "base.group_system,hr.group_hr_user,asn_base.group_pegawai"


class HrEmployee(models.Model):
    """The leave balance of a person, counted for all rows of a list at once."""

    _inherit = "hr.employee"

    nama_unit = fields.Char("Name of the Unit", related="unit_id.name", groups=PEGAWAI)
    saldo_cuti_tahun = fields.Integer(
        "Balance Year", compute="_compute_saldo_cuti", compute_sudo=True, groups=PEGAWAI
    )
    saldo_cuti_n2 = fields.Integer(
        "Left of N-2", compute="_compute_saldo_cuti", compute_sudo=True, groups=PEGAWAI
    )
    saldo_cuti_n1 = fields.Integer(
        "Left of N-1", compute="_compute_saldo_cuti", compute_sudo=True, groups=PEGAWAI
    )
    saldo_cuti_n = fields.Integer(
        "Left of N", compute="_compute_saldo_cuti", compute_sudo=True, groups=PEGAWAI
    )
    saldo_cuti_dipakai = fields.Integer(
        "Used This Year",
        compute="_compute_saldo_cuti",
        compute_sudo=True,
        groups=PEGAWAI,
    )
    saldo_cuti_dipesan = fields.Integer(
        "Pending", compute="_compute_saldo_cuti", compute_sudo=True, groups=PEGAWAI
    )
    saldo_cuti_tersedia = fields.Integer(
        "Available", compute="_compute_saldo_cuti", compute_sudo=True, groups=PEGAWAI
    )
    saldo_cuti_hangus = fields.Integer(
        "Lapses on 31 December",
        compute="_compute_saldo_cuti",
        compute_sudo=True,
        groups=PEGAWAI,
        help="Deferred, carried and added days that are not used this year.",
    )
    saldo_cuti_tambahan = fields.Integer(
        "Left for Duty on Joint Leave",
        compute="_compute_saldo_cuti",
        compute_sudo=True,
        groups=PEGAWAI,
        help="Among the days of this year; they lapse on 31 December (CUTI-BS-03).",
    )
    mutasi_cuti_ids = fields.One2many(
        "asn.saldo.cuti.mutasi",
        "employee_id",
        "Leave Bookings (Buku Saldo Cuti)",
        groups=PEGAWAI,
        readonly=True,
    )

    @api.depends("mutasi_cuti_ids.hari", "status_pegawai", "tmt_cpns")
    def _compute_saldo_cuti(self):
        Saldo = self.env["asn.saldo.cuti"]
        tahun = Saldo._hari_ini().year
        nyata = self._origin
        rincian = Saldo._rincian(nyata, tahun) if nyata else {}
        for pegawai in self:
            satu = rincian.get(pegawai._origin.id)
            saldo = satu and satu["saldo"]
            pegawai.update(
                {
                    "saldo_cuti_tahun": tahun,
                    "saldo_cuti_n2": satu["n2"] if satu else 0,
                    "saldo_cuti_n1": satu["n1"] if satu else 0,
                    "saldo_cuti_n": satu["n"] if satu else 0,
                    "saldo_cuti_dipakai": saldo.pakai - satu["pesan"] if satu else 0,
                    "saldo_cuti_dipesan": satu["pesan"] if satu else 0,
                    "saldo_cuti_tersedia": saldo.saldo if satu else 0,
                    "saldo_cuti_hangus": saldo.hangus if satu else 0,
                    "saldo_cuti_tambahan": saldo.sisa_tambahan if satu else 0,
                }
            )

    def action_saldo_cuti(self):
        """Open the leave balance of this employee."""
        self.ensure_one()
        view = self.env.ref("asn_layanan_standar.hr_employee_view_form_saldo_cuti")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Leave Balance (Saldo Cuti)"),
            "res_model": "hr.employee",
            "res_id": self.id,
            "views": [(view.id, "form")],
        }

    @api.model
    def action_saldo_cuti_saya(self):
        """Open the leave balance of the present user.

        :raise UserError: the account belongs to no employee
        """
        pegawai = self.env.user.employee_id
        if not pegawai:
            raise UserError(
                self.env._("Your account is not linked to an employee (pegawai).")
            )
        return pegawai.action_saldo_cuti()

    @api.model
    def action_ajukan_cuti(self):
        """Open an empty leave request of the present user."""
        # sudo: which service is open is the same for everybody
        layanan = self.env["asn.layanan"].sudo().search([("code", "=", "cuti")])
        return layanan.with_env(self.env).action_ajukan()

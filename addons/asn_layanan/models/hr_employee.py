from odoo import fields, models


class HrEmployee(models.Model):
    """The requests of a person; changes of superior hand over open tasks."""

    _inherit = "hr.employee"

    asn_permohonan_ids = fields.One2many(
        "asn.permohonan",
        "employee_id",
        "Service Requests",
        readonly=True,
        groups="asn_base.group_pegawai",
    )

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {
            "user_id",
            "parent_id",
            "jabatan_id",
            "jenis_jabatan_id",
            "active",
        }:
            self.env["asn.permohonan.tugas"]._minta_segarkan()
        return res

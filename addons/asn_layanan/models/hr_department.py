from odoo import models


class HrDepartment(models.Model):
    """A unit that gets another head or place hands over its open tasks."""

    _inherit = "hr.department"

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"manager_id", "parent_id", "jenis_unit"}:
            self.env["asn.permohonan.tugas"]._minta_segarkan()
        return res

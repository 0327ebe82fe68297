from odoo import fields, models


class HrEmployee(models.Model):
    """What was told about the end of a leave outside state responsibility."""

    _inherit = "hr.employee"

    cltn_diberitahukan = fields.Char(
        "Told of the CLTN",
        groups="base.group_system",
        copy=False,
        help="The row of the leave and the state that the last notice named.",
    )

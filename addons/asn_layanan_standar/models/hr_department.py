from odoo import fields, models


class HrDepartment(models.Model):
    """A unit may be hard to reach, which adds travel days to leave."""

    _inherit = "hr.department"

    is_daerah_sulit = fields.Boolean(
        "Hard to Reach (Daerah Sulit)",
        help="Adds travel days to annual leave of its people, also of units below"
        " (CUTI-T-03, CUTI-K-04).",
    )

from odoo import fields, models


class HrDepartment(models.Model):
    """A unit may be hard to reach, which adds travel days to leave."""

    _inherit = "hr.department"

    is_daerah_sulit = fields.Boolean(
        "Hard to Reach (Daerah Sulit)",
        help="Adds travel days to annual leave of its people, also of units below"
        " (CUTI-T-03, CUTI-K-04).",
    )
    cuti_batas_persen = fields.Integer(
        "Share of the Unit Away (%)",
        help="Above it applicant and officials see a warning. 0 = as the unit above,"
        " else as the region's setting.",
    )

    _cuti_batas_wajar = models.Constraint(
        "CHECK (cuti_batas_persen BETWEEN 0 AND 100)",
        "The share of a unit away lies between 0 and 100 percent.",
    )

    def _batas_cuti_persen(self):
        """Return the share of people away above which a warning shows."""
        for unit in self._leluhur():
            if unit.cuti_batas_persen:
                return unit.cuti_batas_persen
        return self.env["asn.saldo.cuti"]._setelan("cuti_batas_unit_persen")

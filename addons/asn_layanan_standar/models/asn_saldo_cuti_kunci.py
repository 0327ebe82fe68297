from odoo import fields, models


class AsnSaldoCutiKunci(models.Model):
    """The lock of one person's leave balance: a counter that every change moves."""

    _name = "asn.saldo.cuti.kunci"
    _description = "Leave Balance Lock"
    _log_access = False

    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, ondelete="cascade"
    )
    versi = fields.Integer("Changes", default=0)

    _employee_uniq = models.Constraint(
        "UNIQUE (employee_id)", "There is already a lock for this employee."
    )

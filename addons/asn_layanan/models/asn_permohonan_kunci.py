from odoo import api, fields, models
from odoo.tools import SQL


class AsnPermohonanKunci(models.Model):
    """The turn of one person: a counter that every filing for the person moves.

    Rules ask what else is in process, and balances what is left. Two transactions at
    once would each find nothing.
    """

    _name = "asn.permohonan.kunci"
    _description = "Lock of a Person's Requests"
    _log_access = False

    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, ondelete="cascade"
    )
    versi = fields.Integer("Changes", default=0)

    _employee_uniq = models.Constraint(
        "UNIQUE (employee_id)", "There is already a lock for this employee."
    )

    @api.model
    def _ambil(self, pegawai):
        """Let these people's requests and balances change one after the other.

        A row is *updated*, not only locked: transactions run in REPEATABLE READ, so
        one that waited for a plain lock would go on with its old picture. The update
        makes the server repeat it. The lowest id comes first.

        :param pegawai: employees; theirs until the end of the transaction
        """
        self.env.cr.execute(
            SQL(
                """INSERT INTO asn_permohonan_kunci AS lama (employee_id, versi)
                   SELECT id, 1 FROM unnest(%s::int[]) AS id ORDER BY id
                       ON CONFLICT (employee_id) DO UPDATE SET versi = lama.versi + 1""",
                pegawai.ids,
            ),
            # A conflict is repeated by the server and no error.
            log_exceptions=False,
        )

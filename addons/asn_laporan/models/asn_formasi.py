from odoo import api, fields, models
from odoo.tools import SQL


class AsnFormasi(models.Model):
    """How many people a unit needs in a post, from a date on.

    A new decision is a new row; the row of the latest date counts, so that a past
    situation keeps its own formation.
    """

    _name = "asn.formasi"
    _description = "Formation (Formasi)"
    _order = "unit_id, jabatan_id, berlaku_mulai desc"
    _rec_name = "jabatan_id"

    unit_id = fields.Many2one(
        "hr.department",
        "Work Unit (Unit Kerja)",
        required=True,
        index=True,
        ondelete="restrict",
    )
    jabatan_id = fields.Many2one(
        "hr.job", "Post (Jabatan)", required=True, index=True, ondelete="restrict"
    )
    jumlah = fields.Integer("People Needed (Formasi)", required=True)
    berlaku_mulai = fields.Date("Valid From", required=True)
    dasar = fields.Char("Legal Basis (Dasar)", help="Number of the decision.")

    _jumlah_wajar = models.Constraint(
        "CHECK (jumlah BETWEEN 0 AND 100000)",
        "A formation (formasi) is a number of people and not negative.",
    )
    _satu_uniq = models.UniqueIndex(
        "(unit_id, jabatan_id, berlaku_mulai)",
        "There is already a formation (formasi) of this post, unit and date.",
    )

    @api.depends("unit_id", "jabatan_id")
    def _compute_display_name(self):
        for baris in self:
            bagian = (baris.jabatan_id.name, baris.unit_id.name)
            baris.display_name = " · ".join(satu for satu in bagian if satu)

    @api.model
    def _sql(self, pada, unit_ids=None):
        """Return the query of the formation in force on a date."""
        return SQL(
            """SELECT DISTINCT ON (f.unit_id, f.jabatan_id)
                      f.unit_id, f.jabatan_id, f.jumlah
                 FROM asn_formasi f
                WHERE f.berlaku_mulai <= %s AND %s
                ORDER BY f.unit_id, f.jabatan_id, f.berlaku_mulai DESC""",
            pada,
            SQL("TRUE")
            if unit_ids is None
            else SQL("f.unit_id = ANY(%s)", list(unit_ids)),
        )

from odoo import fields, models


class HrJob(models.Model):
    """Post (jabatan) with its kind, class and the unit it belongs to."""

    _inherit = "hr.job"

    kode = fields.Char("Post Code", index="btree_not_null")
    jenis_jabatan_id = fields.Many2one(
        "asn.jenis.jabatan", "Kind of Post", index="btree_not_null", ondelete="restrict"
    )
    kelas_jabatan = fields.Integer("Post Class (1-17)")
    is_kepala = fields.Boolean(
        "Head of the Unit", help="Whoever holds this post heads the unit."
    )
    bup_id = fields.Many2one(
        "asn.bup",
        "Own Retirement Age (BUP)",
        help="Only where the post has another BUP than its kind, e.g. teachers.",
    )

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a post (jabatan) with this code."
    )
    _kelas_range = models.Constraint(
        "CHECK (kelas_jabatan IS NULL OR kelas_jabatan BETWEEN 0 AND 17)",
        "The post class (kelas jabatan) lies between 1 and 17.",
    )

    def _bup(self):
        """Return the retirement age row that applies to the post."""
        self.ensure_one()
        return self.bup_id or self.jenis_jabatan_id.bup_id

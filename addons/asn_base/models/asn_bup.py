from odoo import fields, models


class AsnBup(models.Model):
    """Retirement age (batas usia pensiun) of a class of posts, in years."""

    _name = "asn.bup"
    _inherit = "asn.referensi.mixin"
    _kunci_bawaan = ("kode", "berlaku_mulai")
    _description = "Retirement Age (BUP)"
    _order = "kelompok, tahun, name"

    kelompok = fields.Selection(
        [
            ("manajerial", "Managerial"),
            ("nonmanajerial", "Non-managerial"),
            ("fungsional", "Functional"),
            ("fungsional_khusus", "Functional, own law"),
            ("pppk", "PPPK"),
        ],
        "Group",
        required=True,
    )
    tahun = fields.Integer(
        "Age (years)",
        required=True,
        help="0 means: the same as for the PNS post.",
    )
    catatan = fields.Char("Notes")

    _kode_uniq = models.Constraint(
        "UNIQUE (kode, berlaku_mulai)",
        "This retirement age exists already for that date.",
    )
    _tahun_range = models.Constraint(
        "CHECK (tahun = 0 OR tahun BETWEEN 45 AND 75)",
        "A retirement age lies between 45 and 75 years.",
    )

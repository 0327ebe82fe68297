from odoo import fields, models


class AsnJenisDiklat(models.Model):
    """Kind of training, from leadership courses to learning at the workplace."""

    _name = "asn.jenis.diklat"
    _inherit = "asn.referensi.mixin"
    _description = "Kind of Training (Jenis Diklat)"
    _order = "sequence, kode"
    _rec_names_search = ["name", "kode"]
    _kolom_utama = ("kelompok", "kode_siasn")

    sequence = fields.Integer(default=10)
    kelompok = fields.Selection(
        [
            ("prajabatan", "Before appointment (prajabatan/latsar)"),
            ("struktural", "Leadership (struktural)"),
            ("manajerial", "Managerial (manajerial)"),
            ("fungsional", "Functional (fungsional)"),
            ("teknis", "Technical (teknis)"),
            ("sosiokultural", "Social and cultural (sosial kultural)"),
            ("kursus", "Course (kursus)"),
            ("seminar", "Seminar, workshop, sosialisasi"),
            ("nonklasikal", "Outside the classroom (nonklasikal)"),
        ],
        "Group",
        required=True,
    )
    kode_siasn = fields.Char("SIASN Code", help="S1 to S8: latihan struktural.")

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a kind of training (diklat) with this code."
    )

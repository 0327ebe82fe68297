from odoo import fields, models


class AsnJenisHukuman(models.Model):
    """Kinds of disciplinary punishment, with their level and length."""

    _name = "asn.jenis.hukuman"
    _inherit = "asn.referensi.mixin"
    _description = "Kind of Punishment (Jenis Hukuman Disiplin)"
    _order = "urutan, kode"
    _rec_names_search = ["name", "kode"]

    urutan = fields.Integer("Order", default=100)
    tingkat = fields.Selection(
        [
            ("R", "Light (ringan)"),
            ("S", "Medium (sedang)"),
            ("B", "Heavy (berat)"),
        ],
        "Level (Tingkat)",
        required=True,
    )
    kode_siasn = fields.Char("SIASN Code")
    lama_bulan = fields.Integer("Length (months)", aggregator=None)
    mangkir_min = fields.Integer(
        "Days Absent From", help="Days absent in a year that lead to it."
    )
    mangkir_maks = fields.Integer("Days Absent Up To")
    catatan = fields.Char("Notes")

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a kind of punishment with this code."
    )

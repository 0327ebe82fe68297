from odoo import fields, models


class AsnPendidikan(models.Model):
    """Level of education with the grades that it opens and closes."""

    _name = "asn.pendidikan"
    _inherit = "asn.referensi.mixin"
    _description = "Education Level (Pendidikan)"
    _order = "urutan_jenjang, kode_siasn"
    _rec_names_search = ["name", "kode"]

    kode_siasn = fields.Char("SIASN Code")
    urutan_jenjang = fields.Integer("Level", required=True)
    golongan_awal_id = fields.Many2one("asn.golongan", "Entry Grade")
    golongan_tertinggi_id = fields.Many2one(
        "asn.golongan", "Highest Grade by Regular Promotion"
    )
    penyesuaian_menjadi_id = fields.Many2one(
        "asn.golongan", "Adjusted To", help="Grade after penyesuaian ijazah."
    )
    penyesuaian_dari_id = fields.Many2one(
        "asn.golongan", "Adjusted From at Most", help="Highest grade that adjusts."
    )

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already an education level with this code."
    )

from odoo import fields, models


class AsnJenisJabatan(models.Model):
    """Kind of post: eselon or jenjang with its range of ranks and its BUP."""

    _name = "asn.jenis.jabatan"
    _inherit = "asn.referensi.mixin"
    _description = "Kind of Post (Jenis Jabatan)"
    _order = "sequence, kode"
    _rec_names_search = ["name", "kode"]

    sequence = fields.Integer(default=10)
    kelompok = fields.Selection(
        [("manajerial", "Managerial"), ("nonmanajerial", "Non-managerial")],
        "Group",
        required=True,
    )
    sub_kelompok = fields.Selection(
        [
            ("jpt", "Senior leadership (JPT)"),
            ("administrator", "Administrator"),
            ("pengawas", "Supervisor (pengawas)"),
            ("pelaksana", "Staff (pelaksana)"),
            ("fungsional_keterampilan", "Functional, skilled (JF keterampilan)"),
            ("fungsional_keahlian", "Functional, expert (JF keahlian)"),
        ],
        "Subgroup",
        required=True,
    )
    eselon = fields.Char("Eselon")
    kode_siasn = fields.Char("SIASN Code")
    kode_siasn_eselon = fields.Char("SIASN Eselon Code")
    pangkat_terendah_id = fields.Many2one("asn.golongan", "Lowest Rank")
    pangkat_tertinggi_id = fields.Many2one("asn.golongan", "Highest Rank")
    bup_id = fields.Many2one("asn.bup", "Retirement Age (BUP)", ondelete="restrict")

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a kind of post with this code."
    )

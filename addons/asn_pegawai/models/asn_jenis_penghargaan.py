from odoo import fields, models


class AsnJenisPenghargaan(models.Model):
    """Kind of award; a satyalancana says after how many years of service."""

    _name = "asn.jenis.penghargaan"
    _inherit = "asn.referensi.mixin"
    _description = "Kind of Award (Jenis Penghargaan)"
    _order = "sequence, kode"
    _rec_names_search = ["name", "kode"]
    _kolom_utama = ("kelompok", "masa_kerja_tahun", "kode_siasn")

    sequence = fields.Integer(default=10)
    kelompok = fields.Selection(
        [
            ("satyalancana", "Medal (satyalancana)"),
            ("bintang", "Star (bintang)"),
            ("lainnya", "Other award (tanda penghargaan lain)"),
        ],
        "Group",
        required=True,
    )
    masa_kerja_tahun = fields.Integer("Years of Service", aggregator=None)
    kode_siasn = fields.Char("SIASN Code")

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a kind of award with this code."
    )

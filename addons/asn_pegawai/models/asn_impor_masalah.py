from odoo import fields, models


class AsnImporMasalah(models.Model):
    """One problem of an import, at a row and a column of the spreadsheet."""

    _name = "asn.impor.masalah"
    _description = "Import Problem (Masalah Impor)"
    _order = "impor_id desc, lembar_id, baris, tingkat, id"
    _rec_name = "pesan"

    impor_id = fields.Many2one(
        "asn.impor", "Import", required=True, index=True, ondelete="cascade"
    )
    lembar_id = fields.Many2one(
        "asn.impor.lembar", "Sheet", index="btree_not_null", ondelete="cascade"
    )
    baris = fields.Integer("Row", aggregator=None)
    kolom = fields.Char("Column")
    judul = fields.Char("Heading")
    nilai = fields.Char("Value")
    tingkat = fields.Selection(
        [
            ("E", "Error (galat)"),
            ("T", "Stays (tertinggal)"),
            ("W", "Warning (peringatan)"),
        ],
        "Severity",
        required=True,
        default="E",
    )
    kunci = fields.Char("Key", required=True)
    pesan = fields.Char("Problem", required=True)

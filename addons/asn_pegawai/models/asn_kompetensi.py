from odoo import fields, models

#: The four groups of Pasal 11 (2) c.
KELOMPOK_KOMPETENSI = [
    ("pemerintahan", "Government (pemerintahan)"),
    ("teknis", "Technical (teknis)"),
    ("manajerial", "Managerial (manajerial)"),
    ("sosio_kultural", "Social and cultural (sosio kultural)"),
]


class AsnKompetensi(models.Model):
    """One competence of the dictionary; technical ones are added per city."""

    _name = "asn.kompetensi"
    _inherit = "asn.referensi.mixin"
    _description = "Competence (Kompetensi)"
    _order = "sequence, kode"
    _rec_names_search = ["name", "kode"]
    _kolom_utama = ("kelompok",)

    sequence = fields.Integer(default=10)
    kelompok = fields.Selection(KELOMPOK_KOMPETENSI, "Group", required=True)

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a competence (kompetensi) with this code."
    )

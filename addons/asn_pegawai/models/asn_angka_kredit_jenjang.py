from odoo import api, fields, models

from .hr_employee_kepegawaian import JENJANG


class AsnAngkaKreditJenjang(models.Model):
    """Credit points per year of a level, and needed for the next grade and level."""

    _name = "asn.angka.kredit.jenjang"
    _inherit = "asn.referensi.mixin"
    _description = "Credit Points by Level (Angka Kredit Jenjang)"
    _order = "sequence, kode"
    _kolom_utama = ("koefisien", "kredit_pangkat", "kredit_jenjang")

    sequence = fields.Integer(default=10)
    jenjang = fields.Selection(JENJANG, "Level (Jenjang)", required=True)
    koefisien = fields.Float(
        "Points per Year (Koefisien)", required=True, aggregator=None
    )
    golongan_dari_id = fields.Many2one(
        "asn.golongan", "From Grade", ondelete="restrict"
    )
    golongan_ke_id = fields.Many2one("asn.golongan", "To Grade", ondelete="restrict")
    kredit_pangkat = fields.Float("Points for the Next Grade", aggregator=None)
    kredit_jenjang = fields.Float("Points for the Next Level", aggregator=None)

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a row with this level and grade."
    )

    @api.model
    def _koefisien(self):
        """Return ``{level: points per year}``."""
        return {baris.jenjang: baris.koefisien for baris in self.search([])}

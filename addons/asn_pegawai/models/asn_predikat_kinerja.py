from odoo import api, fields, models


class AsnPredikatKinerja(models.Model):
    """Predicate of performance and what it is worth in credit points."""

    _name = "asn.predikat.kinerja"
    _inherit = "asn.referensi.mixin"
    _description = "Performance Predicate (Predikat Kinerja)"
    _order = "sequence"
    _rec_names_search = ["name", "kode"]
    _kolom_utama = ("persen_konversi", "kode_siasn")

    sequence = fields.Integer(default=10)
    persen_konversi = fields.Integer(
        "Worth in Credit Points (%)", required=True, aggregator=None
    )
    kode_siasn = fields.Char("SIASN Code")

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a predicate (predikat) with this code."
    )

    @api.model
    def _per_kode(self):
        """Return ``{code: record}`` of all predicates, archived ones too."""
        semua = self.with_context(active_test=False).search([])  # pylint: disable=no-search-all
        return {baris.kode: baris for baris in semua}

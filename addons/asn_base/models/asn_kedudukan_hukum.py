from odoo import fields, models


class AsnKedudukanHukum(models.Model):
    """Legal position of a civil servant, and what it allows."""

    _name = "asn.kedudukan.hukum"
    _inherit = "asn.referensi.mixin"
    _description = "Legal Position (Kedudukan Hukum)"
    _order = "kode"
    _rec_names_search = ["name", "kode"]

    kelas = fields.Selection(
        [
            ("aktif", "Active"),
            ("aktif_khusus", "Active, special"),
            ("dibatasi", "Active, restricted"),
            ("nonaktif_sementara", "Suspended for a time"),
            ("belum_aktif", "Not yet active"),
            ("tidak_aktif", "Not active"),
            ("berhenti", "Left the service"),
            ("pensiun", "Retired"),
        ],
        "Class",
        required=True,
    )
    hitung_masa_kerja = fields.Boolean("Counts as Service")
    boleh_ajukan_layanan = fields.Boolean("May File Requests")
    catatan = fields.Char("Notes")

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a legal position with this code."
    )

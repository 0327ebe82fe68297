from odoo import fields, models


class AsnRiwayatGaji(models.Model):
    """Basic pay (gaji pokok) by decree or by periodic increment (KGB)."""

    _name = "asn.riwayat.gaji"
    _inherit = "asn.riwayat.mixin"
    _description = "Pay History (Riwayat Gaji)"
    _bagian = "pendukung"
    _urutan = 30
    _kelas = "rahasia"
    _jenis_dokumen = ("SK_KGB", "SK_PANGKAT")
    _usulan = None
    _kolom_utama = ("gaji_pokok", "golongan_id", "tmt")
    _jenis_proyeksi = "gaji"

    tmt = fields.Date(required=True)
    golongan_id = fields.Many2one(
        "asn.golongan", "Grade (Golongan)", required=True, ondelete="restrict"
    )
    mkg_tahun = fields.Integer("MKG (years)", aggregator=None)
    mkg_bulan = fields.Integer("MKG (months)", aggregator=None)
    gaji_pokok = fields.Integer("Basic Pay (Rp)", required=True, aggregator=None)
    koreksi_dari_id = fields.Many2one("asn.riwayat.gaji")

    _terbaru_idx = models.Index("(employee_id, tmt DESC) WHERE status = 'sah'")
    _positif = models.Constraint(
        "CHECK (gaji_pokok > 0)", "Basic pay (gaji pokok) must be positive."
    )

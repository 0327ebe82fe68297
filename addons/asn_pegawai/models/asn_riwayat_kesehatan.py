from odoo import api, fields, models


class AsnRiwayatKesehatan(models.Model):
    """Health examinations and their result; specific personal data."""

    _name = "asn.riwayat.kesehatan"
    _inherit = "asn.riwayat.mixin"
    _description = "Health Examinations (Riwayat Kesehatan)"
    _rec_name = "nomor_sk"
    _WAJIB_SAH = ("tmt", "nomor_sk", "hasil")
    _bagian = "pendukung"
    _urutan = 90
    _kelas = "spesifik"
    _jenis_dokumen = ("HASIL_KESEHATAN", "KET_SEHAT", "SURAT_TIM_PENGUJI")
    _usulan = "bkpsdm"
    _kolom_utama = ("jenis_pemeriksaan", "tmt", "hasil")

    tmt = fields.Date("Examined On", required=True)
    nomor_sk = fields.Char("Letter No.")
    jenis_pemeriksaan = fields.Selection(
        [
            ("pengangkatan", "For appointment (pengangkatan)"),
            ("berkala", "Regular (berkala)"),
            ("pengujian", "Board of examiners (tim penguji kesehatan)"),
            ("khusus", "Special (pemeriksaan khusus)"),
        ],
        "Examination",
        required=True,
    )
    hasil = fields.Selection(
        [
            ("sehat", "Fit (sehat)"),
            ("sehat_catatan", "Fit with conditions (sehat dengan catatan)"),
            ("tidak_sementara", "Unfit for a time (tidak sehat sementara)"),
            ("tidak_tetap", "Permanently unfit (tidak dapat bekerja lagi)"),
        ],
        "Result",
    )
    fasilitas = fields.Char("Health Facility")
    dokter = fields.Char("Doctor or Board")
    berlaku_sampai = fields.Date("Valid Until")
    koreksi_dari_id = fields.Many2one("asn.riwayat.kesehatan")

    _berlaku_setelah_periksa = models.Constraint(
        "CHECK (berlaku_sampai IS NULL OR berlaku_sampai >= tmt)",
        "A letter cannot expire before the examination.",
    )

    @api.model
    def _lengkapi(self, vals):
        vals["tanggal_sk"] = vals.get("tanggal_sk") or vals.get("tmt")
        return super()._lengkapi(vals)

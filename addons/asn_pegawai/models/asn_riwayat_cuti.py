from odoo import api, fields, models

JENIS_CUTI = [
    ("tahunan", "Annual (cuti tahunan)"),
    ("besar", "Long (cuti besar)"),
    ("sakit", "Sick (cuti sakit)"),
    ("sakit_gugur_kandungan", "Sick: miscarriage (gugur kandungan)"),
    ("melahirkan", "Maternity (cuti melahirkan)"),
    ("alasan_penting", "Important reason (cuti alasan penting)"),
    ("bersama", "Joint (cuti bersama)"),
    ("cltn", "Outside state responsibility (CLTN)"),
]


class AsnRiwayatCuti(models.Model):
    """Leave taken, each by its letter."""

    _name = "asn.riwayat.cuti"
    _inherit = "asn.riwayat.mixin"
    _description = "Leave History (Riwayat Cuti)"
    _bagian = "pendukung"
    _urutan = 40
    _jenis_dokumen = ("FORM_CUTI", "SK_CLTN")
    _usulan = None
    _kolom_utama = ("jenis_cuti", "tanggal_mulai", "tanggal_selesai")
    _order = "tanggal_mulai desc, id desc"
    _rec_name = "nomor_surat"
    _WAJIB_SAH = ("tanggal_mulai", "tanggal_selesai", "nomor_surat")

    jenis_cuti = fields.Selection(JENIS_CUTI, "Kind of Leave", required=True)
    tanggal_mulai = fields.Date("From", required=True, index=True)
    tanggal_selesai = fields.Date("Until", required=True)
    lama = fields.Float("Length", digits=(6, 1))
    satuan = fields.Selection(
        [("hari_kerja", "Working days"), ("hari", "Days"), ("bulan", "Months")],
        "Counted In",
        default="hari_kerja",
        required=True,
    )
    tahun_saldo = fields.Integer("Year of the Balance", aggregator=None)
    nomor_surat = fields.Char("Letter No.")
    tanggal_surat = fields.Date("Letter Date")
    koreksi_dari_id = fields.Many2one("asn.riwayat.cuti")

    _selesai_setelah_mulai = models.Constraint(
        "CHECK (tanggal_selesai >= tanggal_mulai)",
        "Leave cannot end before it begins.",
    )

    @api.model
    def _lengkapi(self, vals):
        vals["tmt"] = vals.get("tmt") or vals.get("tanggal_mulai")
        vals["nomor_sk"] = vals.get("nomor_sk") or vals.get("nomor_surat")
        vals["tanggal_sk"] = vals.get("tanggal_sk") or vals.get("tanggal_surat")
        return super()._lengkapi(vals)

    @api.depends("jenis_cuti", "tanggal_mulai", "nomor_surat")
    def _compute_display_name(self):
        jenis = dict(self._fields["jenis_cuti"]._description_selection(self.env))
        for baris in self:
            mulai = baris.tanggal_mulai
            bagian = (
                jenis.get(baris.jenis_cuti),
                mulai.strftime("%d-%m-%Y") if mulai else "",
                baris.nomor_surat,
            )
            baris.display_name = " · ".join(x for x in bagian if x)

from odoo import api, fields, models


class AsnRiwayatDiklat(models.Model):
    """Training: leadership, functional, technical, courses and the like.

    Non-formal education of Pasal 11 (2) b. One model for SIASN's diklat and
    kursus; the kind tells them apart.
    """

    _name = "asn.riwayat.diklat"
    _inherit = "asn.riwayat.mixin"
    _description = "Training History (Riwayat Diklat)"
    _order = "tanggal_selesai desc, id desc"
    _bagian = "kualifikasi"
    _urutan = 20
    _jenis_dokumen = ("SERTIFIKAT_DIKLAT", "SERTIFIKAT_KURSUS", "PIM", "STTPL")
    _usulan = "fasilitator"
    _kolom_utama = ("nama", "jenis_diklat_id", "penyelenggara", "tahun")
    _WAJIB_SAH = ("nama", "nomor_sk", "tanggal_selesai")

    jenis_diklat_id = fields.Many2one(
        "asn.jenis.diklat",
        "Kind of Training (Jenis Diklat)",
        required=True,
        index=True,
        ondelete="restrict",
    )
    kelompok = fields.Selection(
        related="jenis_diklat_id.kelompok", string="Group", store=True, index=True
    )
    nama = fields.Char("Name of the Training", required=True)
    penyelenggara = fields.Char("Held By (Penyelenggara)")
    tanggal_mulai = fields.Date("From")
    tanggal_selesai = fields.Date("Until", required=True)
    tahun = fields.Integer(
        "Year", compute="_compute_tahun", store=True, aggregator=None
    )
    jumlah_jam = fields.Integer("Hours (JP)", aggregator="sum")
    angkatan = fields.Char("Class (Angkatan)")
    peringkat = fields.Char("Place or Predicate")
    nomor_sk = fields.Char("Certificate No. (Nomor Sertifikat)")
    tanggal_sk = fields.Date("Certificate Date")
    koreksi_dari_id = fields.Many2one("asn.riwayat.diklat")

    _selesai_setelah_mulai = models.Constraint(
        "CHECK (tanggal_mulai IS NULL OR tanggal_selesai >= tanggal_mulai)",
        "A training cannot end before it begins.",
    )
    _jam_range = models.Constraint(
        "CHECK (jumlah_jam IS NULL OR jumlah_jam BETWEEN 0 AND 5000)",
        "The hours (JP) of a training lie between 0 and 5000.",
    )

    @api.depends("tanggal_selesai")
    def _compute_tahun(self):
        for baris in self:
            baris.tahun = baris.tanggal_selesai.year if baris.tanggal_selesai else 0

    @api.model
    def _lengkapi(self, vals):
        vals["tmt"] = vals.get("tmt") or vals.get("tanggal_selesai")
        return super()._lengkapi(vals)

    @api.depends("nama", "tahun")
    def _compute_display_name(self):
        for baris in self:
            bagian = (baris.nama, str(baris.tahun or ""))
            baris.display_name = " · ".join(x for x in bagian if x)

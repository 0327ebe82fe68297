from odoo import api, fields, models


class AsnRiwayatKompetensi(models.Model):
    """One competence measured against the level that the post requires.

    Pasal 11 (2) c: pemerintahan, teknis, manajerial and sosio kultural.
    """

    _name = "asn.riwayat.kompetensi"
    _inherit = "asn.riwayat.mixin"
    _description = "Competence History (Riwayat Kompetensi)"
    _order = "tanggal_asesmen desc, kelompok, id desc"
    _bagian = "kompetensi"
    _urutan = 10
    _jenis_dokumen = ("HASIL_ASESMEN", "SERTIFIKAT_KOMPETENSI", "UKOM")
    _usulan = "bkpsdm"
    _kolom_utama = ("kompetensi_id", "level", "level_wajib", "hasil")
    _WAJIB_SAH = ("kompetensi_id", "level", "tanggal_asesmen")

    kompetensi_id = fields.Many2one(
        "asn.kompetensi",
        "Competence (Kompetensi)",
        required=True,
        index=True,
        ondelete="restrict",
    )
    kelompok = fields.Selection(
        string="Group",
        related="kompetensi_id.kelompok",
        store=True,
        index=True,
    )
    level = fields.Integer("Level Reached", required=True, aggregator="avg")
    level_wajib = fields.Integer("Required Level", aggregator="avg")
    hasil = fields.Selection(
        [
            ("di_atas", "Above the requirement"),
            ("memenuhi", "Meets the requirement"),
            ("di_bawah", "Below the requirement"),
        ],
        "Result",
        compute="_compute_hasil",
        store=True,
    )
    tanggal_asesmen = fields.Date("Assessed On", required=True)
    metode = fields.Selection(
        [
            ("assessment_center", "Assessment centre"),
            ("uji_kompetensi", "Competence test (uji kompetensi)"),
            ("wawancara", "Interview (wawancara)"),
            ("penilaian_atasan", "By the superior (penilaian atasan)"),
            ("mandiri", "Self-assessment (penilaian mandiri)"),
        ],
        "Method",
    )
    asesor = fields.Char("Assessor (Asesor)")
    nomor_sk = fields.Char("Report No. (Laporan Asesmen)")
    tanggal_sk = fields.Date("Report Date")
    koreksi_dari_id = fields.Many2one("asn.riwayat.kompetensi")

    _level_range = models.Constraint(
        "CHECK (level BETWEEN 1 AND 5)",
        "The level of a competence lies between 1 and 5.",
    )
    _level_wajib_range = models.Constraint(
        "CHECK (level_wajib IS NULL OR level_wajib BETWEEN 0 AND 5)",
        "The required level lies between 1 and 5; 0 means that none is set.",
    )

    @api.depends("level", "level_wajib")
    def _compute_hasil(self):
        for baris in self:
            if not baris.level or not baris.level_wajib:
                baris.hasil = False
            elif baris.level == baris.level_wajib:
                baris.hasil = "memenuhi"
            else:
                lebih = baris.level > baris.level_wajib
                baris.hasil = "di_atas" if lebih else "di_bawah"

    @api.model
    def _lengkapi(self, vals):
        vals["tmt"] = vals.get("tmt") or vals.get("tanggal_asesmen")
        return super()._lengkapi(vals)

    def _periksa_sah(self):  # pylint: disable=missing-return
        """A competence is measured once on a day."""
        super()._periksa_sah()
        self._periksa_kembar(["kompetensi_id", "tanggal_asesmen:day"])

    @api.depends("kompetensi_id", "level")
    def _compute_display_name(self):
        for baris in self:
            nama = baris.kompetensi_id.name
            baris.display_name = f"{nama} · {baris.level}" if nama else ""

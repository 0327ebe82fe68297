from odoo import api, fields, models
from odoo.addons.asn_pegawai.models.kelas_data import RAHASIA

from ..domain import pangkat

#: What a request for a promotion decides; worked out and never typed.
KOLOM_KP = frozenset(
    {
        "kp_golongan_lama_id",
        "kp_golongan_id",
        "kp_mkg_lama",
        "kp_mkg_tahun",
        "kp_mkg_bulan",
        "kp_bulan_pangkat",
        "kp_gaji_lama",
        "kp_gaji_baru",
        "kp_kredit",
        "kp_kredit_perlu",
        "kp_ujian",
        "is_kp_pertama",
        "is_kp_jf",
        "is_kp_jf_pertama",
        "is_kp_pmk",
        "is_kp_pindah",
        "is_kp_bebas_ukppi",
    }
)
#: What the applicant chooses; part of the decision once it was submitted.
ISIAN_KP = frozenset({"kp_jenis", "kp_tmt", "kp_tanggal_peristiwa"})
JENIS_KP = [
    ("reguler", "Regular (reguler)"),
    ("struktural", "By managerial post (pilihan, struktural)"),
    ("fungsional", "By functional post (pilihan, angka kredit)"),
    ("penyesuaian_ijazah", "Education adjustment (penyesuaian ijazah)"),
    ("anumerta", "Posthumous, killed on duty (anumerta)"),
    ("pengabdian", "Devotion: retirement age or death (pengabdian)"),
    ("pengabdian_cacat", "Devotion: disabled on duty"),
]
#: Kinds whose TMT is the day on which something happened.
BERPERISTIWA = ("anumerta", "pengabdian", "pengabdian_cacat")


class AsnPermohonan(models.Model):
    """What a request for a promotion in rank (kenaikan pangkat) adds to the request.

    Kind and TMT are proposed by the post and the open period; the rest follows from
    the histories, as they were on the day of submission.
    """

    _inherit = "asn.permohonan"

    kp_jenis = fields.Selection(
        JENIS_KP,
        "Kind of Promotion",
        compute="_compute_kp_jenis",
        store=True,
        readonly=False,
        precompute=True,
    )
    kp_tanggal_peristiwa = fields.Date(
        "Day of the Event (Tanggal Peristiwa)",
        help="Day of death, or on which the health team found the disability; empty for"
        " devotion at the retirement age.",
    )
    kp_tmt = fields.Date(
        "TMT of the Promotion",
        compute="_compute_kp_tmt",
        store=True,
        readonly=False,
        precompute=True,
        help="First of a month; proposed is the period that is open today.",
    )
    kp_golongan_lama_id = fields.Many2one(
        "asn.golongan", "Present Grade", compute="_compute_kp", store=True
    )
    kp_golongan_id = fields.Many2one(
        "asn.golongan", "New Grade", compute="_compute_kp", store=True, index=True
    )
    kp_mkg_lama = fields.Integer(
        "MKG Before (months)", compute="_compute_kp", store=True, aggregator=None
    )
    kp_mkg_tahun = fields.Integer(
        "New MKG (years)", compute="_compute_kp", store=True, aggregator=None
    )
    kp_mkg_bulan = fields.Integer(
        "New MKG (months)", compute="_compute_kp", store=True, aggregator=None
    )
    kp_bulan_pangkat = fields.Integer(
        "Months in Rank", compute="_compute_kp", store=True, aggregator=None
    )
    kp_gaji_lama = fields.Integer(
        "Basic Pay Before (Rp)",
        compute="_compute_kp",
        store=True,
        aggregator=None,
        groups=RAHASIA,
    )
    kp_gaji_baru = fields.Integer(
        "New Basic Pay (Rp)",
        compute="_compute_kp",
        store=True,
        aggregator=None,
        groups=RAHASIA,
    )
    kp_kredit = fields.Float(
        "Credit Points (Angka Kredit)",
        digits=(10, 3),
        compute="_compute_kp",
        store=True,
        aggregator=None,
    )
    kp_kredit_perlu = fields.Float(
        "Credit Points Needed",
        digits=(10, 3),
        compute="_compute_kp",
        store=True,
        aggregator=None,
    )
    kp_ujian = fields.Integer(
        "Service Exam (Ujian Dinas)", compute="_compute_kp", store=True, aggregator=None
    )
    is_kp_pertama = fields.Boolean("First Promotion", compute="_compute_kp", store=True)
    is_kp_jf = fields.Boolean("Functional Post", compute="_compute_kp", store=True)
    is_kp_jf_pertama = fields.Boolean(
        "First by Credit Points", compute="_compute_kp", store=True
    )
    is_kp_pmk = fields.Boolean(
        "Earlier Service Counted", compute="_compute_kp", store=True
    )
    is_kp_pindah = fields.Boolean(
        "Came from Another Agency", compute="_compute_kp", store=True
    )
    is_kp_bebas_ukppi = fields.Boolean(
        "Free of the Exam (UKPPI)", compute="_compute_kp", store=True
    )
    kp_pertek_nomor = fields.Char(
        "BKN Consideration No. (Pertek)", compute="_compute_kp_pertek"
    )
    kp_pertek_tanggal = fields.Date(
        "BKN Consideration Date", compute="_compute_kp_pertek"
    )

    kp_keppres_nomor = fields.Char(
        "No. of the President's Decree", compute="_compute_kp_pertek"
    )
    kp_keppres_tanggal = fields.Date(
        "Date of the President's Decree", compute="_compute_kp_pertek"
    )

    _kp_tmt_idx = models.Index("(kp_tmt, kp_jenis) WHERE kp_jenis IS NOT NULL")

    # ---- what the applicant chooses ----------------------------------------

    def _is_kp(self):
        """Tell whether this asks for a promotion, and does not take one back."""
        # sudo: the code of a service is no secret
        layanan = self.layanan_id.sudo()
        return layanan.code == "kenaikan_pangkat" and self.jenis_tindak != "pencabutan"

    @api.depends("layanan_id", "employee_id")
    def _compute_kp_jenis(self):
        """Propose the kind that goes with the post."""
        Kp = self.env["asn.kp"]
        for permohonan in self:
            if not permohonan._is_kp():
                permohonan.kp_jenis = False
            elif not permohonan.kp_jenis:
                # sudo: the post of whom the request is for
                pegawai = permohonan.employee_id._origin.sudo()
                permohonan.kp_jenis = Kp._jenis_bawaan(pegawai)

    @api.depends("layanan_id", "employee_id", "kp_jenis", "kp_tanggal_peristiwa")
    def _compute_kp_tmt(self):
        """Propose the TMT: the event, or the next period that is open and reached."""
        for permohonan in self:
            peristiwa = permohonan.kp_tanggal_peristiwa
            if not permohonan._is_kp():
                permohonan.kp_tmt = False
            elif permohonan.kp_jenis in BERPERISTIWA and peristiwa:
                permohonan.kp_tmt = peristiwa
            else:
                hasil = permohonan._hitung_kp(tmt=None)
                permohonan.kp_tmt = hasil and hasil.tmt

    # ---- what follows --------------------------------------------------------

    def _hitung_kp(self, tmt):
        """Return the promotion as the histories have it now; None without a grade."""
        self.ensure_one()
        pegawai = self.employee_id._origin
        hasil = self.env["asn.kp"]._hitung(
            pegawai,
            {pegawai.id: (self.kp_jenis, tmt)},
            self.asal_id.dokumen_produk_id | self.dokumen_produk_id,
        )
        return hasil.get(pegawai.id)

    @api.depends("layanan_id", "employee_id", "kp_jenis", "kp_tmt")
    def _compute_kp(self):
        """Work out the promotion of whom it is for (KP-01 to KP-07)."""
        for permohonan in self:
            hasil = None
            if permohonan._is_kp() and permohonan.kp_tmt:
                hasil = permohonan._hitung_kp(permohonan.kp_tmt)
            permohonan.update(permohonan._nilai_kp(hasil))

    @api.model
    def _nilai_kp(self, hasil):
        """Return the columns of a promotion; empty when there is none."""
        if not hasil:
            return dict.fromkeys(KOLOM_KP, False)
        tahun, bulan = hasil.mkg_lama
        return {
            "kp_golongan_lama_id": hasil.lama.id,
            "kp_golongan_id": hasil.baru.id,
            "kp_mkg_lama": tahun * 12 + bulan,
            "kp_mkg_tahun": hasil.mkg_baru[0],
            "kp_mkg_bulan": hasil.mkg_baru[1],
            "kp_bulan_pangkat": hasil.bulan_pangkat,
            "kp_gaji_lama": hasil.gaji_lama,
            "kp_gaji_baru": hasil.gaji_baru,
            "kp_kredit": hasil.kredit,
            "kp_kredit_perlu": hasil.perlu,
            "kp_ujian": hasil.ujian,
            "is_kp_pertama": hasil.pertama,
            "is_kp_jf": hasil.jf,
            "is_kp_jf_pertama": hasil.jf_pertama,
            "is_kp_pmk": hasil.pmk,
            "is_kp_pindah": hasil.pindah,
            "is_kp_bebas_ukppi": bool(hasil.studi and hasil.studi[3]),
        }

    @api.depends("eksternal_ids.hasil", "asal_id")
    def _compute_kp_pertek(self):
        """Number and date of BKN's answer, and of the decree of the President."""
        for permohonan in self:
            bkn = permohonan._jawaban_kp("pertimbangan_bkn")
            permohonan.kp_pertek_nomor = bkn.nomor_jawaban
            permohonan.kp_pertek_tanggal = bkn.tanggal_jawaban
            presiden = permohonan._jawaban_kp("keputusan_presiden")
            permohonan.kp_keppres_nomor = presiden.nomor_jawaban
            permohonan.kp_keppres_tanggal = presiden.tanggal_jawaban

    def _jawaban_kp(self, kode):
        """Return the answer to a step; a correction keeps that of the first."""
        # sudo: the answer is printed in the decree
        sudo = self.sudo()
        return (sudo.eksternal_ids or sudo.asal_id.eksternal_ids).filtered(
            lambda s: s.hasil == "setuju" and s.tugas_id.tahap_id.kode == kode
        )[-1:]

    def _jenis_surat(self):
        """A decree of the President is handed on by a letter (KP-09)."""
        jenis = super()._jenis_surat()
        if self.kp_golongan_id.urutan < pangkat.KEPPRES:
            return jenis
        if jenis == self.env.ref("asn_layanan_standar.jenis_surat_kp"):
            return self.env.ref("asn_layanan_standar.jenis_surat_kp_presiden")
        return jenis

from odoo import fields, models
from odoo.exceptions import ValidationError

#: Codes of the dossier's jenis_kenaikan_pangkat, plus the ones that are none.
JENIS_KP = [
    ("cpns", "First grade (pengadaan CPNS/PPPK)"),
    ("reguler", "Regular (reguler)"),
    ("struktural", "By managerial post (struktural)"),
    ("fungsional", "By functional post (angka kredit)"),
    ("penyesuaian_ijazah", "Education adjustment (penyesuaian ijazah)"),
    ("tugas_belajar", "During study assignment (tugas belajar)"),
    ("selesai_tugas_belajar", "After study assignment"),
    ("dpk_dpb", "Seconded (DPK/DPB)"),
    ("dpk_dpb_selama", "While seconded (DPK/DPB)"),
    ("penemuan_baru", "New discovery (penemuan baru)"),
    ("prestasi_luar_biasa", "Outstanding work (prestasi luar biasa)"),
    ("pejabat_negara", "State official (pejabat negara)"),
    ("anumerta", "Posthumous (anumerta)"),
    ("pengabdian", "Devotion (pengabdian)"),
    ("pengabdian_cacat", "Devotion, disabled on duty"),
    ("pmk", "Review of service (peninjauan masa kerja)"),
    ("hukuman", "Demotion (hukuman disiplin)"),
]
#: Kinds after which the grade may be the same or lower.
_BOLEH_TURUN = {"pmk", "hukuman"}


class AsnRiwayatGolongan(models.Model):
    """Grades (golongan ruang) held, each by its decree."""

    _name = "asn.riwayat.golongan"
    _inherit = "asn.riwayat.mixin"
    _description = "Grade History (Riwayat Golongan)"
    _bagian = "pendukung"
    _urutan = 10
    _jenis_dokumen = ("SK_PANGKAT", "SK_CPNS", "SK_PNS")
    _usulan = "bkpsdm"
    _kolom_utama = ("golongan_id", "tmt", "jenis_kp")
    _jenis_proyeksi = "golongan"

    tmt = fields.Date(required=True)
    golongan_id = fields.Many2one(
        "asn.golongan", "Grade (Golongan)", required=True, ondelete="restrict"
    )
    mkg_tahun = fields.Integer("MKG (years)", aggregator=None)
    mkg_bulan = fields.Integer("MKG (months)", aggregator=None)
    jenis_kp = fields.Selection(JENIS_KP, "Kind of Promotion")
    nomor_pertek = fields.Char("BKN Consideration No. (Pertek)")
    tanggal_pertek = fields.Date("BKN Consideration Date")
    koreksi_dari_id = fields.Many2one("asn.riwayat.golongan")

    _terbaru_idx = models.Index("(employee_id, tmt DESC) WHERE status = 'sah'")
    _mkg_range = models.Constraint(
        "CHECK (mkg_tahun BETWEEN 0 AND 60 AND mkg_bulan BETWEEN 0 AND 11)",
        "MKG lies between 0 and 60 years and 0 and 11 months.",
    )

    def _periksa_sah(self):  # pylint: disable=missing-return
        """Valid rows rise strictly in TMT and never fall in grade (PRF-K-02)."""
        super()._periksa_sah()
        semua = self.search(
            [("employee_id", "in", self.employee_id.ids), ("status", "=", "sah")],
            order="employee_id, tmt, id",
        )
        # One read for all rows; the loop below touches no database.
        semua.golongan_id.fetch(["urutan", "jenis"])
        lama = self.browse()
        for baris in semua:
            if lama and lama.employee_id == baris.employee_id:
                self._periksa_pasangan(lama, baris)
            lama = baris

    def _periksa_pasangan(self, lama, baris):
        if lama.tmt == baris.tmt:
            raise ValidationError(
                self.env._(
                    "%(employee)s has two valid grades (golongan) with TMT %(tmt)s;"
                    " record the second as a correction of the first (PRF-K-02).",
                    employee=baris.employee_id.name,
                    tmt=baris.tmt.strftime("%d-%m-%Y"),
                )
            )
        sejenis = lama.golongan_id.jenis == baris.golongan_id.jenis
        if not sejenis or baris.jenis_kp in _BOLEH_TURUN:
            return
        if baris.golongan_id.urutan < lama.golongan_id.urutan:
            raise ValidationError(
                self.env._(
                    "%(employee)s: grade %(new)s with TMT %(tmt)s is lower than the"
                    " grade before it, %(old)s (PRF-K-02).",
                    employee=baris.employee_id.name,
                    new=baris.golongan_id.kode,
                    tmt=baris.tmt.strftime("%d-%m-%Y"),
                    old=lama.golongan_id.kode,
                )
            )

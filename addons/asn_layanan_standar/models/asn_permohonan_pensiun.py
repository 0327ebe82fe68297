from odoo import api, fields, models
from odoo.addons.asn_pegawai.models.kelas_data import RAHASIA
from odoo.exceptions import ValidationError

from ..domain import pensiun

JENIS_PENSIUN = [
    ("bup", "Retirement age (batas usia pensiun)"),
    ("aps", "Own request with pension (APS)"),
    ("aps_tanpa_hak", "Own request without pension"),
    ("janda_duda", "Pension of widow, widower or children (janda/duda)"),
    ("anumerta", "Died on duty (tewas)"),
    ("uzur", "Unfit for any post (uzur)"),
    ("perampingan", "Reduction of the organisation (perampingan)"),
    ("hilang", "Missing, taken as dead (hilang)"),
    ("mpp", "Preparation for the pension (MPP)"),
    ("phk_pppk", "End of contract of a PPPK (pemutusan hubungan perjanjian kerja)"),
]
#: Why the contract of a PPPK ends (services 6.2).
SEBAB_PHK = [
    ("kontrak", "The contract runs out (jangka waktu berakhir)"),
    ("permintaan", "Own request (atas permintaan sendiri)"),
    ("bup", "Retirement age (batas usia)"),
    ("meninggal", "Death (meninggal dunia)"),
    ("disiplin", "Discipline (pelanggaran disiplin)"),
]
#: What the request decides; worked out and never typed.
KOLOM_PENSIUN = frozenset(
    {
        "pensiun_tmt",
        "pensiun_bup",
        "pensiun_masa_kerja",
        "pensiun_gaji",
        "pensiun_golongan_id",
        "pensiun_taksiran",
        "pensiun_ada_anak",
        "pensiun_ada_sekolah",
        "pensiun_ada_pasangan_meninggal",
        "pensiun_ada_pmk",
        "pensiun_ada_cltn",
    }
)
#: What the applicant fills in, part of the decision once it was submitted.
ISIAN_PENSIUN = (
    "pensiun_jenis",
    "pensiun_sebab_phk",
    "pensiun_tmt_usul",
    "pensiun_hilang_sejak",
    "pensiun_sebab_dinas",
)


class AsnPermohonan(models.Model):
    """What a request for a pension (pensiun) adds to the request.

    Day, service and pay follow from the profile and its histories. The applicant
    chooses the kind and, where the law leaves it open, from when.
    """

    _inherit = "asn.permohonan"

    pensiun_jenis = fields.Selection(
        JENIS_PENSIUN,
        "Kind of Pension (Jenis Pensiun)",
        compute="_compute_pensiun_jenis",
        store=True,
        readonly=False,
        precompute=True,
    )
    pensiun_tmt_usul = fields.Date(
        "Asked From",
        help="Own request, unfitness and reduction: the first of a month. MPP: the"
        " first day of the preparation. PPPK: the first day without contract.",
    )
    pensiun_sebab_phk = fields.Selection(SEBAB_PHK, "Why the Contract Ends")
    pensiun_hilang_sejak = fields.Date(
        "Missing Since (Hilang Sejak)",
        help="Day on which the person was declared missing, as the police wrote it.",
    )
    pensiun_sebab_dinas = fields.Boolean(
        "Caused by Duty", help="Unfit because of the duty: any length of service."
    )
    pensiun_tmt = fields.Date(
        "TMT of the Pension", compute="_compute_pensiun", store=True
    )
    pensiun_tmt_akhir = fields.Date(
        "TMT of the Pension (TMT Pensiun)",
        compute="_compute_pensiun_tmt_akhir",
        compute_sudo=True,
        help="When the service ends; a preparation (MPP) runs up to this day.",
    )
    pensiun_bup = fields.Integer(
        "Retirement Age (BUP)", compute="_compute_pensiun", store=True, aggregator=None
    )
    pensiun_masa_kerja = fields.Integer(
        "Service in Months", compute="_compute_pensiun", store=True, aggregator=None
    )
    pensiun_masa_kerja_teks = fields.Char(
        "Service for the Pension", compute="_compute_pensiun_masa_kerja_teks"
    )
    pensiun_gaji = fields.Integer(
        "Last Basic Pay (Rp)",
        compute="_compute_pensiun",
        store=True,
        aggregator=None,
        groups=RAHASIA,
    )
    pensiun_golongan_id = fields.Many2one(
        "asn.golongan", "Last Grade", compute="_compute_pensiun", store=True
    )
    pensiun_taksiran = fields.Integer(
        "Estimated Pension (Rp)",
        compute="_compute_pensiun",
        store=True,
        aggregator=None,
        groups=RAHASIA,
        help="For information: BKN settles the amount (PEN-08).",
    )
    pensiun_ada_anak = fields.Boolean(
        "Children That Count", compute="_compute_pensiun", store=True
    )
    pensiun_ada_sekolah = fields.Boolean(
        "Children at School", compute="_compute_pensiun", store=True
    )
    pensiun_ada_pasangan_meninggal = fields.Boolean(
        "A Spouse Died", compute="_compute_pensiun", store=True
    )
    pensiun_ada_pmk = fields.Boolean(
        "Earlier Service (PMK)", compute="_compute_pensiun", store=True
    )
    pensiun_ada_cltn = fields.Boolean(
        "Took CLTN", compute="_compute_pensiun", store=True
    )

    _pensiun_tmt_idx = models.Index(
        "(employee_id, pensiun_tmt) WHERE pensiun_jenis IS NOT NULL"
    )

    @api.depends("layanan_id", "employee_id")
    def _compute_pensiun_jenis(self):
        """Begin with the retirement age, for a PPPK with the end of the contract."""
        for permohonan in self:
            # sudo: the code of a service is no secret
            bukan = permohonan.layanan_id.sudo().code != "pensiun"
            if bukan or permohonan.jenis_tindak == "pencabutan":
                permohonan.pensiun_jenis = False
                continue
            is_phk = permohonan.pensiun_jenis == "phk_pppk"
            if not permohonan.pensiun_jenis or is_phk != permohonan._is_pppk():
                permohonan.pensiun_jenis = (
                    "phk_pppk" if permohonan._is_pppk() else "bup"
                )

    def _is_pppk(self):
        """Tell whether the employee works under a contract."""
        return (self.employee_id.status_pegawai or "").startswith("pppk")

    @api.depends(
        "layanan_id",
        "employee_id",
        "pensiun_jenis",
        "pensiun_tmt_usul",
        "pensiun_sebab_phk",
        "pensiun_hilang_sejak",
        "pensiun_sebab_dinas",
    )
    def _compute_pensiun(self):
        """Work out day, service, pay and what the family needs to prove."""
        jalan = self.filtered(lambda p: p.pensiun_jenis and p.employee_id)
        for permohonan in self - jalan:
            permohonan.update(dict.fromkeys(KOLOM_PENSIUN, False))
        for permohonan in jalan:
            permohonan.update(permohonan._nilai_pensiun())

    def _nilai_pensiun(self):
        """Return the columns of a pension as they are today."""
        self.ensure_one()
        Pensiun = self.env["asn.pensiun"]
        # sudo: what the pension rests on, whoever files it for the person
        pegawai = self.sudo().employee_id._origin
        tmt = self._tmt_pensiun(pegawai)
        # An MPP ends no service: it counts up to the pension that follows.
        sampai = pegawai.tmt_pensiun if self.pensiun_jenis == "mpp" else tmt
        fakta = Pensiun._hitung(pegawai, {pegawai.id: sampai})[pegawai.id]
        keluarga = Pensiun._keluarga(pegawai)[pegawai.id]
        pada = tmt or self.env["hr.employee"]._asn_hari_ini()
        anak = pensiun.keluarga_berhak(keluarga, pada)[1]
        potongan, tambahan = pegawai._asn_potongan_masa_kerja(pada)
        return {
            "pensiun_tmt": tmt,
            "pensiun_bup": fakta.bup,
            "pensiun_masa_kerja": fakta.masa_bulan,
            "pensiun_gaji": fakta.gaji,
            "pensiun_golongan_id": fakta.golongan.id,
            "pensiun_taksiran": pensiun.taksiran(
                self.pensiun_jenis, fakta.gaji, fakta.masa_bulan
            ),
            "pensiun_ada_anak": bool(anak),
            "pensiun_ada_sekolah": any(
                pensiun.perlu_surat_sekolah(satu, pada) for satu in anak
            ),
            "pensiun_ada_pasangan_meninggal": any(
                a.hubungan == "pasangan" and not a.is_hidup for a in keluarga
            ),
            "pensiun_ada_pmk": bool(tambahan.get(pegawai.id)),
            "pensiun_ada_cltn": bool(potongan.get(pegawai.id)),
        }

    def _tmt_pensiun(self, pegawai):
        """Return from when the pension (or the MPP) runs; False if not known yet."""
        jenis = self.pensiun_jenis
        if jenis == "bup":
            return pegawai.tmt_pensiun
        if jenis == "phk_pppk":
            return pensiun.tmt_pemutusan(
                self.pensiun_sebab_phk,
                pegawai.tmt_kontrak_selesai,
                pegawai.tmt_pensiun,
                pegawai.tgl_meninggal,
                self.pensiun_tmt_usul,
            )
        if jenis == "hilang":
            sejak = self.pensiun_hilang_sejak
            return sejak and pensiun.tmt_hilang(sejak, self._bulan_hilang())
        if jenis in pensiun.AHLI_WARIS:
            meninggal = pegawai.tgl_meninggal
            return meninggal and pensiun.tmt_ahli_waris(meninggal)
        return self.pensiun_tmt_usul

    def _bulan_hilang(self):
        """Return after how many months a missing person is taken as dead."""
        aturan = self.versi_id.aturan_ids.filtered(lambda a: a.kode == "PEN-03")
        return aturan._parameter().get("hilang_bulan", pensiun.BULAN_HILANG)

    @api.depends("pensiun_jenis", "pensiun_tmt", "employee_id")
    def _compute_pensiun_tmt_akhir(self):
        for permohonan in self:
            permohonan.pensiun_tmt_akhir = (
                permohonan.employee_id.tmt_pensiun
                if permohonan.pensiun_jenis == "mpp"
                else permohonan.pensiun_tmt
            )

    def _mkg_pensiun(self):
        """Return the (years, months) in the grade on the day the pension begins."""
        pegawai = self.employee_id
        hitung = self.env["asn.pensiun"]._hitung(
            pegawai, {pegawai.id: self.pensiun_tmt}
        )
        return hitung[pegawai.id].mkg

    @api.depends("pensiun_masa_kerja")
    def _compute_pensiun_masa_kerja_teks(self):
        for permohonan in self:
            tahun, bulan = divmod(permohonan.pensiun_masa_kerja, 12)
            permohonan.pensiun_masa_kerja_teks = permohonan.pensiun_jenis and (
                self.env._(
                    "%(years)s years %(months)s months", years=tahun, months=bulan
                )
            )

    @api.constrains("pensiun_tmt_usul", "pensiun_jenis")
    def _check_pensiun_tmt_usul(self):
        """A pension begins on the first of a month (2.5); the others on any day."""
        for permohonan in self.filtered("pensiun_tmt_usul"):
            if (
                permohonan.pensiun_jenis not in ("mpp", "phk_pppk")
                and permohonan.pensiun_tmt_usul.day > 1
            ):
                raise ValidationError(
                    self.env._(
                        "A pension begins on the first day of a month. Choose the"
                        " first of the month from which it is asked."
                    )
                )

    def write(self, vals):
        """The kinds of pension ask different documents."""
        res = super().write(vals)
        if set(ISIAN_PENSIUN) & vals.keys() and not self._is_mesin():
            self._susun_berkas()
        return res

    @api.depends("layanan_id", "properti", "pensiun_jenis", "pensiun_tmt")
    def _compute_ringkasan(self):
        return super()._compute_ringkasan()

    def _jenis_surat(self):
        """Return the decree of the kind of pension."""
        surat = {
            "janda_duda": "jenis_surat_pensiun_janda_duda",
            "anumerta": "jenis_surat_pensiun_janda_duda",
            "hilang": "jenis_surat_pensiun_janda_duda",
            "phk_pppk": "jenis_surat_phk",
            "mpp": "jenis_surat_mpp",
        }.get(self.pensiun_jenis)
        if surat and self.jenis_tindak != "pencabutan":
            return self.env.ref(f"asn_layanan_standar.{surat}")
        return super()._jenis_surat()

    def _jenis_arsip(self):
        """File what is no decree of a pension under its own kind."""
        jenis = {
            "mpp": "asn_layanan_standar.jenis_dokumen_sk_mpp",
            "phk_pppk": "asn_arsip.jenis_dokumen_sk_pemberhentian",
        }.get(self.pensiun_jenis)
        if jenis and self.jenis_tindak != "pencabutan":
            return self.env.ref(jenis)
        return super()._jenis_arsip()

    def _akhiri_karena_berhenti(self):
        """Withdraw an open request of somebody who left the service (section 13)."""
        self._kunci()
        self._tutup_tugas(self._tugas_terbuka(), "skipped")
        self._decide(
            "cancel",
            "cancelled",
            catatan=self.env._("Closed: the employee has left the service."),
            **self._lanjut_jam(),
        )
        self._handler()._on_cancelled(self)

    def action_dpcp(self):
        """Print the data of the candidate for a pension (DPCP), to be signed."""
        self.ensure_one()
        self.check_access("read")
        return self.env.ref("asn_layanan_standar.dpcp_report").report_action(self)

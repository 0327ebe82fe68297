from datetime import timedelta

from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_rentang
from odoo.exceptions import ValidationError

from ..domain import cuti

#: States in which leave of the same employee keeps its days (CUTI-03).
STATE_MENEMPATI = ("in_review", "returned", "approved", "issued", "done")
#: What the applicant fills in, part of the decision once it was submitted.
ISIAN_CUTI = frozenset(
    {
        "jenis_cuti",
        "tanggal_mulai",
        "tanggal_selesai",
        "alasan",
        "alamat_cuti",
        "telepon_cuti",
        "di_luar_negeri",
        "negara_tujuan_id",
        "alasan_khusus",
        "hari_perjalanan",
        "sebab_cuti_id",
        "pengganti_id",
    }
)
#: Worked out from dates and history and never typed.
KOLOM_CUTI = frozenset(
    {"lama", "satuan_lama", "hari_sakit", "awal_sakit", "is_perpanjangan_sakit"}
)


class AsnPermohonan(models.Model):
    """What a leave request (cuti) adds to the request of the engine.

    Days are always counted from the dates: ``lama`` cannot be typed, and once
    submitted the leave fields belong to the decision.
    """

    _inherit = "asn.permohonan"

    jenis_cuti = fields.Selection(
        selection="_selection_jenis_cuti",
        string="Kind of Leave (Jenis Cuti)",
        compute="_compute_jenis_cuti",
        store=True,
        readonly=False,
        precompute=True,
    )
    tanggal_mulai = fields.Date("First Day (Tanggal Mulai)")
    tanggal_selesai = fields.Date("Last Day (Tanggal Selesai)")
    lama = fields.Integer(
        "Length (Lama Cuti)",
        compute="_compute_lama",
        store=True,
        compute_sudo=True,
        help="Annual leave: working days charged to the balance; weekends of the"
        " calendar, holidays and joint leave are free. Other leave: calendar time.",
    )
    rincian_lama = fields.Char(
        "How Long (Lama)", compute="_compute_rincian_lama", compute_sudo=True
    )
    alasan = fields.Text("Reason (Alasan Cuti)")
    alamat_cuti = fields.Text("Address during Leave (Alamat Selama Cuti)")
    telepon_cuti = fields.Char("Telephone during Leave")
    di_luar_negeri = fields.Boolean(
        "Abroad", help="Leave abroad is granted by the head of the region (CUTI-04)."
    )
    negara_tujuan_id = fields.Many2one("res.country", "Country (Negara Tujuan)")
    alasan_khusus = fields.Selection(
        [
            ("sakit_keras", "Close family gravely ill (keluarga inti sakit keras)"),
            ("meninggal", "Death in the close family (keluarga inti meninggal)"),
            ("perkawinan_pertama", "First marriage (perkawinan pertama)"),
        ],
        "Special Reason (PPPK)",
        help="PPPK who have not worked one year may take a few days only for one of"
        " these reasons (CUTI-K-05).",
    )
    hari_perjalanan = fields.Integer(
        "Travel Days (Hari Perjalanan)",
        help="Calendar days added for units that are hard to reach; not charged to the"
        " balance (CUTI-T-03, CUTI-K-04).",
    )
    akhir_cuti = fields.Date(
        "Away Until",
        compute="_compute_akhir_cuti",
        store=True,
        compute_sudo=True,
        help="Last day of leave and of the travel days.",
    )
    is_daerah_sulit = fields.Boolean(
        "Unit Hard to Reach", compute="_compute_panel_cuti", compute_sudo=True
    )
    has_kuota_khusus = fields.Boolean(
        "Special Days Possible", compute="_compute_panel_cuti", compute_sudo=True
    )
    riwayat_cuti_ids = fields.One2many(
        "asn.riwayat.cuti", "permohonan_id", "Leave Recorded", readonly=True
    )
    mutasi_cuti_ids = fields.One2many(
        "asn.saldo.cuti.mutasi", "permohonan_id", "Balance Bookings", readonly=True
    )

    cuti_tahun = fields.Integer(
        "Year of the Balance", compute="_compute_panel_cuti", compute_sudo=True
    )
    cuti_sisa_n2 = fields.Integer(
        "Left of Year N-2", compute="_compute_panel_cuti", compute_sudo=True
    )
    cuti_sisa_n1 = fields.Integer(
        "Left of Year N-1", compute="_compute_panel_cuti", compute_sudo=True
    )
    cuti_sisa_n = fields.Integer(
        "Left of Year N", compute="_compute_panel_cuti", compute_sudo=True
    )
    cuti_dipesan = fields.Integer(
        "Other Requests Pending", compute="_compute_panel_cuti", compute_sudo=True
    )
    cuti_tersedia = fields.Integer(
        "Available", compute="_compute_panel_cuti", compute_sudo=True
    )
    cuti_setelah = fields.Integer(
        "After This Request", compute="_compute_panel_cuti", compute_sudo=True
    )
    peringatan_cuti = fields.Text(
        "To Put Right First", compute="_compute_peringatan_cuti", compute_sudo=True
    )
    peringatan_unit = fields.Char(
        "Colleagues Away", compute="_compute_peringatan_unit", compute_sudo=True
    )

    _cuti_orang_idx = models.Index(
        "(employee_id, tanggal_mulai) WHERE tanggal_mulai IS NOT NULL"
    )
    # By the last day: who is away soon is asked, and the past is never.
    _cuti_unit_idx = models.Index("(unit_id, akhir_cuti) WHERE jenis_cuti IS NOT NULL")

    # ---- input ---------------------------------------------------------

    @api.model
    def _selection_jenis_cuti(self):
        terbuka = self.env["asn.jenis.cuti"]._jenis_terbuka()
        jenis = self.env["asn.jenis.cuti"]._fields["jenis"]
        return [
            (kode, label)
            for kode, label in jenis._description_selection(self.env)
            if kode in terbuka
        ]

    @api.depends("layanan_id")
    def _compute_jenis_cuti(self):
        for permohonan in self:
            # sudo: the code of a service is no secret
            bukan = permohonan.layanan_id.sudo().code != "cuti"
            if bukan or permohonan.jenis_tindak == "pencabutan":
                permohonan.jenis_cuti = False
            elif not permohonan.jenis_cuti:
                permohonan.jenis_cuti = "tahunan"

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._isi_kontak_cuti(vals)
        return super().create(vals_list)

    @api.model
    def _isi_kontak_cuti(self, vals):
        """Strip blanks, so that a reason of spaces counts as none."""
        for nama in ("alasan", "alamat_cuti", "telepon_cuti"):
            if isinstance(vals.get(nama), str):
                vals[nama] = vals[nama].strip()

    @api.onchange("tanggal_mulai")
    def _onchange_tanggal_mulai(self):
        if self.tanggal_mulai and (
            not self.tanggal_selesai or self.tanggal_selesai < self.tanggal_mulai
        ):
            self.tanggal_selesai = self.tanggal_mulai

    @api.onchange("di_luar_negeri")
    def _onchange_di_luar_negeri(self):
        if not self.di_luar_negeri:
            self.negara_tujuan_id = False

    @api.constrains("tanggal_mulai", "tanggal_selesai", "jenis_cuti")
    def _check_urutan_tanggal(self):
        for permohonan in self:
            mulai, selesai = permohonan.tanggal_mulai, permohonan.tanggal_selesai
            if mulai and selesai and selesai < mulai:
                raise ValidationError(
                    self.env._(
                        "The last day of leave (%(end)s) is before its first day"
                        " (%(start)s). Please correct the dates.",
                        end=format_rentang(selesai, selesai),
                        start=format_rentang(mulai, mulai),
                    )
                )
            maks = self._rentang_maks(permohonan.jenis_cuti)
            if mulai and selesai and selesai - mulai > timedelta(days=maks):
                raise ValidationError(
                    self.env._("One leave request covers at most one year.")
                    if maks <= 366
                    else self.env._("This leave covers at most three years.")
                )

    @api.model
    def _rentang_maks(self, jenis):
        """Return the days between first and last day that can be typed."""
        return 366

    # ---- counting ------------------------------------------------------

    def _kalender_cuti(self):
        """Return the calendar by which the applicant works (3.2)."""
        self.ensure_one()
        # sudo: the unit's calendar is needed to count, whoever asks
        unit = self.sudo().employee_id.unit_id
        return unit._kalender() if unit else self._kalender_kota()

    def _hari_kerja_cuti(self, mulai, selesai):
        """Return (weekdays of work, days off) by which the applicant works (3.2)."""
        # sudo: calendars and holidays are the same for everybody
        kalender = self._kalender_cuti().sudo()
        return kalender._asn_hari_kerja_mingguan(), kalender._asn_libur(mulai, selesai)

    def _hitungan_cuti(self, mulai=None, selesai=None):
        """Count the working days of this leave, or of a part of it.

        :return: `domain.cuti.Hitungan`
        """
        mulai, selesai = mulai or self.tanggal_mulai, selesai or self.tanggal_selesai
        # sudo: calendars and holidays are the same for everybody
        kalender = self._kalender_cuti().sudo()
        libur = dict.fromkeys(
            kalender._asn_libur(mulai, selesai), ("libur_nasional", "")
        )
        for hari in kalender.env["asn.hari.libur"].search(
            [("tanggal", ">=", mulai), ("tanggal", "<=", selesai)]
        ):
            libur[hari.tanggal] = (hari.jenis, hari.name)
        return cuti.hitung_hari(
            mulai, selesai, kalender._asn_hari_kerja_mingguan(), libur
        )

    def _per_tahun(self):
        """Return ``{year: working days}``: each part to its own year (CUTI-07).

        Empty for leave that is not charged to a balance.
        """
        self.ensure_one()
        if not self._tanggal_wajar() or not self.is_pakai_saldo:
            return {}
        per_tahun = {}
        for tahun, mulai, selesai in cuti.bagi_tahun(
            self.tanggal_mulai, self.tanggal_selesai
        ):
            if hari := self._hitungan_cuti(mulai, selesai).hari:
                per_tahun[tahun] = hari
        return per_tahun

    def _tanggal_wajar(self):
        mulai, selesai = self.tanggal_mulai, self.tanggal_selesai
        return bool(
            mulai
            and selesai
            and mulai <= selesai
            and selesai - mulai <= timedelta(days=self._rentang_maks(self.jenis_cuti))
        )

    @api.depends("tanggal_selesai", "hari_perjalanan")
    def _compute_akhir_cuti(self):
        for permohonan in self:
            selesai = permohonan.tanggal_selesai
            jalan = min(max(permohonan.hari_perjalanan, 0), 60)
            permohonan.akhir_cuti = selesai and selesai + timedelta(days=jalan)

    @api.depends("tanggal_mulai", "tanggal_selesai", "jenis_cuti", "employee_id")
    def _compute_rincian_lama(self):
        for permohonan in self:
            permohonan.rincian_lama = (
                permohonan._teks_rincian()
                if permohonan.jenis_cuti and permohonan._tanggal_wajar()
                else False
            )

    def _teks_rincian(self):
        """Return the explanation under the dates, ready to read."""
        if not self.is_pakai_saldo:
            return self._teks_rincian_kalender()
        hitungan = self._hitungan_cuti()
        bagian = [self.env._("%s working days", hitungan.hari)]
        if hitungan.libur:
            rentang = [
                format_rentang(a, b)
                for a, b in cuti.kelompok_tanggal(t for t, __, __ in hitungan.libur)
            ]
            bagian.append(
                self.env._(
                    "%(dates)s holiday or joint leave, not counted",
                    dates=", ".join(rentang),
                )
            )
        if hitungan.akhir_pekan:
            bagian.append(
                self.env._("%s days of weekend not counted", hitungan.akhir_pekan)
            )
        per_tahun = self._per_tahun()
        if len(per_tahun) > 1:
            bagian.append(
                self.env._(
                    "charged: %s",
                    ", ".join(
                        self.env._(
                            "%(days)s days to %(year)s", days=hari, year=str(tahun)
                        )
                        for tahun, hari in per_tahun.items()
                    ),
                )
            )
        if belum := self._teks_tanpa_libur():
            bagian.append(belum)
        return "; ".join(bagian)

    def _teks_tanpa_libur(self):
        """Name the years of this leave whose holidays nobody has recorded, if any."""
        Libur = self.env["asn.hari.libur"]
        belum = [
            str(tahun)
            for tahun in range(self.tanggal_mulai.year, self.tanggal_selesai.year + 1)
            if not Libur.search_count(
                [
                    ("tanggal", ">=", f"{tahun}-01-01"),
                    ("tanggal", "<=", f"{tahun}-12-31"),
                ],
                limit=1,
            )
        ]
        return belum and self.env._(
            "the holidays of %s are not recorded yet and were counted as working days",
            ", ".join(belum),
        )

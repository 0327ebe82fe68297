from odoo import api, fields, models
from odoo.fields import Domain

from ..domain import cuti, cuti_jenis
from .asn_permohonan import STATE_MENEMPATI


class AsnPermohonan(models.Model):
    """What the kinds of leave other than annual leave add to a request."""

    _inherit = "asn.permohonan"

    sebab_cuti_id = fields.Many2one(
        "asn.sebab.cuti",
        "What For (Sebab Cuti)",
        compute="_compute_sebab_cuti",
        store=True,
        readonly=False,
        ondelete="restrict",
        index="btree_not_null",
    )
    has_sebab_cuti = fields.Boolean(compute="_compute_has_sebab_cuti")
    jenis_cuti_pilihan = fields.Json(
        "Kinds Open to the Applicant", compute="_compute_pilihan", compute_sudo=True
    )
    is_pakai_saldo = fields.Boolean(
        "Charged to the Balance", compute="_compute_is_pakai_saldo", compute_sudo=True
    )
    satuan_lama = fields.Selection(
        [
            ("hari_kerja", "working days (hari kerja)"),
            ("hari", "days (hari)"),
            ("bulan", "months (bulan)"),
        ],
        "Counted In",
        compute="_compute_lama",
        store=True,
        compute_sudo=True,
    )
    hari_sakit = fields.Integer(
        "Days of the Spell (Rangkaian Sakit)",
        compute="_compute_sakit",
        store=True,
        compute_sudo=True,
        help="Calendar days of this sick leave with the one it continues: no working"
        " day lies between (CUTI-S-02).",
    )
    is_perpanjangan_sakit = fields.Boolean(
        "Beyond the Longest Sick Leave",
        compute="_compute_sakit",
        store=True,
        compute_sudo=True,
        help="Needs the letter of the health examining team (CUTI-S-03).",
    )
    awal_sakit = fields.Date(
        "Ill Since", compute="_compute_sakit", store=True, compute_sudo=True
    )
    keterangan_cuti = fields.Text(
        "About This Leave", compute="_compute_keterangan_cuti", compute_sudo=True
    )

    _sakit_idx = models.Index("(awal_sakit) WHERE awal_sakit IS NOT NULL")
    #: What the documents of a leave depend on.
    _PENENTU_BERKAS = frozenset(
        {"jenis_cuti", "sebab_cuti_id", "tanggal_mulai", "tanggal_selesai"}
    )

    # ---- input ---------------------------------------------------------

    @api.depends("jenis_cuti")
    def _compute_sebab_cuti(self):
        for permohonan in self:
            if permohonan.sebab_cuti_id.jenis != permohonan.jenis_cuti:
                permohonan.sebab_cuti_id = False

    @api.depends("jenis_cuti")
    def _compute_has_sebab_cuti(self):
        kelompok = self.env["asn.sebab.cuti"]._read_group(
            [("jenis", "in", self.mapped("jenis_cuti"))], ["jenis"]
        )
        ada = {jenis for (jenis,) in kelompok}
        for permohonan in self:
            permohonan.has_sebab_cuti = permohonan.jenis_cuti in ada

    @api.depends("employee_id")
    def _compute_pilihan(self):
        JenisCuti = self.env["asn.jenis.cuti"]
        for permohonan in self:
            kolom = JenisCuti._kolom_status(permohonan.employee_id.status_pegawai)
            permohonan.jenis_cuti_pilihan = list(
                JenisCuti._jenis_untuk_status(kolom) if kolom else ()
            )

    @api.depends("jenis_cuti", "employee_id")
    def _compute_is_pakai_saldo(self):
        for permohonan in self:
            permohonan.is_pakai_saldo = permohonan._jenis_cuti()._is_saldo()

    def _jenis_cuti(self):
        """Return the row of numbers for this request; empty for no leave."""
        self.ensure_one()
        JenisCuti = self.env["asn.jenis.cuti"]
        if not self.jenis_cuti:
            return JenisCuti
        # sudo: the kind of employment decides, whoever looks at the request
        pegawai = self.sudo().employee_id
        return JenisCuti._untuk(
            self.jenis_cuti,
            pegawai.status_pegawai,
            self.tanggal_mulai or pegawai._asn_hari_ini(),
            self.sebab_cuti_id._origin,
        )

    def write(self, vals):
        res = super().write(vals)
        if self._PENENTU_BERKAS & vals.keys() and not self._is_mesin():
            # Kind, reason and length decide which documents are asked.
            self.filtered(lambda p: p.state in ("draft", "returned"))._susun_berkas()
        return res

    def _susun_berkas(self):
        """Count the spell of illness again: documents depend on its length."""
        # sudo: the engine's own values, whoever fills the draft in
        sakit_sudo = self.sudo().filtered(
            lambda p: p.jenis_cuti == "sakit" and p.state in ("draft", "returned")
        )
        sakit_sudo._mesin()._compute_sakit()
        return super()._susun_berkas()

    # ---- counting ------------------------------------------------------

    @api.depends(
        "tanggal_mulai",
        "tanggal_selesai",
        "jenis_cuti",
        "employee_id",
        "sebab_cuti_id",
    )
    def _compute_lama(self):
        for permohonan in self:
            lama, satuan = 0, False
            if permohonan.jenis_cuti and permohonan._tanggal_wajar():
                if permohonan.is_pakai_saldo:
                    lama, satuan = permohonan._hitungan_cuti().hari, "hari_kerja"
                else:
                    lama, satuan = cuti_jenis.lama_kalender(
                        permohonan.tanggal_mulai, permohonan.tanggal_selesai
                    )
            permohonan.lama, permohonan.satuan_lama = lama, satuan

    @api.depends("tanggal_mulai", "tanggal_selesai", "jenis_cuti", "employee_id")
    def _compute_sakit(self):
        for permohonan in self:
            nilai = dict.fromkeys(("hari_sakit", "is_perpanjangan_sakit"), 0)
            nilai["awal_sakit"] = False
            if permohonan.jenis_cuti == "sakit" and permohonan._tanggal_wajar():
                awal = permohonan._awal_rangkaian_sakit()
                akhir = permohonan.tanggal_selesai
                batas = cuti_jenis.akhir_maks(
                    awal, permohonan._jenis_cuti().durasi_maks
                )
                nilai = {
                    "awal_sakit": awal,
                    "hari_sakit": (akhir - awal).days + 1,
                    "is_perpanjangan_sakit": bool(batas and akhir > batas),
                }
            permohonan.update(nilai)

    def _awal_rangkaian_sakit(self):
        """Return the first day of the spell that this sick leave continues."""
        pegawai = self.employee_id._origin or self.employee_id
        sendiri = (self._origin | self.asal_id).ids or [0]
        lain = Domain("employee_id", "=", pegawai.id) & Domain(
            "tanggal_mulai", "<", self.tanggal_mulai
        )
        terbuka = self.search(
            lain
            & Domain("jenis_cuti", "=", "sakit")
            & Domain("state", "in", STATE_MENEMPATI)
            & Domain("id", "not in", sendiri)
        )
        tercatat = self.env["asn.riwayat.cuti"].search(
            lain
            & Domain("jenis_cuti", "=", "sakit")
            & Domain("status", "=", "sah")
            & Domain("permohonan_id", "not in", sendiri)
        )
        rentang = {(r.tanggal_mulai, r.tanggal_selesai) for r in (*terbuka, *tercatat)}
        if not rentang:
            return self.tanggal_mulai
        return cuti_jenis.awal_rangkaian(
            self.tanggal_mulai,
            rentang,
            *self._hari_kerja_cuti(min(r[0] for r in rentang), self.tanggal_mulai),
        )

    def _anak_ke(self):
        """Return which child this leave is for, by the family history (CUTI-M-05)."""
        pegawai = self.employee_id._origin or self.employee_id
        # sudo: births count whoever looks; only their number is shown
        anak = (
            self.env["asn.riwayat.keluarga"]
            .sudo()
            .search(
                [
                    ("employee_id", "=", pegawai.id),
                    ("hubungan", "=", "anak"),
                    ("status_anak", "not in", ("tiri", "angkat")),
                    ("status", "=", "sah"),
                    ("tanggal_lahir", "!=", False),
                ]
            )
        )
        return cuti_jenis.anak_ke(
            anak.mapped("tanggal_lahir"),
            self.env["asn.saldo.cuti"]._tmt_kerja(pegawai),
            self.tanggal_mulai,
        )

    # ---- screen --------------------------------------------------------

    def _teks_lama(self):
        """Return the length with its unit, e.g. ``3 bulan``."""
        self.ensure_one()
        satuan = dict(self._fields["satuan_lama"]._description_selection(self.env))
        return f"{self.lama} {satuan.get(self.satuan_lama, '').split(' (')[0]}".strip()

    def _teks_rincian_kalender(self):
        """Say how leave in calendar time is counted."""
        hari = (self.tanggal_selesai - self.tanggal_mulai).days + 1
        if self.satuan_lama == "bulan":
            return self.env._(
                "%(length)s, %(days)s calendar days with weekends and holidays",
                length=self._teks_lama(),
                days=hari,
            )
        return self.env._("%s calendar days with weekends and holidays", hari)

    @api.depends(
        "tanggal_mulai",
        "tanggal_selesai",
        "jenis_cuti",
        "employee_id",
        "sebab_cuti_id",
    )
    def _compute_keterangan_cuti(self):
        for permohonan in self:
            teks = []
            bukan_tahunan = permohonan.jenis_cuti and not permohonan.is_pakai_saldo
            if bukan_tahunan and permohonan.tanggal_mulai and permohonan.employee_id:
                teks = permohonan._handler()._keterangan(permohonan)
            permohonan.keterangan_cuti = "\n".join(teks) or False

    def _compute_can(self):
        """Only kinds that the regulation lets be deferred show the button."""
        res = super()._compute_can()
        for permohonan in self:
            if permohonan.can_defer and permohonan.jenis_cuti:
                # sudo: only whether the button shows; the method decides
                permohonan.can_defer = permohonan.sudo()._dapat_ditangguhkan()
        return res

    def _dapat_ditangguhkan(self):
        """Tell whether this leave may be deferred (CUTI-B-04, CUTI-T-06)."""
        self.ensure_one()
        bulan = self._jenis_cuti().tangguh_maks_bulan
        return bool(bulan) and not self.sebab_cuti_id.is_tanpa_tangguh

    def _jenis_surat(self):
        """Return the letter of the kind of leave where it has its own."""
        umum = super()._jenis_surat()
        if self.jenis_tindak == "pencabutan" or not self.jenis_cuti:
            return umum
        # sudo: which letter a kind ends with is no secret
        return self._jenis_cuti().sudo().jenis_surat_id or umum

    def _bagian_cuti(self):
        """Return ``[(year, first, last, length)]`` as the history keeps it.

        Leave charged to a balance is split at New Year (CUTI-07).
        """
        self.ensure_one()
        mulai, selesai = self.tanggal_mulai, self.tanggal_selesai
        if not self.is_pakai_saldo:
            return [(mulai.year, mulai, selesai, self.lama)]
        per_tahun = self._per_tahun()
        return [
            (tahun, awal, akhir, per_tahun[tahun])
            for tahun, awal, akhir in cuti.bagi_tahun(mulai, selesai)
            if per_tahun.get(tahun)
        ]

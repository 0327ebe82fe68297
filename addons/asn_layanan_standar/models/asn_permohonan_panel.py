from odoo import api, models

from .asn_permohonan import STATE_MENEMPATI


class AsnPermohonan(models.Model):
    """What the leave form shows beside its fields: balance, warnings, colleagues."""

    _inherit = "asn.permohonan"

    # ---- panel ---------------------------------------------------------

    @api.depends(
        "tanggal_mulai", "tanggal_selesai", "jenis_cuti", "employee_id", "state"
    )
    def _compute_panel_cuti(self):
        nol = dict.fromkeys(self._KOLOM_PANEL, 0)
        for permohonan in self:
            nilai = dict(nol, has_kuota_khusus=False, is_daerah_sulit=False)
            if permohonan.jenis_cuti and permohonan.employee_id:
                nilai.update(permohonan._panel_cuti())
            permohonan.update(nilai)

    _KOLOM_PANEL = (
        "cuti_tahun",
        "cuti_sisa_n2",
        "cuti_sisa_n1",
        "cuti_sisa_n",
        "cuti_dipesan",
        "cuti_tersedia",
        "cuti_setelah",
    )

    def _panel_cuti(self):
        Saldo = self.env["asn.saldo.cuti"]
        pegawai = self.employee_id._origin or self.employee_id
        pada = self.tanggal_mulai or Saldo._hari_ini()
        is_terbuka = self.state in ("draft", "in_review", "returned", "approved")
        sendiri = self._hari_dipesan().get(pada.year, 0) if is_terbuka else 0
        diminta = sendiri
        if is_terbuka and not sendiri:
            diminta = self._per_tahun().get(pada.year, 0)
        # The parts are those before this request, so that they add up.
        rincian = Saldo._rincian(
            pegawai,
            pada.year,
            pada,
            khusus=bool(self.alasan_khusus),
            tanpa=sendiri,
        )[pegawai.id]
        return {
            "cuti_tahun": pada.year,
            "cuti_sisa_n2": rincian["n2"],
            "cuti_sisa_n1": rincian["n1"],
            "cuti_sisa_n": rincian["n"],
            "cuti_dipesan": rincian["pesan"],
            "cuti_tersedia": rincian["tersedia"],
            "cuti_setelah": rincian["tersedia"] - diminta,
            "has_kuota_khusus": rincian["is_khusus"],
            "is_daerah_sulit": self._is_daerah_sulit(),
        }

    def _is_daerah_sulit(self):
        """Tell whether the applicant's unit, or one above, is hard to reach."""
        # sudo: the unit of the applicant, whoever looks at the request
        unit = self.sudo().employee_id.unit_id
        return bool(unit) and any(u.is_daerah_sulit for u in unit._leluhur())

    def _hari_dipesan(self):
        """Return ``{year: days}`` that this request has reserved and not used."""
        return self._hari_buku("pesan", "lepas")

    def _hari_terpakai(self):
        """Return ``{year: days}`` that this request has used and not given back."""
        return self._hari_buku("pakai", "kembali")

    def _hari_buku(self, *jenis):
        """Return ``{year: days}`` that bookings of these kinds leave taken."""
        self.ensure_one()
        hari = {}
        # sudo: the ledger of the request, whoever looks at it
        for mutasi in self._origin.sudo().mutasi_cuti_ids:
            if mutasi.jenis in jenis:
                hari[mutasi.tahun] = hari.get(mutasi.tahun, 0) - mutasi.hari
        return {tahun: n for tahun, n in hari.items() if n}

    def _hari_diminta(self):
        """Return ``{year: days}`` to reserve.

        A correction or replacement reserves only what it needs beyond the leave
        it stands for; that one gives its days back when this is issued.
        """
        diminta = self._per_tahun()
        if not self.asal_id:
            return diminta
        punya = self.asal_id._hari_terpakai()
        lebih = {t: n - punya.get(t, 0) for t, n in diminta.items()}
        return {tahun: n for tahun, n in lebih.items() if n > 0}

    @api.depends(
        "tanggal_mulai",
        "tanggal_selesai",
        "jenis_cuti",
        "employee_id",
        "state",
        "alasan_khusus",
    )
    def _compute_peringatan_cuti(self):
        for permohonan in self:
            pesan = []
            if (
                permohonan.jenis_cuti
                and permohonan.state in ("draft", "returned")
                and permohonan._tanggal_wajar()
                and permohonan.employee_id
            ):
                pesan = permohonan._handler()._pesan_tanggal(permohonan)
            permohonan.peringatan_cuti = "\n".join(pesan) or False

    @api.depends("tanggal_mulai", "tanggal_selesai", "jenis_cuti", "employee_id")
    def _compute_peringatan_unit(self):
        for permohonan in self:
            permohonan.peringatan_unit = False
            if permohonan.jenis_cuti and permohonan._tanggal_wajar():
                pergi, semua, banyak = permohonan._rekan_cuti()
                if banyak:
                    permohonan.peringatan_unit = self.env._(
                        "%(away)s of %(all)s people of your unit are already on leave"
                        " on some of these days.",
                        away=pergi,
                        all=semua,
                    )

    def _rekan_cuti(self):
        """Return colleagues away, people in the unit, and whether it is many.

        Many: with the applicant above the percentage of the unit or the settings.
        """
        self.ensure_one()
        # sudo: only numbers of the unit are shown, no names
        permohonan_sudo = self.sudo()
        unit = permohonan_sudo.employee_id.unit_id
        if not unit:
            return 0, 0, False
        pegawai = permohonan_sudo.employee_id._origin or permohonan_sudo.employee_id
        semua = permohonan_sudo.env["hr.employee"].search_count(
            [("unit_id", "=", unit.id)]
        )
        rekan = permohonan_sudo._read_group(
            [
                ("unit_id", "=", unit.id),
                ("employee_id", "!=", pegawai.id),
                ("jenis_cuti", "!=", False),
                ("state", "in", STATE_MENEMPATI),
                ("tanggal_mulai", "<=", self.tanggal_selesai),
                ("akhir_cuti", ">=", self.tanggal_mulai),
            ],
            [],
            ["employee_id:count_distinct"],
        )[0][0]
        persen = unit._batas_cuti_persen()
        return rekan, semua, bool(rekan) and (rekan + 1) * 100 > persen * semua

    @api.depends(
        "layanan_id", "properti", "jenis_cuti", "tanggal_mulai", "tanggal_selesai"
    )
    def _compute_ringkasan(self):
        return super()._compute_ringkasan()

    @api.depends_context("cuti_kalender")
    @api.depends("employee_id", "lama")
    def _compute_display_name(self):
        """In the calendar the name of who is away comes first."""
        super()._compute_display_name()
        if not self.env.context.get("cuti_kalender"):
            return
        # sudo: the calendar shows rows in scope; the name is not their secret
        for permohonan in self.sudo():
            permohonan.with_env(self.env).display_name = self.env._(
                "%(name)s (%(length)s)",
                name=permohonan.employee_id.name,
                length=permohonan._teks_lama(),
            )

    def action_formulir_cuti(self):
        """Print the national leave form of this request (3.1)."""
        self.ensure_one()
        self.check_access("read")
        return self.env.ref("asn_layanan_standar.formulir_cuti_report").report_action(
            self
        )

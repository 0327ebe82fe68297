from datetime import timedelta

from odoo import models
from odoo.addons.asn_base.domain import hari_kerja
from odoo.addons.asn_base.domain.tanggal import format_panjang, format_rentang
from odoo.exceptions import UserError

from ..domain import cuti
from .asn_permohonan import STATE_MENEMPATI


class AsnLayananHandlerCuti(models.AbstractModel):
    """Leave (cuti): the rules, each a method named after its rule id.

    Effects and letters are in ``asn_layanan_handler_cuti_efek``. A rule answers
    ``(lulus | gagal | manual, fact)``. Where one rule already says why a request
    cannot stand, others that would only repeat it in other words stay silent:
    the applicant gets one clear message.
    """

    _name = "asn.layanan.handler.cuti"
    _inherit = "asn.layanan.handler"
    _description = "Leave Service (Layanan Cuti)"

    # ---- submission ----------------------------------------------------

    def _check_submission(self, permohonan):
        """Refuse a request with an empty field of the national form (3.1).

        :raise UserError: names what is missing
        """
        wajib = ["jenis_cuti", "tanggal_mulai", "tanggal_selesai"]
        wajib += ["alasan", "alamat_cuti"]
        if permohonan.has_sebab_cuti:
            wajib.append("sebab_cuti_id")
        kurang = [nama for nama in wajib if not permohonan[nama]]
        if kurang:
            info = permohonan.fields_get(kurang, ["string"])
            raise UserError(
                self.env._(
                    "Please fill in first: %s.",
                    ", ".join(info[nama]["string"] for nama in kurang),
                )
            )

    def _domain_sejenis(self, permohonan):
        """Two leave requests may wait side by side; CUTI-03 keeps them apart."""
        return

    def _kode_umum(self):
        """Limits of the law that no version of the service can leave out."""
        return [*super()._kode_umum(), "CUTI-T-03", "CUTI-K-04"]

    def _nama_aturan(self, kode):
        """Return the condition of a rule that has no row, in words."""
        if kode in ("CUTI-T-03", "CUTI-K-04"):
            return self.env._("Travel days only where the unit is hard to reach")
        return super()._nama_aturan(kode)

    def _pesan_tanggal(self, permohonan):
        """Return what would stop this request, while the form is filled in."""
        aturan = {a.kode: a for a in permohonan.versi_id.aturan_ids}
        pesan = []
        for kode in dict.fromkeys([*aturan, *self._kode_umum()]):
            milik = aturan.get(kode, permohonan.versi_id.aturan_ids.browse())
            nama = "_aturan_" + kode.lower().replace("-", "_")
            lunak = milik and not milik.keras
            if lunak or not self._is_milik(kode, permohonan) or not hasattr(self, nama):
                continue
            hasil, fakta = getattr(self, nama)(permohonan, milik)
            if hasil == "gagal":
                teks = milik.pesan or self._pesan_aturan(kode)
                pesan.append(f"{teks} ({fakta})" if fakta else teks)
        return pesan

    # ---- facts ---------------------------------------------------------

    def _jenis(self, permohonan):
        """Return the row of numbers that counts for this request."""
        return permohonan._jenis_cuti()

    def _pegawai(self, permohonan):
        return permohonan.employee_id._origin or permohonan.employee_id

    def _hari_ini(self):
        return self.env["asn.saldo.cuti"]._hari_ini()

    def _is_pppk(self, permohonan):
        return (permohonan.employee_id.status_pegawai or "").startswith("pppk")

    def _is_setahun(self, permohonan):
        """Tell whether the work needed is complete on the first day of leave."""
        pegawai = self._pegawai(permohonan)
        tmt = self.env["asn.saldo.cuti"]._tmt_kerja(pegawai)
        bulan = self._jenis(permohonan).syarat_masa_kerja_bulan
        return cuti.is_bekerja_selama(tmt, permohonan.tanggal_mulai, bulan), tmt

    # ---- rules ---------------------------------------------------------

    def _aturan_cuti_09(self, permohonan, aturan):
        """At least one working day (CUTI-09)."""
        minimal = self._jenis(permohonan).min_pengambilan or 1
        fakta = format_rentang(permohonan.tanggal_mulai, permohonan.tanggal_selesai)
        return ("lulus" if permohonan.lama >= minimal else "gagal"), fakta

    def _aturan_cuti_02(self, permohonan, aturan):
        """Filed, and decided, before the first day (CUTI-02).

        Sick and other urgent leave may follow within some working days after the
        return. While the request is with the officials a first day that has come
        is for the signer to judge: the applicant cannot help a late decision.
        """
        if permohonan.sebab_cuti_id.is_susulan:
            return self._nilai_susulan(permohonan)
        awal = self._hari_ini() + timedelta(
            days=self.env["asn.saldo.cuti"]._setelan("cuti_mulai_minimal_hari")
        )
        mulai = permohonan.tanggal_mulai
        if permohonan.state in ("draft", "returned"):
            hasil = "lulus" if mulai >= awal else "gagal"
        else:
            hasil = "lulus" if mulai > self._hari_ini() else "manual"
        return hasil, self.env._(
            "first day %(start)s, earliest %(earliest)s",
            start=format_panjang(mulai),
            earliest=format_panjang(awal),
        )

    def _aturan_cuti_03(self, permohonan, aturan):
        """No overlap with open or approved leave, nor with recorded leave."""
        pegawai = self._pegawai(permohonan)
        mulai, selesai = permohonan.tanggal_mulai, permohonan.akhir_cuti
        # The leave that this one corrects or replaces makes room for it.
        sendiri = (permohonan._origin | permohonan.asal_id).ids or [0]
        lain = permohonan.search(
            [
                ("employee_id", "=", pegawai.id),
                ("id", "not in", sendiri),
                ("jenis_cuti", "!=", False),
                ("state", "in", STATE_MENEMPATI),
                ("tanggal_mulai", "<=", selesai),
                ("akhir_cuti", ">=", mulai),
                # Who came back from CLTN early is free: its history knows.
                "|",
                ("jenis_cuti", "!=", "cltn"),
                ("state", "not in", ("issued", "done")),
            ],
            limit=1,
        )
        nomor = lain.nomor
        if not lain:
            lain = permohonan.env["asn.riwayat.cuti"].search(
                [
                    ("employee_id", "=", pegawai.id),
                    ("status", "=", "sah"),
                    ("permohonan_id", "not in", sendiri),
                    ("tanggal_mulai", "<=", selesai),
                    ("tanggal_selesai", ">=", mulai),
                ],
                limit=1,
            )
            nomor = lain.nomor_surat
        if not lain:
            return "lulus", False
        rentang = format_rentang(lain.tanggal_mulai, lain.tanggal_selesai)
        return "gagal", f"{nomor or '-'}: {rentang}"

    def _aturan_cuti_04(self, permohonan, aturan):
        """Leave abroad names the country; the mandate brings it to the PPK."""
        if not permohonan.di_luar_negeri:
            return "lulus", False
        negara = permohonan.negara_tujuan_id
        return ("lulus" if negara else "gagal"), negara.name or False

    def _aturan_cuti_07(self, permohonan, aturan):
        """Over New Year each part is charged to its own year (CUTI-07)."""
        bagian = permohonan._per_tahun()
        fakta = ", ".join(f"{tahun}: {hari}" for tahun, hari in bagian.items())
        return "lulus", fakta if len(bagian) > 1 else False

    def _aturan_cuti_t_01(self, permohonan, aturan):
        """PNS and CPNS after one year of continuous work (CUTI-T-01)."""
        if self._is_pppk(permohonan):
            return "lulus", False
        setahun, tmt = self._is_setahun(permohonan)
        fakta = self.env._("working since %s", format_panjang(tmt) or "-")
        return ("lulus" if setahun else "gagal"), fakta

    def _aturan_cuti_t_03(self, permohonan, aturan):
        """PNS: travel days only for units hard to reach (CUTI-T-03)."""
        if self._is_pppk(permohonan):
            return "lulus", False
        return self._nilai_perjalanan(permohonan)

    def _aturan_cuti_k_04(self, permohonan, aturan):
        """PPPK: the same with fewer days (CUTI-K-04)."""
        if not self._is_pppk(permohonan):
            return "lulus", False
        return self._nilai_perjalanan(permohonan)

    def _nilai_perjalanan(self, permohonan):
        hari = permohonan.hari_perjalanan
        if not hari:
            return "lulus", False
        sulit = permohonan.is_pakai_saldo and permohonan._is_daerah_sulit()
        maks = self._jenis(permohonan).perjalanan_maks if sulit else 0
        fakta = self.env._("%(days)s days, at most %(most)s", days=hari, most=maks)
        return ("lulus" if 0 < hari <= maks else "gagal"), fakta

    def _aturan_cuti_k_01(self, permohonan, aturan):
        """The kind of leave exists and is open for this kind of employee."""
        jenis = self._jenis(permohonan)
        label = dict(
            permohonan._fields["jenis_cuti"]._description_selection(permohonan.env)
        ).get(permohonan.jenis_cuti, permohonan.jenis_cuti)
        return ("lulus" if jenis and jenis.is_terbuka else "gagal"), label

    def _aturan_cuti_k_02(self, permohonan, aturan):
        """PPPK after one year, unless for a special reason (CUTI-K-02)."""
        if not self._is_pppk(permohonan):
            return "lulus", False
        setahun, tmt = self._is_setahun(permohonan)
        boleh = setahun or permohonan.alasan_khusus
        fakta = self.env._("working since %s", format_panjang(tmt) or "-")
        return ("lulus" if boleh else "gagal"), fakta

    def _aturan_cuti_k_05(self, permohonan, aturan):
        """PPPK before one year: the quota for special reasons (CUTI-K-05)."""
        if not self._is_pppk(permohonan) or not permohonan.alasan_khusus:
            return "lulus", False
        if self._is_setahun(permohonan)[0] or not self._kekurangan(permohonan):
            return "lulus", False
        kuota = self._jenis(permohonan).kuota_khusus
        return "gagal", self.env._("quota %s working days", kuota)

    def _aturan_cuti_k_08(self, permohonan, aturan):
        """Leave of PPPK ends within the contract (CUTI-K-08)."""
        if not self._is_pppk(permohonan):
            return "lulus", False
        pegawai = permohonan.employee_id
        akhir = pegawai.tmt_kontrak_selesai
        if not akhir:
            return "manual", self.env._("end of the contract not recorded")
        di_luar = permohonan.akhir_cuti > akhir or permohonan.tanggal_mulai < (
            pegawai.tmt_kontrak_mulai or permohonan.tanggal_mulai
        )
        fakta = self.env._("contract until %s", format_panjang(akhir))
        return ("gagal" if di_luar else "lulus"), fakta

    def _aturan_cuti_x_01(self, permohonan, aturan):
        """Leave of PNS ends before the pension begins; own rule."""
        pensiun = permohonan.employee_id.tmt_pensiun
        if self._is_pppk(permohonan) or not pensiun:
            return "lulus", False
        lewat = permohonan.akhir_cuti >= pensiun
        fakta = self.env._("pension from %s", format_panjang(pensiun))
        return ("gagal" if lewat else "lulus"), fakta

    def _aturan_cuti_t_02(self, permohonan, aturan):
        """The balance covers the days of every year (CUTI-T-02 to T-06)."""
        if self._diam_soal_saldo(permohonan):
            return "lulus", False
        kurang = self._kekurangan(permohonan)
        if kurang:
            return "gagal", self.env["asn.saldo.cuti"]._daftar_kurang(kurang)
        hari = ", ".join(f"{t}: {h}" for t, h in permohonan._per_tahun().items())
        return "lulus", hari

    def _diam_soal_saldo(self, permohonan):
        """Tell whether another rule already says why there is no balance."""
        if (
            not permohonan.lama
            or self._aturan_cuti_t_08(permohonan, None)[0] == "gagal"
        ):
            return True
        if self._is_pppk(permohonan):
            setahun = self._is_setahun(permohonan)[0]
            return not setahun
        return self._aturan_cuti_t_01(permohonan, None)[0] == "gagal"

    def _kekurangan(self, permohonan):
        """Return ``{year: days}`` that the balance lacks for this request."""
        dipesan = permohonan._hari_dipesan()
        perlu = {
            tahun: hari - dipesan.get(tahun, 0)
            for tahun, hari in permohonan._per_tahun().items()
        }
        return self.env["asn.saldo.cuti"]._kekurangan(
            self._pegawai(permohonan),
            perlu,
            permohonan.tanggal_mulai,
            bool(permohonan.alasan_khusus),
        )

    def _aturan_cuti_t_08(self, permohonan, aturan):
        """No annual leave in a year with long leave (CUTI-T-08)."""
        pegawai = self._pegawai(permohonan)
        besar = self.env["asn.saldo.cuti"]._tahun_cuti_besar(pegawai.ids)
        tahun = sorted(besar.get(pegawai.id, set()) & set(permohonan._per_tahun()))
        if tahun:
            return "gagal", ", ".join(str(t) for t in tahun)
        return "lulus", False

    def _aturan_cuti_x_02(self, permohonan, aturan):
        """Share of the unit that is away: a warning, never a refusal."""
        pergi, semua, banyak = permohonan._rekan_cuti()
        fakta = self.env._("%(away)s of %(all)s away", away=pergi, all=semua)
        return ("gagal" if banyak else "lulus"), fakta

    def _pesan_aturan(self, kode):
        """Return the message of a rule that failed."""
        pesan = {
            "CUTI-02": self.env._(
                "Leave must be filed and decided before its first day. Please choose a"
                " later first day."
            ),
            "CUTI-03": self.env._("The leave dates overlap with other leave."),
            "CUTI-04": self.env._("Please name the country of your leave abroad."),
            "CUTI-09": self.env._(
                "These dates hold no working day. Leave is at least one working day"
                " (hari kerja)."
            ),
            "CUTI-T-01": self.env._("You have not worked continuously for 1 year."),
            "CUTI-T-02": self.env._("The leave balance (saldo cuti) is not enough."),
            "CUTI-T-03": self._pesan_perjalanan(),
            "CUTI-K-04": self._pesan_perjalanan(),
            "CUTI-T-08": self.env._(
                "There is no annual leave in a year in which long leave (cuti besar) is"
                " used."
            ),
            "CUTI-K-01": self.env._(
                "This kind of leave is not open to your kind of employment."
            ),
            "CUTI-K-02": self.env._(
                "You have not worked continuously for 1 year. Before that a PPPK may"
                " take leave only for a special reason."
            ),
            "CUTI-K-05": self.env._(
                "The days for special reasons before 1 year of work are used up."
            ),
            "CUTI-K-08": self.env._(
                "Leave cannot reach beyond your contract (perjanjian kerja)."
            ),
            "CUTI-X-01": self.env._("Leave cannot reach beyond your pension date."),
            "CUTI-X-02": self.env._("Many people of the unit are away on these days."),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _pesan_perjalanan(self):
        return self.env._(
            "Travel days (hari perjalanan) are only added for units that are hard to"
            " reach, up to the number of the regulation."
        )

    def _ringkasan(self, permohonan):
        """Return one line for lists and notices: kind, days, dates."""
        if not permohonan.tanggal_mulai or not permohonan.tanggal_selesai:
            return super()._ringkasan(permohonan)
        return self.env._(
            "%(kind)s, %(length)s, %(dates)s",
            kind=self._jenis(permohonan).name or permohonan.layanan_id.name,
            length=permohonan._teks_lama(),
            dates=format_rentang(permohonan.tanggal_mulai, permohonan.tanggal_selesai),
        )

    def _tanggal_kembali(self, permohonan):
        """Return the first working day after the leave."""
        selesai = permohonan.akhir_cuti
        return hari_kerja.tambah(
            selesai,
            1,
            *permohonan._hari_kerja_cuti(selesai, selesai + timedelta(days=60)),
        )

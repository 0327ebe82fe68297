from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError

from ..domain import pensiun
from .asn_permohonan_pensiun import ISIAN_PENSIUN

#: Legal positions in a court, discipline or appeal procedure (PEN-06).
_DALAM_PROSES = ("04", "09", "15", "16", "91")
#: Kinds of post whose pension the President decides (services 2.6).
_PRESIDEN = ("jpt_utama", "jpt_madya_ia", "jpt_madya_ib", "jf_ahli_utama")
#: What a request decides: it is compared with the histories until the signature.
_DIPUTUSKAN = (
    "pensiun_tmt",
    "pensiun_golongan_id",
    "pensiun_gaji",
    "pensiun_masa_kerja",
)


class AsnLayananHandlerPensiun(models.AbstractModel):
    """Pension (pensiun) and preparation for it (MPP): the conditions.

    A rule answers for many people on a day; without a request it answers for the
    retirement age. What a decision changes is in the file beside this one.
    """

    _name = "asn.layanan.handler.pensiun"
    _inherit = ["asn.layanan.handler", "asn.layanan.jabatan.mixin"]
    _description = "Pension Service (Layanan Pensiun)"

    def _check_submission(self, permohonan):
        """Refuse a request without the day from which the pension is asked.

        :raise UserError: says what to fill in
        """
        jenis = permohonan.pensiun_jenis
        if jenis == "hilang" and not permohonan.pensiun_hilang_sejak:
            raise UserError(self.env._("Fill in since when the person is missing."))
        if jenis == "phk_pppk" and not permohonan.pensiun_sebab_phk:
            raise UserError(self.env._("Choose why the contract ends."))
        if permohonan.pensiun_tmt_usul or not self._is_usul(permohonan):
            return
        raise UserError(
            self.env._("Fill in from when the pension or the preparation is asked.")
        )

    def _is_usul(self, permohonan):
        """Tell whether the applicant says from when; else it follows from facts."""
        jenis = permohonan.pensiun_jenis
        if jenis == "phk_pppk":
            return permohonan.pensiun_sebab_phk in ("permintaan", "disiplin")
        return jenis not in ("bup", *pensiun.AHLI_WARIS)

    def _kolom_isian(self):
        """The kind, from when, and why."""
        return [*ISIAN_PENSIUN, *super()._kolom_isian()]

    def _kolom_tampil(self, permohonan):
        """Leave out what the kind of pension does not ask."""
        jenis = permohonan.pensiun_jenis
        lewat = set()
        if not self._is_usul(permohonan):
            lewat.add("pensiun_tmt_usul")
        if jenis != "hilang":
            lewat.add("pensiun_hilang_sejak")
        if jenis != "phk_pppk":
            lewat.add("pensiun_sebab_phk")
        if jenis != "uzur":
            lewat.add("pensiun_sebab_dinas")
        return [nama for nama in self._kolom_isian() if nama not in lewat]

    def _domain_sejenis(self, permohonan):
        """An MPP and the pension that follows may be asked side by side."""
        banding = "=" if permohonan.pensiun_jenis == "mpp" else "!="
        return [
            *super()._domain_sejenis(permohonan),
            ("pensiun_jenis", banding, "mpp"),
        ]

    # ---- rules ---------------------------------------------------------

    def _jenis(self, pegawai, kasus):
        """Return the kind asked; others reach the BUP or the end of the contract."""
        permohonan = kasus.milik(pegawai.id)
        is_pppk = (pegawai.status_pegawai or "").startswith("pppk")
        return (permohonan and permohonan.pensiun_jenis) or (
            "phk_pppk" if is_pppk else "bup"
        )

    def _sebab_phk(self, pegawai, kasus):
        """Return why the contract ends; without a request it runs out."""
        permohonan = kasus.milik(pegawai.id)
        return (permohonan and permohonan.pensiun_sebab_phk) or "kontrak"

    def _tmt(self, pegawai, kasus):
        permohonan = kasus.milik(pegawai.id)
        if permohonan:
            return permohonan._tmt_pensiun(pegawai)
        if self._jenis(pegawai, kasus) == "phk_pppk":
            return pensiun.tmt_pemutusan("kontrak", pegawai.tmt_kontrak_selesai)
        return pegawai.tmt_pensiun

    def _bukan_untuk(self):
        return "lulus", self.env._("not for this kind of pension")

    def _orang_pen_01(self, versi, orang, aturan, kasus):
        """The post has a retirement age, an own one before that of its kind.

        PEN-01, PEN-02: what ``hr.job._bup`` says of the post held.
        """
        hasil = {}
        for pegawai in orang:
            if (
                self._jenis(pegawai, kasus) == "phk_pppk"
                and self._sebab_phk(pegawai, kasus) != "bup"
            ):
                hasil[pegawai.id] = self._bukan_untuk()
                continue
            bup = pegawai.bup_tahun
            fakta = self.env._("%(age)s years", age=bup) if bup else False
            hasil[pegawai.id] = ("lulus" if bup else "gagal"), fakta
        return hasil

    def _orang_pen_03(self, versi, orang, aturan, kasus):
        """It is neither too early nor too late for the day asked (PEN-03, 6.3)."""
        hasil = {}
        for pegawai in orang:
            jenis, tmt = self._jenis(pegawai, kasus), self._tmt(pegawai, kasus)
            diajukan = self._hari_ajuan(pegawai, kasus)
            if not tmt:
                hasil[pegawai.id] = "gagal", self.env._("the day is not known")
            elif jenis == "mpp":
                hasil[pegawai.id] = self._jawab_mpp(tmt, pegawai, diajukan)
            elif jenis == "bup":
                hasil[pegawai.id] = self._jawab_jendela(tmt, aturan, diajukan)
            elif jenis == "hilang":
                hasil[pegawai.id] = self._jawab_hilang(tmt, pegawai, kasus, diajukan)
            elif jenis == "phk_pppk":
                sebab = self._sebab_phk(pegawai, kasus)
                hasil[pegawai.id] = self._jawab_phk(tmt, sebab, diajukan)
            elif jenis in pensiun.AHLI_WARIS or tmt > diajukan:
                hasil[pegawai.id] = "lulus", format_panjang(tmt)
            else:
                hasil[pegawai.id] = "gagal", format_panjang(tmt)
        return hasil

    def _hari_ajuan(self, pegawai, kasus):
        """Return the day of submission: who filed in time is not late later."""
        permohonan = kasus.milik(pegawai.id)
        diajukan = permohonan and permohonan.tanggal_ajuan
        return permohonan._tanggal(diajukan) if diajukan else kasus.pada

    def _jawab_jendela(self, tmt, aturan, diajukan):
        """Answer for the retirement age: late proposals are for a human to judge."""
        parameter = aturan._parameter()
        awal, akhir = pensiun.jendela_bup(
            tmt, parameter.get("bulan_awal", 15), parameter.get("bulan_akhir", 3)
        )
        if diajukan < awal:
            return "gagal", self.env._("possible from %s", format_panjang(awal))
        if diajukan > akhir:
            return "manual", self.env._("late: due at BKN by %s", format_panjang(akhir))
        return "lulus", format_panjang(tmt)

    def _jawab_mpp(self, mulai, pegawai, diajukan):
        tmt = pegawai.tmt_pensiun
        if not tmt:
            return "gagal", self.env._("the retirement age is not known")
        teks = {
            "terlalu_awal": self.env._("more than a year before the pension"),
            "setelah_pensiun": self.env._("not before the pension"),
            "terlambat": self.env._("less than a month ahead"),
        }
        masalah = pensiun.masalah_mpp(mulai, tmt, diajukan)
        return ("gagal", teks[masalah]) if masalah else ("lulus", format_panjang(mulai))

    def _kode_umum(self):
        """Facts may change while a request runs, whatever a version of the service says."""
        return [*super()._kode_umum(), "PEN-04"]

    def _nama_aturan(self, kode):
        """Return the condition of the rule that has no row, in words."""
        if kode == "PEN-04":
            return self.env._("Day, service and pay are still those of the submission")
        return super()._nama_aturan(kode)

    def _orang_pen_04(self, versi, orang, aturan, kasus):
        """A change of post, grade or pay meanwhile is worked out anew (PEN-04)."""
        hasil = dict.fromkeys(orang.ids, ("lulus", False))
        jalan = (kasus.permohonan or self.env["asn.permohonan"]).filtered(
            lambda p: p.pensiun_jenis and p.state not in ("draft", "returned")
        )
        for permohonan in jalan:
            kini = permohonan._nilai_pensiun()
            kolom = _DIPUTUSKAN[: 1 if permohonan.pensiun_jenis == "mpp" else None]
            beda = [
                permohonan._fields[n].get_description(self.env, ["string"])["string"]
                for n in kolom
                if permohonan._fields[n].convert_to_write(permohonan[n], permohonan)
                != kini[n]
            ]
            if beda:
                hasil[permohonan.employee_id._origin.id] = "gagal", ", ".join(beda)
        return hasil

    def _orang_pen_05(self, versi, orang, aturan, kasus):
        """The birth date is that of the first decree, as the NIP tells it."""
        hasil = {}
        for pegawai in orang:
            lahir = pegawai.tanggal_lahir
            sama = bool(lahir) and (pegawai.nip or "")[:8] == f"{lahir:%Y%m%d}"
            hasil[pegawai.id] = (
                "lulus" if sama else "gagal",
                format_panjang(lahir) or "-",
            )
        return hasil

    def _orang_pen_06(self, versi, orang, aturan, kasus):
        """No procedure, punishment or bound service stands against an own request."""
        hukuman = self.env["asn.layanan.pustaka"]._pustaka_hukuman(
            orang, {"tingkat": ["R", "S", "B"], "tahun": 0}, kasus
        )
        ikatan = self.env["asn.riwayat.tugas.belajar"]._ikatan_berjalan(orang)
        hasil = {}
        for pegawai in orang:
            kedudukan = pegawai.kedudukan_hukum
            tmt = self._tmt(pegawai, kasus) or kasus.pada
            sampai = ikatan.get(pegawai.id)
            if self._jenis(pegawai, kasus) not in ("aps", "aps_tanpa_hak"):
                hasil[pegawai.id] = self._bukan_untuk()
            elif kedudukan.kode in _DALAM_PROSES:
                hasil[pegawai.id] = "gagal", kedudukan.name
            elif hukuman[pegawai.id][0] == "gagal":
                hasil[pegawai.id] = hukuman[pegawai.id]
            elif sampai and sampai >= tmt:
                hasil[pegawai.id] = (
                    "gagal",
                    self.env._("bound service until %s", format_panjang(sampai)),
                )
            else:
                # Courts, and studies never recorded, are in no history here.
                hasil[pegawai.id] = "manual", self.env._("court case, bound service")
        return hasil

    def _orang_pen_07(self, versi, orang, aturan, kasus):
        """The death is recorded, and somebody is entitled (PEN-07)."""
        keluarga = self.env["asn.pensiun"]._keluarga(orang)
        hasil = {}
        for pegawai in orang:
            jenis = self._jenis(pegawai, kasus)
            perlu = "tewas" if jenis == "anumerta" else "meninggal"
            if jenis not in pensiun.AHLI_WARIS:
                hasil[pegawai.id] = self._bukan_untuk()
                continue
            pada = pegawai.tgl_meninggal
            if jenis == "hilang":
                pada = self._tmt(pegawai, kasus) or kasus.pada
            elif pegawai.status_hidup != perlu or not pegawai.tgl_meninggal:
                hasil[pegawai.id] = "gagal", self.env._("the death is not recorded")
                continue
            ahli = pensiun.penerima(jenis, keluarga[pegawai.id], pada)
            hasil[pegawai.id] = (
                ("lulus", ", ".join(a.nama for a in ahli))
                if ahli
                else ("gagal", self.env._("nobody in the family data is entitled"))
            )
        return hasil

    def _orang_pen_09(self, versi, orang, aturan, kasus):
        """Age and service suffice for the kind of pension (services 6.2, PEN-09)."""
        parameter = dict(aturan._parameter())
        bulatkan = bool(parameter.pop("bulatkan", True))
        syarat = pensiun.Syarat(
            **{
                n: v
                for n, v in parameter.items()
                if n in pensiun.Syarat.__annotations__
            }
        )
        tmt = {p.id: self._tmt(p, kasus) for p in orang}
        fakta = self.env["asn.pensiun"]._hitung(orang, tmt, bulatkan)
        hasil = {}
        for pegawai in orang:
            jenis, permohonan = self._jenis(pegawai, kasus), kasus.milik(pegawai.id)
            sebab = bool(permohonan and permohonan.pensiun_sebab_dinas)
            if jenis == "phk_pppk":
                hasil[pegawai.id] = self._bukan_untuk()
                continue
            lahir, masa = pegawai.tanggal_lahir, fakta[pegawai.id].masa_bulan
            if not (lahir and pegawai.tmt_cpns and tmt[pegawai.id]):
                hasil[pegawai.id] = "gagal", False
                continue
            cukup = pensiun.is_memenuhi(
                jenis, lahir, tmt[pegawai.id], masa, sebab, syarat
            )
            tahun, bulan = divmod(masa, 12)
            teks = self.env._(
                "%(years)s years %(months)s months", years=tahun, months=bulan
            )
            hasil[pegawai.id] = ("lulus" if cukup else "gagal"), teks
        return hasil

    def _orang_pen_10(self, versi, orang, aturan, kasus):
        """Whether a promotion (pengabdian) goes with it is looked at together."""
        perlu = ("bup", "uzur", *pensiun.AHLI_WARIS)
        manual = "manual", self.env._("promotion for service (KP pengabdian)")
        return {
            p.id: manual if self._jenis(p, kasus) in perlu else self._bukan_untuk()
            for p in orang
        }

    def _orang_pen_presiden(self, versi, orang, aturan, kasus):
        """The decree is the PPK's, not the President's (services 2.6)."""
        jabatan = aturan._parameter().get("jenis_jabatan", _PRESIDEN)
        return {
            p.id: (
                "gagal" if p.jenis_jabatan_id.kode in jabatan else "lulus",
                p.jabatan_id.name or "-",
            )
            for p in orang
        }

    def _pesan_aturan(self, kode):
        """Return the message of a rule that failed."""
        pesan = {
            "PEN-01": self.env._(
                "The post has no retirement age (BUP). Ask BKPSDM to complete it."
            ),
            "PEN-03": self.env._("The day does not fit this kind of pension."),
            "PEN-04": self.env._(
                "Post, grade or pay changed after the submission. Return the request, so"
                " that it is worked out again."
            ),
            "PEN-05": self.env._(
                "The date of birth differs from that in the NIP, which is that of the"
                " first decree. Only BKN corrects it."
            ),
            "PEN-06": self.env._(
                "An own request is refused during a procedure or a punishment."
            ),
            "PEN-07": self.env._(
                "Record the death and the family in the profile first: heirs are taken"
                " from there."
            ),
            "PEN-09": self.env._(
                "Age or length of service do not suffice for this kind of pension."
            ),
            "PEN-PRESIDEN": self.env._(
                "The pension from this post is decided by the President; the proposal"
                " goes through BKN and not through this service."
            ),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _jawaban_awal(self, permohonan):
        """Begin with the present address and telephone of the profile (DPCP)."""
        pegawai = permohonan.employee_id
        return {
            **super()._jawaban_awal(permohonan),
            "alamat_pensiun": pegawai._asn_alamat_rumah(),
            "telepon_pensiun": pegawai._asn_terbaca("no_hp"),
        }

    def _ringkasan(self, permohonan):
        """Return one line for lists and notices: kind and day."""
        if not permohonan.pensiun_jenis:
            return super()._ringkasan(permohonan)
        pilihan = permohonan._fields["pensiun_jenis"]._description_selection(self.env)
        jenis = dict(pilihan)[permohonan.pensiun_jenis]
        if not permohonan.pensiun_tmt:
            return jenis
        return self.env._(
            "%(kind)s, from %(day)s",
            kind=jenis,
            day=format_panjang(permohonan.pensiun_tmt),
        )

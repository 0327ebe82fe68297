from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.addons.asn_layanan.domain.pustaka import Kasus
from odoo.exceptions import UserError

from ..domain import cltn, cuti
from .asn_permohonan_cltn import ISIAN_CLTN

#: Legal positions of who is on this leave: its grant and its extension.
_KEDUDUKAN_CLTN = ("02", "13")
#: Rules that the way back answers to; it is no leave.
_ATURAN_KEMBALI = ("CUTI-K-01", "CUTI-L-05", "CUTI-L-07", "CUTI-L-08", "CUTI-L-09")
#: Rules that only the way back answers to.
_HANYA_KEMBALI = ("CUTI-L-07", "CUTI-L-08")
#: Not asked of this leave: the PPK grants it anyway, and its post falls vacant.
_BUKAN_CLTN = ("CUTI-04", "CUTI-07", "CUTI-X-02", "CUTI-X-03")


class AsnLayananHandlerCuti(models.AbstractModel):
    """Leave outside state responsibility (CLTN): conditions of its three forms.

    Grant, extension and the way back are the kind ``cltn`` of the service; what
    they change is in the file beside this one.
    """

    _inherit = "asn.layanan.handler.cuti"

    # ---- submission ----------------------------------------------------

    def _check_submission(self, permohonan):
        """Refuse a form that lacks an answer or that the history contradicts.

        :raise UserError: names what is missing, or the form that fits
        """
        if permohonan.jenis_cuti != "cltn":
            return super()._check_submission(permohonan)
        if not permohonan._is_cltn("pengaktifan"):
            super()._check_submission(permohonan)
        elif not (permohonan.cltn_tanggal_lapor and permohonan.cltn_tmt_aktif):
            raise UserError(
                self.env._(
                    "Fill in the day of the report and from when you are on duty again."
                )
            )
        if not permohonan.asal_id:
            self._periksa_urutan_cltn(permohonan)
        return None

    def _periksa_urutan_cltn(self, permohonan):
        """Refuse a grant while a leave runs, and what needs one without it."""
        berjalan = permohonan._cltn_berjalan()
        if permohonan._is_cltn("pemberian"):
            if berjalan:
                raise UserError(
                    self.env._(
                        "A CLTN is running. File its extension or the way back on duty."
                    )
                )
            return
        if not berjalan:
            raise UserError(
                self.env._(
                    "No CLTN is running in the history. Ask BKPSDM to record its decree"
                    " first."
                )
            )
        aktif = permohonan.cltn_tmt_aktif
        if permohonan._is_cltn("pengaktifan") and aktif <= berjalan.tanggal_mulai:
            raise UserError(
                self.env._(
                    "The leave begins on %s only. Ask for the revocation of its decree"
                    " instead.",
                    format_panjang(berjalan.tanggal_mulai),
                )
            )

    def _domain_sejenis(self, permohonan):
        """One request for CLTN at a time (UMUM-03)."""
        if permohonan.jenis_cuti != "cltn":
            return super()._domain_sejenis(permohonan)
        return [
            ("employee_id", "=", permohonan.employee_id.id),
            ("jenis_cuti", "=", "cltn"),
            ("state", "in", ("in_review", "returned", "approved")),
            ("id", "!=", permohonan.id),
        ]

    def _kolom_isian(self):
        """The form of CLTN comes behind that of all leave."""
        kolom = super()._kolom_isian()
        return [*kolom[:-1], *ISIAN_CLTN, *kolom[-1:]]

    def _kolom_tampil(self, permohonan):
        """Leave out what is not asked of this form."""
        kolom = super()._kolom_tampil(permohonan)
        lewat = set(ISIAN_CLTN)
        if permohonan._is_cltn("pemberian", "perpanjangan"):
            lewat = {*ISIAN_CLTN[1:], "pengganti_id"}
        elif permohonan._is_cltn("pengaktifan"):
            lewat = set(kolom) - {"jenis_cuti", *ISIAN_CLTN, "properti"}
        return [nama for nama in kolom if nama not in lewat]

    # ---- which rules ---------------------------------------------------

    def _is_milik(self, kode, permohonan):
        """The way back answers to few rules, the leave to those of leave."""
        milik = super()._is_milik(kode, permohonan)
        if not milik or permohonan.jenis_cuti != "cltn":
            return milik
        if permohonan._is_cltn("pengaktifan"):
            return kode in _ATURAN_KEMBALI
        if permohonan._is_cltn("perpanjangan") and kode == "CUTI-L-01":
            return False
        if permohonan._is_cltn("pemberian") and kode == "CUTI-L-04":
            return False
        return kode not in (*_HANYA_KEMBALI, *_BUKAN_CLTN)

    def _aturan_umum_01(self, permohonan, aturan):
        """Who is on this leave asks for its extension and for the way back."""
        kedudukan = permohonan.employee_id.kedudukan_hukum
        if kedudukan.kode in _KEDUDUKAN_CLTN and permohonan._is_cltn(
            "perpanjangan", "pengaktifan"
        ):
            return "lulus", kedudukan.name
        return super()._aturan_umum_01(permohonan, aturan)

    # ---- rules ---------------------------------------------------------

    def _aturan_cuti_l_01(self, permohonan, aturan):
        """Five years of continuous service, as a PNS (CUTI-L-01)."""
        if not self._jenis(permohonan):
            # CUTI-K-01 says already that the kind is not open.
            return "lulus", False
        pegawai = self._pegawai(permohonan)
        tmt = self.env["asn.saldo.cuti"]._tmt_kerja(pegawai)
        cukup = cuti.is_bekerja_selama(
            tmt,
            permohonan.tanggal_mulai,
            self._jenis(permohonan).syarat_masa_kerja_bulan,
        )
        fakta = self.env._("working since %s", format_panjang(tmt) or "-")
        return ("lulus" if cukup else "gagal"), fakta

    def _aturan_cuti_l_02(self, permohonan, aturan):
        """One of the six urgent personal reasons (CUTI-L-02)."""
        sebab = permohonan.sebab_cuti_id
        return ("lulus" if sebab else "gagal"), sebab.name or False

    def _aturan_cuti_l_03(self, permohonan, aturan):
        """At most three years, extended once by at most one (CUTI-L-03)."""
        jenis = self._jenis(permohonan)
        if permohonan._is_cltn("pemberian"):
            return self._nilai_durasi(permohonan, jenis.durasi_maks)
        berjalan = permohonan._cltn_berjalan()
        if berjalan.jenis == "5":
            return "gagal", self.env._(
                "extended already until %s", format_panjang(berjalan.tanggal_selesai)
            )
        selesai = berjalan.tanggal_selesai
        mulai = selesai and cltn.mulai_perpanjangan(selesai)
        if mulai and permohonan.tanggal_mulai != mulai:
            return "gagal", self.env._("begins on %s", format_panjang(mulai))
        return self._nilai_durasi(permohonan, jenis.perpanjangan_maks_bulan)

    def _aturan_cuti_l_04(self, permohonan, aturan):
        """An extension is filed three months before the end (CUTI-L-04).

        The day of the first submission counts: a return is no delay of the
        applicant.
        """
        selesai = permohonan._cltn_berjalan().tanggal_selesai
        if not selesai:
            return "manual", self.env._("the end of the leave is not recorded")
        batas = cltn.batas_perpanjangan(selesai, self._bulan(aturan, 3))
        ajuan = permohonan.tanggal_ajuan
        pada = permohonan._tanggal(ajuan) if ajuan else self._hari_ini()
        fakta = self.env._("to be filed by %s", format_panjang(batas))
        return ("lulus" if pada <= batas else "gagal"), fakta

    def _aturan_cuti_l_05(self, permohonan, aturan):
        """The PPK signs, himself, after BKN agreed (CUTI-L-05)."""
        setuju = self._persetujuan_bkn(permohonan)
        if setuju:
            fakta = self.env._(
                "BKN: %(number)s of %(day)s",
                number=setuju.nomor_jawaban or "-",
                day=format_panjang(setuju.tanggal_jawaban) or "-",
            )
            return "lulus", fakta
        if permohonan.tahap_id.jenis == "ttd":
            return "gagal", self.env._("BKN's approval is not recorded")
        return "lulus", self.env._("BKN's approval is asked after the validation")

    def _aturan_cuti_l_07(self, permohonan, aturan):
        """Reported in writing within one month after the end (CUTI-L-07)."""
        selesai = permohonan._cltn_berjalan().tanggal_selesai
        lapor = permohonan.cltn_tanggal_lapor
        if not selesai or not lapor:
            return "manual", self.env._("the end of the leave is not recorded")
        batas = cltn.batas_lapor(selesai, self._bulan(aturan, 1))
        fakta = self.env._(
            "reported on %(day)s, due by %(due)s",
            day=format_panjang(lapor),
            due=format_panjang(batas),
        )
        return ("lulus" if lapor <= batas else "gagal"), fakta

    def _aturan_cuti_l_08(self, permohonan, aturan):
        """A vacant post waits; without one nothing is signed (CUTI-L-08)."""
        jabatan = permohonan.cltn_jabatan_id
        if not jabatan:
            hasil = "gagal" if permohonan.tahap_id.jenis == "ttd" else "manual"
            return hasil, self.env._("no post yet")
        # sudo: who heads a unit is no secret
        kepala = jabatan.sudo().department_id.manager_id
        terisi = jabatan.is_kepala and kepala not in (
            kepala.browse(),
            self._pegawai(permohonan),
        )
        return ("gagal" if terisi else "lulus"), jabatan.name

    def _aturan_cuti_l_09(self, permohonan, aturan):
        """Discipline procedure and bound service: looked at, a warning (CUTI-L-09)."""
        pegawai = self._pegawai(permohonan)
        hasil, fakta = self.env["asn.layanan.pustaka"]._pustaka_hukuman(
            pegawai,
            {"tingkat": ["R", "S", "B"], "tahun": 0},
            Kasus(self._hari_ini(), permohonan),
        )[pegawai.id]
        if hasil == "gagal":
            return hasil, fakta
        return "manual", self.env._("discipline procedure, bound service after study")

    def _bulan(self, aturan, bawaan):
        """Return the months that a rule allows; its parameter ``bulan``."""
        return (aturan._parameter() if aturan else {}).get("bulan", bawaan)

    def _persetujuan_bkn(self, permohonan):
        """Return the letter with which BKN agreed, or none.

        A correction rests on the approval of what it corrects.
        """
        surat = permohonan.eksternal_ids.filtered(lambda s: s.hasil == "setuju")[-1:]
        if not surat and permohonan.jenis_tindak == "koreksi":
            return self._persetujuan_bkn(permohonan.asal_id)
        return surat

    def _cocok_mandat(self, permohonan, mandat):
        """Only the PPK in own right signs; no mandate passes it on (CUTI-L-05)."""
        if permohonan.jenis_cuti != "cltn":
            return super()._cocok_mandat(permohonan, mandat)
        return (
            mandat.penandatangan_jabatan == "kepala_daerah"
            and mandat.kapasitas == "definitif"
        )

    def _pesan_aturan(self, kode):
        """Return the messages of the rules of CLTN."""
        pesan = {
            "CUTI-L-01": self.env._(
                "Leave outside state responsibility (CLTN) needs 5 years of continuous"
                " service as a PNS."
            ),
            "CUTI-L-02": self.env._(
                "Choose one of the six urgent personal reasons for which CLTN is given."
            ),
            "CUTI-L-03": self.env._(
                "CLTN lasts at most 3 years; it is extended once, right after its end,"
                " by at most 1 year."
            ),
            "CUTI-L-04": self.env._(
                "An extension is filed at least 3 months before the end. Ask for the way"
                " back on duty instead."
            ),
            "CUTI-L-05": self.env._(
                "CLTN is decided by the PPK himself after BKN agreed; nobody signs for"
                " him."
            ),
            "CUTI-L-07": self.env._(
                "The report came later than one month after the end. The law provides"
                " for an honourable dismissal: the office decides by hand."
            ),
            "CUTI-L-08": self.env._(
                "There is no vacant post. The PPK asks BKN for a placement elsewhere;"
                " without one the employee is dismissed with the rights of the law."
            ),
            "CUTI-L-09": self.env._(
                "A disciplinary punishment is running; look at bound service after"
                " study (ikatan dinas), too."
            ),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

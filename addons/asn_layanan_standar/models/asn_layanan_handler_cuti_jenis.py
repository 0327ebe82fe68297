from datetime import timedelta

from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError

from ..domain import cuti_jenis

#: Rule ids that belong to one kind of leave; all others hold for every kind.
_MILIK_JENIS = {
    "CUTI-T": "tahunan",
    "CUTI-B": "besar",
    "CUTI-S": "sakit",
    "CUTI-M": "melahirkan",
    "CUTI-M-02": "besar",
    "CUTI-P": "alasan_penting",
    "CUTI-L": "cltn",
    "CUTI-K-02": "tahunan",
    "CUTI-K-04": "tahunan",
    "CUTI-K-05": "tahunan",
    "CUTI-K-06": "sakit",
    "CUTI-K-07": "melahirkan",
    "CUTI-K-09": "tahunan",
}


class AsnLayananHandlerCuti(models.AbstractModel):
    """Leave (cuti): which rules a kind answers to, and what all kinds share."""

    _inherit = "asn.layanan.handler.cuti"

    def _is_milik(self, kode, permohonan):
        """Tell whether a leave rule is asked of this kind of leave."""
        if not kode.startswith("CUTI-"):
            return False
        # CUTI-BS (joint leave) is no request and has no rule here.
        jenis = _MILIK_JENIS.get(kode) or _MILIK_JENIS.get(kode.rpartition("-")[0])
        return not jenis or jenis == permohonan.jenis_cuti

    def _is_diperiksa(self, kode, permohonan):
        """Leave out the rules of other kinds of leave."""
        return not kode.startswith("CUTI-") or self._is_milik(kode, permohonan)

    # ---- rules of several kinds ----------------------------------------

    def _nilai_susulan(self, permohonan):
        """Answer CUTI-02 for leave that may be filed afterwards."""
        selesai = permohonan.tanggal_selesai
        hari = self.env["asn.saldo.cuti"]._setelan("cuti_susulan_hari")
        batas = cuti_jenis.batas_susulan(
            selesai,
            hari,
            *permohonan._hari_kerja_cuti(selesai, selesai + timedelta(days=120)),
        )
        belum = permohonan.state in ("draft", "returned")
        lewat = belum and self._hari_ini() > batas
        fakta = self.env._("to be filed by %s", format_panjang(batas))
        return ("gagal" if lewat else "lulus"), fakta

    def _nilai_durasi(self, permohonan, bulan=None):
        """Compare the last day with the longest duration of the kind."""
        maks = self._jenis(permohonan).durasi_maks if bulan is None else bulan
        batas = cuti_jenis.akhir_maks(permohonan.tanggal_mulai, maks)
        if not batas:
            return "lulus", False
        fakta = self.env._("at most until %s", format_panjang(batas))
        lewat = permohonan.tanggal_selesai > batas
        return ("gagal" if lewat else "lulus"), fakta

    def _aturan_cuti_p_01(self, permohonan, aturan):
        """One of the reasons of the regulation (CUTI-P-01 to CUTI-P-04)."""
        sebab = permohonan.sebab_cuti_id
        return ("lulus" if sebab else "gagal"), sebab.name or False

    def _aturan_cuti_p_02(self, permohonan, aturan):
        """Birth by the wife: for husbands; the inpatient letter is a document."""
        return self._nilai_kelamin(permohonan)

    def _aturan_cuti_p_05(self, permohonan, aturan):
        """At most one month (CUTI-P-05)."""
        return self._nilai_durasi(permohonan)

    def _aturan_cuti_k_09(self, permohonan, aturan):
        """PPPK teachers: school holidays as annual leave, if so set (CUTI-K-09)."""
        if not self._is_pppk(permohonan) or not self.env["asn.saldo.cuti"]._setelan(
            "cuti_libur_sekolah_pppk"
        ):
            return "lulus", False
        jabatan = permohonan.employee_id.jabatan_id
        is_guru = jabatan.bup_id.kode == "guru"
        return ("gagal" if is_guru else "lulus"), jabatan.name or False

    def _nilai_kelamin(self, permohonan, perlu=None):
        """Compare the reason with the sex in the profile."""
        perlu = perlu or permohonan.sebab_cuti_id.jenis_kelamin
        pegawai = permohonan.employee_id
        if not perlu:
            return "lulus", False
        if not pegawai.jenis_kelamin:
            return "manual", self.env._("sex not in the profile")
        return ("lulus" if pegawai.jenis_kelamin == perlu else "gagal"), False

    def _sebutan_tangguh(self, permohonan):
        """Return what cannot wait: of long leave only some reasons, else the kind."""
        if permohonan.jenis_cuti == "besar":
            return permohonan.sebab_cuti_id.name
        return self._jenis(permohonan).name

    def _on_deferred(self, permohonan):
        """Refuse the deferral of leave that cannot wait (CUTI-B-04).

        :raise UserError: sick, maternity and important leave, religious duty, birth
        """
        if permohonan.jenis_cuti and not permohonan._dapat_ditangguhkan():
            raise UserError(
                self.env._(
                    "%s cannot be deferred (CUTI-B-04). Approve, return or reject it.",
                    self._sebutan_tangguh(permohonan),
                )
            )
        return super()._on_deferred(permohonan)

    # ---- texts ---------------------------------------------------------

    def _pesan_aturan(self, kode):
        """Return the messages of the rules of this file."""
        pesan = {
            "CUTI-P-01": self.env._(
                "Choose one of the reasons for which this leave is given."
            ),
            "CUTI-P-02": self.env._("This reason is for husbands."),
            "CUTI-P-05": self.env._("This leave lasts one month at most."),
            "CUTI-K-09": self.env._(
                "For teachers who are PPPK school holidays are the annual leave."
            ),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _keterangan(self, permohonan):
        """Return lines for the form: limits and facts of this kind of leave."""
        batas = cuti_jenis.akhir_maks(
            permohonan.tanggal_mulai, self._jenis(permohonan).durasi_maks
        )
        baris = []
        if batas and permohonan.jenis_cuti != "sakit":
            baris.append(self.env._("Last possible day: %s", format_panjang(batas)))
        penghasilan = self._jenis(permohonan).penghasilan
        if penghasilan and penghasilan != "penuh":
            baris.append(self.env._("Income during leave: %s", penghasilan))
        if permohonan.sebab_cuti_id.is_susulan and permohonan.state == "draft":
            hari = self.env["asn.saldo.cuti"]._setelan("cuti_susulan_hari")
            baris.append(
                self.env._("May be filed up to %s working days after the return", hari)
            )
        return baris

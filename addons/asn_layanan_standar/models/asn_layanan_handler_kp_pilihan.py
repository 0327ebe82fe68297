from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import pangkat, pangkat_pilihan


class AsnLayananHandlerKenaikanPangkat(models.AbstractModel):
    """Promotion in rank (KP): functional posts, education, anumerta, pengabdian."""

    _inherit = "asn.layanan.handler.kenaikan_pangkat"

    def _angka(self, nilai):
        return f"{nilai:g}".replace(".", ",")

    def _cukup_bulan(self, orang, kasus, perlu):
        return self._jawab(
            orang,
            kasus,
            lambda p, kp: self._ya(
                kp.bulan_pangkat >= perlu, self._bulan_teks(kp.bulan_pangkat)
            ),
        )

    # ---- functional posts ----------------------------------------------------

    def _orang_kp_f_01(self, versi, orang, aturan, kasus):
        """Two years in rank (KP-F-01)."""
        return self._cukup_bulan(orang, kasus, aturan._parameter().get("bulan", 24))

    def _orang_kp_f_02(self, versi, orang, aturan, kasus):
        """The credit for the next rank is reached (KP-F-02, KP-F-05, KP-F-07)."""
        persen = aturan._parameter().get("persen_ijazah", 0)
        return self._jawab(
            orang, kasus, lambda p, kp: self._kredit_cukup(p, kp, persen)
        )

    def _kredit_cukup(self, pegawai, kp, persen=0):
        terendah = pegawai.jabatan_id.jenis_jabatan_id.pangkat_terendah_id.urutan
        if pegawai.jenjang and kp.pangkat.urutan < terendah:
            # The promotion into the post proved the credit; it starts at 0 (KP-F-04).
            return "lulus", self.env._("proved by the promotion into the post")
        if not pegawai.jenjang:
            return "gagal", self.env._("no functional post")
        if not kp.perlu:
            return "lulus", self.env._("no further rank in this level")
        punya = kp.kredit
        if persen and self._ijazah_baru(pegawai, kp):
            punya += pangkat_pilihan.kredit_ijazah(kp.perlu, persen)
        fakta = self.env._(
            "%(have)s of %(need)s",
            have=self._angka(punya),
            need=self._angka(kp.perlu),
        )
        return self._ya(punya >= kp.perlu, fakta)

    def _ijazah_baru(self, pegawai, kp):
        """Tell whether the recorded degree came after the present rank."""
        return (pegawai.tahun_lulus or 0) >= kp.pangkat.tmt.year

    def _orang_kp_f_04(self, versi, orang, aturan, kasus):
        """The next rank belongs to the level held: else that is raised first."""

        def periksa(pegawai, kp):
            jenis = pegawai.jabatan_id.jenis_jabatan_id
            if not pegawai.jenjang:
                return "gagal", pegawai.jabatan_id.name or False
            tertinggi = jenis.pangkat_tertinggi_id
            fakta = f"{jenis.name}: {tertinggi.kode}"
            return self._ya(kp.pangkat.urutan < tertinggi.urutan, fakta)

        return self._jawab(orang, kasus, periksa)

    def _orang_kp_f_06(self, versi, orang, aturan, kasus):
        """Periods of the PAK since the last rank neither overlap nor leave a gap."""
        label = {
            "tumpang": self.env._("periods of PAK overlap"),
            "celah": self.env._("a period without PAK"),
        }

        def periksa(pegawai, kp):
            salah = pangkat_pilihan.periode_pak_salah(kp.pak)
            return self._ya(not salah, label.get(salah, False))

        return self._jawab(orang, kasus, periksa)

    # ---- education adjustment --------------------------------------------------

    def _orang_kp_i_01(self, versi, orang, aturan, kasus):
        """The rank is below the entry rank of the recorded education (KP-I-01)."""

        def periksa(pegawai, kp):
            pendidikan = pegawai.pendidikan_id.name or "-"
            target = f" - {kp.baru.kode}" if kp.baru else ""
            return self._ya(kp.baru, f"{pendidikan}: {kp.lama.kode}{target}")

        return self._jawab(orang, kasus, periksa)

    def _orang_kp_i_02(self, versi, orang, aturan, kasus):
        """One year in rank (KP-I-02)."""
        return self._cukup_bulan(orang, kasus, aturan._parameter().get("bulan", 12))

    def _orang_kp_i_03(self, versi, orang, aturan, kasus):
        """The exam of adjustment (UKPPI) was passed; free after a study assignment.

        Who graduated from a study for which the post was given up is free of it,
        unless the city decides otherwise (parameter ``bebas_tubel``).
        """
        lulus = self._tanggal_dokumen(orang, "STLUKPPI")
        bebas = aturan._parameter().get("bebas_tubel", True)

        def periksa(pegawai, kp):
            if pegawai.id in lulus:
                return "lulus", self.env._("certificate in the archive")
            if bebas and kp.studi and kp.studi[3]:
                return "lulus", self.env._("free after the study %s", kp.studi[4])
            return "gagal", False

        return self._jawab(orang, kasus, periksa)

    def _orang_kp_i_04(self, versi, orang, aturan, kasus):
        """The study was permitted (KP-I-04, TB-12); the duties need the knowledge.

        Need and formation are seen in the description of duties, an obligatory
        document. What lies before the appointment needs no permission.
        """
        tanpa = aturan._parameter().get("tanpa_izin", "manual")

        def periksa(pegawai, kp):
            if kp.studi:
                return "lulus", kp.studi[4]
            mulai = pegawai.tmt_cpns
            if mulai and pegawai.tahun_lulus and pegawai.tahun_lulus < mulai.year:
                return "lulus", self.env._("graduated before the appointment")
            return tanpa, self.env._("no permission to study is recorded")

        return self._jawab(orang, kasus, periksa)

    def _orang_kp_i_05(self, versi, orang, aturan, kasus):
        """Who holds a functional post needs the credit as well (KP-I-05)."""
        return self._jawab(
            orang,
            kasus,
            lambda p, kp: self._kredit_cukup(p, kp) if p.jenjang else ("lulus", False),
        )

    # ---- anumerta and pengabdian --------------------------------------------------

    def _orang_kp_a_01(self, versi, orang, aturan, kasus):
        """One step up on the day of death, without ceiling (KP-A-01, KP-A-02)."""
        return self._jawab(
            orang, kasus, lambda p, kp: self._ya(kp.baru, format_panjang(kp.tmt))
        )

    def _orang_kp_p_01(self, versi, orang, aturan, kasus):
        """Retirement age reached soon, death, or disability on duty (KP-P-01, 05)."""
        bulan = aturan._parameter().get("bulan_sebelum", 15)

        def periksa(pegawai, kp):
            permohonan = kasus.milik(pegawai.id)
            if permohonan and (peristiwa := permohonan.kp_tanggal_peristiwa):
                return self._ya(peristiwa <= kasus.pada, format_panjang(peristiwa))
            pensiun = pegawai.tmt_pensiun
            if not pensiun:
                return "manual", self.env._("no retirement age is known")
            dekat = pangkat.jendela(pensiun, bulan, 0)[0] <= kasus.pada
            return self._ya(dekat, format_panjang(pensiun))

        return self._jawab(orang, kasus, periksa)

    def _orang_kp_p_02(self, versi, orang, aturan, kasus):
        """30 years and a month in rank, 20 and a year, or 10 and two (KP-P-02)."""

        def periksa(pegawai, kp):
            fakta = self.env._(
                "%(years)s years of service, %(months)s months in rank",
                years=kp.bulan_kerja // 12,
                months=kp.bulan_pangkat,
            )
            return self._ya(
                pangkat_pilihan.is_cukup_pengabdian(kp.bulan_kerja, kp.bulan_pangkat),
                fakta,
            )

        return self._jawab(orang, kasus, periksa)

    def _orang_kp_p_03(self, versi, orang, aturan, kasus):
        """No moderate or heavy punishment in the last year (KP-P-03)."""
        return self.env["asn.layanan.pustaka"]._pustaka_hukuman(
            orang, {"tingkat": ["S", "B"], "tahun": 1}, kasus
        )

    def _pesan_kp(self):
        return {
            **super()._pesan_kp(),
            "KP-F-01": self.env._("Two years in the present rank are needed."),
            "KP-F-02": self.env._("The credit for the next rank is not reached."),
            "KP-F-04": self.env._(
                "The next rank belongs to the next level (jenjang): the post is raised"
                " first."
            ),
            "KP-F-06": self.env._("The periods of the PAK do not join."),
            "KP-I-01": self.env._(
                "The recorded education does not lead to a higher rank."
            ),
            "KP-I-02": self.env._("One year in the present rank is needed."),
            "KP-I-03": self.env._("The certificate of the exam (UKPPI) is missing."),
            "KP-I-04": self.env._(
                "A certificate earned without permission to study does not lead to a"
                " promotion."
            ),
            "KP-I-05": self.env._("A functional post needs the credit as well."),
            "KP-A-01": self.env._("There is no higher rank."),
            "KP-P-01": self.env._(
                "Devotion goes with the retirement age, death or disability on duty."
            ),
            "KP-P-02": self.env._(
                "Service and time in rank are not enough for a promotion by devotion."
            ),
            "KP-P-03": self.env._("A disciplinary punishment fell in the last year."),
        }

from odoo import models

from ..domain import pangkat, pangkat_pilihan


class AsnLayananHandlerKenaikanPangkat(models.AbstractModel):
    """Promotion in rank (KP): rules of reguler and of managerial posts."""

    _inherit = "asn.layanan.handler.kenaikan_pangkat"

    # ---- reguler -----------------------------------------------------------

    def _orang_kp_r_01(self, versi, orang, aturan, kasus):
        """Holds neither a managerial nor a functional post (KP-R-01).

        Nor held one before the study assignment: the profile of who was released
        keeps the last post.
        """

        def periksa(pegawai, kp):
            bawaan = self.env["asn.kp"]._jenis_bawaan(pegawai)
            return self._ya(bawaan == "reguler", pegawai.jabatan_id.name)

        return self._jawab(orang, kasus, periksa)

    def _orang_kp_r_02(self, versi, orang, aturan, kasus):
        """Four years in rank on the TMT, CLTN not counted (KP-R-02, KP-03, KP-06)."""
        perlu = aturan._parameter().get("bulan", pangkat.BULAN_PANGKAT["reguler"])
        return self._jawab(
            orang,
            kasus,
            lambda p, kp: self._ya(
                kp.bulan_pangkat >= perlu, self._bulan_teks(kp.bulan_pangkat)
            ),
        )

    def _orang_kp_r_03(self, versi, orang, aturan, kasus):
        """The next grade is within the ceiling of the recorded education.

        KP-R-03, KP-R-05: the education of the personnel data counts. The rank of
        the superior is no limit (KP-R-04).
        """
        setara = aturan._parameter().get("profesi_setara_s2", ["dokter", "apoteker"])
        Pendidikan = self.env["asn.pendidikan"]
        batas = {
            p.kode: p.golongan_tertinggi_id.urutan
            for p in Pendidikan.search([("kode", "in", ("S1", "D3"))])
        }

        def periksa(pegawai, kp):
            pendidikan = pegawai.pendidikan_id
            if not pendidikan:
                return "manual", self.env._("no education is recorded")
            tertinggi = pangkat.batas_pendidikan(
                (pendidikan.golongan_tertinggi_id.urutan, batas["S1"], batas["D3"]),
                pendidikan.kode,
                pegawai.program_studi,
                setara,
            )
            return self._ya(kp.pangkat.urutan < tertinggi, pendidikan.name)

        return self._jawab(orang, kasus, periksa)

    # ---- managerial posts ----------------------------------------------------

    def _orang_kp_s_01(self, versi, orang, aturan, kasus):
        """Holds a managerial post whose highest rank is not reached (KP-S-01)."""

        def periksa(pegawai, kp):
            jenis = pegawai.jabatan_id.jenis_jabatan_id
            if jenis.kelompok != "manajerial":
                return "gagal", pegawai.jabatan_id.name
            fakta = f"{jenis.name}: {jenis.pangkat_tertinggi_id.kode}"
            return self._ya(
                kp.pangkat.urutan < jenis.pangkat_tertinggi_id.urutan, fakta
            )

        return self._jawab(orang, kasus, periksa)

    def _orang_kp_s_02(self, versi, orang, aturan, kasus):
        """Time in rank and post: KP-S-02 to KP-S-05, whichever holds."""
        dua_tingkat = aturan._parameter().get("dua_tingkat", True)

        def periksa(pegawai, kp):
            terendah = pegawai.jabatan_id.jenis_jabatan_id.pangkat_terendah_id
            if not terendah:
                return "manual", pegawai.jabatan_id.name or False
            perlu, jabatan, kode = pangkat_pilihan.bulan_struktural(
                kp.pangkat.urutan, terendah.urutan, kp.bulan_pangkat
            )
            cukup = kp.bulan_pangkat >= perlu and kp.bulan_jabatan >= jabatan
            if kode == "KP-S-05" and not dua_tingkat:
                cukup = False
            fakta = self.env._(
                "%(rule)s: %(rank)s months in rank, %(post)s months in the level",
                rule=kode,
                rank=kp.bulan_pangkat,
                post=kp.bulan_jabatan,
            )
            return self._ya(cukup, fakta)

        return self._jawab(orang, kasus, periksa)

    # ---- messages --------------------------------------------------------------

    def _pesan_aturan(self, kode):
        """Return the message of a rule that failed."""
        return self._pesan_kp().get(kode) or super()._pesan_aturan(kode)

    def _pesan_kp(self):
        """Return ``{rule id: message}`` of this service."""
        return {
            "KP-01": self.env._(
                "The TMT of a promotion is the first of a month, or the day of the"
                " event."
            ),
            "KP-02": self.env._("There is no higher rank for this promotion."),
            "KP-04": self.env._(
                "The performance of the last years must be at least Baik."
            ),
            "KP-05": self.env._(
                "A disciplinary punishment or the legal position does not allow a"
                " promotion on that day."
            ),
            "KP-07": self.env._("The certificate of the service exam is missing."),
            "KP-08": self.env._("Proposals for this TMT are not taken today."),
            "KP-10": self.env._(
                "Rank, post or pay changed after the submission. Return the request, so"
                " that it is worked out again."
            ),
            "KP-R-01": self.env._(
                "Regular promotion is for staff (pelaksana); choose the kind that goes"
                " with the post."
            ),
            "KP-R-02": self.env._("Four years in the present rank are needed."),
            "KP-R-03": self.env._("The highest rank of your education is reached."),
            "KP-S-01": self.env._(
                "The highest rank of the managerial post is reached."
            ),
            "KP-S-02": self.env._(
                "Time in rank or in the post is not enough for this post."
            ),
        }

from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.addons.asn_layanan.domain.pustaka import Kasus

from ..domain import pangkat
from .asn_permohonan_kp import BERPERISTIWA

#: Rules of one kind begin with these.
_AWALAN = {
    "KP-R": ("reguler",),
    "KP-S": ("struktural",),
    "KP-F": ("fungsional",),
    "KP-I": ("penyesuaian_ijazah",),
    "KP-A": ("anumerta",),
    "KP-P": ("pengabdian", "pengabdian_cacat"),
}
#: Common rules that some kinds are free of.
_SEBAGIAN = {
    "KP-04": tuple(pangkat.TAHUN_KINERJA),
    "KP-05": (*pangkat.BERPERIODE, "pengabdian"),
    "KP-07": ("reguler", "struktural"),
    "KP-08": pangkat.BERPERIODE,
    "KP-P-02": ("pengabdian",),
    "KP-P-03": ("pengabdian",),
}


class AsnLayananHandlerKenaikanPangkat(models.AbstractModel):
    """Promotion in rank (KP): which rules hold, and those of every kind.

    Rules answer for many people on a day, so that rehearsals and forecasts ask what
    a request asks. One look at the histories serves all rules of a run.
    """

    _name = "asn.layanan.handler.kenaikan_pangkat"
    _inherit = "asn.layanan.handler"
    _description = "Promotion Service (Layanan Kenaikan Pangkat)"

    def _berlaku_kode(self, kode, jenis):
        """Tell whether a rule holds for a kind of promotion."""
        boleh = _SEBAGIAN.get(kode) or _AWALAN.get(kode[:4])
        return boleh is None or jenis in boleh

    def _is_diperiksa(self, kode, permohonan):
        """Ask the rules of the kind of promotion, the others not at all."""
        return self._berlaku_kode(kode, permohonan.kp_jenis)

    def _jawab_orang(self, kode, aturan, versi, orang, kasus):
        """Rules of a kind that a person's post does not lead to are met."""
        hasil = super()._jawab_orang(kode, aturan, versi, orang, kasus)
        if kode not in _SEBAGIAN and kode[:4] not in _AWALAN:
            return hasil
        for orang_id, kp in self._kp(orang, kasus).items():
            if kp and not self._berlaku_kode(kode, kp.jenis):
                hasil[orang_id] = "lulus", self.env._("not for this kind of promotion")
        return hasil

    def _aturan_umum_01(self, permohonan, aturan):
        """Who died or left may still be promoted by anumerta or pengabdian."""
        kedudukan = permohonan.employee_id.kedudukan_hukum
        boleh = aturan._parameter().get("peristiwa", ())
        if permohonan.kp_jenis in BERPERISTIWA and kedudukan.kode in boleh:
            return "lulus", kedudukan.name
        return super()._aturan_umum_01(permohonan, aturan)

    def _kp(self, orang, kasus):
        """Return the promotions of people, kept for the length of one run."""
        if "kp" not in kasus.simpanan:
            minta, produk = None, None
            if permohonan := kasus.permohonan:
                # The first rule may be asked of some of them only.
                orang = permohonan.employee_id._origin
                minta = {
                    p.employee_id._origin.id: (p.kp_jenis, p.kp_tmt) for p in permohonan
                }
                produk = (permohonan.asal_id | permohonan).dokumen_produk_id
            kasus.simpanan["kp"] = self.env["asn.kp"]._hitung(orang, minta, produk)
        return kasus.simpanan["kp"]

    def _jawab(self, orang, kasus, periksa):
        """Return ``{employee id: answer}``; without a grade a human judges.

        :param periksa: function of employee and `Kp`, returning (result, fact)
        """
        kp = self._kp(orang, kasus)
        return {
            p.id: periksa(p, kp[p.id])
            if kp[p.id]
            else ("manual", self.env._("no grade of PNS is recorded"))
            for p in orang
        }

    def _ya(self, benar, fakta=False):
        return ("lulus" if benar else "gagal"), fakta

    def _bulan_teks(self, bulan):
        return self.env._("%(have)s months", have=bulan)

    # ---- rules of every kind ---------------------------------------------

    def _orang_kp_01(self, versi, orang, aturan, kasus):
        """The TMT is a day on which promotions take effect (KP-01, KP-A-01)."""

        def periksa(pegawai, kp):
            if kp.jenis in pangkat.BERPERIODE:
                return self._ya(pangkat.is_periode(kp.tmt), format_panjang(kp.tmt))
            # On the day of an event, which the form asks for.
            permohonan = kasus.milik(pegawai.id)
            ada = (
                kp.jenis == "pengabdian"
                or not permohonan
                or bool(permohonan.kp_tanggal_peristiwa)
            )
            return self._ya(ada, format_panjang(kp.tmt))

        return self._jawab(orang, kasus, periksa)

    def _orang_kp_02(self, versi, orang, aturan, kasus):
        """There is a next grade (KP-02)."""
        return self._jawab(
            orang,
            kasus,
            lambda p, kp: self._ya(
                kp.baru, kp.baru and f"{kp.lama.kode} - {kp.baru.kode}"
            ),
        )

    def _orang_kp_04(self, versi, orang, aturan, kasus):
        """Performance of the last years, as many as the kind asks (KP-04)."""
        predikat = aturan._parameter().get("predikat", ["sangat_baik", "baik"])
        kelompok = {}
        for pegawai in orang:
            kp = self._kp(orang, kasus)[pegawai.id]
            tahun = pangkat.TAHUN_KINERJA.get(kp.jenis, 2) if kp else 2
            kelompok.setdefault(tahun, orang.browse())
            kelompok[tahun] |= pegawai
        hasil = {}
        for tahun, sebagian in kelompok.items():
            hasil |= self.env["asn.layanan.pustaka"]._pustaka_kinerja(
                sebagian, {"predikat": predikat, "tahun": tahun}, kasus
            )
        return hasil

    def _orang_kp_05(self, versi, orang, aturan, kasus):
        """No punishment runs on the TMT, and nobody is suspended (KP-05)."""
        parameter = aturan._parameter()
        tingkat = parameter.get("tingkat", ["S", "B"])
        ditolak = parameter.get("kedudukan", ["02", "04", "05", "13"])
        kelompok = {}
        for pegawai in orang:
            kp = self._kp(orang, kasus)[pegawai.id]
            pada = kp.tmt if kp else kasus.pada
            kelompok.setdefault(pada, orang.browse())
            kelompok[pada] |= pegawai
        hasil = {}
        for pada, sebagian in kelompok.items():
            hasil |= self.env["asn.layanan.pustaka"]._pustaka_hukuman(
                sebagian, {"tingkat": tingkat, "tahun": 0}, Kasus(pada)
            )
        for pegawai in orang:
            kedudukan = pegawai.kedudukan_hukum
            if kedudukan.kode in ditolak:
                hasil[pegawai.id] = "gagal", kedudukan.name
        return hasil

    def _orang_kp_07(self, versi, orang, aturan, kasus):
        """Into III/a or IV/a the service exam was passed or is not asked (KP-07)."""
        diklat = self.env["asn.kp"]._diklat(orang)
        lulus = self._tanggal_dokumen(orang, "STLUD")
        parameter = aturan._parameter()
        setara = parameter.get("profesi_setara_s2", ["dokter", "apoteker"])
        istimewa = self.env["asn.kp"]._dihargai(
            orang, parameter.get("penghargaan_bebas", ["307", "308"])
        )

        def periksa(pegawai, kp):
            if not kp.ujian:
                return "lulus", self.env._("no service exam for this step")
            bebas = pangkat.bebas_ujian(
                kp.ujian,
                pegawai.pendidikan_id.urutan_jenjang,
                self._is_setara(pegawai, setara),
                diklat[pegawai.id],
            )
            if not bebas and pegawai.id in istimewa:
                return "lulus", self.env._(
                    "free of the exam by award: %s", istimewa[pegawai.id]
                )
            if bebas:
                return "lulus", self._teks_bebas(bebas, pegawai)
            if pegawai.id not in lulus:
                return "gagal", self.env._("level %s", "I" * kp.ujian)
            terbukti = pangkat.bukti_ujian(kp.ujian, lulus[pegawai.id], kp.tmt_kelompok)
            if terbukti is None:
                return "manual", self.env._("certificate of level II to be checked")
            if not terbukti:
                return "gagal", self.env._("the certificate is of level I")
            return "lulus", self.env._("certificate in the archive")

        return self._jawab(orang, kasus, periksa)

    def _teks_bebas(self, bebas, pegawai):
        if bebas == "pendidikan":
            return self.env._(
                "free of the exam by education: %s", pegawai.pendidikan_id.name
            )
        return self.env._("free of the exam by leadership training")

    def _is_setara(self, pegawai, setara):
        """Tell whether the education counts as S2 and not as S1."""
        program = (pegawai.program_studi or "").lower()
        return pegawai.pendidikan_id.kode != "PROFESI" or any(
            kata in program for kata in setara
        )

    def _tanggal_dokumen(self, orang, kode):
        """Return ``{employee id: date}`` of the newest document of a kind."""
        # sudo: whether a document is there, never what is in it
        baris = (
            self.env["asn.dokumen"]
            .sudo()
            .search_fetch(
                [
                    ("employee_id", "in", orang.ids),
                    ("jenis_id.kode", "=", kode),
                    ("status", "in", ("belum", "sah")),
                    ("is_terbaru", "=", True),
                ],
                ["employee_id", "tanggal"],
                # The last one of each stays: the newest; those without a date first.
                order="tanggal NULLS FIRST, id",
            )
        )
        return {d.employee_id.id: d.tanggal for d in baris}

    def _orang_kp_08(self, versi, orang, aturan, kasus):
        """Filed while proposals for that TMT are taken (KP-08)."""
        layanan = versi.layanan_id

        def periksa(pegawai, kp):
            hari, permohonan = kasus.pada, kasus.milik(pegawai.id)
            if permohonan and permohonan.tanggal_ajuan:
                hari = permohonan._tanggal(permohonan.tanggal_ajuan)
            buka, tutup = layanan._kp_jendela(kp.tmt)
            fakta = self.env._(
                "TMT %(tmt)s: %(open)s to %(close)s",
                tmt=format_panjang(kp.tmt),
                open=format_panjang(buka),
                close=format_panjang(tutup),
            )
            return self._ya(buka <= hari <= tutup, fakta)

        return self._jawab(orang, kasus, periksa)

    def _orang_kp_09(self, versi, orang, aturan, kasus):
        """Who decides after BKN's consideration: PPK up to IV/b (KP-09)."""

        def periksa(pegawai, kp):
            if kp.baru.urutan >= pangkat.KEPPRES:
                return "manual", self.env._("decided by the President")
            return "lulus", self.env._("decided by the PPK after BKN's consideration")

        return self._jawab(orang, kasus, periksa)

    def _orang_kp_10(self, versi, orang, aturan, kasus):
        """What the histories say now is what was submitted (KP-10)."""

        def periksa(pegawai, kp):
            permohonan = kasus.milik(pegawai.id)
            if not permohonan or permohonan.state in ("draft", "returned"):
                return "lulus", False
            sama = permohonan._nilai_kp(kp)
            kolom = ("kp_golongan_lama_id", "kp_golongan_id", "kp_gaji_baru")
            beda = [
                permohonan._fields[n].get_description(self.env, ["string"])["string"]
                for n in (*kolom, "kp_mkg_tahun", "kp_mkg_bulan")
                if permohonan._fields[n].convert_to_write(permohonan[n], permohonan)
                != sama[n]
            ]
            return self._ya(not beda, ", ".join(beda) or False)

        return self._jawab(orang, kasus, periksa)

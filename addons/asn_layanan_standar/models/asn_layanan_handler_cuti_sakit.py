from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import cuti_jenis

#: Days of a spell up to which its longest time is of no interest yet (CUTI-S-01).
_SINGKAT = 14


class AsnLayananHandlerCuti(models.AbstractModel):
    """Sick leave (cuti sakit): letters by length, one spell, the longest time.

    The letters themselves are documents of the service; their conditions read
    ``hari_sakit`` and ``is_perpanjangan_sakit`` of the request.
    """

    _inherit = "asn.layanan.handler.cuti"

    def _aturan_cuti_s_01(self, permohonan, aturan):
        """How long the spell is, which decides whose letter is needed (CUTI-S-01)."""
        awal, hari = permohonan.awal_sakit, permohonan.hari_sakit
        if awal and awal < permohonan.tanggal_mulai:
            return "lulus", self.env._(
                "%(days)s days, continuing the leave since %(start)s",
                days=hari,
                start=format_panjang(awal),
            )
        return "lulus", self.env._("%s days", hari)

    def _aturan_cuti_s_03(self, permohonan, aturan):
        """At most 1 year, extended by 6 months on the team's letter (CUTI-S-03)."""
        if self._is_pppk(permohonan) or permohonan.sebab_cuti_id.kode == "sakit_gugur":
            return "lulus", False
        return self._nilai_rangkaian(permohonan)

    def _aturan_cuti_s_04(self, permohonan, aturan):
        """Not recovered at the end of the extension: to be examined (CUTI-S-04)."""
        batas = self._batas_sakit(permohonan)
        if not permohonan.is_perpanjangan_sakit or not batas:
            return "lulus", False
        habis = permohonan.tanggal_selesai >= batas
        fakta = self.env._("sick leave ends on %s", format_panjang(batas))
        return ("gagal" if habis else "lulus"), fakta

    def _aturan_cuti_s_05(self, permohonan, aturan):
        """Miscarriage: women, at most 45 days (CUTI-S-05)."""
        if permohonan.sebab_cuti_id.kode != "sakit_gugur":
            return "lulus", False
        hasil, fakta = self._nilai_kelamin(permohonan)
        if hasil != "lulus":
            return hasil, fakta
        return self._nilai_durasi(permohonan)

    def _aturan_cuti_k_06(self, permohonan, aturan):
        """PPPK: at most 1 month; after an accident until the contract ends."""
        if not self._is_pppk(permohonan):
            return "lulus", False
        if permohonan.sebab_cuti_id.kode == "sakit_gugur":
            return "lulus", False
        return self._nilai_rangkaian(permohonan)

    def _nilai_rangkaian(self, permohonan):
        """Compare the end of the whole spell with the longest time."""
        batas = self._batas_sakit(permohonan)
        if not batas:
            return "lulus", False
        fakta = self.env._(
            "ill since %(start)s, at most until %(end)s",
            start=format_panjang(permohonan.awal_sakit or permohonan.tanggal_mulai),
            end=format_panjang(batas),
        )
        lewat = permohonan.tanggal_selesai > batas
        return ("gagal" if lewat else "lulus"), fakta

    def _batas_sakit(self, permohonan):
        """Return the last possible day of the spell, extension included."""
        jenis = self._jenis(permohonan)
        if not jenis.durasi_maks:
            return None
        return cuti_jenis.akhir_maks(
            permohonan.awal_sakit or permohonan.tanggal_mulai,
            jenis.durasi_maks + jenis.perpanjangan_maks_bulan,
        )

    def _pesan_aturan(self, kode):
        """Return the messages of the rules of sick leave."""
        pesan = {
            "CUTI-S-03": self.env._(
                "Sick leave lasts at most 1 year and can be extended by 6 months. After"
                " that the health is examined (CUTI-S-04)."
            ),
            "CUTI-S-04": self.env._(
                "This is the last extension: have the health examined by the team before"
                " it ends."
            ),
            "CUTI-S-05": self.env._(
                "Leave after a miscarriage is for women and lasts at most 45 days."
            ),
            "CUTI-K-06": self.env._("Sick leave of PPPK lasts at most 1 month."),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _keterangan(self, permohonan):
        """Add the spell and the letters that its length asks for."""
        baris = super()._keterangan(permohonan)
        if permohonan.jenis_cuti != "sakit" or not permohonan.hari_sakit:
            return baris
        fakta = self._aturan_cuti_s_01(permohonan, None)[1]
        baris.insert(0, self.env._("Illness: %s", fakta))
        if permohonan.hari_sakit > _SINGKAT:
            baris[1:1] = self._keterangan_surat(permohonan)
            baris += self._keterangan_batas(permohonan)
        return baris

    def _keterangan_surat(self, permohonan):
        """Say why a long spell asks for other letters (CUTI-S-02, CUTI-S-03)."""
        if permohonan.sebab_cuti_id.kode == "sakit_gugur":
            return []
        jenis = self._jenis(permohonan)
        baris = [
            self.env._(
                "More than %s days in all: the letter of a government doctor is needed",
                _SINGKAT,
            )
        ]
        if permohonan.is_perpanjangan_sakit and jenis.perpanjangan_maks_bulan:
            baris.append(
                self.env._(
                    "Beyond the longest sick leave: the letter of the health examining"
                    " team is needed, too"
                )
            )
        return baris

    def _keterangan_batas(self, permohonan):
        """Return until when a long spell may last, with and without the extension."""
        batas, jenis = self._batas_sakit(permohonan), self._jenis(permohonan)
        if not batas:
            return []
        awal = permohonan.awal_sakit or permohonan.tanggal_mulai
        biasa = cuti_jenis.akhir_maks(awal, jenis.durasi_maks)
        baris = [self.env._("Last possible day: %s", format_panjang(biasa))]
        if batas > biasa:
            baris.append(
                self.env._(
                    "With the letter of the health examining team: %s",
                    format_panjang(batas),
                )
            )
        return baris

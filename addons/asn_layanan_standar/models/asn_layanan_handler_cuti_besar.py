from datetime import timedelta

from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang

from ..domain import cuti, cuti_jenis

#: Children of maternity leave unless the rule's parameter says otherwise.
_ANAK_MAKS = 3


class AsnLayananHandlerCuti(models.AbstractModel):
    """Maternity leave (cuti melahirkan) and long leave (cuti besar)."""

    _inherit = "asn.layanan.handler.cuti"

    # ---- maternity -----------------------------------------------------

    def _anak_maks(self, permohonan):
        """Return for how many children there is maternity leave (CUTI-M-01)."""
        aturan = permohonan.versi_id.aturan_ids.filtered(
            lambda a: a.kode == "CUTI-M-01"
        )
        return aturan._parameter().get("anak_maks", _ANAK_MAKS)

    def _aturan_cuti_m_01(self, permohonan, aturan):
        """First to third child since the appointment (CUTI-M-01, CUTI-M-05)."""
        if self._is_pppk(permohonan):
            return "lulus", False
        return self._nilai_anak(permohonan)

    def _aturan_cuti_k_07(self, permohonan, aturan):
        """PPPK: first to third child since becoming PPPK (CUTI-K-07)."""
        if not self._is_pppk(permohonan):
            return "lulus", False
        return self._nilai_anak(permohonan)

    def _nilai_anak(self, permohonan):
        ke = permohonan._anak_ke()
        fakta = self.env._("child number %s by the family history", ke)
        return ("lulus" if ke <= self._anak_maks(permohonan) else "gagal"), fakta

    def _aturan_cuti_m_03(self, permohonan, aturan):
        """At most three months, shorter on request (CUTI-M-03)."""
        return self._nilai_durasi(permohonan)

    def _aturan_cuti_m_04(self, permohonan, aturan):
        """Women only (CUTI-M-04)."""
        return self._nilai_kelamin(permohonan, "P")

    # ---- long leave ----------------------------------------------------

    def _aturan_cuti_m_02(self, permohonan, aturan):
        """Fourth and later child: as long leave (CUTI-M-02)."""
        if not permohonan.sebab_cuti_id.is_kelahiran:
            return "lulus", False
        hasil, fakta = self._nilai_kelamin(permohonan)
        if hasil != "lulus":
            return hasil, fakta
        ke = permohonan._anak_ke()
        fakta = self.env._("child number %s by the family history", ke)
        return ("lulus" if ke > self._anak_maks(permohonan) else "gagal"), fakta

    def _aturan_cuti_b_01(self, permohonan, aturan):
        """Five years of continuous work, unless excused (CUTI-B-01, CUTI-B-02)."""
        if self._is_bebas(permohonan):
            return "lulus", permohonan.sebab_cuti_id.name
        cukup, tmt = self._is_setahun(permohonan)
        fakta = self.env._("working since %s", format_panjang(tmt) or "-")
        return ("lulus" if cukup else "gagal"), fakta

    def _is_bebas(self, permohonan):
        """Tell whether the reason needs no years of work (CUTI-B-02).

        Religious duty excuses once: what was granted before for the same reason
        was the first pilgrimage.
        """
        sebab = permohonan.sebab_cuti_id
        if not sebab.is_bebas_masa_kerja or sebab.is_kelahiran:
            return sebab.is_bebas_masa_kerja
        return not permohonan.search_count(
            [
                ("employee_id", "=", self._pegawai(permohonan).id),
                ("sebab_cuti_id", "=", sebab.id),
                ("state", "in", ("issued", "done")),
                ("id", "not in", (permohonan._origin | permohonan.asal_id).ids),
            ],
            limit=1,
        )

    def _aturan_cuti_b_03(self, permohonan, aturan):
        """Three months, less the annual leave already used (CUTI-B-03)."""
        batas, terpakai = self._batas_besar(permohonan)
        if not batas:
            return "lulus", False
        fakta = self.env._(
            "at most until %(date)s; annual leave used: %(days)s working days",
            date=format_panjang(batas),
            days=terpakai,
        )
        return ("gagal" if permohonan.tanggal_selesai > batas else "lulus"), fakta

    def _batas_besar(self, permohonan):
        """Return ``(last possible day, annual days used)`` of long leave."""
        pegawai, mulai = self._pegawai(permohonan), permohonan.tanggal_mulai
        bulan = self._jenis(permohonan).durasi_maks
        if permohonan.jenis_cuti != "besar" or not bulan:
            return None, 0
        akhir = permohonan.tanggal_selesai or mulai
        buku = self.env["asn.saldo.cuti"]._buku(pegawai.ids).get(pegawai.id, {})
        terpakai = sum(
            buku.get(tahun, {}).get("pakai", 0)
            for tahun, __, __ in cuti.bagi_tahun(mulai, akhir)
        )
        batas = cuti_jenis.akhir_besar(
            mulai,
            bulan,
            terpakai,
            *permohonan._hari_kerja_cuti(mulai, mulai + timedelta(days=366)),
        )
        return batas, terpakai

    def _aturan_cuti_b_05(self, permohonan, aturan):
        """Five years after the last long leave (CUTI-B-05, CUTI-B-07)."""
        lalu = self._besar_terakhir(permohonan)
        if not lalu or permohonan.sebab_cuti_id.is_kelahiran:
            return "lulus", False
        boleh = cuti_jenis.is_boleh_besar_lagi(
            lalu,
            permohonan.tanggal_mulai,
            self._jenis(permohonan).syarat_masa_kerja_bulan,
        )
        fakta = self.env._("last long leave until %s", format_panjang(lalu))
        return ("lulus" if boleh else "gagal"), fakta

    def _besar_terakhir(self, permohonan):
        """Return the last day of the long leave before, if any."""
        return (
            self.env["asn.riwayat.cuti"]
            .search(
                [
                    ("employee_id", "=", self._pegawai(permohonan).id),
                    ("jenis_cuti", "=", "besar"),
                    ("status", "=", "sah"),
                    ("tanggal_mulai", "<", permohonan.tanggal_mulai),
                    ("permohonan_id", "not in", permohonan.asal_id.ids or [0]),
                ],
                order="tanggal_selesai desc",
                limit=1,
            )
            .tanggal_selesai
        )

    # ---- texts ---------------------------------------------------------

    def _pesan_aturan(self, kode):
        """Return the messages of the rules of this file."""
        pesan = {
            "CUTI-M-01": self._pesan_anak(),
            "CUTI-K-07": self._pesan_anak(),
            "CUTI-M-02": self.env._(
                "Long leave for a birth is for the fourth and later child; for earlier"
                " ones file maternity leave (cuti melahirkan)."
            ),
            "CUTI-M-03": self.env._("Maternity leave lasts at most 3 months."),
            "CUTI-M-04": self.env._("Maternity leave is for women."),
            "CUTI-B-01": self.env._(
                "Long leave (cuti besar) needs 5 years of continuous work."
            ),
            "CUTI-B-03": self.env._(
                "Long leave lasts at most 3 months, less the annual leave used in the"
                " same year. Please choose an earlier last day."
            ),
            "CUTI-B-05": self.env._(
                "Long leave is given once in 5 years; after it the 5 years start again."
            ),
        }
        return pesan.get(kode) or super()._pesan_aturan(kode)

    def _pesan_anak(self):
        return self.env._(
            "Maternity leave is for the first to third child. From the fourth on PNS"
            " file long leave (cuti besar)."
        )

    def _keterangan(self, permohonan):
        """Add the child's number, or what annual leave takes from long leave."""
        baris = super()._keterangan(permohonan)
        sebab = permohonan.sebab_cuti_id
        if permohonan.jenis_cuti == "melahirkan" or sebab.is_kelahiran:
            baris.insert(
                0,
                self.env._(
                    "Child number %s by the family history", permohonan._anak_ke()
                ),
            )
        if permohonan.jenis_cuti == "besar":
            batas, terpakai = self._batas_besar(permohonan)
            if terpakai:
                baris.append(
                    self.env._(
                        "Annual leave used this year: %(days)s working days; last"
                        " possible day %(date)s",
                        days=terpakai,
                        date=format_panjang(batas),
                    )
                )
            baris.append(
                self.env._("No annual leave is left in a year with long leave")
            )
        return baris

from datetime import timedelta

from odoo import models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.exceptions import UserError

from ..domain import tugas_belajar as tb

PEMBERIAN, PERPANJANGAN, PENGAKTIFAN = (
    "pemberian",
    "perpanjangan",
    "pengaktifan_kembali",
)
#: What was asked when the study was granted; who extends or returns is not asked again.
_SAAT_DIBERI = frozenset(
    "TB-01 TB-02 TB-03 TB-04 TB-05 TB-06 TB-07 TB-08 TB-11 TB-X-01".split()
)
_PENEMPATAN = ("tb_jabatan_id", "tb_unit_id")


class AsnLayananHandlerTugasBelajar(models.AbstractModel):
    """Study assignment (tugas belajar): grant, extension and return."""

    _name = "asn.layanan.handler.tugas_belajar"
    _inherit = ["asn.layanan.handler.belajar", "asn.layanan.jabatan.mixin"]
    _description = "Study Assignment Service (Layanan Tugas Belajar)"

    def _bentuk(self, permohonan):
        return self._jawab(permohonan, "bentuk") or PEMBERIAN

    def _is_pemberian(self, permohonan):
        return self._bentuk(permohonan) == PEMBERIAN

    def _kolom_isian(self):
        """The post to which somebody returns."""
        return [*_PENEMPATAN, *super()._kolom_isian()]

    def _kolom_tampil(self, permohonan):
        kolom = super()._kolom_tampil(permohonan)
        if self._bentuk(permohonan) == PENGAKTIFAN:
            return kolom
        return [nama for nama in kolom if nama not in _PENEMPATAN]

    # ---- the study of an extension or return -------------------------------

    def _studi_ini(self, permohonan):
        """Return the study to be extended or ended, as it stands without this request.

        Also after the issue, and for a correction: what the own product and that of
        the corrected request wrote does not count.
        """
        # sudo: the study of the applicant, whoever decides
        Studi = self.env["asn.riwayat.tugas.belajar"].sudo()
        baris = Studi.search(
            [
                ("employee_id", "=", permohonan.employee_id._origin.id),
                ("status", "=", "sah"),
            ]
        )
        sendiri = (permohonan | permohonan.asal_id).dokumen_produk_id
        for satu in baris:
            while satu and satu.dokumen_id and satu.dokumen_id in sendiri:
                satu = satu.koreksi_dari_id
            if satu and not satu.tanggal_kembali:
                return satu
        return Studi.browse()

    def _tambahan(self, permohonan):
        """Return the semesters asked for."""
        return int(self._jawab(permohonan, "tambahan") or 0)

    def _sudah_diperpanjang(self, studi):
        """Return the semesters by which a study was extended so far."""
        asal = studi._silsilah()[-1:]
        # Whole semesters: the decree extends by nothing else.
        sejak = asal.tanggal_selesai + timedelta(days=1)
        return tb.bulan_studi(sejak, studi.tanggal_selesai) // tb.BULAN_SEMESTER

    def _selesai_baru(self, permohonan, studi):
        """Return the last day after the extension."""
        sejak = studi.tanggal_selesai + timedelta(days=1)
        return tb.selesai(sejak, self._tambahan(permohonan))

    # ---- rules -----------------------------------------------------------

    def _check_submission(self, permohonan):
        """Refuse what has no study, and a return without a post.

        :raise UserError: says what lacks
        """
        if self._is_pemberian(permohonan):
            return
        studi = self._studi_ini(permohonan)
        if not studi:
            raise UserError(
                self.env._("No study with permission is recorded that goes on.")
            )
        if self._bentuk(permohonan) == PERPANJANGAN:
            return
        if not studi.is_dibebaskan:
            raise UserError(
                self.env._(
                    "Only who was released from the post returns by a decree. Report"
                    " the end of the study with the last report instead."
                )
            )
        if not (permohonan.tb_jabatan_id and permohonan.tb_unit_id):
            raise UserError(
                self.env._("Fill in the post and the unit to which you return.")
            )

    def _is_diperiksa(self, kode, permohonan):
        """Leave out the conditions of a grant: nobody is kept from the way back."""
        if kode in _SAAT_DIBERI and not self._is_pemberian(permohonan):
            return False
        return super()._is_diperiksa(kode, permohonan)

    def _aturan_tb_10(self, permohonan, aturan):
        """Who returns reads until when the service is bound (TB-10)."""
        studi = self._studi_ini(permohonan)
        kembali = self._tanggal_jawab(permohonan, "tanggal_kembali")
        if self._bentuk(permohonan) != PENGAKTIFAN or not studi or not kembali:
            return super()._aturan_tb_10(permohonan, aturan)
        sampai = self._ikatan(permohonan, studi, kembali)
        if not sampai:
            return "lulus", self.env._("no bound service")
        return "lulus", self.env._("bound service until %s", format_panjang(sampai))

    def _aturan_tb_09(self, permohonan, aturan):
        """Normal length of a grant; number and time of an extension (TB-09)."""
        bentuk = self._bentuk(permohonan)
        if bentuk == PEMBERIAN:
            return super()._aturan_tb_09(permohonan, aturan)
        studi = self._studi_ini(permohonan)
        if bentuk != PERPANJANGAN or not studi:
            return "lulus", False
        parameter = aturan._parameter()
        hasil = tb.periksa_perpanjangan(
            self._tambahan(permohonan),
            self._sudah_diperpanjang(studi),
            studi.tanggal_selesai,
            self._hari_ajuan(permohonan),
            parameter.get("perpanjangan_maks", 2),
            parameter.get("perpanjangan_bulan", 6),
        )
        return hasil, self.env._("until %s", format_panjang(studi.tanggal_selesai))

    def _aturan_tb_x_02(self, permohonan, aturan):
        """The return is neither before the study nor without a day; own rule."""
        if self._bentuk(permohonan) != PENGAKTIFAN:
            return "lulus", False
        kembali = self._tanggal_jawab(permohonan, "tanggal_kembali")
        studi = self._studi_ini(permohonan)
        cocok = kembali and studi and kembali > studi.tanggal_mulai
        return ("lulus" if cocok else "gagal"), format_panjang(kembali) or False

    def _pesan_aturan(self, kode):
        """Return the message of a rule that failed."""
        if kode == "TB-X-02":
            return self.env._("The day of the return lies after the study began.")
        return super()._pesan_aturan(kode)

    def _ringkasan(self, permohonan):
        """Return one line: what is asked, and for which study."""
        if self._is_pemberian(permohonan):
            return super()._ringkasan(permohonan)
        studi = self._studi_ini(permohonan)
        bagian = self._label(permohonan, "bentuk"), studi.display_name
        return " · ".join(b for b in bagian if b)

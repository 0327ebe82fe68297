from odoo import models
from odoo.exceptions import UserError

_ISIAN = (
    "jenis_cuti",
    "sebab_cuti_id",
    "tanggal_mulai",
    "tanggal_selesai",
    "hari_perjalanan",
    "alasan",
    "alasan_khusus",
    "alamat_cuti",
    "telepon_cuti",
    "di_luar_negeri",
    "negara_tujuan_id",
    "pengganti_id",
)
#: CUTI-05 names annual, long, important and joint leave only.
_TANPA_PANGGILAN = ("sakit", "melahirkan", "cltn")


class AsnLayananHandlerCuti(models.AbstractModel):
    """Leave (cuti): correction, replacement and revocation of a granted leave."""

    _inherit = "asn.layanan.handler.cuti"
    #: Limits of length hold for what replaces a leave, too.
    _KERAS_TINDAK = frozenset(
        "UMUM-05 CUTI-03 CUTI-09 CUTI-K-01 CUTI-K-06 CUTI-K-08 CUTI-S-03 CUTI-S-05"
        " CUTI-M-03 CUTI-P-05 CUTI-B-03 CUTI-L-03 CUTI-L-05".split()
    )

    def _kolom_isian(self):
        """The leave form, in the order of the national one."""
        return [*_ISIAN, *super()._kolom_isian()]

    def _kolom_tampil(self, permohonan):
        """Leave out what is not asked of this applicant."""
        lewat = set()
        if not (permohonan.has_kuota_khusus or permohonan.alasan_khusus):
            lewat.add("alasan_khusus")
        if not permohonan.di_luar_negeri:
            lewat.add("negara_tujuan_id")
        if not (permohonan.is_daerah_sulit or permohonan.hari_perjalanan):
            lewat.add("hari_perjalanan")
        if not permohonan.has_sebab_cuti:
            lewat.add("sebab_cuti_id")
        kolom = [nama for nama in self._kolom_isian() if nama not in lewat]
        if permohonan.rincian_lama:
            kolom.insert(kolom.index("tanggal_selesai") + 1, "rincian_lama")
        return kolom

    def _periksa_tindak(self, permohonan):
        """Days already taken are not given back (CUTI-05, CUTI-08).

        Before the first day a leave is revoked whole. Later it is replaced by
        one that ends earlier (recall); the unused rest stays the employee's.
        """
        asal = permohonan.asal_id
        if asal.tanggal_mulai > self._hari_ini():
            return
        self._periksa_panggilan(permohonan)
        if permohonan.jenis_tindak == "pencabutan":
            raise UserError(
                self.env._(
                    "The leave has begun. Days already taken are not given back:"
                    " choose Replacement and put in the last day actually taken."
                )
            )
        if permohonan.jenis_tindak == "penggantian" and (
            permohonan.tanggal_mulai != asal.tanggal_mulai
            or permohonan.tanggal_selesai > asal.tanggal_selesai
        ):
            raise UserError(
                self.env._(
                    "The leave has begun: it keeps its first day and can only end"
                    " earlier (recall from leave)."
                )
            )

    def _periksa_panggilan(self, permohonan):
        """Officials call nobody back from sick or maternity leave (CUTI-05).

        The employee's side may end such leave earlier.
        """
        asal = permohonan.asal_id
        sendiri = permohonan.pengaju_id == permohonan.employee_id.user_id
        if not sendiri and asal.jenis_cuti in _TANPA_PANGGILAN:
            raise UserError(
                self.env._(
                    "Nobody is called back from sick, maternity or unpaid leave"
                    " (CUTI-05). The employee may ask to end it earlier."
                )
            )

    def _pesan_tanggal(self, permohonan):
        """On a follow-up the rules of a first request do not warn."""
        if permohonan.asal_id:
            return []
        return super()._pesan_tanggal(permohonan)

    def _on_issued(self, permohonan):
        """A replacement takes its whole days: the old ones were given back."""
        for satu in permohonan:
            if satu.asal_id and not satu._hari_terpakai():
                self.env["asn.saldo.cuti"]._pesan(satu)
        return super()._on_issued(permohonan)

    def _on_revoked(self, permohonan, tindak):
        """Give the days back, void the history, take the absence away."""
        res = super()._on_revoked(permohonan, tindak)
        self.env["asn.saldo.cuti"]._kembalikan(permohonan)
        # sudo: the service wrote these rows, whoever revokes
        riwayat = (
            self.env["asn.riwayat.cuti"]
            .sudo()
            .search([("permohonan_id", "=", permohonan.id), ("status", "=", "sah")])
        )
        if riwayat:
            riwayat._batalkan(permohonan.keputusan_ids[-1:].catatan)
        # sudo: absences are written by the service only (see asn_base)
        self.env["resource.calendar.leaves"].sudo().search(
            [("permohonan_id", "=", permohonan.id)]
        ).unlink()
        return res

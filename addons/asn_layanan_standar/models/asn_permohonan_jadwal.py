from odoo import models

from ..domain import jadwal


class AsnPermohonan(models.Model):
    """Leave of people who work in shifts is counted by their roster (3.2)."""

    _inherit = "asn.permohonan"

    def _jadwal_cuti(self, mulai, selesai):
        return self.env["asn.jadwal.dinas"]._dinas(
            self.employee_id._origin, mulai, selesai
        )

    def _hari_kerja_cuti(self, mulai, selesai):
        """Months that have a roster work by it: spells of illness, long leave."""
        minggu, libur = super()._hari_kerja_cuti(mulai, selesai)
        dinas = self._jadwal_cuti(mulai, selesai)
        if not dinas:
            return minggu, libur
        return jadwal.hari_kerja(mulai, selesai, minggu, libur, dinas)

    def _hitungan_cuti(self, mulai=None, selesai=None):
        """Count months that have a roster by it, the others by the calendar."""
        mulai, selesai = mulai or self.tanggal_mulai, selesai or self.tanggal_selesai
        dinas = self._jadwal_cuti(mulai, selesai)
        if not dinas:
            return super()._hitungan_cuti(mulai, selesai)
        return jadwal.gabung(
            [
                jadwal.hitung_dinas(awal, akhir, dinas[bulan])
                if bulan in dinas
                else super(AsnPermohonan, self)._hitungan_cuti(awal, akhir)
                for bulan, awal, akhir in jadwal.bagi_bulan(mulai, selesai)
            ]
        )

    def _teks_rincian(self):
        """Also say that the roster decided."""
        teks = super()._teks_rincian()
        if not self.is_pakai_saldo or not self._jadwal_cuti(
            self.tanggal_mulai, self.tanggal_selesai
        ):
            return teks
        return self.env._("%s (by the duty roster)", teks)

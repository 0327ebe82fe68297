import logging

from odoo import fields, models
from odoo.addons.asn_base.domain.tanggal import akhir_periode, tambah_bulan
from odoo.exceptions import UserError

from ..skenario import cerita_belajar

_logger = logging.getLogger(__name__)


class AsnSkenarioBelajar(models.AbstractModel):
    """Records who studies already, and files the requests of who wants to."""

    _name = "asn.skenario.belajar"
    _inherit = "asn.skenario.layanan"
    _description = "Demo Scenario: Studies"

    def _muat(self, isi):
        """Record the studies of ``cerita_belajar`` and drive its requests."""
        orang = {o["kode"]: o for o in isi["pegawai"]}
        bulan_ini = fields.Date.context_today(self).replace(day=1)
        self._muat_studi(orang, bulan_ini)
        for layanan, daftar in cerita_belajar.PERMOHONAN.items():
            mulai = {
                bulan: {"mulai": tambah_bulan(bulan_ini, bulan).isoformat()}
                for _kode, _jawaban, bulan, _akhir in daftar
                if bulan
            }
            self._jalankan(
                orang,
                layanan,
                [
                    (kode, {**jawaban, **mulai.get(bulan, {})}, akhir)
                    for kode, jawaban, bulan, akhir in daftar
                ],
            )

    def _muat_studi(self, orang, bulan_ini):
        """Record studies that began before the system, as an import would."""
        for nomor, satu in enumerate(cerita_belajar.STUDI, 1):
            try:
                with self.env.cr.savepoint():
                    self._catat_studi(orang, bulan_ini, nomor, *satu)
            except (UserError, LookupError) as error:
                _logger.info("Kota Contoh: studi %s: %s", satu[0], error)

    def _catat_studi(self, orang, bulan_ini, nomor, kode, jenjang, program, *masa):
        """Record one study; who is released has the legal position that goes with it.

        :param masa: months from its beginning to now and from now to its end; released
        """
        lalu, nanti, lepas = masa
        mulai = tambah_bulan(bulan_ini, -lalu)
        dasar = {
            "employee_id": orang[kode]["id"],
            "sumber": "impor",
            "nomor_sk": f"800.1.11.5/{nomor:03d}/KOTA/{mulai.year}",
            "tanggal_sk": tambah_bulan(mulai, -1),
            "pejabat": "Wali Kota Contoh",
            "tmt": mulai,
        }
        studi = {
            **dasar,
            "jenis": "tb_dibebaskan" if lepas else "tb_mandiri",
            "pendanaan": "daerah" if lepas else "mandiri",
            "is_dibebaskan": lepas,
            "pendidikan_id": self.env["asn.skenario"]._peta("asn.pendidikan")[jenjang],
            "program": program,
            "perguruan_tinggi": "Universitas Contoh",
            "akreditasi": "unggul",
            "tanggal_mulai": mulai,
            "tanggal_selesai": akhir_periode(mulai, lalu + nanti),
        }
        self.env["asn.riwayat.tugas.belajar"]._catat([studi])
        if lepas:
            henti = {
                **dasar,
                "jenis_henti": "tugas_belajar",
                "kedudukan_hukum_id": self.env.ref("asn_base.kedudukan_03").id,
            }
            self.env["asn.riwayat.pemberhentian"]._catat([henti])

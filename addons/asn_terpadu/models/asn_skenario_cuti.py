import logging
from datetime import timedelta

from odoo import fields, models
from odoo.addons.asn_base.domain.tanggal import akhir_periode, tambah_bulan
from odoo.exceptions import UserError

from ..skenario import cerita_cuti

_logger = logging.getLogger(__name__)


class AsnSkenarioCuti(models.AbstractModel):
    """Files sick, maternity, important and long leave, and duty on joint leave."""

    _name = "asn.skenario.cuti"
    _inherit = "asn.skenario.layanan"
    _description = "Demo Scenario: Kinds of Leave"

    def _muat(self, isi):
        """Drive the requests of ``cerita_cuti`` into their states."""
        orang = {o["kode"]: o for o in isi["pegawai"]}
        for nomor, baris in enumerate(cerita_cuti.PERMOHONAN):
            try:
                with self.env.cr.savepoint():
                    draf = self._draf_cuti(orang[baris[0]], *baris[1:6])
                    self._sampai(draf, baris[6], nomor)
            except (UserError, LookupError) as error:
                _logger.info("Kota Contoh: %s %s: %s", baris[0], baris[1], error)
        self._muat_sakit(orang)
        self._muat_tugas(orang)
        self._muat_jadwal(orang)

    def _muat_sakit(self, orang):
        """Let people be ill for months: older letters, and a request that continues."""
        for nomor, (kode, bulan, hari, alasan, akhir) in enumerate(
            cerita_cuti.SAKIT_PANJANG
        ):
            try:
                with self.env.cr.savepoint():
                    self._catat_sakit(orang[kode], bulan)
                    draf = self._draf_cuti(
                        orang[kode], "sakit", "sakit_biasa", -1, (hari, "hari"), alasan
                    )
                    self._sampai(draf, akhir, nomor)
            except (UserError, LookupError) as error:
                _logger.info("Kota Contoh: sakit %s: %s", kode, error)

    def _catat_sakit(self, orang, bulan):
        """Record the sick leave until the day before the request that continues it."""
        if not bulan:
            return
        pegawai = self.env["hr.employee"].browse(orang["id"])
        akhir = pegawai.unit_id._kalender()._asn_tambah_hari_kerja(
            fields.Date.context_today(self), -1
        ) - timedelta(days=1)
        mulai = tambah_bulan(akhir, -bulan)
        nomor = f"851/{pegawai.id:04d}/SAKIT/{mulai.year}"
        self.env["asn.riwayat.cuti"]._catat(
            [
                {
                    "employee_id": pegawai.id,
                    "tmt": mulai,
                    "jenis_cuti": "sakit",
                    "tanggal_mulai": mulai,
                    "tanggal_selesai": akhir,
                    "lama": bulan,
                    "satuan": "bulan",
                    "nomor_sk": nomor,
                    "tanggal_sk": mulai,
                    "nomor_surat": nomor,
                    "tanggal_surat": mulai,
                    "pejabat": "Kepala perangkat daerah",
                    "sumber": "impor",
                }
            ]
        )

    def _draf_cuti(self, orang, jenis, sebab, mulai, lama, alasan):
        pegawai = self.env["hr.employee"].browse(orang["id"])
        kalender = pegawai.unit_id._kalender()
        awal = kalender._asn_tambah_hari_kerja(
            fields.Date.context_today(self), mulai or 1
        )
        jumlah, satuan = lama
        akhir = (
            akhir_periode(awal, jumlah)
            if satuan == "bulan"
            else awal + timedelta(days=jumlah - 1)
        )
        Sebab = self.env["asn.sebab.cuti"]
        return self._draf(
            orang,
            "cuti",
            {},
            jenis_cuti=jenis,
            sebab_cuti_id=Sebab.search([("kode", "=", sebab)], limit=1).id,
            tanggal_mulai=awal,
            tanggal_selesai=akhir,
            alasan=alasan,
            alamat_cuti=f"{orang['alamat_domisili']}, Kota Contoh",
            telepon_cuti=orang["no_hp"],
        )

    def _muat_jadwal(self, orang):
        """Give the wards of the hospital a duty roster of this month and the next."""
        ini = fields.Date.context_today(self).replace(day=1)
        for kode, *bulan in cerita_cuti.JADWAL:
            for maju, hari in enumerate(bulan):
                try:
                    with self.env.cr.savepoint():
                        self.env["asn.jadwal.dinas"].create(
                            {
                                "employee_id": orang[kode]["id"],
                                "bulan": tambah_bulan(ini, maju),
                                "hari": hari,
                            }
                        )
                except UserError as error:
                    _logger.info("Kota Contoh: %s jadwal: %s", kode, error)

    def _muat_tugas(self, orang):
        """List who worked on the last day of joint leave; the head confirms."""
        libur = self.env["asn.hari.libur"].search(
            [
                ("jenis", "=", "cuti_bersama"),
                ("tanggal", "<=", fields.Date.context_today(self)),
            ],
            order="tanggal desc",
            limit=1,
        )
        if not libur:
            return
        for kode, is_sah in cerita_cuti.TUGAS:
            pegawai = self.env["hr.employee"].browse(orang[kode]["id"])
            nomor = f"800.1.11.1/{pegawai.id}/RSUD/{libur.tanggal.year}"
            tugas = self.env["asn.cuti.bersama.tugas"].create(
                {
                    "libur_id": libur.id,
                    "employee_id": pegawai.id,
                    "dasar": f"Surat Tugas {nomor}",
                }
            )
            kepala = pegawai.unit_id._kepala().user_id
            if is_sah and kepala and kepala != pegawai.user_id:
                tugas.with_user(kepala).action_sahkan()

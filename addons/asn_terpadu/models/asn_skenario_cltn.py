import datetime
import logging

from odoo import fields, models
from odoo.addons.asn_base.domain.tanggal import akhir_periode, tambah_bulan
from odoo.exceptions import UserError

from ..skenario import cerita_cltn

_logger = logging.getLogger(__name__)


class AsnSkenarioCltn(models.AbstractModel):
    """Files leave outside state responsibility: grants, an extension, a return.

    Who is on this leave has no account; the facilitator of the unit files.
    """

    _name = "asn.skenario.cltn"
    _inherit = "asn.skenario.cuti"
    _description = "Demo Scenario: Leave Outside State Responsibility"

    def _muat(self, isi):
        """Drive the requests of ``cerita_cltn`` into their states."""
        orang = {o["kode"]: o for o in isi["pegawai"]}
        hari_ini = fields.Date.context_today(self)
        for nomor, (kode, sebab, bulan, lama, akhir) in enumerate(cerita_cltn.GRANTS):
            mulai = tambah_bulan(hari_ini.replace(day=1), bulan)
            self._coba(
                kode,
                akhir,
                nomor,
                lambda o=orang[kode], s=sebab, m=mulai, n=lama: self._draf_cltn(
                    o, s, "pemberian", m, akhir_periode(m, n)
                ),
            )
        self._muat_perpanjangan(orang, hari_ini)
        self._muat_kembali(orang, hari_ini)

    def _coba(self, kode, akhir, nomor, buat):
        try:
            with self.env.cr.savepoint():
                self._sampai(buat(), akhir, nomor)
        except (UserError, LookupError) as error:
            _logger.info("Kota Contoh: CLTN %s %s: %s", kode, akhir, error)

    def _draf_cltn(self, orang, sebab, bentuk, mulai, selesai, **kolom):
        Sebab = self.env["asn.sebab.cuti"]
        return self._draf(
            orang,
            "cuti",
            {},
            jenis_cuti="cltn",
            cltn_bentuk=bentuk,
            sebab_cuti_id=Sebab.search([("kode", "=", sebab)], limit=1).id,
            tanggal_mulai=mulai,
            tanggal_selesai=selesai,
            alasan=cerita_cltn.ALASAN[sebab],
            alamat_cuti=f"{orang['alamat_domisili']}, Kota Contoh",
            telepon_cuti=orang["no_hp"],
            **kolom,
        )

    def _muat_perpanjangan(self, orang, hari_ini):
        """One leave ends within four months; its extension waits at BKN."""
        kode, pengaju, sebab, akhir = cerita_cltn.EXTENSION
        selesai = tambah_bulan(hari_ini, 4) - datetime.timedelta(days=1)
        mulai = tambah_bulan(selesai, -12) + datetime.timedelta(days=1)
        self._catat_berjalan(orang[kode], sebab, mulai, selesai)
        baru = selesai + datetime.timedelta(days=1)
        wakil = {**orang[kode], "user_id": orang[pengaju]["user_id"]}
        self._coba(
            kode,
            akhir,
            0,
            lambda: self._draf_cltn(
                wakil,
                sebab,
                "perpanjangan",
                baru,
                akhir_periode(baru, 12),
                employee_id=wakil["id"],
                dasar_wakil="Surat kuasa",
            ),
        )

    def _muat_kembali(self, orang, hari_ini):
        """One leave has ended; the report came and the way back is in process."""
        kode, pengaju, sebab, akhir = cerita_cltn.RETURN
        selesai = hari_ini - datetime.timedelta(days=10)
        mulai = tambah_bulan(selesai, -24) + datetime.timedelta(days=1)
        self._catat_berjalan(orang[kode], sebab, mulai, selesai)
        pegawai = self.env["hr.employee"].browse(orang[kode]["id"])
        self._coba(
            kode,
            akhir,
            1,
            lambda: self._draf(
                {**orang[kode], "user_id": orang[pengaju]["user_id"]},
                "cuti",
                {},
                employee_id=pegawai.id,
                dasar_wakil="Surat kuasa",
                jenis_cuti="cltn",
                cltn_bentuk="pengaktifan",
                cltn_tanggal_lapor=hari_ini - datetime.timedelta(days=3),
                cltn_tmt_aktif=tambah_bulan(hari_ini.replace(day=1), 2),
                cltn_jabatan_id=pegawai.jabatan_id.id,
            ),
        )

    def _catat_berjalan(self, orang, sebab, mulai, selesai):
        """Record a leave decided on paper, and that the person is on it."""
        nomor = f"800.1.11.6/{orang['id']:03d}/KOTA/{mulai.year}"
        dasar = {
            "employee_id": orang["id"],
            "nomor_sk": nomor,
            "tanggal_sk": mulai - datetime.timedelta(days=20),
            "pejabat": "Wali Kota Contoh",
            "sumber": "impor",
        }
        Sebab = self.env["asn.sebab.cuti"]
        self.env["asn.riwayat.pemberhentian"]._catat(
            [
                {
                    **dasar,
                    "tmt": mulai,
                    "jenis_henti": "cltn",
                    "kedudukan_hukum_id": self.env.ref("asn_base.kedudukan_02").id,
                }
            ]
        )
        self.env["asn.riwayat.cltn"]._catat(
            [
                {
                    **dasar,
                    "jenis": "1",
                    "tanggal_mulai": mulai,
                    "tanggal_selesai": selesai,
                    "alasan": Sebab.search([("kode", "=", sebab)], limit=1).name,
                    "nomor_bkn": f"26-30/{orang['id']:03d}/CLTN",
                    "tanggal_bkn": mulai - datetime.timedelta(days=30),
                }
            ]
        )

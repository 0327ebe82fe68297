import base64
import logging
from collections import Counter, defaultdict

import psycopg2
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from ..domain.impor_kolom import kunci as kunci_nama
from .asn_impor_banding import KUNCI_RIWAYAT

_logger = logging.getLogger(__name__)

UKURAN_GILIRAN = 500
#: What one bad row may raise; anything else stops the whole import.
_GALAT_BARIS = (UserError, AccessError, psycopg2.IntegrityError, psycopg2.DataError)

#: Current values of a person by the column of the history row they come from.
_KINI = {
    "golongan": {
        "golongan_id": "golongan_id",
        "tmt_golongan": "tmt",
        "mkg_sk_tahun": "mkg_tahun",
        "mkg_sk_bulan": "mkg_bulan",
    },
    "jabatan": {
        "jabatan_id": "jabatan_id",
        "unit_id": "unit_id",
        "tmt_jabatan": "tmt",
        "job_id": "jabatan_id",
        "department_id": "unit_id",
    },
    "pendidikan": {
        "pendidikan_id": "pendidikan_id",
        "program_studi": "program",
        "tahun_lulus": "tahun_lulus",
    },
    "gaji": {"gaji_pokok": "gaji_pokok", "tmt_gaji": "tmt"},
}


class _BarisGagal(Exception):
    """A row of an all-or-none import could not be saved."""


class AsnImpor(models.Model):
    """The run: batches in the background, position and data in one commit."""

    _inherit = "asn.impor"

    @api.model
    def _cron_jalankan(self):
        """Work on running imports until done or out of time; resumes by itself."""
        for impor in self.search([("state", "=", "berjalan")], order="id"):
            if not impor._bergilir():
                return

    def _bergilir(self):
        """Run the batches of one import; return whether time is left."""
        user = self.dijalankan_oleh_id or self.env.user
        impor = self.with_user(user).with_context(lang=user.lang or "id_ID")
        rekam, tempat = impor._muat_hasil()
        while True:
            jumlah = impor._satu_giliran(rekam, tempat)
            sisa = max(len(rekam) - impor.posisi, 0) if jumlah else 0
            waktu = self.env["ir.cron"]._commit_progress(jumlah, remaining=sisa)
            if not sisa:
                return bool(waktu)
            if not waktu:
                return False

    def _satu_giliran(self, rekam, tempat):
        """Save one batch with its position; return how many rows it had.

        0 when the import was cancelled, is finished, or another run holds it.
        """
        if not self.try_lock_for_update() or self.state != "berjalan":
            return 0
        if self.posisi == 0 and self.mode == "semua" and self._basis_berubah(rekam):
            return 0
        bagian = rekam[self.posisi : self.posisi + UKURAN_GILIRAN]
        try:
            with self.env.cr.savepoint():
                hitung = self._simpan_bagian(bagian, tempat)
        except _BarisGagal as galat:
            self._berhenti(str(galat))
            return 0
        except psycopg2.OperationalError:
            # Two transactions met: the scheduled job comes again.
            raise
        except Exception:
            _logger.exception("Import %s stopped at position %s", self.id, self.posisi)
            self._berhenti(
                self.env._("An unexpected error stopped the import; see the log.")
            )
            return 0
        self._maju(len(bagian), hitung, selesai=self.posisi + len(bagian) >= len(rekam))
        return len(bagian)

    def _basis_berubah(self, rekam):
        """Check again before an all-or-none run: the check may be days old."""
        _kelas, temuan = self._periksa_basis(rekam)
        if temuan:
            self._berhenti(
                self.env._(
                    "The data changed since the check: %(count)s rows no longer fit."
                    " Nothing was imported; check the file again.",
                    count=len({satu["baris"] for satu, *_isi in temuan}),
                )
            )
        return bool(temuan)

    def _maju(self, jumlah, hitung, selesai):
        vals = {
            "posisi": self.posisi + jumlah,
            "jumlah_baru": self.jumlah_baru + hitung["baru"],
            "jumlah_diperbarui": self.jumlah_diperbarui + hitung["ubah"],
            "jumlah_sama": self.jumlah_sama + hitung["sama"],
            "jumlah_bermasalah": self.jumlah_bermasalah + hitung["gagal"],
            "jumlah_galat": self.jumlah_galat + hitung["gagal"],
            "jumlah_akun": self.jumlah_akun + hitung["akun"],
        }
        if selesai:
            vals |= {
                "state": "selesai",
                "selesai_pada": fields.Datetime.now(),
                # Personal data are not kept longer than the run needs them.
                "hasil_baca": False,
            }
        self._tulis(vals)
        if selesai:
            self._kabari(
                "success", self.env._("The import of %s is done.", self.nama_file)
            )

    def _berhenti(self, pesan):
        self._tulis(
            {
                "state": "gagal",
                "pesan": pesan,
                "selesai_pada": fields.Datetime.now(),
                "hasil_baca": False,
            }
        )
        self._kabari("danger", pesan)

    def _kabari(self, jenis, pesan):
        """Tell the person who started the import, wherever she is by now."""
        self.dijalankan_oleh_id._bus_send(
            "simple_notification",
            {
                "type": jenis,
                "title": self.env._("Import of Personnel (Impor Pegawai)"),
                "message": pesan,
                "sticky": True,
            },
        )

    # -- saving ------------------------------------------------------------

    def _simpan_bagian(self, bagian, tempat):
        """Save the rows of a batch; a batch that fails is saved row by row."""
        try:
            # The log would hold the personal data of the refused statement.
            with mute_logger("odoo.sql_db"), self.env.cr.savepoint():
                return self._simpan(bagian)
        except _GALAT_BARIS:
            _logger.info("Import %s: batch refused, saving row by row", self.id)
        hitung = Counter()
        for satu in bagian:
            try:
                with mute_logger("odoo.sql_db"), self.env.cr.savepoint():
                    hitung += self._simpan([satu])
            except _GALAT_BARIS as galat:
                if self.mode == "semua":
                    raise _BarisGagal(
                        self.env._(
                            "Row %(row)s could not be saved: %(reason)s Rows before it"
                            " are in; a new check recognises them.",
                            row=satu["baris"],
                            reason=str(galat),
                        )
                    ) from galat
                self._catat_gagal(satu, tempat, galat)
                hitung["gagal"] += 1
        return hitung

    def _catat_gagal(self, satu, tempat, galat):
        huruf, judul = tempat.get("nip", ("", "nip"))
        # sudo: findings are written by nobody but the import.
        self.env["asn.impor.masalah"].sudo().create(
            {
                "impor_id": self.id,
                "baris": satu["baris"],
                "kolom": huruf,
                "judul": judul,
                "nilai": satu["nip"],
                "kunci": "gagal_simpan",
                "pesan": self._teks_masalah("gagal_simpan", {"sebab": str(galat)}),
            }
        )

    def _simpan(self, bagian):
        """Create and update the people of these rows with their history."""
        hitung = Counter()
        ada = self._pegawai_ada(bagian)
        self._isi_jabatan_baru(bagian)
        riwayat_ada = self._riwayat_ada([p.id for p in ada.values()])
        baru = [satu for satu in bagian if satu["nip"] not in ada]
        pegawai_baru = self.env["hr.employee"]._asn_create_bulk(
            [self._vals_baru(satu) for satu in baru]
        )
        hitung["baru"] = len(baru)
        orang = {
            satu["nip"]: pegawai
            for satu, pegawai in zip(baru, pegawai_baru, strict=True)
        }
        riwayat = defaultdict(list)
        for satu in bagian:
            lama = ada.get(satu["nip"])
            pegawai = lama or orang[satu["nip"]]
            tambahan = self._riwayat_baru(
                self._vals_riwayat(satu), riwayat_ada, pegawai.id
            )
            for jenis, baris in tambahan.items():
                riwayat[jenis] += [{**b, "employee_id": pegawai.id} for b in baris]
            if lama:
                beda = self._beda(lama, self._vals_pegawai(satu))
                if beda:
                    lama._asn_write_bulk(beda)
                hitung["ubah" if beda or tambahan else "sama"] += 1
        self._simpan_riwayat(riwayat)
        if self.buat_akun:
            semua = self.env["hr.employee"].union(*ada.values(), pegawai_baru)
            hitung["akun"] = len(semua._asn_buat_akun())
        return hitung

    @api.model
    def _vals_baru(self, satu):
        vals = self._vals_pegawai(satu)
        if "kedudukan_hukum" not in vals:
            pppk = vals.get("status_pegawai", "").startswith("pppk")
            kode = "71" if pppk else "01"
            vals["kedudukan_hukum"] = self.env.ref(f"asn_base.kedudukan_{kode}").id
        return vals | self._vals_kini(satu)

    @api.model
    def _vals_kini(self, satu):
        """Return what the projection will find, so that it has nothing to write.

        Each later update of a person writes all her indexes again. Values that a
        future TMT holds back are left to the projection.
        """
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        riwayat = self._vals_riwayat(satu)
        vals = {}
        for jenis, peta in _KINI.items():
            baris = riwayat.get(jenis, [{}])[-1]
            tetap = baris.get("jenis_penugasan", "definitif") == "definitif"
            if baris and tetap and baris.get("tmt", hari_ini) <= hari_ini:
                vals |= {nama: baris.get(asal) for nama, asal in peta.items()}
        if "golongan_id" in vals:
            vals["golongan_awal_id"] = riwayat["golongan"][0]["golongan_id"]
        return vals

    @api.model
    def _simpan_riwayat(self, riwayat):
        """Record the history rows, then project everybody once."""
        pegawai = set()
        for jenis in KUNCI_RIWAYAT:
            if riwayat[jenis]:
                self.env[f"asn.riwayat.{jenis}"]._catat(
                    [{**baris, "sumber": "impor"} for baris in riwayat[jenis]],
                    proyeksi=False,
                )
                pegawai |= {baris["employee_id"] for baris in riwayat[jenis]}
        if pegawai:
            jenis = [nama for nama in KUNCI_RIWAYAT if riwayat[nama]]
            self.env["hr.employee"].browse(pegawai)._project_riwayat(jenis)

    def _isi_jabatan_baru(self, bagian):
        """Create the new posts that these rows name, once each.

        A managerial post belongs to its unit; any other is a post of the city
        that every unit may use.
        """
        perlu = [satu for satu in bagian if "jabatan_baru" in satu]
        if not perlu:
            return
        dikenal = {
            (kunci_nama(j.name), j.department_id.id): j.id
            for j in self._semua_jabatan()
        }
        jenis = self.env["asn.jenis.jabatan"].browse(
            {satu["jenis_jabatan"] for satu in perlu}
        )
        manajerial = set(jenis.filtered(lambda j: j.kelompok == "manajerial").ids)
        for satu in perlu:
            nama, jenis_id = satu["jabatan_baru"], satu["jenis_jabatan"]
            unit = satu["unit_kerja"] if jenis_id in manajerial else False
            if (kunci_nama(nama), unit) not in dikenal:
                # sudo: making posts is what the option of the import says.
                jabatan = self.env["hr.job"].sudo()
                dikenal[kunci_nama(nama), unit] = jabatan.create(
                    {
                        "name": nama,
                        "department_id": unit,
                        "jenis_jabatan_id": jenis_id,
                    }
                ).id
            satu["jabatan"] = dikenal[kunci_nama(nama), unit]

    @api.model
    def _impor_berkas(self, isi, nama_file, **nilai):
        """Import a roster in one go, without the scheduled job, for tools.

        :param isi: bytes of the workbook
        :return: the import, ``selesai`` unless rows have errors
        """
        impor = self.create(
            {"file": base64.b64encode(isi), "nama_file": nama_file, **nilai}
        )
        impor.action_periksa()
        impor.action_jalankan()
        impor._bergilir()
        return impor

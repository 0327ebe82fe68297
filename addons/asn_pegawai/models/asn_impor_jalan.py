import base64
import logging
from collections import Counter

import psycopg2
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from ..domain.impor_kepala import Masalah
from ..domain.impor_kolom import ROSTER
from .asn_impor_bagian import kemas

_logger = logging.getLogger(__name__)

#: What one bad row may raise; anything else stops the whole import.
_GALAT_BARIS = (UserError, AccessError, psycopg2.IntegrityError, psycopg2.DataError)


class _BarisGagal(Exception):
    """A row of an all-or-none import could not be saved."""


class AsnImpor(models.Model):
    """The run: batches in the background, position and data in one commit."""

    _inherit = "asn.impor"

    @api.model
    def _cron_jalankan(self):
        """Work on imports until done or out of time; resumes by itself."""
        kerja = {
            "memeriksa": "_periksa_latar",
            "berjalan": "_bergilir",
            "menarik": "_bergilir_tarik",
        }
        for impor in self.search([("state", "in", list(kerja))], order="id"):
            user = impor.dijalankan_oleh_id or impor.create_uid
            impor = impor.with_user(user).with_context(lang=user.lang or "id_ID")
            lama = None
            # Once more where the work itself led to another state.
            while impor.state in kerja and impor.state != lama:
                lama = impor.state
                if not getattr(impor, kerja[lama])():
                    # The scheduler would else look again after up to a minute.
                    self._picu()
                    return

    def _picu(self):
        # sudo: an administrator of personnel may not touch scheduled jobs.
        self.env.ref("asn_pegawai.ir_cron_impor").sudo()._trigger()

    def _bergilir(self):
        """Run the batches of one import; return whether time is left."""
        ingat = {}
        while True:
            jumlah = self._satu_giliran(ingat)
            sisa = max(self.jumlah_siap - self.posisi, 0) if jumlah else 0
            waktu = self.env["ir.cron"]._commit_progress(jumlah, remaining=sisa)
            if not sisa:
                return bool(waktu)
            if not waktu:
                return False

    def _satu_giliran(self, ingat):
        """Save one batch with its position; return how many rows it had.

        0 when the import was cancelled, is finished, or another run holds it.
        """
        if not self.try_lock_for_update() or self.state != "berjalan":
            return 0
        if self.posisi == 0 and self.mode == "semua" and self._basis_berubah():
            return 0
        siap = self._bagian("siap")
        if not siap:
            return 0
        bagian = siap[0]
        try:
            with self.env.cr.savepoint():
                rekam = bagian._muat_isi()
                hitung, jejak = self._simpan_bagian(bagian, rekam, ingat)
        except _BarisGagal as galat:
            self._batalkan_separuh(str(galat))
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
        self._maju(bagian, hitung, jejak, selesai=len(siap) == 1)
        return bagian.jumlah

    def _batalkan_separuh(self, pesan):
        """Take back what an all-or-none import has saved before the bad row."""
        if self.posisi:
            self._tulis({"state": "menarik", "pesan": pesan, "alasan_tarik": pesan})
            self._picu()
        else:
            self._berhenti(pesan)

    def _basis_berubah(self):
        """Check again before an all-or-none run: the check may be days old."""
        baris, ingat = 0, {}
        for bagian in self._bagian("siap"):
            rekam = bagian._muat_isi()
            _kelas, temuan = self._banding(bagian.lembar_id.jenis, rekam, ingat)
            baris += len({isi[0]["baris"] for isi in temuan})
        if baris:
            self._berhenti(
                self.env._(
                    "The data changed since the check: %(count)s rows no longer fit."
                    " Nothing was imported; check the file again.",
                    count=baris,
                )
            )
        return bool(baris)

    def _maju(self, bagian, hitung, jejak, selesai):
        """Note what a batch did, in the transaction of its data."""
        vals = {
            "posisi": self.posisi + bagian.jumlah,
            "jumlah_baru": self.jumlah_baru + hitung["baru"],
            "jumlah_diperbarui": self.jumlah_diperbarui + hitung["ubah"],
            "jumlah_riwayat": self.jumlah_riwayat + hitung["riwayat"],
            "jumlah_sama": self.jumlah_sama + hitung["sama"],
            "jumlah_bermasalah": self.jumlah_bermasalah + hitung["gagal"],
            "jumlah_galat": self.jumlah_galat + hitung["gagal"],
            "jumlah_akun": self.jumlah_akun + hitung["akun"],
        }
        # Personal data are not kept longer than the run needs them; the trail is
        # what an undoing needs.
        bagian.write({"status": "selesai", "isi": False, "jejak": kemas(jejak)})
        if selesai:
            vals |= {"state": "selesai", "selesai_pada": fields.Datetime.now()}
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
            }
        )
        self._buang_isi()
        self._kabari("danger", pesan)

    def _buang_isi(self):
        """Throw away rows that will not be saved any more."""
        for bagian in (*self._bagian("siap"), *self._bagian("dibaca")):
            bagian.unlink()

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

    def _simpan_bagian(self, bagian, rekam, ingat):
        """Save the rows of a batch; return the counts and the trail.

        A batch that fails is halved until the bad rows stand alone, so that one of
        them costs a few attempts and not one for each row beside it.
        """
        try:
            # The log would hold the personal data of the refused statement.
            with mute_logger("odoo.sql_db"), self.env.cr.savepoint():
                return self._simpan_jenis(bagian.lembar_id.jenis, rekam, ingat)
        except _GALAT_BARIS as galat:
            if len(rekam) == 1:
                return self._simpan_gagal(bagian, rekam[0], galat)
        tengah = len(rekam) // 2
        hitung, jejak = self._simpan_bagian(bagian, rekam[:tengah], ingat)
        lain, jejak_lain = self._simpan_bagian(bagian, rekam[tengah:], ingat)
        return hitung + lain, jejak + jejak_lain

    def _simpan_jenis(self, jenis, rekam, ingat):
        if jenis == ROSTER.kode:
            return self._simpan(rekam, ingat)
        return self._simpan_baris_riwayat(jenis, rekam)

    def _gagalkan(self, temuan):
        """Refuse a row at saving, with the text that the check would give."""
        _satu, _nama, kunci, *lain = temuan
        rincian = lain[1] if len(lain) > 1 else {}
        raise UserError(self._teks_masalah(kunci, rincian))

    def _simpan_gagal(self, bagian, satu, galat):
        """Note a row that could not be saved; end an all-or-none import."""
        if self.mode == "semua":
            raise _BarisGagal(
                self.env._(
                    "Row %(row)s of sheet %(sheet)s could not be saved: %(reason)s"
                    " Rows before it are taken back.",
                    row=satu["baris"],
                    sheet=bagian.lembar_id.name,
                    reason=str(galat),
                )
            ) from galat
        self._catat_gagal(bagian.lembar_id, satu, galat)
        jejak = {"b": satu["baris"], "n": satu["nip"], "h": "gagal"}
        return Counter(gagal=1), [jejak]

    def _catat_gagal(self, lembar, satu, galat):
        huruf, judul = (lembar.tempat or {}).get("nip", ("", "nip"))
        sebab = {"sebab": str(galat)}
        lembar._catat_ditolak(
            [
                Masalah(
                    satu["baris"], huruf, judul, satu["nip"], "gagal_simpan", "E", sebab
                )
            ]
        )
        # sudo: findings are written by nobody but the import.
        self.env["asn.impor.masalah"].sudo().create(
            {
                "impor_id": self.id,
                "lembar_id": lembar.id,
                "baris": satu["baris"],
                "kolom": huruf,
                "judul": judul,
                "nilai": satu["nip"],
                "kunci": "gagal_simpan",
                "pesan": self._teks_masalah("gagal_simpan", sebab),
            }
        )

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
        if impor.state == "memeriksa":
            impor._periksa_latar()
        impor.action_jalankan()
        impor._bergilir()
        return impor

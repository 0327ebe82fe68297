import base64
import logging

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

_logger = logging.getLogger(__name__)

#: People above whom a file is made in the background, by kind of file.
LANGSUNG = {"xlsx": 2000, "pdf": 250}
#: Days after which the files of a list are thrown away: they hold personal data.
SIMPAN_HARI = 30


class AsnDaftar(models.Model):
    """From a list to its files: the gate, the log, the background job."""

    _inherit = "asn.daftar"

    def action_buat(self):
        """Make the files of the list, at once or in the background when long.

        :raise AccessError: columns that the user may not read, or on-approval data
            without an approved request
        """
        self.ensure_one()
        self._periksa_peran()
        self.check_access("write")
        self.lock_for_update()
        if self.state == "berjalan":
            raise UserError(self.env._("This list is being made already."))
        self._gerbang()
        jumlah = self._hitung()
        panjang = (self.is_pdf and jumlah > LANGSUNG["pdf"]) or (
            self.is_xlsx and jumlah > LANGSUNG["xlsx"]
        )
        self._mesin().write(
            {
                "state": "berjalan",
                "kemajuan": 0,
                "pesan": False,
                "berkas_xlsx": False,
                "berkas_pdf": False,
                "jumlah_baris": jumlah,
            }
        )
        if not panjang:
            self._simpan(self._cetak(*self._siapkan()))
            return True
        # sudo: who asks for a list may not touch scheduled jobs.
        self.env.ref("asn_laporan.ir_cron_daftar").sudo()._trigger()
        return True

    def action_ubah(self):
        """Go back to the choices; the files made are thrown away."""
        self.ensure_one()
        self._periksa_peran()
        self.check_access("write")
        if self.state == "berjalan":
            raise UserError(
                self.env._("This list is being made. Wait for it, or make a copy.")
            )
        self._mesin().write(
            {
                "state": "draft",
                "berkas_xlsx": False,
                "berkas_pdf": False,
                "pesan": False,
            }
        )
        return True

    # -- the gate ----------------------------------------------------------

    def _gerbang(self):
        """Set class and request of the list, or refuse (Pasal 20)."""
        Izin = self.env["asn.permintaan.data"]
        unit_ids, unit = self._unit_ids(), None
        if unit_ids is not None:
            unit = self.env["hr.department"].browse(unit_ids)
        pilihan, kelas = self._kelas_laporan()
        permintaan = Izin
        for nomor, kode in enumerate(pilihan, 1):
            try:
                permintaan = Izin._izin(kode, kelas, unit)
                break
            except AccessError:
                if nomor == len(pilihan):
                    raise
        self._mesin().write({"kelas": kelas, "permintaan_id": permintaan.id or False})

    def _kelas_laporan(self):
        """Return ``(codes that open the gate, class)``.

        DUK and bezetting are reports with a class of their own. A nominatif has the
        class of its columns; a preset is opened by its own code too.
        """
        self.ensure_one()
        Kelas = self.env["asn.kelas.data"]
        if self.jenis != "nominatif":
            kode = f"laporan.{self.jenis}"
            return [kode], Kelas._kelas(kode)
        kolom = self._kode_kolom()
        self._periksa_kolom(kolom)
        sumber = self._sumber_kolom(kolom)
        tertutup = {kode for kode in sumber if Kelas._kelas(kode) != "publik"}
        if not tertutup:
            return ["laporan.nominatif"], "publik"
        # sudo: whether a set is a preset of the office is no secret.
        susunan = self.susunan_id.sudo()
        pilihan = [tertutup]
        if not susunan.pemilik_id:
            pilihan.insert(0, f"laporan.nominatif_{susunan.kegunaan}")
        return pilihan, "persetujuan"

    # -- the files ---------------------------------------------------------

    def _hitung(self):
        """Return the number of people in the list."""
        if self.jenis == "bezetting":
            return 0
        self._periksa_kolom(self._kode_kolom())
        self.env.flush_all()
        self.env.cr.execute(
            SQL("SELECT count(*) FROM (%s) daftar", self._sql(["nama"]))
        )
        return self.env.cr.fetchone()[0]

    def _siapkan(self):
        """Read the list and write the export log; return sheets and the log's row."""
        self.ensure_one()
        lembar, pegawai_ids = self._lembar()
        jejak = self.env["asn.jejak.ekspor"]._catat(
            f"laporan.{self.jenis}",
            len(pegawai_ids) or len(lembar[0].baris),
            self.kelas,
            self.tujuan or self.permintaan_id.tujuan or self.name,
            permintaan=self.permintaan_id or None,
            rincian=self.name,
        )
        self.env["asn.jejak.akses"]._catat(
            pegawai_ids, "ekspor", f"laporan.{self.jenis}", self.tujuan or ""
        )
        return lembar, jejak

    def _cetak(self, lembar, jejak, maju=None):
        """Return the values of the finished list; writes nothing."""
        cetak = self.env["asn.laporan.cetak"]
        penanda = jejak.tanda_air
        vals = {"kode_ekspor": jejak.kode, "jumlah_baris": len(lembar[0].baris)}
        if self.is_xlsx:
            isi = cetak._xlsx(lembar, self.kertas, penanda)
            vals["berkas_xlsx"] = base64.b64encode(isi)
        if self.is_pdf:
            isi = cetak._pdf(lembar, self.kertas, penanda, maju=maju)
            vals["berkas_pdf"] = base64.b64encode(isi)
        return vals

    def _simpan(self, vals):
        self._mesin().write(
            {
                **vals,
                "state": "selesai",
                "kemajuan": 100,
                "selesai_pada": fields.Datetime.now(),
            }
        )

    # -- the background ----------------------------------------------------

    @api.model
    def _cron_buat(self):
        """Make the lists that wait, each with the rights of its maker."""
        for daftar in self.search([("state", "=", "berjalan")], order="id"):
            if not daftar.try_lock_for_update():
                continue
            user = daftar.create_uid
            daftar.with_user(user).with_context(
                lang=user.lang or "id_ID", tz=user.tz or "Asia/Jakarta"
            )._buat_aman()
            if not self.env["ir.cron"]._commit_progress(1):
                return

    def _buat_aman(self):
        """Make one list; what goes wrong is told and stops no other list."""

        def maju(bagian):
            # Saved at once, so that the maker sees it; nothing else is pending.
            self._mesin().write({"kemajuan": int(bagian * 100)})
            self.env["ir.cron"]._commit_progress()

        try:
            with self.env.cr.savepoint():
                self._gerbang()
                siap = self._siapkan()
            vals = self._cetak(*siap, maju=maju)
            with self.env.cr.savepoint():
                self._simpan(vals)
        except (UserError, AccessError) as galat:
            self._gagal(str(galat))
        except Exception:
            _logger.exception("List %s could not be made", self.id)
            self._gagal(
                self.env._("An unexpected error stopped the list; see the log.")
            )
        berhasil = self.state == "selesai"
        self.env.user._bus_send(
            "simple_notification",
            {
                "type": "success" if berhasil else "danger",
                "title": self.env._("List of Personnel (Daftar Pegawai)"),
                "message": self.name if berhasil else self.pesan,
                "sticky": True,
            },
        )

    def _gagal(self, pesan):
        self._mesin().write(
            {
                "state": "gagal",
                "pesan": pesan[:500],
                "selesai_pada": fields.Datetime.now(),
            }
        )

    @api.autovacuum
    def _buang_berkas(self):
        """Throw away the files of a month ago; the export log stays."""
        batas = fields.Datetime.subtract(fields.Datetime.now(), days=SIMPAN_HARI)
        lama = self.search([("selesai_pada", "<", batas), ("state", "=", "selesai")])
        lama._mesin().write(
            {"berkas_xlsx": False, "berkas_pdf": False, "state": "draft"}
        )

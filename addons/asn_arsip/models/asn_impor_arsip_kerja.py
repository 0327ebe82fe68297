import base64

import psycopg2
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import mute_logger

from ..domain import berkas, manifes
from ..domain.nama_berkas import kenali

#: Files that are worked on between two commits.
UKURAN_GILIRAN = 25


class AsnImporArsip(models.Model):
    """The work: files in small turns, each committed with its result."""

    _inherit = "asn.impor.arsip"

    @api.model
    def _cron_kerja(self):
        """Work on imports until done or out of time; resumes by itself."""
        for impor in self.search(
            [("state", "in", ("memeriksa", "berjalan", "menarik"))], order="id"
        ):
            user = impor.dijalankan_oleh_id or impor.create_uid
            if not impor.with_user(user).with_context(lang=user.lang)._bergilir():
                return

    def _bergilir(self):
        """Take turns in the present state; return whether time is left."""
        kerja = {
            "memeriksa": ("menunggu", self._periksa_baris, "diperiksa"),
            "berjalan": ("siap", self._arsipkan_baris, "selesai"),
            "menarik": ("masuk", self._tarik_baris, "ditarik"),
        }
        while self.try_lock_for_update() and self.state in kerja:
            status, kerjakan, nanti = kerja[self.state]
            # sudo: lines are written by nobody but the import.
            Baris = self.env["asn.impor.arsip.baris"].sudo()._mesin()
            domain = [("impor_id", "=", self.id), ("status", "=", status)]
            giliran = Baris.search(domain, limit=UKURAN_GILIRAN, order="id")
            if giliran:
                kerjakan(giliran)
            else:
                vals = {"state": nanti}
                if nanti != "diperiksa":
                    vals["selesai_pada"] = fields.Datetime.now()
                self._mesin().write(vals)
            sisa = Baris.search_count(domain) + 1 if giliran else 0
            if not self.env["ir.cron"]._commit_progress(len(giliran), remaining=sisa):
                return not sisa
            self.invalidate_recordset(["state"])
        return True

    def _zip(self):
        """Return the opened zip."""
        isi = self.with_context(bin_size=False).file
        return manifes.buka_zip(base64.b64decode(isi))

    def _daftar_berkas(self):
        """List every file with what manifest or name say about it."""
        with self._zip() as arsip:
            isi = manifes.anggota(arsip)
            nama_manifes = manifes.nama_manifes(isi)
            daftar = {}
            if nama_manifes:
                byte = manifes.isi_anggota(arsip, isi[nama_manifes], 20 * berkas.MB)
                daftar = manifes.baca_manifes(nama_manifes, byte)
        # sudo: kinds are facts, also those of a class that nobody reads.
        jenis = self.env["asn.jenis.dokumen"].sudo().search([], limit=None)
        kode = set(jenis.mapped("kode"))
        baris = [
            self._vals_butir(nama, manifes.cari(daftar, nama), kode)
            for nama in isi
            if nama != nama_manifes
        ]
        for butir in manifes.tanpa_berkas(daftar, isi):
            vals = self._vals_butir(butir.nama, butir, kode)
            baris.append({**vals, "is_tanpa_berkas": True})
        # sudo: lines are written by nobody but the import.
        self.env["asn.impor.arsip.baris"].sudo()._mesin().create(baris)

    def _vals_butir(self, nama, butir, kode):
        """Return the line of a file: the manifest's word, else the name's."""
        vals = {"impor_id": self.id, "nama": nama}
        if butir:
            return vals | {
                "nip": butir.nip,
                "jenis": butir.jenis,
                "nomor": butir.nomor,
                "tanggal": butir.tanggal,
                "tmt": butir.tmt,
                "pesan": butir.masalah,
            }
        tahu = kenali(nama, kode)
        return vals | {"nip": tahu.nip, "jenis": tahu.kode, "tanggal": tahu.tanggal}

    # -- check -------------------------------------------------------------

    def _periksa_baris(self, giliran):
        """Find person and kind of these files and look at their content."""
        # sudo: a NIP is unique over everybody; the import is the administrator's.
        Pegawai = self.env["hr.employee"].sudo()
        orang = {
            p.nip: p for p in Pegawai.search([("nip", "in", giliran.mapped("nip"))])
        }
        jenis = self._kamus_jenis()
        with self._zip() as arsip:
            isi = manifes.anggota(arsip)
            for baris in giliran:
                vals = self._periksa_satu(baris, orang, jenis, arsip, isi)
                baris.write(vals)

    @api.model
    def _kamus_jenis(self):
        """Return ``{flattened code or name: kind}``."""
        # sudo: as in the list of files.
        semua = self.env["asn.jenis.dokumen"].sudo().search([], limit=None)
        nama = {satu.name.casefold(): satu for satu in semua}
        return nama | {satu.kode.casefold(): satu for satu in semua}

    def _periksa_satu(self, baris, orang, jenis, arsip, isi):
        """Return what the check found about one file."""
        _ = self.env._
        pegawai = orang.get(baris.nip)
        satu = jenis.get((baris.jenis or "").strip().casefold())
        vals = {
            "employee_id": pegawai.id if pegawai else False,
            "jenis_id": satu.id if satu else False,
            "status": "galat",
        }
        if baris.is_tanpa_berkas:
            return vals | {
                "pesan": _("The manifest names this file, the zip lacks it.")
            }
        if baris.pesan:
            salah = _("The manifest cannot be read here: %s.", baris.pesan)
            return vals | {"pesan": salah}
        if not baris.nip:
            return vals | {"pesan": _("Neither manifest nor name tell the NIP.")}
        if not pegawai:
            return vals | {"pesan": _("Nobody has the NIP %s.", baris.nip)}
        if not satu:
            return vals | {"pesan": _("The kind of document is not known.")}
        try:
            byte = manifes.isi_anggota(
                arsip, isi[baris.nama], satu.ukuran_maks * berkas.MB
            )
            # sudo: looking at bytes as the kind asks; nothing is stored.
            hasil = self.env["asn.dokumen"].sudo()._periksa(satu, byte, baris.nama)
        except manifes.ZipDitolak as tolak:
            return vals | {"pesan": self._teks_zip(tolak)}
        except UserError as tolak:
            return vals | {"pesan": tolak.args[0]}
        return vals | self._banding_satu(baris, pegawai, satu, hasil)

    def _banding_satu(self, baris, pegawai, jenis, hasil):
        """Return whether the archive or this zip holds the same file already."""
        ada = self._dokumen_sama(pegawai, jenis, hasil.sha256)
        vals = {"sha256": hasil.sha256, "status": "siap", "pesan": False}
        if ada:
            return vals | {"status": "sama", "dokumen_id": ada.id}
        kembar = baris.search(
            [
                ("impor_id", "=", self.id),
                ("id", "!=", baris.id),
                ("sha256", "=", hasil.sha256),
                ("employee_id", "=", pegawai.id),
                ("jenis_id", "=", jenis.id),
            ],
            limit=1,
        )
        if kembar:
            pesan = self.env._("The same file as %s.", kembar.nama)
            return vals | {"status": "galat", "pesan": pesan}
        return vals

    @api.model
    def _dokumen_sama(self, pegawai, jenis, sha256):
        # sudo: the archive of everybody; the import is the administrator's.
        return (
            self.env["asn.dokumen"]
            .sudo()
            .search(
                [
                    ("employee_id", "=", pegawai.id),
                    ("jenis_id", "=", jenis.id),
                    ("sha256", "=", sha256),
                ],
                limit=1,
            )
        )

    # -- run ---------------------------------------------------------------

    def _arsipkan_baris(self, giliran):
        """File these documents; one that is refused does not stop the others."""
        with self._zip() as arsip:
            isi = manifes.anggota(arsip)
            for baris in giliran:
                try:
                    with mute_logger("odoo.sql_db"), self.env.cr.savepoint():
                        vals = self._arsipkan_satu(baris, arsip, isi)
                except (
                    UserError,
                    psycopg2.IntegrityError,
                    manifes.ZipDitolak,
                ) as galat:
                    pesan = (
                        self._teks_zip(galat)
                        if isinstance(galat, manifes.ZipDitolak)
                        else str(galat)
                    )
                    vals = {"status": "galat", "pesan": pesan}
                baris.write(vals)

    def _arsipkan_satu(self, baris, arsip, isi):
        """File one document; return the values of its line."""
        if ada := self._dokumen_sama(baris.employee_id, baris.jenis_id, baris.sha256):
            return {"status": "sama", "dokumen_id": ada.id}
        maks = baris.jenis_id.ukuran_maks * berkas.MB
        dokumen = self.env["asn.dokumen"]._arsipkan(
            baris.employee_id,
            baris.jenis_id.kode,
            manifes.isi_anggota(arsip, isi[baris.nama], maks),
            baris.nama.rsplit("/", 1)[-1],
            nomor=baris.nomor or None,
            tanggal=baris.tanggal or None,
            tmt=baris.tmt or None,
            sumber="impor",
            status="sah" if self.is_sah else "belum",
        )
        self.env.flush_all()
        return {"status": "masuk", "dokumen_id": dokumen.id, "pesan": False}

    # -- undoing -------------------------------------------------------------

    def _tarik_baris(self, giliran):
        """Take documents out again that nobody has looked at or used since.

        The archive's own rules decide: a first upload that has not been verified may
        be taken out by whoever filed it, a verified one is withdrawn (dicabut) with
        the reason, everything else stays.
        """
        dipakai = giliran.dokumen_id._pemakai()
        alasan = self.alasan_tarik or ""
        for baris in giliran:
            dokumen = baris.dokumen_id
            if dokumen.id in dipakai:
                pesan = self.env._("Used since the import.")
                baris.write({"status": "tertinggal", "pesan": pesan})
                continue
            try:
                with mute_logger("odoo.sql_db"), self.env.cr.savepoint():
                    if dokumen.status == "sah":
                        dokumen.with_env(self.env).action_cabut(alasan)
                    else:
                        dokumen.unlink()
            except (UserError, psycopg2.IntegrityError) as galat:
                baris.write({"status": "tertinggal", "pesan": str(galat)})
                continue
            pesan = self.env._("Undone: %s", alasan)
            baris.write({"status": "ditarik", "pesan": pesan})

import base64
import csv
import hashlib
import io
import json
import zipfile
from datetime import datetime, time, timedelta

from odoo import fields, models
from odoo.addons.asn_base.domain.teks import teks_csv
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..domain.data_saya import buku_kerja

#: Rows in one file at most; more are asked for period by period.
_MAKS = 50_000
#: Code of the report in the classes of data.
_KODE = "laporan.jejak_audit"
_KOLOM = {
    "asn.jejak.perubahan": (
        "waktu", "user_id", "peran", "alamat_ip", "jalur", "aksi", "nama_model",
        "nama_rekaman", "employee_id", "ringkas", "transaksi",
    ),
    "asn.jejak.akses": (
        "terakhir", "user_id", "peran", "employee_id", "kanal", "nama_objek", "tujuan",
        "jumlah",
    ),
    "asn.jejak.ekspor": (
        "waktu", "user_id", "peran", "kode", "apa", "rincian", "jumlah", "tujuan",
        "alamat_ip",
    ),
    "asn.jejak.masuk": (
        "waktu", "user_id", "hasil", "rincian", "alamat_ip", "peramban", "jumlah",
    ),
    "asn.jejak.tolak": (
        "terakhir", "user_id", "peran", "nama_model", "operasi", "employee_id",
        "alamat_ip", "jumlah",
    ),
}  # fmt: skip


class AsnJejakUnduh(models.TransientModel):
    """Traces of a period for the auditor: file, manifest and anchor in one zip.

    Each row carries the hash before it and its canonical text, so that the
    auditor checks it alone: SHA-256 of the three lines is its hash. Needs an
    approved data-use request, like everything that is not public, and is
    itself written into the export trace.
    """

    _name = "asn.jejak.unduh"
    _description = "Traces for the Auditor"

    model = fields.Selection(
        [
            ("asn.jejak.perubahan", "Changes (perubahan)"),
            ("asn.jejak.akses", "Look-ups (akses)"),
            ("asn.jejak.ekspor", "Exports and prints (ekspor)"),
            ("asn.jejak.masuk", "Sign-ins (masuk)"),
            ("asn.jejak.tolak", "Refused attempts (penolakan)"),
        ],
        "Trace",
        required=True,
        default="asn.jejak.perubahan",
    )
    dari = fields.Date(
        "From",
        required=True,
        default=lambda self: fields.Date.context_today(self) - timedelta(days=30),
    )
    sampai = fields.Date("To", required=True, default=fields.Date.context_today)
    employee_id = fields.Many2one("hr.employee", "Person")
    user_id = fields.Many2one("res.users", "By")
    format = fields.Selection(
        [("xlsx", "Excel (XLSX)"), ("csv", "CSV")], required=True, default="xlsx"
    )
    tujuan = fields.Char("Purpose (Tujuan)", required=True)
    berkas = fields.Binary("File (berkas)", readonly=True, attachment=False)
    nama_berkas = fields.Char("File Name", readonly=True)
    sha256 = fields.Char("SHA-256", readonly=True)

    def action_buat(self):
        """Make the file; the gate decides whether it may leave."""
        self.ensure_one()
        Jejak = self.env[self.model]
        Jejak.check_access("read")
        permintaan = self.env["asn.permintaan.data"]._izin(
            _KODE, self.env["asn.kelas.data"]._kelas_laporan(_KODE)
        )
        # sudo: rows get their place in the chain before they leave.
        self.env["asn.jejak.segel"].sudo()._cron_segel()
        records = Jejak.search(self._domain(Jejak), order="id", limit=_MAKS + 1)
        if len(records) > _MAKS:
            raise UserError(
                self.env._(
                    "More than %s rows. Choose a shorter period or a person.", _MAKS
                )
            )
        ekspor = self.env["asn.jejak.ekspor"]._catat(
            _KODE,
            len(records),
            "persetujuan",
            self.tujuan,
            permintaan,
            rincian=f"{self.model} {self.dari} - {self.sampai}",
        )
        isi = self._zip(records, ekspor)
        self.write(
            {
                "berkas": base64.b64encode(isi),
                "nama_berkas": f"{Jejak._table}_{ekspor.kode}.zip",
                "sha256": hashlib.sha256(isi).hexdigest(),
            }
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Traces for the Auditor"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
        }

    def _domain(self, Jejak):
        waktu = "terakhir" if Jejak._kolom_waktu == "jam" else "waktu"
        domain = [
            (waktu, ">=", datetime.combine(self.dari, time.min)),
            (waktu, "<", datetime.combine(self.sampai, time.min) + timedelta(days=1)),
        ]
        if self.user_id:
            domain.append(("user_id", "=", self.user_id.id))
        if self.employee_id:
            if "employee_id" not in Jejak._fields:
                raise UserError(self.env._("This trace names no person; clear it."))
            domain.append(("employee_id", "=", self.employee_id.id))
        return domain

    def _baris(self, records):
        """Return rows as ``{label: text}``, with what proves each of them."""
        nama = [
            n
            for n in _KOLOM[self.model]
            if records._has_field_access(records._fields[n], "read")
        ]
        label = {n: records._fields[n]._description_string(self.env) for n in nama}
        bukti = self._bukti(records)
        hasil = []
        for satu in records:
            baris = {}
            for n in nama:
                nilai = records._fields[n].convert_to_export(satu[n], satu)
                baris[label[n]] = "" if nilai in (None, False) else str(nilai)
            urut, nilai, sebelum, isi = bukti[satu.id]
            baris |= {
                "urut": str(urut or ""),
                "hash_sebelum": sebelum or "",
                "hash": nilai or "",
                "isi": isi,
            }
            hasil.append(baris)
        return hasil

    def _bukti(self, records):
        """Return ``{id: (place, hash, hash before, canonical text)}``."""
        tabel = SQL.identifier(records._table)
        rows = self.env.execute_query(
            SQL(
                "SELECT t.id, t.urut, t.hash, s.hash, %s FROM %s t"
                " LEFT JOIN %s s ON s.urut = t.urut - 1 WHERE t.id = ANY(%s)",
                # sudo: how rows are written for the chain; no rows are read.
                self.env["asn.jejak.segel"].sudo()._isi_sql(),
                tabel,
                tabel,
                records.ids,
            )
        )
        return {id_: sisa for id_, *sisa in rows}

    def _zip(self, records, ekspor):
        """Return file, manifest and anchor as one archive."""
        baris = self._baris(records)
        nama = f"{records._table}.{self.format}"
        data = (
            buku_kerja({records._table: baris}, ekspor.tanda_air)
            if self.format == "xlsx"
            else self._csv(baris, ekspor.tanda_air)
        )
        # sudo: anchors hold hashes and counts only.
        jangkar = self.env["asn.jejak.segel"].sudo()._jangkar().encode()
        manifes = {
            "kode_ekspor": ekspor.kode,
            "tanda_air": ekspor.tanda_air,
            "jejak": self.model,
            "dari": str(self.dari),
            "sampai": str(self.sampai),
            "orang": self.employee_id.id or None,
            "oleh": self.user_id.id or None,
            "baris": len(baris),
            "cara_periksa": "sha256(hash_sebelum \\n urut \\n isi) = hash",
            "sha256": {
                nama: hashlib.sha256(data).hexdigest(),
                "JANGKAR.txt": hashlib.sha256(jangkar).hexdigest(),
            },
        }
        aliran = io.BytesIO()
        with zipfile.ZipFile(aliran, "w", zipfile.ZIP_DEFLATED) as arsip:
            arsip.writestr(nama, data)
            arsip.writestr("JANGKAR.txt", jangkar)
            arsip.writestr(
                "MANIFES.json", json.dumps(manifes, ensure_ascii=False, indent=1)
            )
        return aliran.getvalue()

    def _csv(self, baris, tanda):
        """Return rows as CSV in which no cell is a formula."""
        teks = io.StringIO()
        if baris:
            penulis = csv.DictWriter(teks, list(baris[0]))
            penulis.writeheader()
            for satu in baris:
                penulis.writerow({k: teks_csv(v) for k, v in satu.items()})
        return f"{teks.getvalue()}# {tanda}\r\n".encode()

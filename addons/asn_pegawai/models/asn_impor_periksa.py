import base64
import json
import zlib
from datetime import date
from itertools import islice

from odoo import api, fields, models
from odoo.addons.asn_base.domain import nama as nama_tools
from odoo.addons.asn_base.domain import nik as nik_tools
from odoo.addons.asn_base.domain import nip as nip_tools
from odoo.addons.asn_base.domain import npwp as npwp_tools
from odoo.exceptions import UserError

from ..domain import impor_berkas, roster
from ..domain.impor_kolom import KOLOM
from .asn_impor_pesan import PESAN

MASALAH_MAKS = 5000
_TANGGAL = frozenset(kolom.nama for kolom in KOLOM if kolom.tipe == "tanggal")


class _Aturan:
    """The identity checks that the plain roster rules ask for."""

    nama = staticmethod(nama_tools.problems)
    nip = staticmethod(nip_tools.problems)
    nik = staticmethod(nik_tools.problems)
    npwp = staticmethod(npwp_tools.problems)

    def __init__(self, urutan):
        self._urutan = urutan

    def urutan_golongan(self, id_):
        return self._urutan[id_]

    @staticmethod
    def urai_nip(nip):
        try:
            return nip_tools.parse(nip)
        except ValueError:
            return None


class AsnImpor(models.Model):
    """The check: open the file, read every row, compare with the database."""

    _inherit = "asn.impor"

    @api.model
    def _teks_masalah(self, kunci, rincian):
        """Return the text of a problem in the user's language."""
        if kunci in PESAN:
            # A lazy text takes no values when translated; they are put in here.
            teks = self.env._(PESAN[kunci])
            return teks % rincian if rincian else teks
        return self.env["hr.employee"]._asn_pesan_masalah()[kunci]

    @api.model
    def _periksa_unggahan(self, vals):
        """Refuse an upload that is no plain workbook, before it is stored."""
        if not vals.get("file"):
            return
        nama = vals.get("nama_file") or self[:1].nama_file or ""
        isi = vals["file"]
        try:
            if len(isi) > impor_berkas.UKURAN_MAKS * 4 / 3 + 1000:
                ukuran = f"{len(isi) * 3 / 4 / 1024 / 1024:.0f}"
                batas = str(impor_berkas.UKURAN_MAKS // 1024 // 1024)
                raise impor_berkas.BerkasDitolak(
                    "berkas_terlalu_besar", ukuran=ukuran, batas=batas
                )
            impor_berkas.periksa_berkas(base64.b64decode(isi), nama)
        except impor_berkas.BerkasDitolak as tolak:
            raise UserError(self._teks_masalah(tolak.kunci, tolak.rincian)) from tolak

    def _periksa_roster(self):
        """Read the file, note every problem and keep the sound rows."""
        if not self.file:
            raise UserError(self.env._("Choose a spreadsheet (.xlsx) first."))
        # sudo: findings are written by nobody but the check.
        self.sudo().masalah_ids.unlink()
        try:
            isi = self.with_context(bin_size=False).file
            kepala, rekam, masalah, jumlah = self._baca(base64.b64decode(isi))
        except impor_berkas.BerkasDitolak as tolak:
            raise UserError(self._teks_masalah(tolak.kunci, tolak.rincian)) from tolak
        kelas, temuan = self._periksa_basis(rekam)
        masalah += [
            self._ke_masalah(kepala, satu, *isi_temuan) for satu, *isi_temuan in temuan
        ]
        buruk = {m.baris for m in masalah if m.tingkat == "E"}
        baik = [satu for satu in rekam if satu["baris"] not in buruk]
        jenis = [kelas[satu["nip"]] for satu in baik]
        galat_berkas = any(m.tingkat == "E" for m in kepala.masalah)
        self._tulis(
            {
                **self._AWAL,
                "state": "diperiksa",
                "jumlah_baris": jumlah,
                "jumlah_siap": len(baik),
                "jumlah_baru": jenis.count("baru"),
                "jumlah_diperbarui": jenis.count("ubah"),
                "jumlah_sama": jenis.count("sama"),
                "jumlah_bermasalah": jumlah - len(baik),
                "jumlah_galat": sum(m.tingkat == "E" for m in masalah),
                "jumlah_peringatan": sum(m.tingkat == "W" for m in masalah),
                "ada_galat_berkas": galat_berkas,
                "hasil_baca": self._simpan_hasil(baik, kepala),
            }
        )
        self._catat_masalah(masalah)

    @api.model
    def _ke_masalah(self, kepala, rekam, nama, kunci, tingkat="E", **rincian):
        huruf, judul = kepala.tempat(nama)
        nilai = str(rekam.get(nama) or "")
        return roster.Masalah(
            rekam["baris"], huruf, judul, nilai, kunci, tingkat, rincian
        )

    def _baca(self, isi):
        """Return heading, sound records, problems and the number of rows."""
        impor_berkas.periksa_berkas(isi, self.nama_file or "")
        baris = impor_berkas.baca_lembar(isi)
        awal = list(islice(baris, roster.JUDUL_MAKS_BARIS))
        kepala = roster.kenali_kepala(awal, self.abaikan_kolom)
        rujukan, urutan = self._rujukan()
        periksa = roster.Pemeriksa(
            kepala,
            rujukan,
            _Aturan(urutan),
            self.env["hr.employee"]._asn_hari_ini(),
            self.buat_jabatan,
        )
        rekam, masalah, jumlah = [], list(kepala.masalah), 0
        if not kepala.kolom:
            return kepala, rekam, masalah, jumlah
        for nomor, sel in (*awal, *baris):
            if nomor <= kepala.baris or roster.baris_catatan(kepala, sel):
                continue
            jumlah += 1
            satu, temuan = periksa.periksa(nomor, sel)
            masalah += temuan
            if satu is not None:
                rekam.append({"baris": nomor, **satu})
        if jumlah > impor_berkas.BARIS_MAKS:
            raise impor_berkas.BerkasDitolak(
                "berkas_baris", batas=f"{impor_berkas.BARIS_MAKS:,}".replace(",", ".")
            )
        return kepala, rekam, masalah, jumlah

    def _catat_masalah(self, masalah):
        """Store the first problems; thousands of one kind help nobody."""
        masalah = sorted(masalah, key=lambda m: (m.baris, m.tingkat))
        # sudo: findings are written by nobody but the check.
        self.env["asn.impor.masalah"].sudo().create(
            [
                {
                    "impor_id": self.id,
                    "baris": m.baris,
                    "kolom": m.kolom,
                    "judul": m.judul,
                    "nilai": m.nilai,
                    "tingkat": m.tingkat,
                    "kunci": m.kunci,
                    "pesan": self._teks_masalah(m.kunci, m.rincian),
                }
                for m in masalah[:MASALAH_MAKS]
            ]
        )
        if len(masalah) > MASALAH_MAKS:
            self._tulis(
                {
                    "pesan": self.env._(
                        "Only the first %(count)s problems are listed.",
                        count=MASALAH_MAKS,
                    )
                }
            )

    @api.model
    def _simpan_hasil(self, rekam, kepala):
        """Return the sound rows, packed, so that a run need not read again."""
        tempat = {kolom.nama: kepala.tempat(kolom.nama) for kolom in KOLOM}
        isi = json.dumps({"rekam": rekam, "tempat": tempat}, default=date.isoformat)
        return base64.b64encode(zlib.compress(isi.encode(), 3))

    def _muat_hasil(self):
        """Return the sound rows that the check kept, and where columns were."""
        # sudo: the field is readable by nobody, personal data lie in it.
        isi = self.sudo().with_context(bin_size=False).hasil_baca
        if not isi:
            return [], {}
        data = json.loads(zlib.decompress(base64.b64decode(isi)))
        for satu in data["rekam"]:
            for nama in satu.keys() & _TANGGAL:
                satu[nama] = fields.Date.to_date(satu[nama])
        return data["rekam"], data["tempat"]

import base64
from collections import Counter

from odoo import api, models
from odoo.addons.asn_base.domain import nama as nama_tools
from odoo.addons.asn_base.domain import nik as nik_tools
from odoo.addons.asn_base.domain import nip as nip_tools
from odoo.addons.asn_base.domain import npwp as npwp_tools
from odoo.exceptions import UserError

from ..domain import impor_berkas, roster
from ..domain.impor_kepala import Masalah, baris_catatan, kenali_kepala
from ..domain.impor_kolom import ROSTER
from ..domain.impor_nilai import tampil
from ..domain.riwayat import PemeriksaRiwayat
from .asn_impor_bagian import kemas
from .asn_impor_pesan import PESAN

MASALAH_MAKS = 5000
UKURAN_BAGIAN = 500
#: A larger file is checked in the background, with progress.
UKURAN_LATAR = 1024 * 1024


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
    """The check: open the file, read every row, compare with the database.

    Sheet by sheet the rows are read and packed in batches; then batch by batch they
    are compared with the database. Each step may be committed by itself, so that a
    large file is checked in the background and never lies in memory as a whole.
    """

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

    def _isi_berkas(self):
        """Return the bytes of the workbook, doubted once more."""
        if not self.file:
            raise UserError(self.env._("Choose a spreadsheet (.xlsx) first."))
        isi = base64.b64decode(self.with_context(bin_size=False).file)
        impor_berkas.periksa_berkas(isi, self.nama_file or "")
        return isi

    def _mulai_periksa(self):
        """Begin a check: forget the last one, list the sheets."""
        # sudo: findings and batches are written by nobody but the check.
        sudo = self.sudo()
        sudo.masalah_ids.unlink()
        sudo.bagian_ids.unlink()
        try:
            isi = self._isi_berkas()
            with impor_berkas.Buku(isi) as buku:
                self._daftar_lembar(buku)
                latar = len(isi) > UKURAN_LATAR
                self._tulis({**self._AWAL, "state": "memeriksa"})
                ingat = {}
                while not latar and self._langkah_periksa(buku, ingat):
                    pass
        except impor_berkas.BerkasDitolak as tolak:
            raise UserError(self._teks_masalah(tolak.kunci, tolak.rincian)) from tolak
        if latar:
            self._picu()

    def _periksa_latar(self):
        """Go on with a check in the background; return whether time is left."""
        try:
            with impor_berkas.Buku(self._isi_berkas()) as buku:
                ingat = {}
                while self.state == "memeriksa":
                    if not self.try_lock_for_update():
                        return True
                    ada = self._langkah_periksa(buku, ingat)
                    sisa = len(self.lembar_ids.filtered(lambda s: not s.is_terbaca))
                    sisa += len(self._bagian("dibaca"))
                    waktu = self.env["ir.cron"]._commit_progress(1, remaining=sisa)
                    if ada and not waktu:
                        return False
                    self.invalidate_recordset(["state"])
        except (impor_berkas.BerkasDitolak, UserError) as tolak:
            pesan = str(tolak)
            if isinstance(tolak, impor_berkas.BerkasDitolak):
                pesan = self._teks_masalah(tolak.kunci, tolak.rincian)
            self._berhenti(pesan)
        return True

    def _langkah_periksa(self, buku, ingat):
        """Read one sheet or compare one batch; return whether there is more.

        :param ingat: dict that keeps what all batches need, for one run of steps
        """
        lembar = self.lembar_ids.filtered(lambda s: not s.is_terbaca)[:1]
        if lembar:
            self._baca_lembar(lembar, buku)
            return True
        for bagian in self._bagian("dibaca")[:1]:
            self._banding_bagian(bagian, ingat)
            return True
        self._selesai_periksa()
        return False

    def _bagian(self, status):
        """Return the batches in this status, in order.

        Each prefetches by itself: the rows of one batch are as much as memory should
        hold.
        """
        # sudo: batches are nobody's to read, personal data lie in them.
        Bagian = self.env["asn.impor.bagian"].sudo()
        ada = Bagian.search(
            [("impor_id", "=", self.id), ("status", "=", status)], order="urutan"
        )
        return [Bagian.browse(id_) for id_ in ada.ids]

    # -- reading -----------------------------------------------------------

    def _baca_lembar(self, lembar, buku):
        """Read one sheet: recognise its heading, check and pack its rows."""
        if not lembar.jenis:
            lembar._tulis({"is_terbaca": True})
            return
        jenis = self._jenis_impor(lembar._ke_jenis(lembar.jenis))
        kepala = kenali_kepala(
            buku.awal(lembar.name),
            self.abaikan_kolom,
            jenis,
            self._pilihan_kolom(lembar),
        )
        self._catat_kolom(lembar, kepala, buku)
        masalah, jumlah = list(kepala.masalah), 0
        if kepala.kolom:
            jumlah, temuan = self._baca_baris(lembar, kepala, buku)
            masalah += temuan
        lembar._tulis(
            {
                "is_terbaca": True,
                "ada_galat": any(m.tingkat == "E" for m in kepala.masalah),
                "jumlah_baris": jumlah,
                "tempat": kepala.semua_tempat(),
            }
        )
        self._tulis({"jumlah_baris": self.jumlah_baris + jumlah})
        if self.jumlah_baris > impor_berkas.BARIS_MAKS:
            batas = impor_berkas.ribuan(impor_berkas.BARIS_MAKS)
            raise impor_berkas.BerkasDitolak("berkas_baris", batas=batas)
        self._catat_masalah(lembar, masalah)

    def _baca_baris(self, lembar, kepala, buku):
        """Check the rows of a sheet; return their number and the problems."""
        periksa = self._pemeriksa(kepala)
        rekam, masalah, jumlah = [], [], 0
        for nomor, sel in buku.baris(lembar.name):
            if nomor <= kepala.baris or baris_catatan(kepala, sel):
                continue
            jumlah += 1
            satu, temuan = periksa.periksa(nomor, sel)
            masalah += temuan
            if satu is not None:
                rekam.append({"baris": nomor, **satu})
            if len(rekam) >= UKURAN_BAGIAN:
                self._buat_bagian(lembar, rekam)
                rekam = []
        if rekam:
            self._buat_bagian(lembar, rekam)
        return jumlah, masalah

    def _buat_bagian(self, lembar, rekam):
        # sudo: batches are written by nobody but the check.
        bagian = self.env["asn.impor.bagian"].sudo()
        urutan = self._daftar_jenis().index(lembar.jenis) * 100_000 + rekam[0]["baris"]
        bagian.create(
            {
                "impor_id": self.id,
                "lembar_id": lembar.id,
                "urutan": urutan,
                "jumlah": len(rekam),
                "isi": kemas(rekam),
            }
        )

    def _pemeriksa(self, kepala):
        """Return what checks the rows of this kind of sheet."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        rujukan, urutan = self._rujukan(kepala.jenis)
        if kepala.jenis is ROSTER:
            return roster.PemeriksaRoster(
                kepala, rujukan, _Aturan(urutan), hari_ini, self.buat_jabatan
            )
        return PemeriksaRiwayat(
            kepala,
            rujukan,
            hari_ini,
            kunci=self._kolom_kunci(kepala.jenis),
            periksa_nip=nip_tools.problems,
            sebaiknya=self._kolom_bukti(kepala.jenis),
        )

    # -- comparing ---------------------------------------------------------

    def _banding_bagian(self, bagian, ingat):
        """Compare a batch with the database and keep its sound rows."""
        lembar = bagian.lembar_id
        rekam = bagian._muat_isi()
        kelas, temuan = self._banding(lembar.jenis, rekam, ingat)
        tempat = lembar.tempat or {}
        masalah = [self._ke_masalah(tempat, *isi) for isi in temuan]
        buruk = {m.baris for m in masalah if m.tingkat == "E"}
        baik = [satu for satu in rekam if satu["baris"] not in buruk]
        hitung = Counter(kelas[satu["baris"]] for satu in baik)
        bagian._simpan_isi(baik)
        bagian.write({"status": "siap"})
        lembar._tulis(
            {
                "jumlah_siap": lembar.jumlah_siap + len(baik),
                "jumlah_baru": lembar.jumlah_baru + hitung["baru"],
                "jumlah_diperbarui": lembar.jumlah_diperbarui + hitung["ubah"],
                "jumlah_sama": lembar.jumlah_sama + hitung["sama"],
            }
        )
        self._catat_masalah(lembar, masalah)

    @api.model
    def _ke_masalah(self, tempat, rekam, nama, kunci, tingkat="E", rincian=None):
        huruf, judul = tempat.get(nama, ("", nama))
        nilai = tampil(rekam.get(nama))
        return Masalah(
            rekam["baris"], huruf, judul, nilai, kunci, tingkat, rincian or {}
        )

    def _selesai_periksa(self):
        """Add up what the sheets say."""
        lembar = self.lembar_ids
        for satu in lembar:
            satu._tulis({"jumlah_bermasalah": satu.jumlah_baris - satu.jumlah_siap})
        orang = lembar.filtered(lambda s: s.jenis == ROSTER.kode)
        riwayat = lembar - orang
        self._tulis(
            {
                "state": "diperiksa",
                "jumlah_siap": sum(lembar.mapped("jumlah_siap")),
                "jumlah_baru": sum(orang.mapped("jumlah_baru")),
                "jumlah_riwayat": sum(riwayat.mapped("jumlah_baru"))
                + sum(riwayat.mapped("jumlah_diperbarui")),
                "jumlah_diperbarui": sum(orang.mapped("jumlah_diperbarui")),
                "jumlah_sama": sum(lembar.mapped("jumlah_sama")),
                "jumlah_bermasalah": sum(lembar.mapped("jumlah_bermasalah")),
                "ada_galat_berkas": any(lembar.mapped("ada_galat")),
            }
        )

    # -- problems ----------------------------------------------------------

    def _catat_masalah(self, lembar, masalah):
        """Store problems; thousands of one kind help nobody.

        Which rows were refused, and why, is kept for all of them, for the workbook
        of refused rows.
        """
        if not masalah:
            return
        galat = [m for m in masalah if m.tingkat == "E"]
        lembar._catat_ditolak(galat)
        # sudo: findings are written by nobody but the check.
        Masalah_ = self.env["asn.impor.masalah"].sudo()
        sisa = MASALAH_MAKS - Masalah_.search_count([("impor_id", "=", self.id)])
        Masalah_.create(
            [
                {
                    "impor_id": self.id,
                    "lembar_id": lembar.id,
                    "baris": m.baris,
                    "kolom": m.kolom,
                    "judul": m.judul,
                    "nilai": m.nilai,
                    "tingkat": m.tingkat,
                    "kunci": m.kunci,
                    "pesan": self._teks_masalah(m.kunci, m.rincian),
                }
                for m in sorted(masalah, key=lambda m: (m.baris, m.tingkat))[
                    : max(sisa, 0)
                ]
            ]
        )
        vals = {
            "jumlah_galat": self.jumlah_galat + len(galat),
            "jumlah_peringatan": self.jumlah_peringatan + len(masalah) - len(galat),
        }
        if len(masalah) > sisa:
            vals["pesan"] = self.env._(
                "Only the first %(count)s problems are listed.", count=MASALAH_MAKS
            )
        self._tulis(vals)

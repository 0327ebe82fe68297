"""Read a roster of personnel: recognise its columns, check every row.

Plain Python. A problem names the spreadsheet's row, the column's letter and
heading, the value, the message key and a level: E keeps the row out, W lets it
pass. Comparisons between fields are W because old data are often wrong; what the
database can't hold is E (profile rules PRF-*).
"""

from dataclasses import dataclass, field

from . import roster_aturan
from .impor_kolom import DILEWATI, KOLOM, PETA, huruf_kolom, kunci
from .impor_nilai import NilaiSalah, ubah
from .impor_rujukan import saran_kolom

PENANDA_CATATAN = "18 angka"
JUDUL_MAKS_BARIS = 10
NILAI_MAKS = 80


@dataclass(frozen=True)
class Masalah:
    """One finding; ``kolom`` is the letter, ``judul`` the heading as written."""

    baris: int
    kolom: str
    judul: str
    nilai: str
    kunci: str
    tingkat: str = "E"
    rincian: dict = field(default_factory=dict)


@dataclass
class Kepala:
    """The recognised heading row: index of column → definition."""

    baris: int
    kolom: dict
    judul: dict
    masalah: list

    def tempat(self, nama):
        """Return ``(letter, heading)`` of a field, blank where it has no column."""
        for indeks, kolom in self.kolom.items():
            if kolom.nama == nama:
                return huruf_kolom(indeks + 1), self.judul[indeks]
        return "", nama


def _tampil(nilai):
    isi = "" if nilai is None else str(nilai)
    return isi if len(isi) <= NILAI_MAKS else f"{isi[: NILAI_MAKS - 1]}…"


def kenali_kepala(baris_awal, abaikan_kolom=False):
    """Return the :class:`Kepala` among the first rows.

    The row with most known headings wins, so a title above the table does no harm.

    :param baris_awal: ``(row number, cells)`` of the first rows
    :param abaikan_kolom: unknown columns become warnings
    """
    terbaik, kepala_sel, nomor_kepala = 0, [], 1
    for nomor, sel in baris_awal:
        kenal = sum(
            1 for s in sel if isinstance(s.nilai, str) and kunci(s.nilai) in PETA
        )
        if kenal > terbaik:
            terbaik, kepala_sel, nomor_kepala = kenal, sel, nomor
    if not terbaik:
        nomor_kepala = baris_awal[0][0] if baris_awal else 1
        masalah = Masalah(nomor_kepala, "", "", "", "kepala_tidak_ada")
        return Kepala(nomor_kepala, {}, {}, [masalah])
    kepala = Kepala(nomor_kepala, {}, {}, [])
    for indeks, sel in enumerate(kepala_sel):
        _kenali_sel(kepala, indeks, sel, abaikan_kolom)
    ada = {kolom.nama for kolom in kepala.kolom.values()}
    for kolom in KOLOM:
        if kolom.wajib and kolom.nama not in ada:
            kepala.masalah.append(
                Masalah(nomor_kepala, "", kolom.nama, "", "kolom_wajib_tidak_ada")
            )
    return kepala


def _kenali_sel(kepala, indeks, sel, abaikan_kolom):
    if sel.nilai is None:
        return
    teks = " ".join(str(sel.nilai).split())
    huruf, k = huruf_kolom(indeks + 1), kunci(teks)
    kolom = PETA.get(k)
    kepala.judul[indeks] = teks
    if sel.jenis == "f":
        temuan = ("rumus", "E", {})
    elif kolom and kolom in kepala.kolom.values():
        temuan = _kolom_kedua(kepala, indeks, kolom, k)
    elif kolom:
        kepala.kolom[indeks] = kolom
        return
    elif k in DILEWATI:
        return
    else:
        tingkat = "W" if abaikan_kolom else "E"
        saran = saran_kolom(teks, PETA)
        pesan = "kolom_tidak_dikenal_saran" if saran else "kolom_tidak_dikenal"
        temuan = (pesan, tingkat, {"saran": saran})
    pesan, tingkat, rincian = temuan
    kepala.masalah.append(
        Masalah(kepala.baris, huruf, teks, _tampil(teks), pesan, tingkat, rincian)
    )


def _kolom_kedua(kepala, indeks, kolom, k):
    """Return the finding for a second column of one field.

    SIASN writes most values twice (agama, agamaId): the code is kept, and the
    other column is named so that nobody believes that it was read.
    """
    lama = next(i for i, punya in kepala.kolom.items() if punya is kolom)
    kunci_lama = kunci(kepala.judul[lama])
    lain = {"lain": huruf_kolom(lama + 1)}
    if kunci_lama == k:
        return "kolom_ganda", "E", lain
    if k.endswith("id") and not kunci_lama.endswith("id"):
        del kepala.kolom[lama]
        kepala.kolom[indeks] = kolom
        return "kolom_ganda_dipakai", "W", lain
    return "kolom_ganda_dilewati", "W", lain


def baris_catatan(kepala, sel):
    """Return whether the row is the template's row of notes, not a person."""
    for indeks, kolom in kepala.kolom.items():
        if kolom.nama == "nip" and indeks < len(sel):
            return str(sel[indeks].nilai or "").startswith(PENANDA_CATATAN)
    return False


class Pemeriksa:
    """Checks the rows of one file, one after the other.

    :param kepala: the recognised heading
    :param rujukan: ``{name: Rujukan}`` for agama, kedudukan, golongan_pns,
        golongan_pppk, unit, jabatan, jenis_jabatan, pendidikan
    :param aturan: identity checks, see :mod:`roster_aturan`
    :param hari_ini: the date that ages are counted on
    :param jabatan_baru: unknown posts are noted to be created
    """

    def __init__(self, kepala, rujukan, aturan, hari_ini, jabatan_baru=False):
        self.kepala = kepala
        self.rujukan = rujukan
        self.aturan = aturan
        self.hari_ini = hari_ini
        self.jabatan_baru = jabatan_baru
        self.tempat = {k.nama: kepala.tempat(k.nama) for k in KOLOM}
        self._terlihat = {"nip": {}, "nik": {}, "email_dinas": {}}
        self._cache = {}

    def periksa(self, nomor, sel):
        """Return ``(record, problems)``; the record is None when a row is out."""
        self.nomor, self.temuan, self.mentah = nomor, [], {}
        self._kolom_tanpa_judul(sel)
        rekam = self._baca(sel)
        roster_aturan.lengkapi(self, rekam)
        self._rujuk(rekam)
        roster_aturan.periksa(self, rekam)
        self._kembar(rekam)
        if any(m.tingkat == "E" for m in self.temuan):
            return None, self.temuan
        return rekam, self.temuan

    def catat(self, nama, pesan, tingkat="E", **rincian):
        """Note a problem at the cell of a field."""
        huruf, judul = self.tempat.get(nama, ("", nama))
        nilai = _tampil(self.mentah.get(nama))
        self.temuan.append(
            Masalah(self.nomor, huruf, judul, nilai, pesan, tingkat, rincian)
        )

    def _kolom_tanpa_judul(self, sel):
        for indeks, satu in enumerate(sel):
            if satu.nilai is None or indeks in self.kepala.judul:
                continue
            pesan = "rumus" if satu.jenis == "f" else "sel_tanpa_judul"
            huruf, nilai = huruf_kolom(indeks + 1), _tampil(satu.nilai)
            self.temuan.append(Masalah(self.nomor, huruf, "", nilai, pesan, "W"))

    def _baca(self, sel):
        """Return ``{field: value}`` of the cells that hold something."""
        rekam = {}
        for indeks, kolom in self.kepala.kolom.items():
            if indeks >= len(sel) or sel[indeks].nilai is None:
                continue
            satu = sel[indeks]
            self.mentah[kolom.nama] = satu.nilai
            try:
                nilai = self._ubah(kolom, satu)
            except NilaiSalah as galat:
                self.catat(kolom.nama, galat.kunci, "E", **galat.rincian)
                continue
            if nilai not in ("", None):
                rekam[kolom.nama] = nilai
        for kolom in KOLOM:
            if kolom.wajib and kolom.nama not in rekam:
                self._wajib(kolom.nama)
        return rekam

    def _wajib(self, nama):
        """Note an empty required cell, once, unless its column is missing."""
        huruf = self.tempat[nama][0]
        if huruf and not any(m.kolom == huruf for m in self.temuan):
            self.catat(nama, "wajib_kosong")

    def _ubah(self, kolom, sel):
        """Convert a cell; equal texts of repeating columns are converted once."""
        if kolom.tipe not in ("tanggal", "pilihan", "rujukan") or sel.jenis != "s":
            return ubah(kolom, sel)
        simpan = (kolom.nama, sel.nilai)
        if simpan not in self._cache:
            self._cache[simpan] = ubah(kolom, sel)
        return self._cache[simpan]

    def _rujuk(self, rekam):
        """Replace names and codes of references by ids."""
        for kolom in KOLOM:
            if kolom.tipe != "rujukan" or kolom.nama not in rekam:
                continue
            if kolom.nama == "jenis_jabatan" and "jabatan_baru" not in rekam:
                # Only a post that has to be made needs its kind.
                del rekam["jenis_jabatan"]
                continue
            teks = rekam[kolom.nama]
            daftar, konteks = kolom.rujukan, None
            if daftar == "golongan":
                pppk = rekam.get("status_pegawai", "").startswith("pppk")
                daftar = "golongan_pppk" if pppk else "golongan_pns"
            elif daftar == "jabatan":
                konteks = rekam.get("unit_kerja")
            id_, masalah = self.rujukan[daftar].cari(teks, konteks)
            if not masalah:
                rekam[kolom.nama] = id_
            elif daftar == "jabatan" and masalah != "ganda" and self.jabatan_baru:
                rekam["jabatan_baru"] = rekam.pop("jabatan")
            else:
                del rekam[kolom.nama]
                # A post of an unknown unit: the unit is the problem to name.
                if daftar != "jabatan" or masalah != "ganda" or konteks:
                    self._rujukan_salah(kolom, daftar, teks, masalah)

    def _rujukan_salah(self, kolom, daftar, teks, masalah):
        if masalah != "tidak_ada":
            self.catat(kolom.nama, f"rujukan_{masalah}")
            return
        lain = {"golongan_pns": "golongan_pppk", "golongan_pppk": "golongan_pns"}
        if daftar in lain and not self.rujukan[lain[daftar]].cari(teks)[1]:
            self.catat(kolom.nama, "golongan_bukan_jenisnya")
            return
        saran = self.rujukan[daftar].saran(teks)
        akhir = "_saran" if saran else ""
        self.catat(kolom.nama, f"rujukan_tidak_ada{akhir}", saran=saran)

    def _kembar(self, rekam):
        """Refuse a second row of one NIP, NIK or office address (PRF-NIP-09)."""
        for nama, terlihat in self._terlihat.items():
            nilai = rekam.get(nama)
            if not nilai:
                continue
            if nilai in terlihat:
                self.catat(nama, "kembar_dalam_berkas", lain=terlihat[nilai])
            else:
                terlihat[nilai] = self.nomor

"""Recognise the heading of a sheet: which column is which field.

Plain Python. A heading is known by the field's name, its title or an alias; what a
person said about a heading before, or for this file, goes first.
"""

from dataclasses import dataclass, field

from .impor_kolom import ROSTER, huruf_kolom, kunci
from .impor_nilai import tampil
from .impor_rujukan import saran_kolom

PENANDA_CATATAN = "18 angka"
#: Said instead of a field's name: read past this column.
ABAIKAN = "-"


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
    jenis: object = ROSTER

    def tempat(self, nama):
        """Return ``(letter, heading)`` of a field, blank where it has no column."""
        for indeks, kolom in self.kolom.items():
            if kolom.nama == nama:
                return huruf_kolom(indeks + 1), self.judul[indeks]
        return "", nama

    def semua_tempat(self):
        """Return ``{field: (letter, heading)}`` of the columns that were found."""
        return {
            kolom.nama: (huruf_kolom(indeks + 1), self.judul[indeks])
            for indeks, kolom in self.kolom.items()
        }


def nilai_kepala(baris_awal, jenis):
    """Return how many headings of the best row this kind of sheet knows."""
    return max((_kenal(sel, jenis.peta) for _nomor, sel in baris_awal), default=0)


def _kenal(sel, peta):
    return sum(1 for s in sel if isinstance(s.nilai, str) and kunci(s.nilai) in peta)


def tebak_jenis(judul_lembar, baris_awal, semua_jenis):
    """Return the kind of a sheet, or None: by its title, else by its headings.

    :param semua_jenis: the kinds that are possible; the first wins a draw
    """
    k = kunci(judul_lembar)
    for jenis in semua_jenis:
        if k in jenis.judul_lain or k == kunci(jenis.lembar):
            return jenis
    terbaik, nilai = None, 1
    for jenis in semua_jenis:
        kenal = nilai_kepala(baris_awal, jenis)
        if kenal > nilai:
            terbaik, nilai = jenis, kenal
    return terbaik


def kenali_kepala(baris_awal, abaikan_kolom=False, jenis=ROSTER, pilihan=None):
    """Return the :class:`Kepala` among the first rows.

    The row with most known headings wins, so a title above the table does no harm.

    :param baris_awal: ``(row number, cells)`` of the first rows
    :param abaikan_kolom: unknown columns become warnings
    :param jenis: the kind of sheet
    :param pilihan: ``{flattened heading: field or ABAIKAN}`` said by a person
    """
    pilihan = pilihan or {}
    peta = {**jenis.peta, **dict.fromkeys(pilihan)}
    terbaik, kepala_sel, nomor_kepala = 0, [], 1
    for nomor, sel in baris_awal:
        kenal = _kenal(sel, peta)
        if kenal > terbaik:
            terbaik, kepala_sel, nomor_kepala = kenal, sel, nomor
    if not terbaik:
        nomor_kepala = baris_awal[0][0] if baris_awal else 1
        masalah = Masalah(nomor_kepala, "", "", "", "kepala_tidak_ada")
        return Kepala(nomor_kepala, {}, {}, [masalah], jenis)
    kepala = Kepala(nomor_kepala, {}, {}, [], jenis)
    for indeks, sel in enumerate(kepala_sel):
        _kenali_sel(kepala, indeks, sel, abaikan_kolom, pilihan)
    ada = {kolom.nama for kolom in kepala.kolom.values()}
    for kolom in jenis.kolom:
        if kolom.wajib and kolom.nama not in ada:
            kepala.masalah.append(
                Masalah(nomor_kepala, "", kolom.nama, "", "kolom_wajib_tidak_ada")
            )
    return kepala


def _kenali_sel(kepala, indeks, sel, abaikan_kolom, pilihan):
    if sel.nilai is None:
        return
    teks = " ".join(str(sel.nilai).split())
    huruf, k = huruf_kolom(indeks + 1), kunci(teks)
    jenis = kepala.jenis
    kata = pilihan.get(k)
    kolom = jenis.per_nama.get(kata) or jenis.peta.get(k)
    kepala.judul[indeks] = teks
    if sel.jenis == "f":
        temuan = ("rumus", "E", {})
    elif kata == ABAIKAN:
        return
    elif kolom and kolom in kepala.kolom.values():
        temuan = _kolom_kedua(kepala, indeks, kolom, k)
    elif kolom:
        kepala.kolom[indeks] = kolom
        return
    elif k in jenis.dilewati:
        return
    else:
        tingkat = "W" if abaikan_kolom else "E"
        saran = saran_kolom(teks, jenis.peta)
        pesan = "kolom_tidak_dikenal_saran" if saran else "kolom_tidak_dikenal"
        temuan = (pesan, tingkat, {"saran": saran})
    pesan, tingkat, rincian = temuan
    kepala.masalah.append(
        Masalah(kepala.baris, huruf, teks, tampil(teks), pesan, tingkat, rincian)
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

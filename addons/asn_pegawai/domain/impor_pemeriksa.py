"""Read the rows of a sheet into values, noting every problem at its cell.

Plain Python. A problem names the spreadsheet's row, the column's letter and
heading, the value, the message key and a level: E keeps the row out, W lets it
pass. Comparisons between fields are W because old data are often wrong; what the
database can't hold is E (profile rules PRF-*).
"""

from .impor_kepala import Masalah
from .impor_kolom import huruf_kolom
from .impor_nilai import NilaiSalah, tampil, ubah

#: Kinds of column whose texts repeat so often that converting once is enough.
_BERULANG = ("tanggal", "pilihan", "rujukan")


class Pemeriksa:
    """Checks the rows of one sheet, one after the other; extended per kind.

    :param kepala: the recognised heading
    :param rujukan: ``{name: Rujukan}`` to look names and codes up in
    :param hari_ini: the date that ages and decrees are compared with
    """

    def __init__(self, kepala, rujukan, hari_ini):
        self.kepala = kepala
        self.kolom = kepala.jenis.kolom
        self.rujukan = rujukan
        self.hari_ini = hari_ini
        self.tempat = kepala.semua_tempat()
        self._cache = {}

    def mulai(self, nomor, sel):
        """Begin a row and return ``{field: value}`` of its filled cells."""
        self.nomor, self.temuan, self.mentah = nomor, [], {}
        self._kolom_tanpa_judul(sel)
        return self._baca(sel)

    @property
    def bergalat(self):
        """Return whether the present row has an error."""
        return any(m.tingkat == "E" for m in self.temuan)

    def catat(self, nama, pesan, tingkat="E", **rincian):
        """Note a problem at the cell of a field."""
        huruf, judul = self.tempat.get(nama, ("", nama))
        nilai = tampil(self.mentah.get(nama))
        self.temuan.append(
            Masalah(self.nomor, huruf, judul, nilai, pesan, tingkat, rincian)
        )

    def _kolom_tanpa_judul(self, sel):
        for indeks, satu in enumerate(sel):
            if satu.nilai is None or indeks in self.kepala.judul:
                continue
            pesan = "rumus" if satu.jenis == "f" else "sel_tanpa_judul"
            huruf, nilai = huruf_kolom(indeks + 1), tampil(satu.nilai)
            self.temuan.append(Masalah(self.nomor, huruf, "", nilai, pesan, "W"))

    def _baca(self, sel):
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
        for kolom in self.kolom:
            if kolom.wajib and kolom.nama not in rekam:
                self._wajib(kolom.nama)
        return rekam

    def _wajib(self, nama):
        """Note an empty required cell, once, unless its column is missing."""
        huruf = self.tempat.get(nama, ("", ""))[0]
        if huruf and not any(m.kolom == huruf for m in self.temuan):
            self.catat(nama, "wajib_kosong")

    def _ubah(self, kolom, sel):
        """Convert a cell; equal texts of repeating columns are converted once."""
        if kolom.tipe not in _BERULANG or sel.jenis != "s":
            return ubah(kolom, sel)
        simpan = (kolom.nama, sel.nilai)
        if simpan not in self._cache:
            self._cache[simpan] = ubah(kolom, sel)
        return self._cache[simpan]

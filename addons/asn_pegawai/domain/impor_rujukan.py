"""Look up units, posts, grades and other references by code or by name.

Plain Python: the caller fills the lists from the database.
"""

import difflib
from collections import defaultdict

from .impor_kolom import kunci


class Rujukan:
    """Names and codes of one reference, compared without case and punctuation.

    A name may belong to several records (every office has its "Sekretariat");
    such a name is ambiguous unless the context of the row decides.
    """

    def __init__(self):
        self._isi = defaultdict(dict)
        self._judul = {}
        self._saran = {}

    def tambah(self, id_, *nama, konteks=None):
        """Accept these names and codes for the record.

        :param konteks: what tells records of one name apart, e.g. a unit's id
        """
        for satu in nama:
            if satu and (k := kunci(satu)):
                self._isi[k][id_] = konteks
                self._judul.setdefault(k, satu)

    def cari(self, teks, konteks=None):
        """Return ``(id, problem)``; the problem is None, or one of

        ``tidak_ada`` (unknown), ``ganda`` (several fit) and ``lain`` (the name is
        known, but only in another context, e.g. a post of another unit).
        """
        calon = self._isi.get(kunci(teks))
        if not calon:
            return None, "tidak_ada"
        umum = [id_ for id_, punya in calon.items() if punya is None]
        cocok = umum
        if konteks is not None:
            cocok = [id_ for id_, punya in calon.items() if punya == konteks] or umum
        elif not umum:
            cocok = list(calon)
        if not cocok:
            return None, "lain"
        return (cocok[0], None) if len(cocok) == 1 else (None, "ganda")

    def saran(self, teks):
        """Return the nearest accepted name, or an empty text."""
        k = kunci(teks)
        if k not in self._saran:
            dekat = difflib.get_close_matches(k, self._judul, n=1, cutoff=0.72)
            self._saran[k] = self._judul[dekat[0]] if dekat else ""
        return self._saran[k]


def saran_kolom(judul, peta):
    """Return the code of the column whose heading is nearest, or empty."""
    k = kunci(judul)
    for panjang in (k, k.removeprefix("data"), k.removeprefix("nomor")):
        dekat = difflib.get_close_matches(panjang, peta, n=1, cutoff=0.72)
        if dekat:
            return peta[dekat[0]].nama
    return ""

"""Values that people type into a proposal, as they may be stored."""

import datetime
import hashlib
import json
import math
import unicodedata

#: Photograph of the profile: proposed by a document, not typed.
FOTO = "image_1920"
#: Questions that the administrator adds to the profile (LL-11-3-t).
TAMBAHAN = "data_tambahan"
TEKS_MAKS = 500
URAIAN_MAKS = 4000
#: PostgreSQL's integer.
_BULAT_MAKS = 2**31 - 1
_TAHUN = (1900, 2100)


class NilaiDitolak(ValueError):
    """A value that cannot be stored; ``kode`` says why."""

    def __init__(self, kode):
        super().__init__(kode)
        self.kode = kode


def _teks(nilai, maks, baris_baru=False):
    if not isinstance(nilai, str):
        raise NilaiDitolak("bukan_teks")
    boleh = "\n\t" if baris_baru else ""
    # Control and formatting characters hide text from the verifier.
    bersih = "".join(
        c for c in nilai if c in boleh or unicodedata.category(c) not in _TAK_TAMPAK
    ).strip()
    if len(bersih) > maks:
        raise NilaiDitolak("terlalu_panjang")
    return bersih or False


_TAK_TAMPAK = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def _tanggal(nilai):
    if not isinstance(nilai, str):
        raise NilaiDitolak("bukan_tanggal")
    try:
        hari = datetime.date.fromisoformat(nilai)
    except ValueError:
        raise NilaiDitolak("bukan_tanggal") from None
    if not _TAHUN[0] <= hari.year <= _TAHUN[1] or len(nilai) != 10:
        raise NilaiDitolak("bukan_tanggal")
    return nilai


def _bulat(nilai):
    if isinstance(nilai, str) and nilai.strip().lstrip("-").isascii():
        try:
            nilai = int(nilai.strip())
        except ValueError:
            raise NilaiDitolak("bukan_angka") from None
    if isinstance(nilai, bool) or not isinstance(nilai, int):
        raise NilaiDitolak("bukan_angka")
    if abs(nilai) > _BULAT_MAKS:
        raise NilaiDitolak("bukan_angka")
    return nilai


def _pecahan(nilai):
    if isinstance(nilai, str):
        try:
            nilai = float(nilai.strip().replace(",", "."))
        except ValueError:
            raise NilaiDitolak("bukan_angka") from None
    if isinstance(nilai, bool) or not isinstance(nilai, (int, float)):
        raise NilaiDitolak("bukan_angka")
    if not math.isfinite(nilai) or abs(nilai) > 1e15:
        raise NilaiDitolak("bukan_angka")
    return float(nilai)


def bersihkan(tipe, nilai, pilihan=()):
    """Return a value as it is kept in a proposal, ``False`` for empty.

    :param tipe: type of the field
    :param nilai: what the client sent, any JSON value
    :param pilihan: keys of a selection
    :raise NilaiDitolak: it is no value of this type
    """
    if tipe == "boolean":
        if not isinstance(nilai, bool):
            raise NilaiDitolak("bukan_ya_tidak")
        return nilai
    # A photograph follows from its document; whatever is typed does not count.
    if tipe == "foto" or nilai is None or nilai is False or nilai == "":
        return False
    if tipe == "char":
        return _teks(nilai, TEKS_MAKS)
    if tipe == "text":
        return _teks(nilai, URAIAN_MAKS, baris_baru=True)
    if tipe == "date":
        return _tanggal(nilai)
    if tipe in ("integer", "many2one"):
        angka = _bulat(nilai)
        if tipe == "many2one" and angka <= 0:
            raise NilaiDitolak("bukan_pilihan")
        return angka
    if tipe in ("float", "monetary"):
        return _pecahan(nilai)
    if tipe == "selection":
        if not isinstance(nilai, str) or nilai not in pilihan:
            raise NilaiDitolak("bukan_pilihan")
        return nilai
    raise NilaiDitolak("jenis_isian")


def sama(satu, lain):
    """Tell whether two stored values are the same; empty is empty."""
    return (satu or False) == (lain or False)


def sidik(nilai):
    """Return a fingerprint of values, equal for equal values."""
    teks = json.dumps(nilai, sort_keys=True, default=str)
    return hashlib.sha256(teks.encode()).hexdigest()[:16]

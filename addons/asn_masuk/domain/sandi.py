"""What makes a password acceptable."""

import re
import unicodedata
from dataclasses import dataclass

from .sandi_umum import SANDI_UMUM

#: Shorter pieces of a name are found in innocent words.
_POTONGAN = 4
#: Signs that stand for letters.
_GANTI = str.maketrans("@4310$5!", "aaeiossi")


@dataclass(frozen=True)
class Aturan:
    """How long and how varied a password must be."""

    panjang: int = 12
    kecil: bool = True
    besar: bool = True
    angka: bool = True
    simbol: bool = False


def periksa(sandi, aturan, data_diri=()):
    """Return the codes of everything that a password lacks.

    All at once: who mends one thing must not be told of the next.

    :param sandi: the password
    :param aturan: an ``Aturan``
    :param data_diri: texts about the person (names, NIP, dates of birth as
        digits), of which none may be in the password
    :return: list of "panjang", "kecil", "besar", "angka", "simbol", "umum",
        "data_diri", "ulang"
    """
    kurang = []
    if len(sandi) < aturan.panjang:
        kurang.append("panjang")
    for kode, wajib, ada in (
        ("kecil", aturan.kecil, str.islower),
        ("besar", aturan.besar, str.isupper),
        ("angka", aturan.angka, str.isdigit),
        ("simbol", aturan.simbol, _simbol),
    ):
        if wajib and not any(map(ada, sandi)):
            kurang.append(kode)
    if _umum(sandi):
        kurang.append("umum")
    if _memuat_data_diri(sandi, data_diri):
        kurang.append("data_diri")
    if len(set(sandi)) < min(5, aturan.panjang):
        kurang.append("ulang")
    return kurang


def _simbol(huruf):
    return not huruf.isalnum() and not huruf.isspace()


def _umum(sandi):
    """Say whether a password is a common one, also with digits or signs around it."""
    teks = unicodedata.normalize("NFKD", sandi).lower()
    inti = re.sub(r"^[^a-z@$]+|[^a-z@$]+$", "", teks)
    return any(
        re.sub(r"[^a-z0-9]", "", bentuk) in SANDI_UMUM
        for asal in (teks, inti)
        for bentuk in (asal, asal.translate(_GANTI))
    )


def _memuat_data_diri(sandi, data_diri):
    huruf = re.sub(r"[^a-z]", "", sandi.lower())
    angka = re.sub(r"\D", "", sandi)
    for teks in data_diri:
        for kata in re.findall(r"[a-z]+", (teks or "").lower()):
            if len(kata) >= _POTONGAN and kata in huruf:
                return True
        for deret in re.findall(r"\d+", teks or ""):
            if len(deret) >= _POTONGAN and deret in angka:
                return True
    return False


def tanggal_lahir(lahir):
    """Return a date of birth the ways people type it, as digits."""
    if not lahir:
        return []
    return [lahir.strftime(pola) for pola in ("%d%m%Y", "%Y%m%d", "%d%m%y", "%y%m%d")]

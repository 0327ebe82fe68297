"""How confidential values look to those who see a list. No Odoo in here."""

TITIK = "•"


def angka(nilai):
    """Return a number with its last four digits only: ``••••••••••••0001``."""
    if len(nilai) <= 4:
        return TITIK * len(nilai)
    return TITIK * (len(nilai) - 4) + nilai[-4:]


def telepon(nilai):
    """Return a telephone number with its last three digits only."""
    if len(nilai) <= 3:
        return TITIK * len(nilai)
    return TITIK * (len(nilai) - 3) + nilai[-3:]


def surel(nilai):
    """Return an e-mail address with its first letter and its domain."""
    depan, at, domain = nilai.partition("@")
    if not at:
        return TITIK * 6
    return depan[:1] + TITIK * 5 + at + domain


def teks(_nilai):
    """Return nothing of a text; its length would already say something."""
    return TITIK * 6


CARA = {"angka": angka, "telepon": telepon, "surel": surel, "teks": teks}


def samarkan(nilai, cara):
    """Return a value masked the given way; an empty one stays empty.

    :param nilai: text or a false value
    :param cara: key of ``CARA``
    """
    return CARA[cara](nilai) if nilai else nilai

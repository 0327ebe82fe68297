"""Taxpayer number (NPWP): dossier profile 3.4, PMK 112/2022."""

from .nik import normalize as normalize_nik
from .teks import hanya_isi, is_angka


def normalize(npwp):
    """Return the number without blanks and separators."""
    return hanya_isi(npwp)


def format(npwp):
    """Return the old form grouped: ``99.999.999.9-999.999``.

    The new form of 16 digits, and anything else, comes back ungrouped.
    """
    n = normalize(npwp)
    if not is_angka(n, 15):
        return n
    return f"{n[:2]}.{n[2:5]}.{n[5:8]}.{n[8]}-{n[9:12]}.{n[12:]}"


def problems(npwp, nik=None):
    """Return what is wrong with a number, also beside the NIK.

    :return: list of ``(rule id, 'E' or 'W', key)``, empty when all is well
    """
    n = normalize(npwp)
    if is_angka(n, 15):
        return []
    if not is_angka(n, 16):
        return [("PRF-NPWP-01", "E", "npwp_panjang")]
    if nik and normalize_nik(nik) != n:
        return [("PRF-NPWP-01", "W", "npwp_beda_nik")]
    return []

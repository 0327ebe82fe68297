"""Telephone, post code and insurance numbers: dossier profile 3.4."""

import re

from .teks import hanya_isi, is_angka

_HP = re.compile(r"(08|\+628)\d+")


def problems_hp(nomor):
    """Return what is wrong with a mobile number: PRF-HP-01."""
    n = hanya_isi(nomor)
    digit = sum(c.isdigit() for c in n)
    if _HP.fullmatch(n) and n.isascii() and 10 <= digit <= 14:
        return []
    return [("PRF-HP-01", "W", "hp_bentuk")]


def problems_kode_pos(kode):
    """Return what is wrong with a post code: PRF-POS-01."""
    return [] if is_angka(hanya_isi(kode), 5) else [("PRF-POS-01", "W", "kode_pos")]


def problems_bpjs(nomor):
    """Return what is wrong with a BPJS Kesehatan number: PRF-BPJS-01."""
    return [] if is_angka(hanya_isi(nomor), 13) else [("PRF-BPJS-01", "W", "bpjs")]

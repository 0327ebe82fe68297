"""Texts and numbers as people and spreadsheets write them."""

import re
import unicodedata

# Blanks of every kind, and what separates groups: 19850317.201001-2/003
_PEMISAH = re.compile(r"[\s.\-/'`‐-―]+")


def hanya_isi(teks):
    """Return a number without blanks and separators; other characters stay.

    Invisible marks (zero width, direction) disappear too: they come along when
    a number is copied from a web page and make two equal numbers differ.
    """
    bersih = "".join(c for c in str(teks or "") if unicodedata.category(c) != "Cf")
    return _PEMISAH.sub("", bersih)


def is_angka(teks, panjang):
    """Tell whether the text is exactly so many of the digits 0-9."""
    return len(teks) == panjang and teks.isascii() and teks.isdecimal()


def teks_csv(nilai):
    """Return a value for a CSV file that a spreadsheet will not calculate."""
    teks = "" if nilai is None or nilai is False else str(nilai)
    bahaya = teks[:1] in ("=", "+", "-", "@", "\t", "\r", "\n")
    return "'" + teks if bahaya and not isinstance(nilai, int | float) else teks

"""Levels of risk: likelihood times impact, five by five. Plain Python.

The city may weigh otherwise; the bounds are the only place to change.
"""

#: Level and the largest value that still belongs to it.
BATAS = (("rendah", 4), ("sedang", 9), ("tinggi", 15), ("sangat_tinggi", 25))


def nilai(kemungkinan, dampak):
    """Return the value of a risk, 0 while one side is not judged."""
    return int(kemungkinan or 0) * int(dampak or 0)


def tingkat(angka):
    """Return the level of a value, or False for 0."""
    if not angka:
        return False
    return next(nama for nama, batas in BATAS if angka <= batas)

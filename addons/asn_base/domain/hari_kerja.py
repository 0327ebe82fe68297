"""Working days (hari kerja): CUTI 3.2, deadlines and SLA."""

from datetime import timedelta

LIMA_HARI = frozenset(range(5))
ENAM_HARI = frozenset(range(6))
_SEHARI = timedelta(days=1)


def is_hari_kerja(tanggal, hari_kerja=LIMA_HARI, libur=frozenset()):
    """Tell whether a date is a working day."""
    return tanggal.weekday() in hari_kerja and tanggal not in libur


def jumlah(a, b, hari_kerja=LIMA_HARI, libur=frozenset()):
    """Return the number of working days from a to b, both included.

    :param hari_kerja: working weekdays, Monday is 0
    :param libur: dates of holidays and joint leave; those on days off are free
    :return: 0 when b is before a
    """
    if b < a:
        return 0
    minggu, sisa = divmod((b - a).days + 1, 7)
    hari = minggu * len(set(hari_kerja))
    awal = a.weekday()
    hari += sum((awal + i) % 7 in hari_kerja for i in range(sisa))
    return hari - sum(a <= d <= b and d.weekday() in hari_kerja for d in set(libur))


def tambah(mulai, n, hari_kerja=LIMA_HARI, libur=frozenset()):
    """Return the n-th working day after a date; negative n counts backwards.

    The first day itself never counts, so 0 gives it back unchanged and
    ``jumlah(mulai + 1 day, tambah(mulai, n)) == n``.

    :raise ValueError: no weekday is a working day
    """
    if not set(hari_kerja) & set(range(7)):
        raise ValueError("no working weekday")
    langkah = _SEHARI if n > 0 else -_SEHARI
    tanggal, sisa = mulai, abs(n)
    while sisa:
        tanggal += langkah
        if is_hari_kerja(tanggal, hari_kerja, libur):
            sisa -= 1
    return tanggal


def daftar(a, b, hari_kerja=LIMA_HARI, libur=frozenset()):
    """Return the working days from a to b, both included, in order."""
    semua = (a + timedelta(days=i) for i in range((b - a).days + 1))
    return [d for d in semua if is_hari_kerja(d, hari_kerja, libur)]

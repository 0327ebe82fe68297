"""Length of service, in completed years and months."""

from datetime import timedelta

from .tanggal import tambah_bulan

# Years taken from MKG by a promotion into the next group of grades.
_PENURUNAN_TAHUN = {("I", "II"): 6, ("II", "III"): 5, ("I", "III"): 11}


def bulan_penuh(a, b):
    """Return the completed months from a to b; 0 when b is not after a."""
    if b <= a:
        return 0
    bulan = (b.year - a.year) * 12 + b.month - a.month
    if bulan and tambah_bulan(a, bulan) > b:
        bulan -= 1
    return bulan


def selisih(a, b):
    """Return the completed years and months from a to b as ``(years, months)``.

    Days are dropped and not rounded: a month counts when it is complete.
    """
    return divmod(bulan_penuh(a, b), 12)


def _gabung(periode, mulai, sampai):
    """Return the periods inside ``mulai..sampai``, overlapping ones as one."""
    hasil = []
    for awal, akhir in sorted(periode):
        awal, akhir = max(awal, mulai), min(akhir, sampai - timedelta(days=1))
        if awal > akhir:
            continue
        if hasil and awal <= hasil[-1][1] + timedelta(days=1):
            hasil[-1][1] = max(hasil[-1][1], akhir)
        else:
            hasil.append([awal, akhir])
    return hasil


def bulan_potongan(potongan, mulai, sampai):
    """Return the completed months of leave that does not count as service.

    :param potongan: (first day, last day) pairs, may overlap (CLTN)
    :param mulai: first day that is looked at
    :param sampai: day up to which service is counted, itself not included
    """
    return sum(
        bulan_penuh(awal, akhir + timedelta(days=1))
        for awal, akhir in _gabung(potongan, mulai, sampai)
    )


def masa_kerja(tmt, pada, potongan=(), tambahan_bulan=0):
    """Return the whole service on a date as ``(years, months)``.

    It counts from TMT CPNS, adds recognised earlier service and takes leave
    outside state responsibility away. It never drops by a promotion.

    :param tmt: first day of service
    :param pada: the date, usually the TMT of a decision
    :param potongan: (first day, last day) pairs of CLTN, may overlap
    :param tambahan_bulan: months of PMK recognised
    """
    bulan = (
        bulan_penuh(tmt, pada) + tambahan_bulan - bulan_potongan(potongan, tmt, pada)
    )
    return divmod(max(0, bulan), 12)


def mkg(tmt, mkg_tahun, mkg_bulan, pada, potongan=()):
    """Return masa kerja golongan on a date as ``(years, months)``.

    :param tmt: TMT of the last rank
    :param mkg_tahun: MKG years in that decree
    :param mkg_bulan: MKG months in that decree
    :param pada: the date
    :param potongan: (first day, last day) pairs of CLTN after that TMT
    """
    return masa_kerja(tmt, pada, potongan, tambahan_bulan=mkg_tahun * 12 + mkg_bulan)


def mkg_setelah_naik(golongan_lama, golongan_baru, tahun, bulan):
    """Return MKG after a promotion between groups of grades.

    From I to II six years fall away, from II to III five, never below zero;
    from III to IV and inside a group nothing. PP 7/1977.

    :param golongan_lama: group or code, ``II`` or ``II/d``
    :param golongan_baru: group or code, ``III`` or ``III/a``
    """
    pasangan = (golongan_lama.split("/")[0], golongan_baru.split("/")[0])
    sisa = (tahun - _PENURUNAN_TAHUN.get(pasangan, 0)) * 12 + bulan
    return divmod(max(0, sisa), 12)

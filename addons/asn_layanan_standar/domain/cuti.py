"""Rules of leave requests (cuti) as plain functions, without the ORM.

Dates are `datetime.date`, both ends included. ``hari_kerja`` is a set of
weekdays (Monday is 0), ``libur`` maps a date to ``(kind, name)``.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from odoo.addons.asn_base.domain.tanggal import akhir_periode, tambah_bulan

SATU_HARI = timedelta(days=1)


def is_bekerja_selama(tmt, pada, bulan):
    """Tell whether ``bulan`` months of work are complete on a day (CUTI-T-01).

    An unknown TMT does not fulfil the condition.
    """
    return bool(tmt and pada) and tambah_bulan(tmt, bulan) <= pada


def is_lebih_dari(mulai, selesai, bulan):
    """Tell whether a contract lasts longer than ``bulan`` months (CUTI-K-03)."""
    return bool(mulai and selesai) and selesai > akhir_periode(mulai, bulan)


@dataclass(frozen=True)
class Hitungan:
    """The charge of a leave and why some days of the range cost nothing."""

    hari: int
    akhir_pekan: int
    libur: tuple  # of (date, kind, name), only days that would be working days


def hitung_hari(mulai, selesai, hari_kerja, libur):
    """Count the working days of a leave and say what was left out (3.2).

    Weekends of the employee's calendar, national holidays and joint leave are
    not charged. An end before the start counts nothing.
    """
    hari = akhir_pekan = 0
    dilewati = []
    tanggal = mulai
    while tanggal <= selesai:
        if tanggal.weekday() not in hari_kerja:
            akhir_pekan += 1
        elif tanggal in libur:
            dilewati.append((tanggal, *libur[tanggal]))
        else:
            hari += 1
        tanggal += SATU_HARI
    return Hitungan(hari, akhir_pekan, tuple(dilewati))


def bagi_tahun(mulai, selesai):
    """Split a range at New Year (CUTI-07).

    :return: list of ``(year, first day, last day)``, oldest first
    """
    bagian = []
    while mulai <= selesai:
        akhir = min(selesai, date(mulai.year, 12, 31))
        bagian.append((mulai.year, mulai, akhir))
        mulai = akhir + SATU_HARI
    return bagian


def kelompok_tanggal(tanggal):
    """Join consecutive dates into ranges.

    :return: list of ``(first, last)``
    """
    rentang = []
    for hari in sorted(tanggal):
        if rentang and rentang[-1][1] + SATU_HARI == hari:
            rentang[-1] = (rentang[-1][0], hari)
        else:
            rentang.append((hari, hari))
    return rentang

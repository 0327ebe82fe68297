"""Duty rosters (jadwal dinas) of people who work in shifts, without the ORM.

A roster of a month is a list of days, ``1-5, 8, 10-12``. For who has one it takes the
place of weekdays and holidays: a day counts if the person was rostered (services 3.2).
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from odoo.addons.asn_base.domain.hari_kerja import is_hari_kerja

from .cuti import Hitungan

_BAGIAN = re.compile(r"(\d{1,2})(?:\s*-\s*(\d{1,2}))?")


def baca_hari(teks, bulan):
    """Return the days of a roster as a set of dates.

    :param teks: day numbers and ranges, separated by commas
    :param bulan: first day of the month
    :raises ValueError: what cannot be read, or is no day of that month
    """
    akhir = monthrange(bulan.year, bulan.month)[1]
    hasil = set()
    for satu in filter(None, (bagian.strip() for bagian in (teks or "").split(","))):
        cocok = _BAGIAN.fullmatch(satu)
        dari, sampai = (int(n or cocok[1]) for n in cocok.groups()) if cocok else (0, 0)
        if not 1 <= dari <= sampai <= akhir:
            raise ValueError(satu)
        hasil |= {bulan.replace(day=n) for n in range(dari, sampai + 1)}
    return hasil


def tulis_hari(hari):
    """Return the days of one month as ``1-5, 8``; the inverse of `baca_hari`."""
    nomor = sorted(satu.day for satu in hari)
    rentang = []
    for n in nomor:
        if rentang and rentang[-1][1] == n - 1:
            rentang[-1][1] = n
        else:
            rentang.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in rentang)


def bagi_bulan(mulai, selesai):
    """Split a range at the ends of months.

    :return: list of ``(first of the month, first day, last day)``, oldest first
    """
    bagian = []
    while mulai <= selesai:
        bulan = mulai.replace(day=1)
        habis = date(bulan.year, bulan.month, monthrange(bulan.year, bulan.month)[1])
        akhir = min(selesai, habis)
        bagian.append((bulan, mulai, akhir))
        mulai = akhir + timedelta(days=1)
    return bagian


def hitung_dinas(mulai, selesai, dinas):
    """Count a leave by the days on duty; the others are days off.

    :param dinas: dates on duty
    :return: `cuti.Hitungan`
    """
    hari = sum(mulai <= satu <= selesai for satu in dinas)
    return Hitungan(hari, (selesai - mulai).days + 1 - hari, ())


def hari_kerja(mulai, selesai, minggu, libur, dinas):
    """Return (weekdays, days off) of a range in which some months have a roster.

    Every weekday may be a day of work then, and the days off are listed one by one.

    :param minggu: weekdays of the calendar, for months without a roster
    :param libur: holidays, for the same months
    :param dinas: ``{first of the month: dates on duty}``
    """
    bebas = set()
    for n in range((selesai - mulai).days + 1):
        hari = mulai + timedelta(days=n)
        jaga = dinas.get(hari.replace(day=1))
        if jaga is None:
            kerja = is_hari_kerja(hari, minggu, libur)
        else:
            kerja = hari in jaga
        if not kerja:
            bebas.add(hari)
    return frozenset(range(7)), bebas


def gabung(bagian):
    """Return the `cuti.Hitungan` of parts that follow each other."""
    return Hitungan(
        sum(b.hari for b in bagian),
        sum(b.akhir_pekan for b in bagian),
        tuple(satu for b in bagian for satu in b.libur),
    )

"""Dates as Indonesian offices count and write them."""

import calendar
from datetime import date, timedelta

NAMA_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
NAMA_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def format_panjang(tanggal):
    """Return a date as in letters: ``17 Maret 2025``; empty for no date."""
    if not tanggal:
        return ""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year:04d}"


def format_pendek(tanggal):
    """Return a date as in lists: ``17-03-2025``; empty for no date."""
    if not tanggal:
        return ""
    return f"{tanggal.day:02d}-{tanggal.month:02d}-{tanggal.year:04d}"


def format_waktu(waktu):
    """Return a local time as beside an event: ``17 Mar 2025, 09.05``; empty for none."""
    if not waktu:
        return ""
    bulan = NAMA_BULAN[waktu.month - 1][:3]
    return f"{waktu.day} {bulan} {waktu.year:04d}, {waktu:%H.%M}"


def format_hari(tanggal):
    """Return weekday and date: ``Senin, 17 Maret 2025``; empty for no date."""
    if not tanggal:
        return ""
    return f"{NAMA_HARI[tanggal.weekday()]}, {format_panjang(tanggal)}"


def format_rentang(mulai, selesai):
    """Return a period without repeating what both ends share.

    ``3-5 Maret 2025``, ``30 Maret-2 April 2025``, else both dates in full;
    one day is written once.
    """
    if mulai == selesai:
        return format_panjang(mulai)
    if (mulai.year, mulai.month) == (selesai.year, selesai.month):
        return f"{mulai.day}-{format_panjang(selesai)}"
    if mulai.year == selesai.year:
        return f"{mulai.day} {NAMA_BULAN[mulai.month - 1]}-{format_panjang(selesai)}"
    return f"{format_panjang(mulai)}-{format_panjang(selesai)}"


def tambah_bulan(tanggal, bulan):
    """Return the date so many months later; negative goes back.

    Where the target month has no such day, its last day counts:
    31 January and one month is 28 (29) February.
    """
    urut = tanggal.year * 12 + tanggal.month - 1 + bulan
    tahun, indeks = divmod(urut, 12)
    hari = min(tanggal.day, calendar.monthrange(tahun, indeks + 1)[1])
    return date(tahun, indeks + 1, hari)


def akhir_periode(mulai, bulan):
    """Return the last day of a period of so many months from its first day."""
    return tambah_bulan(mulai, bulan) - timedelta(days=1)


def awal_bulan_berikut(tanggal):
    """Return the first of the month after the date, the usual TMT of pensions."""
    return tambah_bulan(tanggal.replace(day=1), 1)


def umur(lahir, pada):
    """Return age in completed years on a date.

    Somebody born on 29 February completes the year on 28 February of common
    years, as ``tambah_bulan`` counts; 0 before birth.
    """
    tahun = max(0, pada.year - lahir.year)
    if tahun and tambah_bulan(lahir, 12 * tahun) > pada:
        tahun -= 1
    return tahun

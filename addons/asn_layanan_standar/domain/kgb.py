"""Periodic increment of basic pay (kenaikan gaji berkala, KGB) as plain functions.

PP 7/1977 Pasal 11-13 for PNS, Perpres 98/2020 jo 11/2024 for PPPK. Dates are
`datetime.date`, MKG is counted in months, steps are whole years of the pay table.
"""

from dataclasses import dataclass
from datetime import date

from odoo.addons.asn_base.domain.masa_kerja import bulan_potongan
from odoo.addons.asn_base.domain.tanggal import awal_bulan_berikut, tambah_bulan

#: A PPPK of this grade has the first step after one year (KGB-K-02).
GOLONGAN_SETAHUN, LANGKAH_SETAHUN = "V", 1


@dataclass(frozen=True)
class Golongan:
    """A grade as its decree gives it.

    :param tmt: TMT of the decree
    :param mkg_bulan: MKG in that decree, in months
    :param langkah: steps of the pay table of the grade, in years
    """

    tmt: date
    mkg_bulan: int
    langkah: tuple


def langkah_tercapai(langkah, mkg_bulan):
    """Return the greatest step not above the MKG; None below the first step."""
    tercapai = [tahun for tahun in langkah if tahun * 12 <= mkg_bulan]
    return max(tercapai, default=None)


def langkah_berikut(langkah, diberikan):
    """Return the step after the one that was granted; None at the top (KGB-05)."""
    lebih = [tahun for tahun in langkah if diberikan is None or tahun > diberikan]
    return min(lebih, default=None)


def tmt_langkah(golongan, tahun, potongan=()):
    """Return the first of the month in which the MKG has a step (KGB-04, KGB-11).

    It follows from the MKG of the grade and not from the last increment. Months of
    leave outside state responsibility are no MKG and move the day. A step that is
    reached within a month is paid from the next one, and nothing that rests on a
    decree is paid from before its TMT (KGB-12).

    :param potongan: (first day, last day) pairs of CLTN, may overlap
    """
    kurang = max(tahun * 12 - golongan.mkg_bulan, 0)
    geser = 0
    while True:
        tmt = tambah_bulan(golongan.tmt, kurang + geser)
        baru = bulan_potongan(potongan, golongan.tmt, tmt)
        if baru == geser:
            return tmt if tmt.day == 1 else awal_bulan_berikut(tmt)
        geser = baru


def berikut(golongan, mkg_gaji_bulan=None, potongan=()):
    """Return the next increment as ``(TMT, step)``, or None at the top.

    A decree that counts earlier service (PMK) or corrects the MKG is newer than the
    pay: the step that it reaches is due at once, the ones below it are not (KGB-12).

    :param mkg_gaji_bulan: MKG in months of the last pay in this grade; None when
        the pay still is that of the grade's decree
    """
    dasar = golongan.mkg_bulan if mkg_gaji_bulan is None else mkg_gaji_bulan
    tahun = langkah_berikut(golongan.langkah, langkah_tercapai(golongan.langkah, dasar))
    if tahun is None:
        return None
    tahun = max(tahun, langkah_tercapai(golongan.langkah, golongan.mkg_bulan) or tahun)
    return tmt_langkah(golongan, tahun, potongan), tahun


def rentang(golongan, mkg_gaji_bulan, potongan, sampai):
    """Return the increments up to a day as ``[(TMT, step)]``, the next one first.

    :param sampai: last day that is looked at, inclusive
    """
    hasil = []
    satu = berikut(golongan, mkg_gaji_bulan, potongan)
    while satu and satu[0] <= sampai:
        hasil.append(satu)
        satu = berikut(golongan, satu[1] * 12, potongan)
    return hasil


def tmt_setelah_tunda(tmt, bulan):
    """Return from when a deferred increment is paid (KGB-08).

    The next one is not moved by it (KGB-09): its step follows from the MKG.

    :param bulan: months of the deferral, 1 to 12
    :raise ValueError: more than a year, or nothing
    """
    if not 1 <= bulan <= 12:
        raise ValueError("a deferral lasts 1 to 12 months")
    return tambah_bulan(tmt, bulan)


def is_setahun(golongan, langkah, pertama):
    """Tell whether this is the first increment of a PPPK of golongan V (KGB-K-02).

    It comes after one year and asks for the performance of that year only.
    """
    return golongan == GOLONGAN_SETAHUN and langkah == LANGKAH_SETAHUN and bool(pertama)


def dibayar_mulai(tmt, tunda=None):
    """Return from when a step is paid: its day, or later when it is deferred (KGB-08).

    :param tunda: day on which the last deferral of the step ends, or None
    """
    return max(tmt, tunda) if tunda else tmt


def akhir_tunda(mulai, sampai, dicabut):
    """Return when a deferral ends whose reason is gone: from the next month (KGB-08).

    :param mulai: first day of the deferral
    :param sampai: day on which it would have ended
    :param dicabut: day on which it was lifted
    """
    return max(mulai, min(sampai, awal_bulan_berikut(dicabut)))


def gaji_tabel(tabel, tahun, pada):
    """Return the rupiah of the greatest step not above the MKG; 0 for none.

    :param tabel: ``{valid from: {MKG years: rupiah}}``
    :param tahun: MKG in whole years
    :param pada: the table in force on this day counts
    """
    mulai = max((m for m in tabel if m <= pada), default=None)
    langkah = langkah_tercapai(tabel.get(mulai, ()), tahun * 12)
    return 0 if langkah is None else tabel[mulai][langkah]


def gaji_kini(tabel, gaji, tmt_gaji, mkg_tahun, pada):
    """Return the rupiah of the present pay on a day.

    A table that came into force after the last decree changed the pay of everybody
    without a decree of their own.

    :param tabel: ``{valid from: {MKG years: rupiah}}``
    :param gaji: rupiah of the last decree, or None
    :param tmt_gaji: its TMT
    :param mkg_tahun: MKG in whole years of the step that is paid
    """
    mulai = max((m for m in tabel if m <= pada), default=None)
    if gaji and (mulai is None or tmt_gaji >= mulai):
        return gaji
    return gaji_tabel(tabel, mkg_tahun, pada) or gaji or 0


def dibayarkan(gaji_pokok, persen):
    """Return the rupiah that are paid of a basic pay, rounded down (KGB-06)."""
    return gaji_pokok * persen // 100

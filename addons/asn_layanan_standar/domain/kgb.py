"""Periodic increment of basic pay (kenaikan gaji berkala, KGB) as plain functions.

PP 7/1977 Pasal 11-13 for PNS, Perpres 98/2020 jo 11/2024 for PPPK. Dates are
`datetime.date`, MKG is counted in months, steps are whole years of the pay table.
"""

from dataclasses import dataclass
from datetime import date

from odoo.addons.asn_base.domain.masa_kerja import bulan_potongan
from odoo.addons.asn_base.domain.tanggal import tambah_bulan


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
    """Return the day on which the MKG reaches a step (KGB-04, KGB-11).

    It follows from the MKG of the grade and not from the last increment. Months of
    leave outside state responsibility are no MKG and move the day.

    :param potongan: (first day, last day) pairs of CLTN, may overlap
    """
    kurang = tahun * 12 - golongan.mkg_bulan
    geser = 0
    while True:
        tmt = tambah_bulan(golongan.tmt, kurang + geser)
        baru = bulan_potongan(potongan, golongan.tmt, tmt)
        if baru == geser:
            return tmt
        geser = baru


def berikut(golongan, mkg_gaji_bulan=None, potongan=()):
    """Return the next increment as ``(TMT, step)``, or None at the top.

    :param mkg_gaji_bulan: MKG in months of the last pay in this grade; None when
        the pay still is that of the grade's decree
    """
    dasar = golongan.mkg_bulan if mkg_gaji_bulan is None else mkg_gaji_bulan
    tahun = langkah_berikut(golongan.langkah, langkah_tercapai(golongan.langkah, dasar))
    if tahun is None:
        return None
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


def gaji_tabel(tabel, tahun, pada):
    """Return the rupiah of the greatest step not above the MKG; 0 for none.

    :param tabel: ``{valid from: {MKG years: rupiah}}``
    :param tahun: MKG in whole years
    :param pada: the table in force on this day counts
    """
    mulai = max((m for m in tabel if m <= pada), default=None)
    langkah = langkah_tercapai(tabel.get(mulai, ()), tahun * 12)
    return 0 if langkah is None else tabel[mulai][langkah]


def dibayarkan(gaji_pokok, persen):
    """Return the rupiah that are paid of a basic pay, rounded down (KGB-06)."""
    return gaji_pokok * persen // 100

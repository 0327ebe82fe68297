"""Leave outside state responsibility (cuti di luar tanggungan negara, CLTN).

No Odoo import. Dates are `datetime.date`, both ends included. Legal basis: PP
11/2017 jo PP 17/2020, Peraturan BKN 24/2017 jo 7/2021. Numbers of months are
parameters of `asn.jenis.cuti` and of the rules.
"""

from datetime import timedelta

from odoo.addons.asn_base.domain.tanggal import akhir_periode, tambah_bulan

SATU_HARI = timedelta(days=1)
#: Months before the end in which the list and the notices name a leave.
BULAN_LIHAT = 4


def batas_akhir(mulai, bulan):
    """Return the last day that so many months allow (CUTI-L-03)."""
    return akhir_periode(mulai, int(bulan))


def batas_perpanjangan(selesai, bulan=3):
    """Return the last day to file an extension: so many months before the end.

    CUTI-L-04. A leave until 31 August is extended by a request of 31 May at the
    latest.
    """
    return tambah_bulan(selesai, -bulan)


def batas_lapor(selesai, bulan=1):
    """Return the last day to report in writing after the end (CUTI-L-07)."""
    return tambah_bulan(selesai, bulan)


def mulai_perpanjangan(selesai):
    """Return the first day of an extension: it follows without a gap."""
    return selesai + SATU_HARI


def keadaan(selesai, pada, bulan_lihat=BULAN_LIHAT, bulan_lapor=1):
    """Tell where a running leave stands on a day.

    :return: ``jalan``, ``dekat`` (ends soon), ``lapor`` (has ended, the report is
        due) or ``lewat`` (nobody reported in time)
    """
    if not selesai:
        return "jalan"
    if pada > batas_lapor(selesai, bulan_lapor):
        return "lewat"
    if pada > selesai:
        return "lapor"
    return "dekat" if pada >= tambah_bulan(selesai, -bulan_lihat) else "jalan"


def bentuk_awal(berjalan, selesai, is_diperpanjang, pada, bulan=3):
    """Return the form most likely meant: grant, extension or reactivation.

    :param berjalan: whether a leave is running
    :param is_diperpanjang: whether it was extended already; that is done once
    """
    if not berjalan:
        return "pemberian"
    if selesai and not is_diperpanjang and pada <= batas_perpanjangan(selesai, bulan):
        return "perpanjangan"
    return "pengaktifan"

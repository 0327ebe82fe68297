"""Promotion by choice and at the end of service, as plain functions.

Managerial and functional posts, education adjustment, anumerta, pengabdian. Grades
are numbers, I/a = 1 to IV/e = 17; see `pangkat`.
"""

from datetime import date, timedelta
from itertools import pairwise

from odoo.addons.asn_base.domain.masa_kerja import bulan_penuh
from odoo.addons.asn_base.domain.tanggal import tambah_bulan

from .pangkat import awal_bulan

#: Months in a managerial post below whose lowest rank somebody is (KP-S-02).
BULAN_TINGKAT = 12
#: (service, time in rank) in months, one of which is enough (KP-P-02).
PENGABDIAN = ((30 * 12, 1), (20 * 12, 12), (10 * 12, 24))


# ---- managerial posts ------------------------------------------------------


def bulan_struktural(urutan, terendah, bulan_pangkat):
    """Return (months in rank, months in post, rule) that a managerial post asks.

    One step below the lowest rank of the post twelve months of both are enough
    (KP-S-02), or four years in rank alone (KP-S-04); two or more steps below are
    treated alike, one step at a time (KP-S-05). From the lowest rank on it is four
    years (KP-S-03).

    :param urutan: the present grade
    :param terendah: lowest rank of the post
    :param bulan_pangkat: months in the present rank on the TMT
    """
    if urutan >= terendah:
        return 48, 0, "KP-S-03"
    if bulan_pangkat >= 48:
        return 48, 0, "KP-S-04"
    return 12, 12, "KP-S-02" if urutan == terendah - 1 else "KP-S-05"


def bulan_dalam_tingkat(jabatan, tingkat, tmt):
    """Return the months in posts of a level on a day, one after the other added.

    :param jabatan: (TMT, level) of each definitive post, by TMT
    :param tingkat: the level, ``administrator``
    """
    jumlah = 0
    for urut, (mulai, satu) in enumerate(jabatan):
        akhir = jabatan[urut + 1][0] if urut + 1 < len(jabatan) else tmt
        if satu == tingkat:
            jumlah += bulan_penuh(mulai, min(akhir, tmt))
    return jumlah


def tmt_tingkat(jabatan, tingkat, bulan):
    """Return the first of a month from which months in a level are complete (KP-S-02).

    `date.min` when earlier posts of the level suffice, None when nobody knows: the
    present post is of another level.

    :param jabatan: (TMT, level) of each definitive post, by TMT
    :param tingkat: the level, ``administrator``
    :param bulan: months in the level that are asked
    """
    lalu = 0
    for (mulai, satu), (berikut, _lain) in pairwise(jabatan):
        if satu == tingkat:
            lalu += bulan_penuh(mulai, berikut)
    if lalu >= bulan:
        return date.min
    if not jabatan or jabatan[-1][1] != tingkat:
        return None
    return awal_bulan(tambah_bulan(jabatan[-1][0], bulan - lalu))


# ---- functional posts ------------------------------------------------------


def kredit_tersedia(pak, pangkat, perlu):
    """Return the credit for the next rank in one jenjang (KP-F-02, KP-F-05).

    What a promotion did not use up is kept for the next one; nothing is owed.

    :param pak: (last day of the period, points) of decrees in this jenjang
    :param pangkat: (TMT, order of the grade) of ranks, by TMT
    :param perlu: ``{order of the grade: points to leave it}`` of this jenjang
    """
    saldo = 0.0
    for urut, (tmt, _urutan) in enumerate(pangkat):
        akhir = pangkat[urut + 1][0] if urut + 1 < len(pangkat) else None
        # Points before the first rank on record belong to it.
        mulai = tmt if urut else None
        saldo += sum(
            nilai
            for selesai, nilai in pak
            if (mulai is None or selesai >= mulai) and (not akhir or selesai < akhir)
        )
        if akhir:
            saldo = max(0.0, saldo - perlu.get(pangkat[urut][1], 0.0))
    return saldo


def periode_pak_salah(pak):
    """Return ``celah``, ``tumpang`` or None for the periods of decrees (KP-F-06).

    :param pak: (first day, last day) of each decree, in any order
    """
    urut = sorted(pak)
    for (_mulai, selesai), (berikut, _akhir) in zip(urut, urut[1:], strict=False):
        if berikut <= selesai:
            return "tumpang"
        if berikut > selesai + timedelta(days=1):
            return "celah"
    return None


def kredit_ijazah(kumulatif, persen):
    """Return the extra credit of a new degree in the field, once (KP-F-07).

    :param kumulatif: points that the next rank asks
    :param persen: share of them; 0 where the city gives none
    """
    return round(kumulatif * persen / 100, 3)


# ---- education adjustment --------------------------------------------------


def target_ijazah(urutan, dari_tertinggi, menjadi):
    """Return the grade that a certificate adjusts to, or None (KP-I-01, KP-I-06).

    It may jump several steps, and never goes down.

    :param dari_tertinggi: highest grade that still is adjusted
    :param menjadi: entry grade of that education
    """
    if not menjadi or urutan > (dari_tertinggi or 0):
        return None
    return menjadi


# ---- pengabdian ------------------------------------------------------------


def is_cukup_pengabdian(bulan_kerja, bulan_pangkat):
    """Tell whether service and time in rank allow it (KP-P-02).

    :param bulan_kerja: months of continuous service
    :param bulan_pangkat: months in the present rank
    """
    return any(
        bulan_kerja >= kerja and bulan_pangkat >= pangkat
        for kerja, pangkat in PENGABDIAN
    )


def tmt_pengabdian(tmt_pensiun, bulan_sebelum):
    """Return the TMT of pengabdian at BUP: a month before the pension (KP-P-04)."""
    return tambah_bulan(tmt_pensiun, -bulan_sebelum)


def studi_ijazah(studi, jenjang, lulus):
    """Return the permitted study in which a certificate was earned, or ``()``.

    KP-I-04, TB-12: the level is that of the study and the year of graduation lies
    within it.

    :param studi: ``[(level, first year, last year or False, free of the exam, decree)]``
    :param lulus: year of graduation; 0 when not recorded
    """
    for satu in studi:
        tingkat, mulai, akhir = satu[:3]
        if tingkat == jenjang and lulus and mulai <= lulus <= (akhir or lulus):
            return satu
    return ()

"""Cards of civil servants (Karpeg, Karis/Karsu, Taspen) as plain functions.

Keputusan Kepala BAKN 066/KEP/1974 and 1158a/KEP/1983, PP 10/1983 jo 45/1990, PP
25/1981; rules KRT-01 to KRT-05 of services dossier 10.
"""

from odoo.addons.asn_base.domain.tanggal import tambah_bulan

KARPEG = "karpeg"
KARIS = "karis_atau_karsu"
TASPEN = "kartu_taspen"
PERTAMA = "pertama_kali"


def rapikan_nomor(nomor):
    """Return a card number in capitals with single blanks; nothing is calculated.

    Letters and blanks belong to it (KRT-05).
    """
    return " ".join((nomor or "").upper().split())


def nama_kartu(jenis, jenis_kelamin):
    """Return the name of a card; the spouse of a man gets a Karis (KRT-02)."""
    if jenis == KARPEG:
        return "Kartu Pegawai (Karpeg)"
    if jenis == TASPEN:
        return "Kartu Peserta Taspen"
    return "Kartu Istri (Karis)" if jenis_kelamin == "L" else "Kartu Suami (Karsu)"


def periksa_nomor(sebab, nomor):
    """Return the answer to: a first card where there is none, else a replacement.

    A number that is not recorded yet does not stop a replacement: an officer looks.
    """
    if sebab == PERTAMA:
        return "gagal" if nomor else "lulus"
    return "lulus" if nomor else "manual"


def nama_sama(satu, lain):
    """Tell whether two names are the same, whatever their capitals and blanks."""
    return " ".join((satu or "").lower().split()) == " ".join(
        (lain or "").lower().split()
    )


def is_tepat_waktu(nikah, pada, bulan=12):
    """Tell whether a marriage is reported in time (KRT-03: within a year)."""
    return pada <= tambah_bulan(nikah, bulan)


def periksa_izin(nikah, lain, izin):
    """Return the answer to KRT-04: a further marriage only with permission.

    :param nikah: day of this marriage
    :param lain: days of the other marriages that last
    :param izin: number of the permission
    """
    lebih_dulu = [n for n in lain if n and nikah and n < nikah]
    return "gagal" if lebih_dulu and not izin else "lulus"

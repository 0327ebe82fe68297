"""Contradictions inside a history of grades: dossier profile 3.5."""

from datetime import date
from typing import NamedTuple

from odoo.addons.asn_base.domain.masa_kerja import bulan_penuh, mkg_setelah_naik

#: Completed months that lie at least between two ranks, by kind of promotion.
_JARAK_BULAN = {"reguler": 48, "fungsional": 24}
#: Kinds that change MKG by a decision of their own.
_MKG_SENDIRI = frozenset({"pmk", "hukuman"})


class Golongan(NamedTuple):
    """One valid row of the history of grades."""

    kode: str  # "III/a", or "IX" for PPPK
    tmt: date
    mkg_bulan: int  # MKG of the decree, in months
    jenis_kp: str | None
    nomor_sk: str | None


def _mkg_berbeda(lama, baru):
    """Tell whether MKG does not follow from the row before, by over a month."""
    tahun, bulan = divmod(lama.mkg_bulan + bulan_penuh(lama.tmt, baru.tmt), 12)
    tahun, bulan = mkg_setelah_naik(lama.kode, baru.kode, tahun, bulan)
    return abs(tahun * 12 + bulan - baru.mkg_bulan) > 1


def masalah_golongan(baris):
    """Return what is odd in a history of grades, oldest or newest first.

    PRF-K-03: too short a time between two ranks. PRF-K-04: MKG does not
    follow from the row before. PRF-K-16: one decree number on two rows.

    :param baris: iterable of ``Golongan``
    :return: list of ``(rule id, key, tmt of the row)``
    """
    urut = sorted(baris, key=lambda b: b.tmt)
    hasil = []
    for lama, baru in zip(urut, urut[1:], strict=False):
        jarak = _JARAK_BULAN.get(baru.jenis_kp)
        if jarak and bulan_penuh(lama.tmt, baru.tmt) < jarak:
            hasil.append(("PRF-K-03", "golongan_jarak", baru.tmt))
        if baru.jenis_kp not in _MKG_SENDIRI and _mkg_berbeda(lama, baru):
            hasil.append(("PRF-K-04", "golongan_mkg", baru.tmt))
    nomor = {}
    for satu in urut:
        if satu.nomor_sk and satu.nomor_sk in nomor:
            hasil.append(("PRF-K-16", "golongan_sk_ganda", satu.tmt))
        nomor[satu.nomor_sk] = satu.tmt
    return hasil

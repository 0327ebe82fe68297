"""Contradictions over the whole record: dossier profile 3.5, without grades.

Each function returns a list of ``(rule id, key, detail)``; the detail is a
text that goes into the message. Grades have a file of their own, ``anomali``.
"""

from collections import Counter
from typing import NamedTuple

from odoo.addons.asn_base.domain.tanggal import format_pendek, umur

#: Rules that would stop a save of new data; the others only warn.
TINGKAT_E = frozenset({"PRF-K-02", "PRF-K-06"})
#: Findings that only officers and the head of agency see with the person.
TERTUTUP = frozenset({"PRF-K-14"})
#: Legal positions of somebody who is being punished (SIASN codes).
_DIHUKUM = frozenset({"15", "16"})
#: Predicates exist since this year (PermenPANRB 6/2022).
TAHUN_PREDIKAT = 2022
_UMUR_ORANG_TUA = 12


class Jabatan(NamedTuple):
    """One valid row of the post history."""

    tmt: object
    selesai: object
    penugasan: str


class Pendidikan(NamedTuple):
    """One valid row of education: level (1 is SD) and year."""

    jenjang: int
    tahun: int


class Pasangan(NamedTuple):
    """One valid marriage."""

    nama: str
    kini: bool
    izin: bool


def awal(tmt_golongan, tmt_cpns, urutan=None, urutan_boleh=None):
    """PRF-K-01: the first grade starts with TMT CPNS and fits the education.

    :param urutan: order of the first grade
    :param urutan_boleh: order of the entry grade of the education at entry
    """
    hasil = []
    if tmt_golongan and tmt_cpns and tmt_golongan != tmt_cpns:
        hasil.append(("PRF-K-01", "awal_tmt", format_pendek(tmt_golongan)))
    if urutan and urutan_boleh and urutan > urutan_boleh:
        hasil.append(("PRF-K-01", "awal_pendidikan", ""))
    return hasil


def jabatan(daftar, pada):
    """PRF-K-06: exactly one definitive post on a date."""
    definitif = [
        j for j in daftar if j.penugasan == "definitif" and j.tmt and j.tmt <= pada
    ]
    if not definitif:
        return [("PRF-K-06", "jabatan_tidak_ada", "")] if daftar else []
    terbaru = max(j.tmt for j in definitif)
    kini = [j for j in definitif if j.tmt == terbaru]
    if len(kini) > 1:
        return [("PRF-K-06", "jabatan_ganda", format_pendek(terbaru))]
    if kini[0].selesai and kini[0].selesai < pada:
        return [("PRF-K-06", "jabatan_berakhir", format_pendek(kini[0].selesai))]
    return []


def pangkat_jabatan(urutan, terendah, tertinggi, fungsional):
    """PRF-K-07, and PRF-K-08 for functional posts: the grade fits the post."""
    if (terendah and urutan < terendah) or (tertinggi and urutan > tertinggi):
        if fungsional:
            return [("PRF-K-08", "jenjang_di_luar", "")]
        return [("PRF-K-07", "pangkat_di_luar", "")]
    return []


def pendidikan(daftar, tahun_lahir):
    """PRF-K-09: years of graduation are possible and rise with the level."""
    hasil = []
    sah = sorted((p for p in daftar if p.tahun), key=lambda p: (p.jenjang, p.tahun))
    for satu in sah:
        paling_muda = 10 if satu.jenjang == 1 else 5
        if tahun_lahir and satu.tahun - tahun_lahir <= paling_muda:
            hasil.append(("PRF-K-09", "lulus_terlalu_dini", str(satu.tahun)))
    for lama, baru in zip(sah, sah[1:], strict=False):
        if baru.jenjang > lama.jenjang and baru.tahun < lama.tahun:
            hasil.append(("PRF-K-09", "lulus_tidak_urut", str(baru.tahun)))
    return hasil


def keluarga(pasangan, lahir_anak, lahir, status):
    """PRF-K-10 and PRF-K-11: marriages, children and the marital status.

    :param pasangan: list of ``Pasangan``
    :param lahir_anak: dates of birth of own children
    :param lahir: date of birth of the employee
    :param status: marital status of the profile
    """
    hasil = []
    kini = [p for p in pasangan if p.kini]
    if sum(1 for p in kini if not p.izin) > 1:
        hasil.append(("PRF-K-10", "pasangan_ganda", ""))
    for anak in lahir_anak:
        if lahir and anak and umur(lahir, anak) < _UMUR_ORANG_TUA:
            hasil.append(("PRF-K-10", "anak_terlalu_dini", format_pendek(anak)))
    if status == "menikah" and pasangan and not kini:
        hasil.append(("PRF-K-11", "menikah_tanpa_pasangan", ""))
    if status in ("cerai", "janda_duda") and kini:
        hasil.append(("PRF-K-11", "masih_menikah", kini[0].nama))
    if status == "belum_kawin" and pasangan:
        hasil.append(("PRF-K-11", "pernah_menikah", pasangan[0].nama))
    return hasil


def kinerja(tahun_ada, mulai, pada):
    """PRF-K-13: a predicate for each finished year of whole service."""
    if not mulai:
        return []
    pertama = mulai.year + (0 if (mulai.month, mulai.day) == (1, 1) else 1)
    wajib = range(max(pertama, TAHUN_PREDIKAT), pada.year)
    kurang = [str(tahun) for tahun in wajib if tahun not in tahun_ada]
    return [("PRF-K-13", "kinerja_kurang", ", ".join(kurang))] if kurang else []


def hukuman(kode_kedudukan, ada_berlaku):
    """PRF-K-14: who is no longer punished is no longer so called."""
    if kode_kedudukan in _DIHUKUM and not ada_berlaku:
        return [("PRF-K-14", "hukuman_selesai", "")]
    return []


def sk_ganda(nomor):
    """PRF-K-16: one decree number on two rows of one history.

    :param nomor: numbers of the valid rows of one history
    """
    hitung = Counter(n.strip() for n in nomor if n and n.strip())
    return [("PRF-K-16", "sk_ganda", n) for n, kali in hitung.items() if kali > 1]

"""Promotion in rank (kenaikan pangkat, KP): what holds for all kinds, and reguler.

PP 99/2000 jo PP 12/2002, Keputusan Kepala BKN 12/2002, Peraturan BKN 2/2025 and
4/2025. Grades of PNS are numbers here, I/a = 1 to IV/e = 17; dates `datetime.date`.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from odoo.addons.asn_base.domain.masa_kerja import (
    bulan_penuh,
    bulan_potongan,
    mkg,
    mkg_setelah_naik,
)
from odoo.addons.asn_base.domain.tanggal import tambah_bulan

#: Kinds with a window in which they are proposed; the others have their own date.
BERPERIODE = ("reguler", "struktural", "fungsional", "penyesuaian_ijazah")
#: Months in rank by kind (jenis_kenaikan_pangkat.csv); struktural may need fewer.
BULAN_PANGKAT = {
    "reguler": 48,
    "struktural": 48,
    "fungsional": 24,
    "penyesuaian_ijazah": 12,
}
#: Years of performance that count, by kind (KP-04, KP-I-02, KP-P-03).
TAHUN_KINERJA = {
    "reguler": 2,
    "struktural": 2,
    "fungsional": 2,
    "penyesuaian_ijazah": 1,
    "pengabdian": 1,
}
#: From here on the President decides (KP-09): IV/c.
KEPPRES = 15
_BULANAN_SEJAK = date(2025, 10, 1)
_ENAM_SEJAK = date(2024, 1, 1)
#: Grades from which the next one lies in another group, and the exam (KP-07).
_UJIAN = {8: 1, 12: 2}
#: Levels of education (urutan_jenjang) that free of the exam: D4/S1, S2, S3.
_JENJANG_BEBAS = {1: 7, 2: 8}
_PIM = {
    1: frozenset({"pim_iv", "pkp", "pim_iii", "pka", "pim_ii", "pkn_ii", "pim_i"}),
    2: frozenset({"pim_iii", "pka", "pim_ii", "pkn_ii", "pim_i"}),
}


@dataclass(frozen=True)
class Pangkat:
    """A grade as its decrees give it.

    :param urutan: 1 (I/a) to 17 (IV/e)
    :param kode: ``III/b``
    :param tmt: from when it is held without a break
    :param tmt_mkg: TMT of the newest decree in it, which names the MKG
    :param mkg: (years, months) in that decree
    """

    urutan: int
    kode: str
    tmt: date
    tmt_mkg: date
    mkg: tuple


def pangkat_kini(baris):
    """Return the `Pangkat` that the decrees end in, or None.

    Rows that repeat a grade (appointment as PNS, review of service) do not begin
    it again: the first promotion counts from TMT CPNS (KP-03).

    :param baris: (TMT, order of the grade, code, MKG years, MKG months), by TMT
    """
    if not baris:
        return None
    tmt, urutan, kode, tahun, bulan = baris[-1]
    mulai = tmt
    for lebih_dulu in reversed(baris):
        if lebih_dulu[1] != urutan:
            break
        mulai = lebih_dulu[0]
    return Pangkat(urutan, kode, mulai, tmt, (tahun, bulan))


def bulan_dalam_pangkat(tmt_akhir, tmt, potongan=()):
    """Return the months in rank on a TMT; leave without state pay is none (KP-06).

    :param potongan: (first day, last day) pairs of CLTN
    """
    return bulan_penuh(tmt_akhir, tmt) - bulan_potongan(potongan, tmt_akhir, tmt)


def tmt_paling_awal(tmt_akhir, bulan, potongan=()):
    """Return the first day of a month on which so many months in rank are complete."""
    tmt = awal_bulan(tambah_bulan(tmt_akhir, bulan))
    while bulan_dalam_pangkat(tmt_akhir, tmt, potongan) < bulan:
        tmt = tambah_bulan(tmt, 1)
    return tmt


def awal_bulan(hari):
    """Return the day itself when it is the first of a month, else the next first."""
    return hari if hari.day == 1 else tambah_bulan(hari.replace(day=1), 1)


def is_periode(tmt):
    """Tell whether promotions may take effect on a day (KP-01).

    The first of every month since October 2025; six months a year before, and
    April and October until 2023.
    """
    if tmt.day != 1:
        return False
    if tmt >= _BULANAN_SEJAK:
        return True
    return tmt.month % 2 == 0 if tmt >= _ENAM_SEJAK else tmt.month in (4, 10)


def jendela(tmt, buka_bulan, tutup_bulan):
    """Return the first and last day on which a TMT is proposed (KP-08).

    :param buka_bulan: months before the TMT on whose first day it opens
    :param tutup_bulan: months before the TMT on the eve of which it closes
    """
    tutup = tambah_bulan(tmt, -tutup_bulan) - timedelta(days=1)
    return tambah_bulan(tmt, -buka_bulan), tutup


def mkg_baru(lama, target_kode, tmt, potongan=()):
    """Return MKG before and after as two (years, months) pairs (2.5, KP-I-06)."""
    sebelum = mkg(lama.tmt_mkg, *lama.mkg, tmt, potongan=potongan)
    return sebelum, mkg_setelah_naik(lama.kode, target_kode, *sebelum)


def batas_pendidikan(tertinggi, jenjang, program, setara):
    """Return the ceiling of reguler by education as the order of a grade (KP-R-03).

    A profession that is no doctor or pharmacist counts as S1; SGPLB as D3.

    :param tertinggi: ``(order, order for S1, order for D3)`` of the reference table
    :param jenjang: code of the level, ``PROFESI``
    :param program: field of study as recorded
    :param setara: words that make a profession equal to S2
    """
    milik, sarjana, diploma = tertinggi
    program = (program or "").lower()
    if jenjang == "PROFESI" and not any(kata in program for kata in setara):
        return sarjana
    if jenjang == "SLTA_KEGURUAN" and "sgplb" in program:
        return diploma
    return milik


def tingkat_ujian(urutan):
    """Return the service exam asked for the next grade: 1, 2 or 0 (KP-07)."""
    return _UJIAN.get(urutan, 0)


def tmt_kelompok(baris):
    """Return since when somebody is in the group of the present grade, or None.

    :param baris: (TMT, order of the grade, code such as ``III/b``), by TMT
    """
    mulai, kelompok = None, baris and baris[-1][2].split("/")[0]
    for tmt, _urutan, kode in reversed(baris):
        if kode.split("/")[0] != kelompok:
            break
        mulai = tmt
    return mulai


def bukti_ujian(tingkat, tanggal, sejak):
    """Tell whether a certificate proves the exam that is asked (KP-07).

    Who is in III took level I, if at all, before coming there: what is dated later
    is of level II. Level I needs no more than that there is a certificate.

    :param tanggal: date of the certificate, or None
    :param sejak: since when the grades are of the present group
    :return: True, False, or None when only a look at it tells
    """
    if tingkat == 1:
        return True
    return tanggal >= sejak if tanggal and sejak else None


def bebas_ujian(tingkat, jenjang, is_setara_s2, diklat):
    """Return why somebody is free of the exam: ``pendidikan``, ``pim`` or None.

    :param tingkat: 1 (II/d to III/a) or 2 (III/d to IV/a)
    :param jenjang: level of the recorded education (urutan_jenjang)
    :param is_setara_s2: False for a profession that counts as S1
    :param diklat: codes of leadership training passed
    """
    if jenjang >= _JENJANG_BEBAS[tingkat] and (tingkat == 1 or is_setara_s2):
        return "pendidikan"
    if _PIM[tingkat] & set(diklat):
        return "pim"
    return None

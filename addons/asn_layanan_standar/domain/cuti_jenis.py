"""Leave counted in calendar time: sick, maternity, important reason, long leave.

No Odoo import. Dates are `datetime.date`, both ends included. Legal basis: PP
11/2017 jo PP 17/2020, Peraturan BKN 24/2017 jo 7/2021 (PNS, CPNS), Peraturan
BKN 7/2022 (PPPK). All numbers are parameters of `asn.jenis.cuti`.
"""

from datetime import timedelta

from odoo.addons.asn_base.domain.hari_kerja import jumlah, tambah
from odoo.addons.asn_base.domain.tanggal import akhir_periode, tambah_bulan

SATU_HARI = timedelta(days=1)
#: A month where a duration is not whole: 1.5 months are 45 days (CUTI-S-05).
HARI_SEBULAN = 30
#: Sick leave nears its end within this part of its longest time: 2 of 12 months.
BAGIAN_DEKAT = 6
#: A birth up to so many days before the first day is the one the leave is for.
JARAK_LAHIR = 60


def lama_kalender(mulai, selesai):
    """Return ``(number, unit)`` of a period: whole months, else calendar days.

    A period of N months that starts on d ends on (d + N months) - 1 day
    (CUTI-06). The unit is ``bulan`` or ``hari``.
    """
    bulan = (selesai.year - mulai.year) * 12 + selesai.month - mulai.month
    for n in (bulan, bulan + 1):
        if n > 0 and akhir_periode(mulai, n) == selesai:
            return n, "bulan"
    return max(0, (selesai - mulai).days + 1), "hari"


def akhir_maks(mulai, bulan):
    """Return the last day that so many months allow; None for no limit (0)."""
    if not bulan:
        return None
    if bulan == int(bulan):
        return akhir_periode(mulai, int(bulan))
    return mulai + timedelta(days=round(bulan * HARI_SEBULAN)) - SATU_HARI


def awal_rangkaian(mulai, lain, hari_kerja, libur):
    """Return the first day of the continuous spell that reaches ``mulai``.

    Two sick leaves with no working day between them are one (3.5).

    :param lain: ``[(first, last)]`` of other sick leave, in any order
    """
    for awal, akhir in sorted(lain, key=lambda s: s[1], reverse=True):
        sambung = not jumlah(akhir + SATU_HARI, mulai - SATU_HARI, hari_kerja, libur)
        if akhir < mulai and awal < mulai and sambung:
            mulai = awal
    return mulai


def keadaan_sakit(awal, akhir, bulan, perpanjangan):
    """Return how far a spell of illness is by the last day that was granted (CUTI-S-03).

    ``dekat``: the first limit is near, an extension is to be prepared;
    ``perpanjangan``: beyond it; ``dekat_akhir``: the last day is near; ``habis``: no
    day is left, the health is examined (CUTI-S-04).

    :param bulan: longest time; 0 for no limit (accident on duty, CUTI-S-06)
    :param perpanjangan: months of the extension; 0 where there is none (CUTI-K-06)
    """
    batas = akhir_maks(awal, bulan)
    if not batas:
        return "jalan"
    ujung = akhir_maks(awal, bulan + perpanjangan)
    jarak = timedelta(days=round(bulan * HARI_SEBULAN / BAGIAN_DEKAT))
    if akhir >= ujung:
        return "habis"
    if akhir >= ujung - jarak:
        return "dekat_akhir"
    if akhir > batas:
        return "perpanjangan"
    return "dekat" if akhir >= batas - jarak else "jalan"


def anak_ke(lahir, sejak, mulai):
    """Return which child a maternity leave is for (CUTI-M-05).

    Births since the appointment count; children of one birth (at most a day
    apart) count once, and so does a birth shortly before the leave, which is
    the one it is for.

    :param lahir: dates of birth of own children
    :param sejak: first day as PNS or PPPK; births before do not count
    """
    batas = mulai - timedelta(days=JARAK_LAHIR)
    kelahiran = []
    for tanggal in sorted(set(lahir)):
        if (sejak and tanggal < sejak) or tanggal >= batas:
            continue
        if not kelahiran or (tanggal - kelahiran[-1]).days > 1:
            kelahiran.append(tanggal)
    return len(kelahiran) + 1


def akhir_besar(mulai, bulan, terpakai, hari_kerja, libur):
    """Return the last day of long leave after annual days used (CUTI-B-03).

    :param terpakai: working days of annual leave used in the years concerned
    """
    akhir = akhir_maks(mulai, bulan)
    return tambah(akhir, -terpakai, hari_kerja, libur) if terpakai else akhir


def is_boleh_besar_lagi(selesai_lalu, mulai, bulan):
    """Tell whether so many months passed since the last long leave (CUTI-B-05)."""
    return not selesai_lalu or tambah_bulan(selesai_lalu + SATU_HARI, bulan) <= mulai


def batas_susulan(selesai, hari, hari_kerja, libur):
    """Return the last day to file afterwards, in working days (CUTI-02)."""
    return tambah(selesai, hari, hari_kerja, libur)

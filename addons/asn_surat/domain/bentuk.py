"""How an Indonesian office writes dates, numbers, money and names.

Plain Python. Each function takes the raw value and returns the
text of the letter; they are the filters of a placeholder (``{{ lama|terbilang }}``).
"""

from datetime import date, datetime
from decimal import Decimal

from num2words import num2words
from odoo.addons.asn_base.domain.tanggal import NAMA_BULAN, NAMA_HARI

ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _tanggal(nilai):
    """Return a date for a date, a datetime or an ISO text.

    :raises ValueError: for anything else
    """
    if isinstance(nilai, datetime):
        return nilai.date()
    if isinstance(nilai, date):
        return nilai
    if isinstance(nilai, str):
        return date.fromisoformat(nilai[:10])
    raise ValueError("not a date")


def tanggal(nilai):
    """Return ``17 Maret 2025``."""
    hari = _tanggal(nilai)
    return f"{hari.day} {NAMA_BULAN[hari.month - 1]} {hari.year}"


def hari_tanggal(nilai):
    """Return ``Senin, 17 Maret 2025``."""
    hari = _tanggal(nilai)
    return f"{NAMA_HARI[hari.weekday()]}, {tanggal(hari)}"


def tanggal_angka(nilai):
    """Return ``17-03-2025``."""
    return _tanggal(nilai).strftime("%d-%m-%Y")


def terbilang(nilai):
    """Return the number in words: ``12`` is ``dua belas``.

    :raises ValueError: when it is not a number
    """
    if isinstance(nilai, bool):
        raise ValueError("not a number")
    angka = Decimal(str(nilai).strip())
    if angka == angka.to_integral_value():
        angka = int(angka)
    return num2words(angka, lang="id")


def angka(nilai):
    """Return ``1.234.567`` with a comma before decimals."""
    bilangan = Decimal(str(nilai).strip())
    teks = f"{bilangan:,}"
    return teks.translate(str.maketrans(",.", ".,"))


def rupiah(nilai):
    """Return ``Rp3.426.900,00``."""
    bilangan = Decimal(str(nilai).strip()).quantize(Decimal("0.01"))
    return "Rp" + f"{bilangan:,.2f}".translate(str.maketrans(",.", ".,"))


def nip(nilai):
    """Return ``19850317 201001 2 003``; another length is left as it is."""
    angka_saja = "".join(huruf for huruf in str(nilai) if huruf.isdigit())
    if len(angka_saja) != 18:
        return str(nilai)
    return " ".join((angka_saja[:8], angka_saja[8:14], angka_saja[14], angka_saja[15:]))


def kapital(nilai):
    """Return the text in capitals."""
    return str(nilai).upper()


def judul(nilai):
    """Return the text with a capital at each word."""
    return " ".join(kata[:1].upper() + kata[1:] for kata in str(nilai).split(" "))


#: Kind of unit -> what its head is called in place of the word in front.
_SEBUTAN_KEPALA = {
    "sekretariat": ("Sekretariat", "Sekretaris"),
    "inspektorat": ("Inspektorat", "Inspektur"),
    "rsud": ("", "Direktur "),
    "kecamatan": ("Kecamatan", "Camat"),
    "kelurahan": ("Kelurahan", "Lurah"),
}


def kepala_unit(nama, jenis=None):
    """Return the post that heads a unit: ``Camat Mekarsari``, ``Kepala Dinas ...``.

    :param str nama: name of the unit, empty for none
    :param str jenis: kind of unit, as ``hr.department.jenis_unit``
    """
    nama = (nama or "").strip()
    if not nama:
        return ""
    depan, sebutan = _SEBUTAN_KEPALA.get(jenis, ("", "Kepala "))
    if nama.startswith(depan):
        return f"{sebutan}{nama.removeprefix(depan)}"
    return f"Kepala {nama}"


#: Every filter a template may use, by name.
FILTER = {
    "tanggal": tanggal,
    "hari_tanggal": hari_tanggal,
    "tanggal_angka": tanggal_angka,
    "terbilang": terbilang,
    "angka": angka,
    "rupiah": rupiah,
    "nip": nip,
    "kapital": kapital,
    "judul": judul,
}


def biasa(nilai):
    """Return a value as text when no filter is given."""
    if nilai is None or nilai is False:
        return ""
    if isinstance(nilai, date):
        return tanggal(nilai)
    if isinstance(nilai, float):
        return angka(int(nilai) if nilai.is_integer() else nilai)
    return str(nilai)

"""Turn the cells of a roster into values: text, digits, dates, choices.

Plain Python. Each converter returns the value or raises :class:`NilaiSalah` with
the key of the message; nothing is guessed that a person would have to undo.
"""

import re
import unicodedata
from datetime import date, datetime, timedelta

from .impor_kolom import kunci

TEKS_MAKS = 255
PANJANG_MAKS = 4000
NILAI_MAKS = 80
_BULAN = {
    nama: nomor
    for nomor, semua in enumerate(
        (
            "januari jan january", "februari feb pebruari february", "maret mar march",
            "april apr", "mei may", "juni jun june", "juli jul july",
            "agustus agu agt ags aug august", "september sep sept",
            "oktober okt oct october", "november nov nop nopember",
            "desember des dec december",
        ),
        start=1,
    )
    for nama in semua.split()
}  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_HARI_DULU = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_PANJANG = re.compile(r"(\d{1,2})[- ]+([A-Za-z]+)\.?[- ,]+(\d{4})")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_NAMA = re.compile(r"[^\W\d_]+(?:[ .'’`-]+[^\W\d_]+)*[.'’]?")
_GELAR = re.compile(
    r"(?:^|\s)(?:prof|drs?|dra|ir|apt)\.(?=\s|$)|"
    r"(?:^|\s)[SMA]\.\s?[A-Z][A-Za-z]{0,4}\.?(?:\s|$)|(?:^|\s)(?:ph\.?d|amd)\b",
    re.IGNORECASE,
)
# Characters that change what a reader sees without being seen.
_NAKAL = re.compile(r"[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TAK_TERLIHAT = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")


class NilaiSalah(Exception):
    """A cell can't be taken; ``kunci`` names the message."""

    def __init__(self, kunci, **rincian):
        super().__init__(kunci)
        self.kunci = kunci
        self.rincian = rincian


def tampil(nilai):
    """Return a value as it is shown beside a problem: short."""
    isi = "" if nilai is None else str(nilai)
    return isi if len(isi) <= NILAI_MAKS else f"{isi[: NILAI_MAKS - 1]}…"


def teks(sel, maks=TEKS_MAKS):
    """Return the cell as clean text: NFC, single blanks, no invisible marks."""
    nilai = sel.nilai
    if isinstance(nilai, bool):
        nilai = "ya" if nilai else "tidak"
    elif isinstance(nilai, float) and nilai.is_integer() and abs(nilai) < 1e15:
        nilai = int(nilai)
    elif isinstance(nilai, datetime | date):
        nilai = nilai.strftime("%Y-%m-%d")
    hasil = unicodedata.normalize("NFC", str(nilai))
    if _NAKAL.search(hasil):
        raise NilaiSalah("karakter_tak_terlihat")
    hasil = " ".join(_TAK_TERLIHAT.sub("", hasil).split())
    hasil = hasil.removeprefix("'").strip()
    if len(hasil) > maks:
        raise NilaiSalah("terlalu_panjang", maks=maks)
    if hasil.startswith(("=", "@")) or re.match(r"[+-][A-Za-z(]", hasil):
        raise NilaiSalah("rumus")
    return "" if hasil in ("-", "--", "–", "N/A", "n/a", "NULL", "null") else hasil


def nama(sel):
    """Return a person's name. Basis: PRF-NAMA-01 (no titles, no digits)."""
    hasil = teks(sel, 120)
    if re.search(r"\d", hasil):
        raise NilaiSalah("nama_angka")
    if "," in hasil or _GELAR.search(hasil):
        raise NilaiSalah("nama_gelar")
    if hasil and not _NAMA.fullmatch(hasil):
        raise NilaiSalah("nama_karakter")
    return hasil


def angka(sel, panjang=()):
    """Return digits kept as text, e.g. a NIP; blanks, dots and dashes removed.

    A number with more than 15 digits in a numeric cell is refused even where the
    digits look right: Excel keeps 15 and fills the rest with zeros.
    """
    if isinstance(sel.nilai, int | float) and not isinstance(sel.nilai, bool):
        if abs(sel.nilai) >= 1e15:
            raise NilaiSalah("presisi_hilang")
        if sel.nilai != int(sel.nilai) or sel.nilai < 0:
            raise NilaiSalah("bukan_angka")
        hasil = str(int(sel.nilai))
    else:
        mentah = unicodedata.normalize("NFKC", teks(sel))
        if re.fullmatch(r"\d([.,]\d+)?[eE]\+?\d+", mentah):
            raise NilaiSalah("presisi_hilang")
        hasil = re.sub(r"[\s.\-/]", "", mentah)
        if hasil and not (hasil.isascii() and hasil.isdigit()):
            raise NilaiSalah("bukan_angka")
    if hasil and panjang and len(hasil) not in panjang:
        harus = " / ".join(str(n) for n in panjang)
        raise NilaiSalah("panjang_angka", harus=harus, ada=len(hasil))
    return hasil


def tanggal(sel):
    """Return a date from an Excel date, a serial number, ISO or Indonesian text."""
    nilai = sel.nilai
    if isinstance(nilai, datetime):
        hasil = nilai.date()
    elif isinstance(nilai, date):
        hasil = nilai
    elif isinstance(nilai, bool):
        raise NilaiSalah("tanggal_salah")
    elif isinstance(nilai, int | float):
        if not 7000 <= nilai <= 80000:
            raise NilaiSalah("tanggal_salah")
        # Excel counts from 1899-12-30 because it believes in 29 February 1900.
        hasil = date(1899, 12, 30) + timedelta(days=int(nilai))
    else:
        hasil = _tanggal_teks(sel)
    if hasil and not 1900 <= hasil.year <= 2100:
        raise NilaiSalah("tanggal_salah")
    return hasil


def _tanggal_teks(sel):
    isi = teks(sel, 60)
    if not isi or re.fullmatch(r"0+[-/.]0+[-/.]0+", isi):
        return None
    if cocok := _ISO.fullmatch(isi):
        tahun, bulan, hari = map(int, cocok.groups())
    elif cocok := _HARI_DULU.fullmatch(isi):
        hari, bulan, tahun = map(int, cocok.groups())
    elif cocok := _PANJANG.fullmatch(isi):
        hari, tahun = int(cocok[1]), int(cocok[3])
        bulan = _BULAN.get(cocok[2].lower(), 0)
    else:
        raise NilaiSalah("tanggal_salah")
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        raise NilaiSalah("tanggal_tak_ada") from None


def bulat(sel):
    """Return a whole number of at most three digits."""
    return _bilangan(sel, "bukan_bulat", 999)


def hitungan(sel):
    """Return a whole number of up to seven digits."""
    return _bilangan(sel, "bukan_bulat", 9_999_999)


def desimal(sel):
    """Return a number with decimals; ``92,5`` and ``92.5`` are the same."""
    if isinstance(sel.nilai, int | float) and not isinstance(sel.nilai, bool):
        return float(sel.nilai)
    isi = unicodedata.normalize("NFKC", teks(sel))
    if not isi:
        return None
    if not re.fullmatch(r"-?\d{1,9}([.,]\d{1,6})?", isi):
        raise NilaiSalah("bukan_desimal")
    return float(isi.replace(",", "."))


def panjang(sel):
    """Return a long text, for notes."""
    return teks(sel, PANJANG_MAKS)


def uang(sel):
    """Return whole rupiah; ``3.452.900`` and ``Rp 3.452.900,00`` are read."""
    return _bilangan(sel, "uang_salah", 1_000_000_000)


def tahun(sel):
    """Return a year from 1940 to 2100."""
    hasil = _bilangan(sel, "tahun_salah", 2100)
    if hasil is not None and hasil < 1940:
        raise NilaiSalah("tahun_salah")
    return hasil


def _bilangan(sel, salah, maks):
    if isinstance(sel.nilai, bool | datetime | date):
        raise NilaiSalah(salah)
    if isinstance(sel.nilai, int | float):
        if sel.nilai != int(sel.nilai):
            raise NilaiSalah(salah)
        hasil = int(sel.nilai)
    else:
        isi = unicodedata.normalize("NFKC", teks(sel))
        if not isi:
            return None
        isi = re.sub(r"^rp\.?\s*|[,.]0{1,2}$|,-$", "", isi, flags=re.IGNORECASE)
        if not re.fullmatch(r"\d+|\d{1,3}([.,]\d{3})+", isi):
            raise NilaiSalah(salah)
        hasil = int(re.sub(r"[.,]", "", isi))
    if not 0 <= hasil <= maks:
        raise NilaiSalah(salah)
    return hasil


def email(sel):
    """Return an address in lower case. Basis: PRF-MAIL-01."""
    hasil = teks(sel).lower()
    if hasil and not _EMAIL.fullmatch(hasil):
        raise NilaiSalah("email_salah")
    return hasil


def hp(sel):
    """Return a telephone number as +62...; ``NilaiSalah`` when it is none."""
    if isinstance(sel.nilai, int | float) and not isinstance(sel.nilai, bool):
        isi = angka(sel)
        # A numeric cell drops the leading 0 of 0812...
        isi = f"0{isi}" if isi.startswith("8") else isi
    else:
        isi = re.sub(r"[\s().\-]", "", unicodedata.normalize("NFKC", teks(sel)))
    if not isi:
        return ""
    if not re.fullmatch(r"\+?\d{6,15}", isi):
        raise NilaiSalah("hp_salah")
    if isi.startswith("0"):
        return f"+62{isi[1:]}"
    return isi if isi.startswith("+") else f"+{isi}"


def pilihan(sel, peta):
    """Return the code that a choice's name or code stands for."""
    isi = teks(sel)
    if not isi:
        return ""
    hasil = peta.get(kunci(isi))
    if hasil is None:
        boleh = ", ".join(sorted(set(peta.values())))
        raise NilaiSalah("pilihan_salah", boleh=boleh)
    return hasil


def ubah(kolom, sel):
    """Return the value of a cell by the kind of its column (not rujukan)."""
    if sel.jenis == "f":
        raise NilaiSalah("rumus")
    if sel.jenis == "e":
        raise NilaiSalah("sel_galat")
    if kolom.tipe == "angka":
        return angka(sel, kolom.panjang)
    if kolom.tipe == "pilihan":
        return pilihan(sel, kolom.pilihan)
    if kolom.tipe == "teks" and kolom.panjang:
        return teks(sel, kolom.panjang[-1])
    return _UBAH[kolom.tipe](sel)


_UBAH = {
    "teks": teks,
    "nama": nama,
    "tanggal": tanggal,
    "panjang": panjang,
    "bulat": bulat,
    "hitungan": hitungan,
    "desimal": desimal,
    "uang": uang,
    "tahun": tahun,
    "email": email,
    "hp": hp,
    "rujukan": teks,
}

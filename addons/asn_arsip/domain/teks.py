"""Text as the archive compares and searches it. Plain Python: no odoo import."""

import re
import unicodedata

#: What one document keeps of its text.
PANJANG_MAKS = 100_000
_BULAN = (
    "januari februari maret april mei juni juli agustus september oktober november"
    " desember"
).split()
_NIP = re.compile(r"(?<!\d)\d{8} ?\d{6} ?\d ?\d{3}(?!\d)")


def kata(teks):
    """Return the words of a text: small letters and digits, one space between.

    >>> kata("Nomor : 800/12-BKPSDM/2020")
    'nomor 800 12 bkpsdm 2020'
    """
    biasa = unicodedata.normalize("NFKD", (teks or "")[: PANJANG_MAKS * 2])
    biasa = "".join(c for c in biasa if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^a-z0-9]+", " ", biasa).strip()[:PANJANG_MAKS]


def tsquery(cari):
    """Return a PostgreSQL text query for words typed by a person, or ``""``."""
    return " & ".join(f"{k}:*" for k in kata(cari)[:200].split())


def semua_nip(teks_kata):
    """Return every number in the words that has the shape of a NIP."""
    rapat = {n.replace(" ", "") for n in _NIP.findall(teks_kata)}
    return {nip for nip in rapat if _masuk_akal(nip)}


def _masuk_akal(nip):
    """Tell whether 18 digits can be a NIP: a birthday, a month, a sex."""
    return (
        "1930" <= nip[:4] <= "2020"
        and "01" <= nip[4:6] <= "12"
        and "01" <= nip[6:8] <= "31"
        and nip[14] in "12"
    )


def memuat(teks_kata, dicari):
    """Tell whether words stand together in a text, whatever separates them."""
    cari = kata(dicari)
    if not cari:
        return False
    return f" {cari} " in f" {teks_kata} " or (
        len(cari) > 5 and cari.replace(" ", "") in teks_kata.replace(" ", "")
    )


def memuat_tanggal(teks_kata, tanggal):
    """Tell whether a date stands in a text in one of its usual forms."""
    hari, bulan, tahun = tanggal.day, tanggal.month, tanggal.year
    nama = _BULAN[bulan - 1]
    bentuk = (
        f"{hari} {nama} {tahun}",
        f"{hari:02d} {nama} {tahun}",
        f"{hari} {nama[:3]} {tahun}",
        f"{hari:02d} {nama[:3]} {tahun}",
        f"{hari:02d} {bulan:02d} {tahun}",
        f"{hari} {bulan} {tahun}",
        f"{tahun} {bulan:02d} {hari:02d}",
    )
    return any(f" {b} " in f" {teks_kata} " for b in bentuk)


def memuat_nama(teks_kata, nama):
    """Tell whether a name is in a text: all its words of three letters and more."""
    bagian = [k for k in kata(nama).split() if len(k) > 2]
    ada = set(teks_kata.split())
    return bool(bagian) and all(k in ada for k in bagian)

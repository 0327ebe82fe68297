"""Questions of a form and the answers to them, as plain values; no Odoo here.

A question is a dict ``{kode, label, jenis, wajib, minimum, maksimum, pilihan,
syarat}``, where ``pilihan`` is ``[[key, label], ...]`` and ``syarat`` is
``{kode, operator, nilai}`` or nothing. Answers are ``{kode: value}``: text,
numbers, dates as ``YYYY-MM-DD``, the key of a choice, a list of keys, the id of a
person. The screen keeps the same rules in ``static/src/isian/isian_aturan.js``.
"""

import math
import re
import unicodedata
from datetime import date, timedelta

from odoo.addons.asn_base.domain.tanggal import format_panjang

TEKS = ("teks", "teks_panjang")
ANGKA = ("bilangan", "desimal", "rupiah")
#: Longest answer in characters when the question says nothing.
PANJANG = {"teks": 300, "teks_panjang": 5000}
ANGKA_MAKS = 10**15
YA_TIDAK = (("ya", "Ya"), ("tidak", "Tidak"))
POLA_KODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
_POLA_HARI_INI = re.compile(r"hari_ini\s*(?:([+-])\s*(\d{1,4}))?")


class IsianSalah(Exception):
    """An answer or a limit that cannot be; ``sebab`` names why, ``rinci`` what."""

    def __init__(self, sebab, rinci=""):
        super().__init__(sebab)
        self.sebab = sebab
        self.rinci = rinci


def kode_dari(teks, dipakai=()):
    """Return a short code made from a label, different from those in use."""
    polos = unicodedata.normalize("NFKD", teks or "").encode("ascii", "ignore")
    dasar = re.sub(r"[^a-z0-9]+", "_", polos.decode().lower()).strip("_")[:30]
    if not dasar or not dasar[0].isalpha():
        dasar = f"isian_{dasar}".rstrip("_")
    kode, nomor = dasar, 1
    while kode in dipakai:
        nomor += 1
        kode = f"{dasar}_{nomor}"
    return kode


def daftar_pilihan(teks):
    """Return ``[[key, label]]`` of options written one per line."""
    hasil = []
    for baris in (teks or "").splitlines():
        label = " ".join(baris.split())
        if label and label not in (lama for _kunci, lama in hasil):
            hasil.append([kode_dari(label, [k for k, _label in hasil]), label])
    return hasil


def batas(jenis, teks, hari_ini):
    """Return a limit as a number or a date; None when there is none.

    :param teks: "5", "2,5", "2026-01-31", "hari_ini", "hari_ini+30"
    :raises IsianSalah: when it cannot be read for this kind
    """
    teks = (teks or "").strip()
    if not teks:
        return None
    try:
        if jenis == "tanggal":
            if cocok := _POLA_HARI_INI.fullmatch(teks):
                selisih = int(cocok[2] or 0) * (-1 if cocok[1] == "-" else 1)
                return hari_ini + timedelta(days=selisih)
            return date.fromisoformat(teks)
        angka = float(teks.replace(",", "."))
    except (ValueError, OverflowError) as salah:
        raise IsianSalah("batas", teks) from salah
    if not math.isfinite(angka) or abs(angka) > ANGKA_MAKS:
        raise IsianSalah("batas", teks)
    return int(angka) if angka.is_integer() else angka


def kosong(nilai):
    """Tell whether nothing was answered; zero is an answer."""
    return nilai is None or nilai is False or nilai in ("", [])


def tampak(daftar, jawaban):
    """Return the questions that are shown, in order.

    A condition looks at an earlier question; one that is hidden itself counts as
    unanswered, whatever was typed there before.
    """
    berlaku, hasil = {}, []
    for tanya in daftar:
        if _terpenuhi(tanya.get("syarat"), berlaku):
            hasil.append(tanya)
            berlaku[tanya["kode"]] = jawaban.get(tanya["kode"])
    return hasil


def _terpenuhi(syarat, berlaku):
    if not syarat or not syarat.get("kode"):
        return True
    nilai = berlaku.get(syarat["kode"])
    if syarat["operator"] == "terisi":
        return not kosong(nilai)
    if syarat["operator"] == "kosong":
        return kosong(nilai)
    if isinstance(nilai, list):
        sama = syarat.get("nilai") in nilai
    else:
        sama = not kosong(nilai) and _sebanding(nilai) == _sebanding(syarat["nilai"])
    return sama if syarat["operator"] == "sama" else not sama


def _sebanding(nilai):
    """Return a form in which 5, 5.0 and "5" are the same."""
    try:
        return float(str(nilai).replace(",", "."))
    except ValueError:
        return str(nilai).strip().lower()


def bentuk(tanya, nilai):
    """Return an answer as it is kept.

    :raises IsianSalah: when it is no answer to this kind of question
    """
    if kosong(nilai):
        return False
    return _BENTUK[tanya["jenis"]](tanya, nilai)


def _bentuk_teks(tanya, nilai):
    if not isinstance(nilai, str):
        raise IsianSalah("bentuk")
    if any(
        unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r\t" for c in nilai
    ):
        raise IsianSalah("karakter")
    if len(nilai) > 2 * PANJANG["teks_panjang"]:
        raise IsianSalah("panjang", PANJANG[tanya["jenis"]])
    return nilai


def _bentuk_angka(tanya, nilai):
    if isinstance(nilai, bool) or not isinstance(nilai, int | float):
        raise IsianSalah("bentuk")
    if not math.isfinite(nilai) or abs(nilai) > ANGKA_MAKS:
        raise IsianSalah("angka_besar")
    if tanya["jenis"] == "bilangan":
        if nilai != int(nilai):
            raise IsianSalah("bulat")
        return int(nilai)
    return nilai


def _bentuk_tanggal(_tanya, nilai):
    try:
        return date.fromisoformat(nilai).isoformat()
    except (TypeError, ValueError) as salah:
        raise IsianSalah("tanggal") from salah


def _bentuk_pilihan(tanya, nilai):
    if not isinstance(nilai, str) or nilai not in dict(tanya["pilihan"]):
        raise IsianSalah("pilihan")
    return nilai


def _bentuk_ganda(tanya, nilai):
    kunci = dict(tanya["pilihan"])
    if not isinstance(nilai, list | tuple) or any(
        not isinstance(satu, str) or satu not in kunci for satu in nilai
    ):
        raise IsianSalah("pilihan")
    return [satu for satu in kunci if satu in nilai]


def _bentuk_orang(_tanya, nilai):
    if isinstance(nilai, bool) or not isinstance(nilai, int) or nilai < 1:
        raise IsianSalah("bentuk")
    return nilai


def _bentuk_tanpa(_tanya, _nilai):
    raise IsianSalah("bentuk")


_BENTUK = {
    "teks": _bentuk_teks,
    "teks_panjang": _bentuk_teks,
    "bilangan": _bentuk_angka,
    "desimal": _bentuk_angka,
    "rupiah": _bentuk_angka,
    "tanggal": _bentuk_tanggal,
    "pilihan": _bentuk_pilihan,
    "ya_tidak": _bentuk_pilihan,
    "pilihan_ganda": _bentuk_ganda,
    "orang": _bentuk_orang,
    "dokumen": _bentuk_tanpa,
    "judul": _bentuk_tanpa,
}


def periksa(daftar, jawaban, hari_ini):
    """Return ``[(kode, sebab, rinci)]`` of what keeps a form from being sent.

    Documents are not looked at: they are on the checklist of the request.
    """
    salah = []
    for tanya in tampak(daftar, jawaban):
        if tanya["jenis"] in ("judul", "dokumen"):
            continue
        try:
            nilai = bentuk(tanya, jawaban.get(tanya["kode"]))
            _periksa_satu(tanya, nilai, hari_ini)
        except IsianSalah as satu:
            salah.append((tanya["kode"], satu.sebab, satu.rinci))
    return salah


def _periksa_satu(tanya, nilai, hari_ini):
    if isinstance(nilai, str) and not nilai.strip():
        nilai = False
    if kosong(nilai):
        if tanya.get("wajib"):
            raise IsianSalah("wajib")
        return
    jenis = tanya["jenis"]
    if jenis in TEKS:
        ukuran = len(nilai.strip())
    elif jenis == "pilihan_ganda":
        ukuran = len(nilai)
    elif jenis == "tanggal":
        ukuran = date.fromisoformat(nilai)
    elif jenis in ANGKA:
        ukuran = nilai
    else:
        return
    bawah = batas(jenis, tanya.get("minimum"), hari_ini)
    atas = batas(jenis, tanya.get("maksimum"), hari_ini)
    if atas is None and jenis in TEKS:
        atas = PANJANG[jenis]
    if bawah is not None and ukuran < bawah:
        raise IsianSalah("minimum", bawah)
    if atas is not None and ukuran > atas:
        raise IsianSalah("panjang" if jenis in TEKS else "maksimum", atas)


def bersih(daftar, jawaban):
    """Return the answers without those of hidden or unknown questions."""
    kode = {t["kode"] for t in tampak(daftar, jawaban)}
    return {k: v for k, v in jawaban.items() if k in kode and not kosong(v)}


def terbaca(tanya, nilai):
    """Return an answer in words, as a letter and an official read it."""
    if kosong(nilai):
        return ""
    jenis = tanya["jenis"]
    if jenis in ("pilihan", "ya_tidak"):
        return dict(tanya["pilihan"]).get(nilai, str(nilai))
    if jenis == "pilihan_ganda":
        label = dict(tanya["pilihan"])
        return ", ".join(label.get(satu, str(satu)) for satu in nilai)
    if jenis == "tanggal":
        return format_panjang(date.fromisoformat(nilai))
    if jenis == "rupiah":
        return f"Rp{_angka(nilai)}"
    if jenis in ANGKA:
        return _angka(nilai)
    return str(nilai)


def _angka(nilai):
    """Return a number as Indonesians write it: 1.250.000,5."""
    bulat = float(nilai).is_integer()
    teks = f"{nilai:,.0f}" if bulat else f"{nilai:,.2f}".rstrip("0")
    return teks.translate(str.maketrans(",.", ".,"))

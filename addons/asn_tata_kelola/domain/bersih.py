"""What may be kept of a page, an error and a browser in a trouble report.

A report helps to find the fault; it is no place for tokens, numbers of people
or what somebody typed. Plain Python.
"""

import re
from urllib.parse import urlsplit

PANJANG_GALAT = 600
PANJANG_ALAMAT = 200
_TOPENG = "•••"

# NIK, NIP, account and telephone numbers, written together or in groups.
_ANGKA = re.compile(r"(?<![\w])\+?\d(?:[ .\-]?\d){7,}(?!\w)")
_SUREL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# What follows a word like password, whatever the quotes.
_RAHASIA = re.compile(
    r"(?i)(passw(?:or)?d|passphrase|kata sandi|sandi|token|secret|api[_-]?key"
    r"|authorization|session_id|otp|pin)(\W{1,4})([^\s,;&'\"]+)"
)
# Keys and tokens: long runs of letters with digits.
_KUNCI = re.compile(r"\b(?=\w*\d)(?=\w*[A-Za-z])[\w-]{24,}\b")

#: Name of a browser, mark in its user agent; the first that fits.
_PERAMBAN = (
    ("Edge", r"Edg(?:e|A|iOS)?/(\d+)"),
    ("Opera", r"OPR/(\d+)"),
    ("Samsung Internet", r"SamsungBrowser/(\d+)"),
    ("Firefox", r"(?:Firefox|FxiOS)/(\d+)"),
    ("Chrome", r"(?:HeadlessChrome|Chrome|CriOS)/(\d+)"),
    ("Safari", r"Version/(\d+).*Safari/"),
)
_SISTEM = (
    ("Android", "Android"),
    ("iPadOS", "iPad"),
    ("iOS", "iPhone"),
    ("Windows", "Windows"),
    ("macOS", "Mac OS X"),
    ("ChromeOS", "CrOS"),
    ("Linux", "Linux"),
)
_LAYAR = re.compile(r"^\d{2,5} ?[x×] ?\d{2,5}$")


def alamat(teks):
    """Return the path of a page of this system, without query and fragment.

    Addresses of other places and scripts become empty; parts of the path that
    look like a token are masked.
    """
    try:
        jalur = urlsplit((teks or "").strip()).path
    except ValueError:
        return ""
    if not jalur.startswith("/") or jalur.startswith(("//", "/\\")):
        return ""
    bagian = [
        _TOPENG if len(b) >= 20 and re.search(r"\d", b) else b for b in jalur.split("/")
    ]
    return "/".join(bagian)[:PANJANG_ALAMAT]


def galat(teks):
    """Return an error message without secrets and numbers of people."""
    hasil = " ".join((teks or "").split())
    hasil = _RAHASIA.sub(rf"\1\2{_TOPENG}", hasil)
    hasil = _KUNCI.sub(_TOPENG, hasil)
    hasil = _SUREL.sub(_TOPENG, hasil)
    hasil = _ANGKA.sub(_TOPENG, hasil)
    return hasil[:PANJANG_GALAT]


def peramban(agen):
    """Return browser, version and system of a user agent, in a few words."""
    agen = agen or ""
    nama = next(
        (
            f"{nama} {cocok.group(1)}"
            for nama, pola in _PERAMBAN
            if (cocok := re.search(pola, agen))
        ),
        "",
    )
    sistem = next((nama for nama, tanda in _SISTEM if tanda in agen), "")
    return " · ".join(bagian for bagian in (nama, sistem) if bagian)


def layar(teks):
    """Return a screen size like ``390 × 844``, or nothing when it is none."""
    teks = (teks or "").strip()
    if not _LAYAR.match(teks):
        return ""
    return " × ".join(re.findall(r"\d+", teks))

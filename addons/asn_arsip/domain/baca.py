"""Reads the text of a document and how well it was scanned.

Runs as a program of its own (see :mod:`pembaca`), so that a file made to eat
memory or time ends this process and not the server. No odoo import, and no
import of its neighbours: it is started as a plain script.
"""

import io
import json
import logging
import re
import resource
import shutil
import subprocess
import sys

import pypdf
from PIL import Image, ImageStat

HALAMAN_DIBACA = 30
TEKS_MAKS = 200_000
_MEMORI = 1_500 * 1024 * 1024
_LUKIS = re.compile(rb"(?<![A-Za-z])(?:S|s|f\*?|F|B\*?|b\*?|Tj|TJ|Do|sh)(?![A-Za-z])")
#: Grey values of an empty sheet differ no more than this.
_KOSONG_SIMPANGAN = 3.0
_OCR_DETIK = 60
_OCR_BAHASA = "ind"


def baca(isi, mimetype):
    """Return what a document says and shows.

    :return: ``{"teks", "asal": "pdf"|"ocr"|"", "kosong", "sisi"}``; ``sisi`` is
        the longer side in pixels of the largest picture, 0 where there is none
    """
    if mimetype == "application/pdf":
        return _baca_pdf(isi)
    with Image.open(io.BytesIO(isi), formats=["JPEG", "PNG"]) as gambar:
        gambar.load()
        return _baca_gambar([gambar])


def _baca_pdf(isi):
    pembaca = pypdf.PdfReader(io.BytesIO(isi), strict=False)
    bagian, panjang = [], 0
    for halaman in pembaca.pages[:HALAMAN_DIBACA]:
        teks = halaman.extract_text() or ""
        bagian.append(teks)
        panjang += len(teks)
        if panjang > TEKS_MAKS:
            break
    teks = "\n".join(bagian)[:TEKS_MAKS]
    if len(teks.strip()) >= 20:
        return {"teks": teks, "asal": "pdf", "kosong": False, "sisi": 0}
    gambar = _gambar_halaman(pembaca)
    if gambar:
        return _baca_gambar(gambar)
    return {
        "teks": teks,
        "asal": "pdf" if teks.strip() else "",
        "kosong": not any(_dilukis(h) for h in pembaca.pages[:HALAMAN_DIBACA]),
        "sisi": 0,
    }


def _dilukis(halaman):
    """Tell whether a page draws anything."""
    isi = halaman.get_contents()
    return bool(isi is not None and _LUKIS.search(isi.get_data()))


def _gambar_halaman(pembaca):
    """Return the largest picture of each of the first pages."""
    hasil = []
    for halaman in pembaca.pages[:3]:
        semua = [g.image for g in list(halaman.images)[:10] if g.image]
        if semua:
            hasil.append(max(semua, key=lambda g: g.width * g.height))
    return hasil


def _baca_gambar(gambar):
    teks = _ocr(gambar)
    return {
        "teks": teks,
        "asal": "ocr" if teks.strip() else "",
        "kosong": all(_kosong(g) for g in gambar),
        "sisi": max(max(g.size) for g in gambar),
    }


def _kosong(gambar):
    """Tell whether a picture is one empty sheet: hardly two shades of grey."""
    kecil = gambar.convert("L")
    kecil.thumbnail((300, 300))
    # A tenth off each edge: scanners draw shadows there.
    x, y = kecil.width // 10, kecil.height // 10
    tengah = kecil.crop((x, y, max(kecil.width - x, 1), max(kecil.height - y, 1)))
    return ImageStat.Stat(tengah).stddev[0] < _KOSONG_SIMPANGAN


def _ocr(gambar):
    """Return the text of pictures where the machine has tesseract, else ``""``."""
    program = shutil.which("tesseract")
    if not program:
        return ""
    teks = []
    for satu in gambar:
        simpan = io.BytesIO()
        satu.convert("L").save(simpan, "PNG")
        hasil = subprocess.run(  # noqa: S603
            [program, "-", "-", "-l", _OCR_BAHASA],
            input=simpan.getvalue(),
            capture_output=True,
            timeout=_OCR_DETIK,
            check=False,
        )
        if hasil.returncode == 0:
            teks.append(hasil.stdout.decode("utf-8", "replace"))
    return "\n".join(teks)[:TEKS_MAKS]


def utama():
    """Answer one JSON line per document: ``type length`` line, then the bytes."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORI, _MEMORI))
    logging.disable(logging.CRITICAL)
    masuk, keluar = sys.stdin.buffer, sys.stdout
    while kepala := masuk.readline():
        mimetype, panjang = kepala.decode("ascii").split()
        isi = masuk.read(int(panjang))
        try:
            hasil = baca(isi, mimetype)
        except MemoryError:
            hasil = {"gagal": "memori"}
        except Exception as galat:
            hasil = {"gagal": type(galat).__name__}
        keluar.write(json.dumps(hasil) + "\n")
        keluar.flush()


if __name__ == "__main__":
    utama()

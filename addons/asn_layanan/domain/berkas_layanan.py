"""A service as a file: what may stand in it, and how it is read safely.

Plain Python: no odoo import. The file is JSON that a person can read. Nothing in
it is ever run: conditions are literals, templates are letters with merge fields.
"""

import json

FORMAT = "asn.layanan"
SKEMA = 1
#: Bytes of a file; a large service with five letters has a tenth of it.
BESAR_MAKS = 1024 * 1024
DALAM_MAKS = 8
TEKS_MAKS = 30_000
BARIS_MAKS = 300
ANGKA_MAKS = 10**9

_KUNCI = {
    "format": str,
    "skema": int,
    "bahasa": str,
    "layanan": dict,
    "versi": dict,
    "bagian": dict,
    "mandat": list,
    "surat": list,
}
_WAJIB = ("format", "skema", "layanan", "versi", "bagian")


class BerkasSalah(ValueError):
    """A file that is not read at all: ``kode`` says why, ``tempat`` where."""

    def __init__(self, kode, tempat=""):
        super().__init__(kode)
        self.kode = kode
        self.tempat = tempat


def tulis(data):
    """Return the file of a service as bytes, in an order that can be compared."""
    teks = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)
    return (teks + "\n").encode()


def baca(isi):
    """Return the data of a file whose form is right; the meaning is not checked.

    :param bytes isi: the file
    :raises BerkasSalah: ``kosong, terlalu_besar, bukan_teks, bukan_json,
        kunci_ganda, terlalu_dalam, bukan_layanan, skema, kunci_asing, kurang,
        bentuk, terlalu_panjang, terlalu_banyak``
    """
    if not isi:
        raise BerkasSalah("kosong")
    if len(isi) > BESAR_MAKS:
        raise BerkasSalah("terlalu_besar")
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError as salah:
        raise BerkasSalah("bukan_teks") from salah
    try:
        data = json.loads(
            teks, object_pairs_hook=_tanpa_ganda, parse_constant=_tolak_tetapan
        )
    except RecursionError as salah:
        raise BerkasSalah("terlalu_dalam") from salah
    except BerkasSalah:
        raise
    except ValueError as salah:
        raise BerkasSalah("bukan_json") from salah
    _periksa_isi(data, "", 0)
    _periksa_bentuk(data)
    return data


def _tanpa_ganda(pasangan):
    hasil = dict(pasangan)
    if len(hasil) != len(pasangan):
        raise BerkasSalah("kunci_ganda")
    return hasil


def _tolak_tetapan(nama):
    raise BerkasSalah("bukan_json", nama)


def _periksa_isi(nilai, tempat, dalam):
    """Refuse what is too deep, too long or too many, and odd kinds of values."""
    if dalam > DALAM_MAKS:
        raise BerkasSalah("terlalu_dalam", tempat)
    if isinstance(nilai, dict):
        for kunci, isi in nilai.items():
            if len(kunci) > 100:
                raise BerkasSalah("terlalu_panjang", tempat)
            _periksa_isi(isi, f"{tempat}.{kunci}".lstrip("."), dalam + 1)
    elif isinstance(nilai, list):
        if len(nilai) > BARIS_MAKS:
            raise BerkasSalah("terlalu_banyak", tempat)
        for nomor, isi in enumerate(nilai, 1):
            _periksa_isi(isi, f"{tempat}[{nomor}]", dalam + 1)
    elif isinstance(nilai, str):
        if len(nilai) > TEKS_MAKS:
            raise BerkasSalah("terlalu_panjang", tempat)
        if "\x00" in nilai:
            raise BerkasSalah("bukan_teks", tempat)
    elif isinstance(nilai, int | float) and abs(nilai) > ANGKA_MAKS:
        raise BerkasSalah("bentuk", tempat)


def _periksa_bentuk(data):
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise BerkasSalah("bukan_layanan")
    if data.get("skema") != SKEMA or isinstance(data["skema"], bool):
        raise BerkasSalah("skema", str(data.get("skema")))
    for kunci in data:
        if kunci not in _KUNCI:
            raise BerkasSalah("kunci_asing", kunci)
    for kunci in _WAJIB:
        if kunci not in data:
            raise BerkasSalah("kurang", kunci)
    for kunci, jenis in _KUNCI.items():
        if kunci in data and not isinstance(data[kunci], jenis):
            raise BerkasSalah("bentuk", kunci)
    for nama, baris in data["bagian"].items():
        _periksa_baris(baris, f"bagian.{nama}")
    for nama in ("mandat", "surat"):
        _periksa_baris(data.get(nama, []), nama)


def _periksa_baris(baris, tempat):
    if not isinstance(baris, list):
        raise BerkasSalah("bentuk", tempat)
    for nomor, satu in enumerate(baris, 1):
        if not isinstance(satu, dict):
            raise BerkasSalah("bentuk", f"{tempat}[{nomor}]")

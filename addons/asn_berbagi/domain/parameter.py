"""Query parameters of the API: a fixed list per resource, unknown ones refused.
Plain Python.
"""

import datetime
import re

from .masalah import Masalah

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
BATAS_AWAL = 100
BATAS_MAKS = 500


def _bulat(teks):
    nilai = int(teks)
    if not 1 <= nilai <= BATAS_MAKS:
        raise ValueError
    return nilai


def _ya(teks):
    return {"true": True, "false": False}[teks]


def _waktu(teks):
    waktu = datetime.datetime.fromisoformat(teks)
    if waktu.tzinfo is None:
        raise ValueError
    return waktu.astimezone(datetime.UTC).replace(tzinfo=None)


def _uuid(teks):
    if not _UUID.fullmatch(teks):
        raise ValueError
    return teks


def _pilihan(*nilai):
    def baca(teks):
        if teks not in nilai:
            raise ValueError
        return teks

    return baca


def _nip(teks):
    angka = teks.replace(" ", "")
    if not re.fullmatch(r"\d{18}", angka):
        raise ValueError
    return angka


def _daftar(teks):
    return [bagian.strip() for bagian in teks.split(",") if bagian.strip()]


_HALAMAN = {"batas": (_bulat, f"angka 1 sampai {BATAS_MAKS}"), "kursor": (str, "")}
#: Resource: parameter: how to read it and what it must be, in words.
PARAMETER = {
    "pegawai": {
        **_HALAMAN,
        "bidang": (_daftar, "nama bidang, dipisah koma"),
        "unit": (_uuid, "id unit (UUID)"),
        "termasuk_subunit": (_ya, "true atau false"),
        "nip": (_nip, "18 angka"),
        "status": (
            _pilihan("cpns", "pns", "pppk", "pppk_paruh_waktu"),
            "cpns, pns, pppk atau pppk_paruh_waktu",
        ),
        "diubah_sejak": (
            _waktu,
            "waktu ISO 8601 dengan zona, 2026-01-31T08:00:00+07:00",
        ),
        "hitung": (_ya, "true atau false"),
    },
    "satu_pegawai": {"bidang": (_daftar, "nama bidang, dipisah koma")},
    "riwayat": {},
    "unit": {},
    "referensi": {},
    "perubahan": {
        "batas": _HALAMAN["batas"],
        "setelah": (str, ""),
    },
    "saya": {},
}


def baca(sumber, mentah):
    """Return the parameters of a resource as values.

    :raises Masalah: unknown or malformed parameters, all of them at once
    """
    daftar = PARAMETER[sumber]
    hasil, galat = {}, []
    for nama, teks in mentah.items():
        if nama not in daftar:
            galat.append({"bidang": nama, "pesan": "Parameter ini tidak dikenal."})
            continue
        cara, harus = daftar[nama]
        try:
            hasil[nama] = cara(teks)
        except (ValueError, KeyError, OverflowError):
            galat.append({"bidang": nama, "pesan": f"Harus berupa: {harus}."})
    if galat:
        raise Masalah(
            "permintaan_tidak_sah",
            "Perbaiki parameter yang disebut lalu kirim ulang.",
            galat,
        )
    return hasil

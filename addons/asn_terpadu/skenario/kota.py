"""Builds the whole invented city from two tables and a seed."""

import csv
import datetime
import pathlib
import random

from . import nama, orang

_SINI = pathlib.Path(__file__).parent


def _baca(berkas):
    with (_SINI / berkas).open(newline="", encoding="utf-8") as isi:
        return list(csv.DictReader(isi))


def bangun(acuan, tabel_gaji, seed=1945):
    """Return the city as it is on a day.

    The same seed, day and salary table give the same city, to the last digit.

    :param acuan: the day; careers end before its month
    :param tabel_gaji: ``{"pns": {golongan: {mkg: rupiah}}, "pppk": {...}}``
    :return: ``{"unit": [...], "jabatan": [...], "pegawai": [...]}``
    """
    acak = random.Random(seed)  # noqa: S311 an invented city needs no secrecy
    acuan = datetime.date(acuan.year, acuan.month, 1)
    unit = _baca("unit.csv")
    baris = _baca("pegawai.csv")
    jabatan = _jabatan(baris)
    terpakai = set()
    pegawai = []
    for posisi in baris:
        posisi["jabatan_kode"] = _kode_jabatan(posisi)
    for nomor, posisi in enumerate(baris, 1):
        posisi["nama"] = nama.undi(acak, posisi["jk"], terpakai)
        pegawai.append(orang.susun(acak, acuan, nomor, posisi, tabel_gaji, baris))
    return {"unit": unit, "jabatan": jabatan, "pegawai": pegawai}


def _kode_jabatan(posisi):
    singkat = "".join(
        kata[0] for kata in posisi["jabatan"].split() if kata[0].isalpha()
    )
    return f"{posisi['unit']}-{singkat.upper()}-{posisi['kelas'] or '0'}"


def _jabatan(baris):
    hasil = {}
    for posisi in baris:
        kode = _kode_jabatan(posisi)
        ada = hasil.setdefault(
            kode,
            {
                "kode": kode,
                "nama": posisi["jabatan"],
                "unit": posisi["unit"],
                "jenis_jabatan": posisi["jenis_jabatan"],
                "kelas": int(posisi["kelas"] or 0),
                "kepala": bool(posisi["kepala"]),
            },
        )
        if ada["nama"] != posisi["jabatan"]:
            raise ValueError(f"two posts share the code {kode}")
    return list(hasil.values())

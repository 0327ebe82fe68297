"""Families, appointments and other events in the life of invented people."""

import datetime
import random

from . import karier
from .nama import BELAKANG, LAKI, PEREMPUAN

_KERJA = ("Wiraswasta", "Guru", "Ibu rumah tangga", "Karyawan swasta", "Perawat")
_SEKOLAH = (
    (7, "SD Negeri 3 Contoh"),
    (13, "SMP Negeri 1 Contoh"),
    (16, "SMA Negeri 2 Contoh"),
    (19, "Universitas Contoh Raya"),
)
_PROFESI = (
    ("Guru", "Persatuan Guru Republik Indonesia"),
    ("Dokter", "Ikatan Dokter Indonesia"),
    ("Perawat", "Persatuan Perawat Nasional Indonesia"),
    ("Bidan", "Ikatan Bidan Indonesia"),
)
#: Who was punished: code of the person, kind, months ago, further values.
_HUKUMAN = (
    ("P047", "potong_tukin_6", 30, {}),
    ("P062", "teguran_tertulis", 8, {}),
    (
        "P077",
        "potong_tukin_9",
        20,
        {
            "upaya": "keberatan",
            "hasil_upaya": "dibatalkan",
            "nomor_putusan": "180/07/2025",
        },
    ),
    ("P083", "potong_tukin_12", 5, {}),
)
_PMK = (("P049", "SMP Swasta Asri", 3, 4), ("P061", "Puskesmas Desa Asri", 1, 8))
_CLTN = ("P070", 60, 12)
_PINDAH = (("P048", "Pemerintah Kabupaten Tetangga"), ("P072", "Pemerintah Provinsi"))


def susun(isi, acuan, seed=1928):
    """Return ``{kind: [rows]}``; each row has ``orang`` and columns.

    :param isi: the city of ``kota.bangun``
    :param acuan: the day
    """
    acak = random.Random(seed)  # noqa: S311 an invented city needs no secrecy
    hasil = {}
    orang = [o for o in isi["pegawai"] if o["status_pegawai"]]
    for satu in orang:
        for jenis, baris in (
            ("keluarga", _keluarga(acak, satu, acuan)),
            ("cpns.pns", _pengangkatan(satu)),
            ("kontrak", _kontrak(satu)),
            ("nip", _nip(satu)),
            ("kesehatan", _kesehatan(satu)),
            ("organisasi", _organisasi(satu)),
        ):
            hasil.setdefault(jenis, []).extend({"orang": satu, **b} for b in baris)
    for jenis, baris in _peristiwa({o["kode"]: o for o in orang}, acuan).items():
        hasil.setdefault(jenis, []).extend(baris)
    return hasil


def _lahir(acak, tahun):
    return datetime.date(tahun, acak.randint(1, 12), acak.randint(1, 28))


def _nama(acak, kelamin, keluarga):
    return f"{acak.choice(LAKI if kelamin == 'L' else PEREMPUAN)} {keluarga}"


def _keluarga(acak, orang, acuan):
    lahir, nomor = orang["tanggal_lahir"], orang["nik"][-4:]
    marga = acak.choice(BELAKANG)
    hasil = []
    for kelamin, umur in (("L", 29), ("P", 26)):
        hasil.append(
            {
                "hubungan": "orang_tua",
                "nama": _nama(acak, kelamin, marga),
                "jenis_kelamin": kelamin,
                "tanggal_lahir": _lahir(acak, lahir.year - umur),
                "alamat": "Kota Contoh",
            }
        )
    if orang["status_perkawinan"] != "menikah":
        return hasil
    pasangan = "P" if orang["jenis_kelamin"] == "L" else "L"
    nikah = _lahir(acak, lahir.year + 26)
    hasil.append(
        {
            "hubungan": "pasangan",
            "nama": _nama(acak, pasangan, acak.choice(BELAKANG)),
            "jenis_kelamin": pasangan,
            "tanggal_lahir": _lahir(acak, lahir.year + acak.choice((-2, 0, 1, 2))),
            "pekerjaan": acak.choice(_KERJA),
            "urutan": 1,
            "tanggal_nikah": nikah,
            "nomor_akta_nikah": f"{nomor}/{nikah.month:02d}/{nikah.year}",
            "no_karis_karsu": f"{'A' if pasangan == 'P' else 'B'} 9{nomor}",
        }
    )
    for ke in range(1, acak.randint(1, 3) + 1):
        tahun = nikah.year + 1 + 3 * (ke - 1)
        if tahun >= acuan.year:
            break
        hasil.append(_anak(acak, ke, tahun, marga, acuan))
    return hasil


def _anak(acak, ke, tahun, marga, acuan):
    kelamin, umur = acak.choice("LP"), acuan.year - tahun
    sekolah = [nama for mulai, nama in _SEKOLAH if umur >= mulai]
    return {
        "hubungan": "anak",
        "nama": _nama(acak, kelamin, marga),
        "jenis_kelamin": kelamin,
        "tanggal_lahir": _lahir(acak, tahun),
        "urutan": ke,
        "status_anak": "kandung",
        "sekolah": sekolah[-1] if sekolah and umur < 25 else False,
        "is_tunjangan": ke <= 2 and umur < 21,
        "is_kerja": umur >= 25,
    }


def _pengangkatan(orang):
    hasil = []
    if orang.get("tmt_cpns"):
        hasil.append(
            {
                "jenis": "cpns",
                "tmt": orang["tmt_cpns"],
                "nomor_sk": orang["no_sk_cpns"],
                "tanggal_sk": orang["tgl_sk_cpns"],
                "gaji_persen": "80",
                "no_spmt": orang["no_sk_cpns"].replace("813/", "800/SPMT-"),
                "tgl_spmt": orang["tmt_cpns"],
            }
        )
    if orang.get("tmt_pns"):
        hasil.append(
            {
                "jenis": "pns",
                "tmt": orang["tmt_pns"],
                "nomor_sk": orang["no_sk_pns"],
                "tanggal_sk": orang["tgl_sk_pns"],
                "gaji_persen": "100",
                "no_sttpl": orang["no_sk_pns"].replace("821.1/", "893/LATSAR-"),
                "tgl_sttpl": orang["tgl_sk_pns"] - datetime.timedelta(days=45),
            }
        )
    return hasil


def _kontrak(orang):
    if not orang.get("no_perjanjian"):
        return []
    return [
        {
            "jenis": "baru",
            "kontrak_ke": 1,
            "tmt": orang["tmt_kontrak_mulai"],
            "tanggal_selesai": orang["tmt_kontrak_selesai"],
            "nomor_sk": orang["no_perjanjian"].replace("/PK/", "/SK/"),
            "tanggal_sk": orang["tgl_perjanjian"],
            "no_perjanjian": orang["no_perjanjian"],
            "tgl_perjanjian": orang["tgl_perjanjian"],
        }
    ]


def _nip(orang):
    mulai = orang.get("tmt_cpns") or orang.get("tmt_kontrak_mulai")
    if not (orang.get("nip") and mulai):
        return []
    return [
        {
            "nip": orang["nip"],
            "tmt": mulai,
            "alasan": "pengadaan",
            "nomor_sk": orang.get("no_sk_cpns") or orang.get("no_perjanjian"),
            "tanggal_sk": orang.get("tgl_sk_cpns") or orang.get("tgl_perjanjian"),
        }
    ]


def _kesehatan(orang):
    tmt = orang.get("tmt_cpns")
    if not tmt:
        return []
    return [
        {
            "jenis_pemeriksaan": "pengangkatan",
            "tmt": karier.bulan(tmt, -2),
            "hasil": "sehat",
            "fasilitas": "RSUD Contoh",
            "nomor_sk": f"445/{orang['nik'][-4:]}/KS/{tmt.year}",
        }
    ]


def _organisasi(orang):
    mulai = orang.get("tmt_pns") or orang.get("tmt_cpns")
    if not mulai:
        return []
    hasil = [
        {
            "nama": "Korps Pegawai Republik Indonesia (Korpri)",
            "peran": "Anggota",
            "jenis": "kedinasan",
            "tempat": "Kota Contoh",
            "tanggal_mulai": mulai,
        }
    ]
    for kata, nama in _PROFESI:
        if kata.lower() in orang["jabatan_nama"].lower():
            hasil.append(
                hasil[0] | {"nama": nama, "jenis": "profesi", "tanggal_mulai": mulai}
            )
    return hasil


def _peristiwa(orang, acuan):
    """Return what happened to a few."""
    awal = datetime.date(acuan.year, acuan.month, 1)
    hasil = {"hukuman": [], "cltn": _cltn(orang, awal), **_dahulu(orang)}
    for urut, (kode, jenis, lalu, lain) in enumerate(_HUKUMAN, 1):
        tmt = karier.bulan(awal, -lalu)
        hasil["hukuman"].append(
            {
                "orang": orang[kode],
                "jenis_hukuman": jenis,
                "tmt": tmt,
                "nomor_sk": f"862/{urut:03d}/HD/{tmt.year}",
                "tanggal_sk": tmt - datetime.timedelta(days=14),
                "dasar_hukum": "PP 94/2021",
                "pelanggaran": "Tidak masuk kerja tanpa alasan yang sah",
                **lain,
            }
        )
    return hasil


def _dahulu(orang):
    """Return service that was counted and moves into the city."""
    hasil = {"pmk": [], "pindah": []}
    for urut, (kode, instansi, tahun, bulan) in enumerate(_PMK, 1):
        tmt = karier.bulan(orang[kode]["tmt_cpns"], 36)
        hasil["pmk"].append(
            {
                "orang": orang[kode],
                "instansi": instansi,
                "jabatan": "Tenaga honorer",
                "tahun": tahun,
                "bulan": bulan,
                "tmt": tmt,
                "nomor_sk": f"826/{urut:03d}/PMK/{tmt.year}",
                "tanggal_sk": tmt,
            }
        )
    for urut, (kode, asal) in enumerate(_PINDAH, 1):
        tmt = karier.bulan(orang[kode]["tmt_cpns"], 48)
        hasil["pindah"].append(
            {
                "orang": orang[kode],
                "arah": "masuk",
                "jenis_pindah": "antar_kabkota",
                "instansi_asal": asal,
                "instansi_tujuan": "Pemerintah Kota Contoh",
                "tmt": tmt,
                "nomor_sk": f"824/{urut:03d}/MUT/{tmt.year}",
                "tanggal_sk": tmt - datetime.timedelta(days=20),
                "nomor_tujuan": f"824/{urut:03d}/MUT/{tmt.year}",
            }
        )
    return hasil


def _cltn(orang, awal):
    """Return one leave outside service."""
    kode, lalu, lama = _CLTN
    mulai = karier.bulan(awal, -lalu)
    selesai = karier.bulan(mulai, lama)
    return [
        {
            "orang": orang[kode],
            "jenis": "1",
            "tanggal_mulai": mulai,
            "tanggal_selesai": selesai - datetime.timedelta(days=1),
            "tanggal_aktif": selesai,
            "alasan": "Mendampingi pasangan tugas belajar",
            "nomor_sk": f"857/001/CLTN/{mulai.year}",
            "tanggal_sk": karier.bulan(mulai, -1),
        }
    ]

"""What a machine notices about a document before a person looks at it.

A finding never refuses anything: it tells the verifier where to look. Plain
Python: no odoo import.
"""

from dataclasses import dataclass, field
from datetime import date

from . import teks as teks_tools

PENTING = "penting"
PERHATIAN = "perhatian"
INFO = "info"
BAIK = "baik"
#: The worst first.
TINGKAT = (PENTING, PERHATIAN, INFO, BAIK)
#: Longer sides in pixels below which stamps and small print are lost.
SISI_MIN = 800
UMUR_MAKS_TAHUN = 70


@dataclass
class Fakta:
    """What is known of a document when it is checked."""

    hari_ini: date
    nama: str = ""
    nip: str = ""
    nip_lama: str = ""
    tanggal_lahir: date | None = None
    nomor: str = ""
    tanggal: date | None = None
    tmt: date | None = None
    berlaku_sampai: date | None = None
    baca: dict = field(default_factory=dict)
    sama_orang_lain: bool = False
    sama_jenis_lain: bool = False
    tanda_tangan: dict | None = None


@dataclass(frozen=True)
class Temuan:
    """One finding: its code, how grave it is and the value it is about."""

    kode: str
    tingkat: str
    nilai: str = ""


def periksa(fakta):
    """Return the findings on a document, the gravest first.

    :param Fakta fakta: what is known
    :return: list of :class:`Temuan`
    """
    semua = [
        *_mutu(fakta.baca),
        *_orang(fakta),
        *_nomor_tanggal(fakta),
        *_masa(fakta),
        *_dipakai(fakta),
        *_tanda_tangan(fakta.tanda_tangan),
    ]
    return sorted(semua, key=lambda t: TINGKAT.index(t.tingkat))


def terberat(temuan):
    """Return the gravest severity of findings, or False when there is none."""
    return min((t.tingkat for t in temuan), key=TINGKAT.index, default=False)


def _mutu(baca):
    """Can it be read at all?"""
    if baca.get("gagal"):
        yield Temuan("tidak_terbaca", PERHATIAN)
        return
    if baca.get("kosong"):
        yield Temuan("kosong", PENTING)
    elif 0 < baca.get("sisi", 0) < SISI_MIN:
        yield Temuan("resolusi_rendah", PERHATIAN, str(baca["sisi"]))
    if not baca.get("asal") and not baca.get("kosong"):
        yield Temuan("tanpa_teks", INFO)
    elif baca.get("asal") == "ocr":
        yield Temuan("teks_ocr", INFO)


def _orang(fakta):
    """Is it about the right person?"""
    kata = teks_tools.kata(fakta.baca.get("teks"))
    if not kata:
        return
    semua_nip = teks_tools.semua_nip(kata)
    if fakta.nip and fakta.nip in semua_nip:
        yield Temuan("nip_cocok", BAIK, fakta.nip)
        return
    if fakta.nip_lama and teks_tools.memuat(kata, fakta.nip_lama):
        yield Temuan("nip_cocok", BAIK, fakta.nip_lama)
        return
    nama = teks_tools.memuat_nama(kata, fakta.nama)
    if nama:
        yield Temuan("nama_cocok", BAIK, fakta.nama)
    elif semua_nip:
        yield Temuan("nip_lain", PENTING, ", ".join(sorted(semua_nip)[:3]))
    else:
        yield Temuan("orang_tidak_ditemukan", PERHATIAN)


def _nomor_tanggal(fakta):
    """Do number and date agree with the paper, and with the calendar?"""
    kata = teks_tools.kata(fakta.baca.get("teks"))
    if fakta.nomor and kata:
        ada = teks_tools.memuat(kata, fakta.nomor)
        yield Temuan(
            "nomor_cocok" if ada else "nomor_tidak_ditemukan",
            BAIK if ada else PERHATIAN,
            fakta.nomor,
        )
    if not fakta.tanggal:
        return
    if fakta.tanggal > fakta.hari_ini:
        yield Temuan("tanggal_depan", PENTING, str(fakta.tanggal))
    elif _terlalu_tua(fakta):
        yield Temuan("tanggal_terlalu_tua", PERHATIAN, str(fakta.tanggal))
    if kata:
        ada = teks_tools.memuat_tanggal(kata, fakta.tanggal)
        yield Temuan(
            "tanggal_cocok" if ada else "tanggal_tidak_ditemukan",
            BAIK if ada else PERHATIAN,
            str(fakta.tanggal),
        )


def _terlalu_tua(fakta):
    """Tell whether a document is older than its holder or than any career."""
    if fakta.tanggal_lahir:
        return fakta.tanggal < fakta.tanggal_lahir
    return fakta.hari_ini.year - fakta.tanggal.year > UMUR_MAKS_TAHUN


def _masa(fakta):
    """Is it still valid?"""
    batas = fakta.berlaku_sampai
    if not batas:
        return
    if fakta.tanggal and batas < fakta.tanggal:
        yield Temuan("masa_terbalik", PENTING, str(batas))
    elif batas < fakta.hari_ini:
        yield Temuan("kedaluwarsa", PENTING, str(batas))


def _dipakai(fakta):
    """Is the very same file in the archive elsewhere?"""
    if fakta.sama_orang_lain:
        yield Temuan("sama_orang_lain", PENTING)
    if fakta.sama_jenis_lain:
        yield Temuan("sama_jenis_lain", PERHATIAN)


def _tanda_tangan(tanda):
    """Is its electronic signature what it seems?"""
    if tanda is None:
        return
    if not tanda["sah"]:
        yield Temuan("ttd_rusak", PENTING, tanda["oleh"])
    elif tanda["dipercaya"]:
        yield Temuan("ttd_sah", BAIK, tanda["oleh"])
    else:
        yield Temuan("ttd_tak_dikenal", INFO, tanda["oleh"])

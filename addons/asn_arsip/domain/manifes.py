"""A zip of documents and the list (manifest) that says what each file is.

Plain Python. Nothing of the zip is written to a disk; names inside it are only
compared, never used as paths.
"""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date

from odoo.addons.asn_pegawai.domain import impor_berkas, impor_nilai
from odoo.addons.asn_pegawai.domain.impor_berkas import Sel
from odoo.addons.asn_pegawai.domain.impor_kolom import kunci

UKURAN_MAKS = 100 * 1024 * 1024
TERURAI_MAKS = 1024 * 1024 * 1024
BERKAS_MAKS = 5_000
NAMA_MAKS = 300
_DILEWATI = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini")
_KOLOM = {
    "berkas": "berkas file namaberkas namafile filename dokumen",
    "nip": "nip nipbaru",
    "jenis": "jenis jenisdokumen kode kodejenis",
    "nomor": "nomor nomorsk nosk nomordokumen nodokumen",
    "tanggal": "tanggal tanggalsk tglsk tanggaldokumen tgl",
    "tmt": "tmt",
}
_PETA = {nama: kolom for kolom, semua in _KOLOM.items() for nama in semua.split()}


class ZipDitolak(Exception):
    """The upload is no zip that can be worked on; ``kunci`` names the message."""

    def __init__(self, kunci, **rincian):
        super().__init__(kunci)
        self.kunci = kunci
        self.rincian = rincian


@dataclass(frozen=True)
class Butir:
    """What the manifest, or else the name, says about one file."""

    nama: str
    nip: str = ""
    jenis: str = ""
    nomor: str = ""
    tanggal: date | None = None
    tmt: date | None = None
    masalah: str = ""


def buka_zip(isi):
    """Return the opened zip, or refuse it before anything is unpacked.

    :raises ZipDitolak: not a zip, damaged, encrypted, too big
    """
    if not isi:
        raise ZipDitolak("zip_kosong")
    if len(isi) > UKURAN_MAKS:
        raise ZipDitolak("zip_besar", batas=UKURAN_MAKS // 1024 // 1024)
    try:
        arsip = zipfile.ZipFile(io.BytesIO(isi))
        daftar = arsip.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError):
        raise ZipDitolak("zip_rusak") from None
    if any(anggota.flag_bits & 0x1 for anggota in daftar):
        raise ZipDitolak("zip_sandi")
    if len(daftar) > BERKAS_MAKS * 2:
        raise ZipDitolak("zip_banyak", batas=BERKAS_MAKS)
    if sum(anggota.file_size for anggota in daftar) > TERURAI_MAKS:
        raise ZipDitolak("zip_bom")
    return arsip


def anggota(arsip):
    """Return the members that are files of somebody, by name.

    :raises ZipDitolak: too many, or none
    """
    hasil = {}
    for satu in arsip.infolist():
        nama = satu.filename.replace("\\", "/")
        bagian = nama.casefold().split("/")
        if satu.is_dir() or any(b in _DILEWATI or b.startswith("._") for b in bagian):
            continue
        hasil.setdefault(nama[:NAMA_MAKS], satu)
    if not hasil:
        raise ZipDitolak("zip_tanpa_berkas")
    if len(hasil) > BERKAS_MAKS + 1:
        raise ZipDitolak("zip_banyak", batas=BERKAS_MAKS)
    return hasil


def isi_anggota(arsip, satu, maks):
    """Return the bytes of a member, at most ``maks`` + 1 whatever it declares."""
    try:
        with arsip.open(satu) as sumber:
            return sumber.read(maks + 1)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, RuntimeError):
        raise ZipDitolak("anggota_rusak") from None


def nama_manifes(nama):
    """Return the member that is the manifest, the nearest to the root, or None."""
    calon = [
        n
        for n in nama
        if n.rsplit("/", 1)[-1].casefold() in ("manifest.xlsx", "manifest.csv",
                                               "manifes.xlsx", "manifes.csv")
    ]  # fmt: skip
    return min(calon, key=lambda n: (n.count("/"), n), default=None)


def baca_manifes(nama, isi):
    """Return ``{flattened file name: Butir}`` of a manifest.

    :raises ZipDitolak: unreadable, or without the columns berkas, nip and jenis
    """
    if nama.casefold().endswith(".csv"):
        baris = _baris_csv(isi)
    else:
        baris = _baris_xlsx(isi)
    kepala, hasil = None, {}
    for sel in baris:
        if kepala is None:
            kenal = {i: _PETA.get(kunci(s.nilai or "")) for i, s in enumerate(sel)}
            if {"berkas", "nip", "jenis"} <= set(kenal.values()):
                kepala = {i: n for i, n in kenal.items() if n}
            continue
        butir = _butir({n: sel[i] for i, n in kepala.items() if i < len(sel)})
        if butir:
            hasil[_rata(butir.nama)] = butir
    if kepala is None:
        raise ZipDitolak("manifes_kolom")
    return hasil


def _baris_csv(isi):
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        teks = isi.decode("cp1252", "replace")
    pemisah = ";" if teks[:2000].count(";") > teks[:2000].count(",") else ","
    for baris in csv.reader(io.StringIO(teks), delimiter=pemisah):
        yield [Sel(satu or None, "s") for satu in baris]


def _baris_xlsx(isi):
    try:
        impor_berkas.periksa_berkas(isi)
        with impor_berkas.Buku(isi) as buku:
            for _nomor, sel in buku.baris(buku.nama[0]):
                yield sel
    except impor_berkas.BerkasDitolak:
        raise ZipDitolak("manifes_rusak") from None


def _butir(sel):
    """Return one line of the manifest; what cannot be read is said in it."""
    nilai, masalah = {}, ""
    for nama, ubah in (
        ("berkas", impor_nilai.teks), ("nip", lambda s: impor_nilai.angka(s, (18,))),
        ("jenis", impor_nilai.teks), ("nomor", impor_nilai.teks),
        ("tanggal", impor_nilai.tanggal), ("tmt", impor_nilai.tanggal),
    ):  # fmt: skip
        if nama not in sel or sel[nama].nilai is None:
            continue
        try:
            if sel[nama].jenis in ("f", "e"):
                raise impor_nilai.NilaiSalah("rumus")
            nilai[nama] = ubah(sel[nama])
        except impor_nilai.NilaiSalah:
            masalah = masalah or nama
    if not nilai.get("berkas"):
        return None
    return Butir(
        nilai["berkas"], nilai.get("nip", ""), nilai.get("jenis", ""),
        nilai.get("nomor", ""), nilai.get("tanggal"), nilai.get("tmt"), masalah,
    )  # fmt: skip


def _rata(nama):
    return " ".join(nama.replace("\\", "/").casefold().split())


def cari(manifes, nama):
    """Return the manifest's line of a member: by its path, else by its last part."""
    return manifes.get(_rata(nama)) or manifes.get(_rata(nama.rsplit("/", 1)[-1]))


def tanpa_berkas(manifes, nama):
    """Return the lines whose file is not in the zip."""
    ada = {_rata(n) for n in nama} | {_rata(n.rsplit("/", 1)[-1]) for n in nama}
    return [butir for k, butir in manifes.items() if k not in ada]

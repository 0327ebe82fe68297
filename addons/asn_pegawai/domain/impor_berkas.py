"""Open a spreadsheet that a stranger may have made: first doubt, then read.

Plain Python. Nothing here trusts the file's name, its declared size or its cells.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from itertools import islice
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.worksheet._reader import WorkSheetParser

UKURAN_MAKS = 40 * 1024 * 1024
UKURAN_TERURAI_MAKS = 800 * 1024 * 1024
BERKAS_DALAM_MAKS = 2000
#: Rows of one workbook, all sheets together.
BARIS_MAKS = 250_000
LEMBAR_MAKS = 60
KOLOM_MAKS = 200

_ISI_XLSX = "spreadsheetml.sheet.main+xml"
# What the first bytes say, for a message that names what was really uploaded.
_TANDA = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "berkas_xls_lama"),
    (b"%PDF", "berkas_pdf"),
    (b"\x89PNG", "berkas_gambar"),
    (b"\xff\xd8\xff", "berkas_gambar"),
    (b"GIF8", "berkas_gambar"),
    (b"Rar!", "berkas_arsip"),
    (b"7z\xbc\xaf", "berkas_arsip"),
    (b"\x1f\x8b", "berkas_arsip"),
    (b"MZ", "berkas_program"),
    (b"\x7fELF", "berkas_program"),
)


class BerkasDitolak(Exception):
    """The file can't be read as a roster; ``kunci`` names the message."""

    def __init__(self, kunci, **rincian):
        super().__init__(kunci)
        self.kunci = kunci
        self.rincian = rincian


@dataclass(frozen=True)
class Sel:
    """One cell: its value, and ``jenis`` s, n, d, b, f (formula) or e (error)."""

    nilai: object
    jenis: str


KOSONG = Sel(None, "n")


def periksa_berkas(isi, nama_berkas=""):
    """Refuse what is not a plain .xlsx workbook before anything parses it.

    :param isi: the file's bytes
    :param nama_berkas: the name it was uploaded under
    :raises BerkasDitolak: with the key of the message
    """
    if not isi:
        raise BerkasDitolak("berkas_kosong")
    if len(isi) > UKURAN_MAKS:
        raise BerkasDitolak(
            "berkas_terlalu_besar", ukuran=_mb(len(isi)), batas=_mb(UKURAN_MAKS)
        )
    akhiran = nama_berkas.lower().rpartition(".")[2] if "." in nama_berkas else ""
    if akhiran in ("xlsm", "xltm", "xlam"):
        raise BerkasDitolak("berkas_makro")
    if not isi.startswith(b"PK"):
        raise BerkasDitolak(_jenis_isi(isi))
    if akhiran and akhiran != "xlsx":
        raise BerkasDitolak("berkas_akhiran", akhiran=akhiran[:10])
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            _periksa_arsip(arsip)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        raise BerkasDitolak("berkas_rusak") from None


def _mb(ukuran):
    return f"{ukuran / 1024 / 1024:.1f}".replace(".", ",")


def _jenis_isi(isi):
    """Return the message key for content that is no zip archive."""
    for tanda, kunci in _TANDA:
        if isi.startswith(tanda):
            return kunci
    awal = isi[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if awal.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<div")):
        return "berkas_html"
    if awal.startswith(b"<"):
        return "berkas_xml"
    try:
        isi[:2048].decode("utf-8", "ignore").encode("ascii")
        teks = b"\0" not in isi[:2048]
    except UnicodeEncodeError:
        teks = False
    return "berkas_csv" if teks else "berkas_rusak"


def _periksa_arsip(arsip):
    """Refuse archives that are too big, macro-enabled or another document."""
    daftar = arsip.infolist()
    nama = {anggota.filename for anggota in daftar}
    if len(daftar) > BERKAS_DALAM_MAKS:
        raise BerkasDitolak("berkas_bom")
    if sum(anggota.file_size for anggota in daftar) > UKURAN_TERURAI_MAKS:
        raise BerkasDitolak("berkas_bom")
    if any(anggota.flag_bits & 0x1 for anggota in daftar):
        raise BerkasDitolak("berkas_sandi")
    if any(n.lower().endswith(("vbaproject.bin", ".exe", ".js")) for n in nama):
        raise BerkasDitolak("berkas_makro")
    if "[Content_Types].xml" not in nama:
        raise BerkasDitolak("berkas_ods" if "content.xml" in nama else "berkas_zip")
    jenis = arsip.read("[Content_Types].xml")[:200_000].decode("utf-8", "replace")
    if "macroEnabled" in jenis:
        raise BerkasDitolak("berkas_makro")
    if "wordprocessingml" in jenis:
        raise BerkasDitolak("berkas_word")
    if _ISI_XLSX not in jenis:
        raise BerkasDitolak("berkas_zip")
    for anggota in daftar:
        if anggota.filename.endswith((".xml", ".rels")):
            with arsip.open(anggota) as bagian:
                awal = bagian.read(4096)
            if re.search(rb"<!(DOCTYPE|ENTITY)", awal, re.IGNORECASE):
                raise BerkasDitolak("berkas_entitas")


class Buku:
    """A workbook that was checked, read sheet by sheet as a stream.

    Call :func:`periksa_berkas` first. Row numbers are those of the spreadsheet;
    empty rows are left out. Formulas are seen as formulas, not as their results.
    """

    def __init__(self, isi):
        try:
            self._buku = openpyxl.load_workbook(
                io.BytesIO(isi), read_only=True, data_only=False, keep_links=False
            )
        except Exception as galat:  # openpyxl raises whatever the broken part causes
            raise BerkasDitolak("berkas_rusak") from galat
        self._lembar = {
            satu.title: satu
            for satu in self._buku.worksheets
            if satu.sheet_state == "visible"
        }
        if not self._lembar:
            raise BerkasDitolak("berkas_tanpa_lembar")
        if len(self._lembar) > LEMBAR_MAKS:
            raise BerkasDitolak("berkas_lembar", batas=LEMBAR_MAKS)

    def __enter__(self):
        return self

    def __exit__(self, *_galat):
        self._buku.close()

    @property
    def nama(self):
        """Return the titles of the visible sheets, in order."""
        return list(self._lembar)

    def awal(self, nama, jumlah=10):
        """Return the first filled rows of a sheet."""
        baris = self.baris(nama)
        try:
            return list(islice(baris, jumlah))
        finally:
            baris.close()

    def baris(self, nama):
        """Yield ``(row number, [Sel, ...])`` of a sheet.

        :raises BerkasDitolak: damaged content, too many rows
        """
        try:
            yield from self._baris(self._lembar[nama])
        except (ParseError, zipfile.BadZipFile, KeyError, ValueError) as galat:
            raise BerkasDitolak("berkas_rusak") from galat
        except (TypeError, IndexError, AttributeError, OSError, EOFError) as galat:
            raise BerkasDitolak("berkas_rusak") from galat

    def _baris(self, lembar):
        """Yield rows straight from the parser.

        The worksheet's own iterator makes up every empty row and cell up to the
        furthest one, which a single stray cell turns into minutes of work.
        """
        jumlah = 0
        with lembar._get_source() as sumber:
            parser = WorkSheetParser(
                sumber,
                lembar._shared_strings,
                data_only=False,
                epoch=self._buku.epoch,
                date_formats=self._buku._date_formats,
                timedelta_formats=self._buku._timedelta_formats,
            )
            for nomor, baris in parser.parse():
                hasil = _sel_baris(baris)
                if not hasil:
                    continue
                jumlah += 1
                if jumlah > BARIS_MAKS + 20:
                    raise BerkasDitolak("berkas_baris", batas=ribuan(BARIS_MAKS))
                yield nomor, hasil


def ribuan(jumlah):
    """Return a number with points between the thousands."""
    return f"{jumlah:,}".replace(",", ".")


def baca_lembar(isi):
    """Yield ``(row number, [Sel, ...])`` of the first visible sheet."""
    with Buku(isi) as buku:
        yield from buku.baris(buku.nama[0])


def _sel_baris(baris):
    """Return the cells of a row, as many as up to the last one that is filled."""
    hasil = []
    for sel in baris:
        nilai = sel["value"]
        if nilai is None or nilai == "" or sel["column"] > KOLOM_MAKS:
            continue
        satu = _sel(nilai, sel["data_type"])
        if satu is not KOSONG:
            hasil += [KOSONG] * (sel["column"] - 1 - len(hasil))
            hasil.append(satu)
    return hasil


def _sel(nilai, jenis):
    if jenis == "f":
        return Sel(str(getattr(nilai, "text", nilai)), "f")
    if not isinstance(nilai, str | int | float | bool):
        return Sel(nilai, "d")
    if isinstance(nilai, str) and jenis != "e" and not nilai.strip():
        return KOSONG
    return Sel(nilai, jenis)

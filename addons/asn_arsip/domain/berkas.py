"""What a file really is, decided by its content and never by its name.

Plain Python: no odoo import. The archive, the service engine and the public
verification page all look at files through :func:`periksa`.
"""

import contextlib
import hashlib
import io
import logging
import re
import warnings
import zipfile
from dataclasses import dataclass

import pypdf
from PIL import Image

PDF = "application/pdf"
JPEG = "image/jpeg"
PNG = "image/png"

EKSTENSI = {PDF: "pdf", JPEG: "jpg", PNG: "png"}
_EKSTENSI_SETARA = {"pdf": PDF, "jpg": JPEG, "jpeg": JPEG, "png": PNG}
_AWALAN = ((b"%PDF-", PDF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))

#: A scan of F4 at 600 dpi has 39 million pixels.
PIKSEL_MAKS = 60_000_000
HALAMAN_MAKS = 2_000
MB = 1024 * 1024

#: Names that make a PDF do something by itself when it is opened.
_PDF_AKTIF = ("/JavaScript", "/JS", "/Launch", "/RichMedia", "/XFA")
_PDF_TINDAKAN = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE")
#: More objects than a book has; what is beyond cannot be looked through.
OBJEK_MAKS = 60_000
#: What follows the end of a PDF or picture, beyond what scanners leave there.
_EKOR_PDF = 4_096
_MARKAH = re.compile(rb"<(?:html|script|svg|\?php|!doctype)", re.IGNORECASE)
_ALIRAN = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)


class BerkasDitolak(ValueError):
    """A file that may not enter; ``kode`` says why, ``rinci`` the figures."""

    def __init__(self, kode, **rinci):
        super().__init__(kode)
        self.kode = kode
        self.rinci = rinci


@dataclass(frozen=True)
class Berkas:
    """What :func:`periksa` found."""

    mimetype: str
    ukuran: int
    sha256: str
    halaman: int


def periksa(isi, nama, izin=(PDF, JPEG, PNG), maks_byte=10 * MB):
    """Return what the bytes are, or refuse them.

    :param bytes isi: the file
    :param str nama: its name; its extension must agree with the content
    :param izin: content types that are welcome here
    :param int maks_byte: largest size in bytes
    :raises BerkasDitolak: ``kosong, terlalu_besar, jenis_tidak_dikenal,
        jenis_tidak_diizinkan, salah_label, campuran, rusak, terkunci, aktif``
    """
    if not isi:
        raise BerkasDitolak("kosong")
    if len(isi) > maks_byte:
        raise BerkasDitolak("terlalu_besar", ukuran=len(isi), maks=maks_byte)
    mimetype = jenis_isi(isi)
    if mimetype is None:
        raise BerkasDitolak("jenis_tidak_dikenal")
    if mimetype not in izin:
        raise BerkasDitolak("jenis_tidak_diizinkan", jenis=EKSTENSI[mimetype])
    akhiran = (nama or "").rpartition(".")[2].lower()
    if _EKSTENSI_SETARA.get(akhiran) != mimetype:
        raise BerkasDitolak("salah_label", akhiran=akhiran, jenis=EKSTENSI[mimetype])
    if _campuran(isi, mimetype):
        raise BerkasDitolak("campuran")
    halaman = _periksa_pdf(isi) if mimetype == PDF else _periksa_gambar(isi, mimetype)
    return Berkas(mimetype, len(isi), hashlib.sha256(isi).hexdigest(), halaman)


def jenis_isi(isi):
    """Return the content type by the first bytes, or None when unknown."""
    for awalan, mimetype in _AWALAN:
        if isi.startswith(awalan):
            return mimetype
    return None


def _campuran(isi, mimetype):
    """Tell whether the bytes are a second kind of file as well (polyglot).

    What one program shows as a scan, another would open as an archive, a page
    with scripts or a PDF: the file is then not what was verified.
    """
    if zipfile.is_zipfile(io.BytesIO(isi)) or _MARKAH.search(isi[:1024]):
        return True
    if mimetype == PDF:
        akhir = isi.rfind(b"%%EOF")
        return akhir >= 0 and len(isi) - akhir - 5 > _EKOR_PDF
    if b"%PDF-" in isi[:1024]:
        return True
    penutup = b"IEND\xaeB`\x82" if mimetype == PNG else b"\xff\xd9"
    ekor = isi[isi.rfind(penutup) + len(penutup) :] if penutup in isi else b""
    # Telephones put further pictures behind the first one; nobody puts markup there.
    return len(ekor) > _EKOR_PDF and mimetype == PNG or bool(_MARKAH.search(ekor))


def _periksa_pdf(isi):
    """Return the number of pages; refuse broken, locked and active files."""
    # A broken file makes pypdf talk; what it says helps nobody in the log.
    pencatat = logging.getLogger("pypdf")
    tingkat = pencatat.level
    pencatat.setLevel(logging.CRITICAL)
    try:
        pembaca = pypdf.PdfReader(io.BytesIO(isi), strict=False)
        if pembaca.is_encrypted:
            raise BerkasDitolak("terkunci")
        akar = pembaca.trailer["/Root"]
        # The number that the file claims, before its tree of pages is unrolled.
        if akar["/Pages"].get("/Count", 0) > HALAMAN_MAKS:
            raise BerkasDitolak("rusak")
        halaman = len(pembaca.pages)
        aktif = _punya_aksi(akar) or _nama_aktif(isi) or _objek_aktif(pembaca)
    except BerkasDitolak:
        raise
    except Exception as galat:
        raise BerkasDitolak("rusak") from galat
    finally:
        pencatat.setLevel(tingkat)
    if not 0 < halaman <= HALAMAN_MAKS:
        raise BerkasDitolak("rusak")
    if aktif:
        raise BerkasDitolak("aktif")
    return halaman


def _nama_aktif(isi):
    """Tell whether a part outside the streams names a script or program to run.

    Streams are left out: in ten megabytes of a scan any three letters occur.
    Names may be written with ``#`` codes, which is what hides them.
    """
    luar = _ALIRAN.sub(b"", isi)
    luar = re.sub(rb"#([0-9A-Fa-f]{2})", lambda c: bytes([int(c[1], 16)]), luar)
    return any(
        re.search(re.escape(nama.encode()) + rb"(?![A-Za-z0-9])", luar)
        for nama in _PDF_AKTIF
    )


def _objek_aktif(pembaca):
    """Tell whether any object, packed ones included, would run something."""
    nomor = {n for tabel in pembaca.xref.values() for n in tabel}
    nomor |= set(pembaca.xref_objStm)
    if len(nomor) > OBJEK_MAKS:
        raise BerkasDitolak("rusak")
    for satu in nomor:
        # Tables of scanners name objects that are not there; nobody opens them.
        with contextlib.suppress(Exception):
            if _aktif(pembaca.get_object(satu), 0):
                return True
    return False


def _aktif(objek, dalam):
    """Tell whether an object or what stands directly in it would run something."""
    if dalam > 20:
        return True
    if isinstance(objek, dict):
        if any(nama in objek for nama in _PDF_AKTIF):
            return True
        if objek.get("/Type") == "/EmbeddedFile" or (objek.get("/S") in _PDF_TINDAKAN):
            return True
        # raw: what is referred to elsewhere is an object of its own.
        isi = [objek.raw_get(nama) for nama in objek]
    elif isinstance(objek, list):
        isi = list.__iter__(objek)
    else:
        return False
    return any(_aktif(x, dalam + 1) for x in isi if isinstance(x, dict | list))


def _punya_aksi(akar):
    """Tell whether opening the file starts something, or files hide in it."""
    if "/AA" in akar:
        return True
    nama = akar.get("/Names")
    nama = nama.get_object() if nama is not None else {}
    if "/JavaScript" in nama or "/EmbeddedFiles" in nama:
        return True
    buka = akar.get("/OpenAction")
    buka = buka.get_object() if buka is not None else None
    return isinstance(buka, dict) and buka.get("/S") in (
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/URI",
    )


def _periksa_gambar(isi, mimetype):
    """Return 1 for a sound picture; refuse broken and monstrous ones."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            format_pil = "PNG" if mimetype == PNG else "JPEG"
            with Image.open(io.BytesIO(isi), formats=[format_pil]) as gambar:
                lebar, tinggi = gambar.size
                if lebar * tinggi > PIKSEL_MAKS:
                    raise BerkasDitolak("rusak")
                gambar.verify()
            with Image.open(io.BytesIO(isi), formats=[format_pil]) as gambar:
                gambar.load()
    except BerkasDitolak:
        raise
    except Exception as galat:
        raise BerkasDitolak("rusak") from galat
    return 1

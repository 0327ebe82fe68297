"""What a file really is, decided by its content and never by its name.

Plain Python: no odoo import. The archive, the service engine and the public
verification page all look at files through :func:`periksa`.
"""

import hashlib
import io
import logging
import warnings
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
_PDF_AKTIF = (b"/JavaScript", b"/JS", b"/Launch", b"/RichMedia", b"/XFA")


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
        jenis_tidak_diizinkan, salah_label, rusak, terkunci, aktif``
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
    halaman = _periksa_pdf(isi) if mimetype == PDF else _periksa_gambar(isi, mimetype)
    return Berkas(mimetype, len(isi), hashlib.sha256(isi).hexdigest(), halaman)


def jenis_isi(isi):
    """Return the content type by the first bytes, or None when unknown."""
    for awalan, mimetype in _AWALAN:
        if isi.startswith(awalan):
            return mimetype
    return None


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
        halaman = len(pembaca.pages)
        akar = pembaca.trailer["/Root"]
        aktif = _punya_aksi(akar) or _nama_aktif(isi)
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
    """Tell whether an uncompressed part names a script or program to run."""
    for nama in _PDF_AKTIF:
        mulai = isi.find(nama)
        while mulai >= 0:
            akhir = isi[mulai + len(nama) : mulai + len(nama) + 1]
            if not akhir.isalnum():
                return True
            mulai = isi.find(nama, mulai + 1)
    return False


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

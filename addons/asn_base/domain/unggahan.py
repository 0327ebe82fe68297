"""What may be attached to a conversation or a record, decided by its content.

Plain Python. Documents of the archive are looked at more closely (``asn_arsip``,
``domain/berkas``); this is the gate for everything else that a person uploads.
"""

import io
import re
import unicodedata
import warnings
import zipfile

from PIL import Image

MB = 1024 * 1024
UKURAN_MAKS = 25 * MB
#: Unpacked size of an office file or archive, its members, and how much a member may
#: shrink: real ones stay below a hundredth, bombs reach a thousandth.
TERURAI_MAKS = 300 * MB
ANGGOTA_MAKS = 3_000
SUSUT_MAKS = 200
SUSUT_DARI = 10 * MB
PIKSEL_MAKS = 60_000_000
NAMA_MAKS = 200

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
#: content type: extensions that may be written behind the name
JENIS = {
    "application/pdf": ("pdf",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "image/gif": ("gif",),
    _OOXML + "wordprocessingml.document": ("docx",),
    _OOXML + "spreadsheetml.sheet": ("xlsx",),
    _OOXML + "presentationml.presentation": ("pptx",),
    _ODF + "text": ("odt",),
    _ODF + "spreadsheet": ("ods",),
    _ODF + "presentation": ("odp",),
    "application/zip": ("zip",),
    "text/plain": ("txt", "log", "md", "ics", "vcf", "json"),
    "text/csv": ("csv", "tsv"),
}
_AWALAN = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_GAMBAR = {"image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF"}
_INTI = {"word/": "wordprocessingml.document", "xl/": "spreadsheetml.sheet",
         "ppt/": "presentationml.presentation"}  # fmt: skip
_MARKAH = re.compile(rb"<(?:!doctype|html|script|svg|body|iframe|\?xml|\?php)", re.I)
_ENTITAS = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_PROGRAM = (
    "exe dll com scr pif bat cmd ps1 vbs vbe js jse wsf wsh hta msi msp jar lnk reg "
    "sh py php asp aspx jsp html htm xhtml svg svgz docm xlsm pptm dotm xltm xlam apk"
).split()
#: Letters that turn the reading direction, so that ``gpj.exe`` looks like ``exe.jpg``.
_ARAH = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class UnggahanDitolak(ValueError):
    """A file that may not enter; ``kode`` says why."""

    def __init__(self, kode, **rinci):
        super().__init__(kode)
        self.kode = kode
        self.rinci = rinci


def periksa(isi, nama, maks=UKURAN_MAKS):
    """Return the content type of an upload, or refuse it.

    :param bytes isi: the file
    :param str nama: its name; its extension must agree with the content
    :param int maks: largest size in bytes
    :raises UnggahanDitolak: ``terlalu_besar, jenis, salah_label, campuran, bom,
        makro, sandi, program, rusak, markah, entitas``
    """
    if len(isi) > maks:
        raise UnggahanDitolak("terlalu_besar", maks=maks // MB)
    akhiran = nama.rpartition(".")[2].lower() if "." in nama else ""
    if akhiran in _PROGRAM:
        raise UnggahanDitolak("program")
    if not isi:
        return "text/plain"
    jenis = _jenis(isi, akhiran)
    if akhiran not in JENIS[jenis]:
        raise UnggahanDitolak("salah_label", akhiran=akhiran or "-")
    if jenis in _GAMBAR:
        _periksa_gambar(isi, jenis)
    if not jenis.startswith("text/") and _MARKAH.search(isi[:1024]):
        raise UnggahanDitolak("campuran")
    return jenis


def nama_bersih(nama):
    """Return a file name without paths, control letters and tricks of direction.

    At most ``NAMA_MAKS`` characters; the extension stays.
    """
    teks = unicodedata.normalize("NFC", nama or "")
    teks = _ARAH.sub("", teks).replace("\\", "/").rpartition("/")[2]
    teks = "".join(h for h in teks if unicodedata.category(h)[0] != "C")
    teks = re.sub(r'[<>:"|?*]', "_", teks).strip(" .") or "berkas"
    pokok, titik, akhiran = teks.rpartition(".")
    if titik and len(akhiran) <= 10:
        return pokok[: NAMA_MAKS - len(akhiran) - 1] + titik + akhiran
    return teks[:NAMA_MAKS]


def _jenis(isi, akhiran):
    """Return what the bytes are, or refuse what nobody needs to attach."""
    for awalan, jenis in _AWALAN:
        if isi.startswith(awalan):
            if zipfile.is_zipfile(io.BytesIO(isi)):
                raise UnggahanDitolak("campuran")
            return jenis
    if isi.startswith(b"PK\x03\x04"):
        return _jenis_zip(isi)
    return _jenis_teks(isi, akhiran)


def _jenis_teks(isi, akhiran):
    """Return the kind of a text; what is no text is refused, and markup is, too."""
    if b"\0" in isi[:65_536] or isi.startswith((b"MZ", b"\x7fELF", b"#!", b"Rar!")):
        raise UnggahanDitolak("jenis")
    try:
        isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            isi.decode("cp1252")
        except UnicodeDecodeError:
            raise UnggahanDitolak("jenis") from None
    # Browsers guess from the first bytes, and people rename to .html.
    if _MARKAH.search(isi[:4_096]):
        raise UnggahanDitolak("markah")
    return "text/csv" if akhiran in JENIS["text/csv"] else "text/plain"


def _jenis_zip(isi):
    """Return the kind of an archive; refuse bombs, macros, programs and locks."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            daftar = arsip.infolist()
            _periksa_ukuran(daftar)
            nama = [satu.filename for satu in daftar]
            _periksa_nama(nama)
            if "[Content_Types].xml" in nama:
                return _jenis_ooxml(arsip, daftar)
            if nama and nama[0] == "mimetype":
                return _jenis_odf(arsip, daftar)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
    ) as e:
        if isinstance(e, UnggahanDitolak):
            raise
        raise UnggahanDitolak("rusak") from None
    if any(n.lower().endswith(".zip") for n in nama):
        raise UnggahanDitolak("bom")
    return "application/zip"


def _periksa_ukuran(daftar):
    """Refuse what grows beyond measure when it is unpacked, before it is."""
    if len(daftar) > ANGGOTA_MAKS:
        raise UnggahanDitolak("bom")
    if sum(satu.file_size for satu in daftar) > TERURAI_MAKS:
        raise UnggahanDitolak("bom")
    for satu in daftar:
        if satu.flag_bits & 0x1:
            raise UnggahanDitolak("sandi")
        besar = satu.file_size > SUSUT_DARI
        if besar and satu.file_size > SUSUT_MAKS * max(satu.compress_size, 1):
            raise UnggahanDitolak("bom")


def _periksa_nama(nama):
    """Refuse programs, macros, and names that lead out of a folder."""
    for satu in nama:
        kecil = satu.lower().replace("\\", "/")
        if kecil.startswith("/") or ".." in kecil.split("/") or kecil[1:2] == ":":
            raise UnggahanDitolak("rusak")
        if kecil.endswith(("vbaproject.bin", "vbadata.xml")) or kecil.startswith(
            ("basic/", "scripts/")
        ):
            raise UnggahanDitolak("makro")
        if kecil.rpartition(".")[2] in _PROGRAM or "/activex/" in f"/{kecil}":
            raise UnggahanDitolak("program")


def _jenis_ooxml(arsip, daftar):
    isi = _baca(arsip, "[Content_Types].xml", 400_000)
    if b"macroEnabled" in isi or b"vnd.ms-office.vba" in isi:
        raise UnggahanDitolak("makro")
    _periksa_entitas(arsip, daftar)
    for awal, jenis in _INTI.items():
        if any(satu.filename.startswith(awal) for satu in daftar):
            return _OOXML + jenis
    raise UnggahanDitolak("jenis")


def _jenis_odf(arsip, daftar):
    jenis = _baca(arsip, "mimetype", 200).decode("ascii", "replace").strip()
    if jenis not in JENIS:
        raise UnggahanDitolak("jenis")
    _periksa_entitas(arsip, daftar)
    return jenis


def _periksa_entitas(arsip, daftar):
    """Refuse XML that declares entities: what they unfold to has no end."""
    for satu in daftar:
        if satu.filename.endswith((".xml", ".rels")):
            if _ENTITAS.search(_baca(arsip, satu, 4_096)):
                raise UnggahanDitolak("entitas")


def _baca(arsip, anggota, maks):
    with arsip.open(anggota) as bagian:
        return bagian.read(maks)


def _periksa_gambar(isi, jenis):
    """Refuse a broken picture and one with more points than any scanner makes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(isi), formats=[_GAMBAR[jenis]]) as gambar:
                lebar, tinggi = gambar.size
                bingkai = getattr(gambar, "n_frames", 1)
    except Image.DecompressionBombError as galat:
        raise UnggahanDitolak("bom") from galat
    except Exception as galat:
        raise UnggahanDitolak("rusak") from galat
    if lebar * tinggi * bingkai > PIKSEL_MAKS * 4 or lebar * tinggi > PIKSEL_MAKS:
        raise UnggahanDitolak("bom")

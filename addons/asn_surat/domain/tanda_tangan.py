"""Electronic signatures (PAdES) with a PKCS#12 key. No odoo import.

Nothing here stores or logs a passphrase; a key lives as long as its object.
"""

import io
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import (
    AxisAlignment,
    BoxConstraints,
    InnerScaling,
    Margins,
    SimpleBoxLayoutRule,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

#: Room for a signature in hexadecimal digits: chain of certificates included.
#: Without it pyHanko signs twice to learn the length.
RUANG_TTD = 16 * 1024
#: Name of the signature field; a letter signed twice gets a number behind it.
FIELD = "TandaTangan"


class TtdGagal(Exception):
    """A signature that could not be made; ``kode`` says why.

    ``p12_rusak, sandi_salah, tanpa_kunci, belum_berlaku, kedaluwarsa,
    bukan_untuk_ttd, pdf_ditolak``
    """

    def __init__(self, kode, **rinci):
        super().__init__(kode)
        self.kode = kode
        self.rinci = rinci


@dataclass(frozen=True)
class Sertifikat:
    """What a certificate says about its owner."""

    subjek: str
    penerbit: str
    nomor_seri: str
    berlaku_mulai: datetime
    berlaku_sampai: datetime


class _Signer(signers.Signer):
    """A signer that keeps its key open instead of loading it for every letter."""

    def __init__(self, kunci, sertifikat, toko):
        super().__init__(signing_cert=sertifikat, cert_registry=toko)
        self._kunci = kunci

    async def async_sign_raw(self, data, digest_algorithm, dry_run=False):
        """Return the raw signature of the bytes."""
        sari = {"sha256": hashes.SHA256, "sha384": hashes.SHA384}[digest_algorithm]()
        if isinstance(self._kunci, rsa.RSAPrivateKey):
            return self._kunci.sign(data, padding.PKCS1v15(), sari)
        return self._kunci.sign(data, ec.ECDSA(sari))


class Penanda:
    """A key that has been unlocked, good for a batch of letters."""

    def __init__(self, kunci, sertifikat, rantai):
        self.sertifikat = sertifikat
        self.info = info_sertifikat(sertifikat)
        toko = SimpleCertificateStore()
        toko.register_multiple(_asn1(satu) for satu in (sertifikat, *rantai))
        self._signer = _Signer(kunci, _asn1(sertifikat), toko)

    def __repr__(self):
        return f"<Penanda {self.info.subjek}>"

    def bubuhkan(self, pdf, kotak=None, cap=None, alasan=None, tempat=None):
        """Return the PDF with one more signature.

        :param bytes pdf: the letter; nothing may change it afterwards
        :param tuple kotak: ``(page, x1, y1, x2, y2)`` of the visible stamp
        :param bytes cap: PDF of one page, the picture of the stamp
        :raises TtdGagal: ``pdf_ditolak``
        """
        try:
            penulis = IncrementalPdfFileWriter(io.BytesIO(pdf))
            jumlah = len(list(fields.enumerate_sig_fields(penulis)))
            nama = FIELD if not jumlah else f"{FIELD}{jumlah + 1}"
            rincian = fields.SigFieldSpec(nama)
            if kotak:
                rincian = fields.SigFieldSpec(nama, kotak[0], box=tuple(kotak[1:]))
            hasil = signers.PdfSigner(
                signers.PdfSignatureMetadata(
                    field_name=nama,
                    md_algorithm="sha256",
                    subfilter=fields.SigSeedSubFilter.PADES,
                    reason=alasan,
                    location=tempat,
                ),
                signer=self._signer,
                stamp_style=_gaya_cap(cap) if kotak else None,
                new_field_spec=rincian,
            ).sign_pdf(penulis, bytes_reserved=RUANG_TTD)
        except Exception as galat:
            raise TtdGagal("pdf_ditolak", sebab=str(galat)[:200]) from galat
        return hasil.getvalue()


def buka(p12, sandi, pada=None):
    """Unlock a PKCS#12 file.

    :param bytes p12: the file
    :param str sandi: its passphrase
    :param datetime pada: moment at which the certificate must be valid, now
    :return: :class:`Penanda`
    :raises TtdGagal: see the class
    """
    kunci, sertifikat, rantai = _urai(p12, sandi)
    periksa_sertifikat(sertifikat, pada)
    return Penanda(kunci, sertifikat, rantai)


def lihat(p12, sandi):
    """Return what the certificate in a PKCS#12 file says, valid or not."""
    return info_sertifikat(_urai(p12, sandi)[1])


def _urai(p12, sandi):
    """Return key, certificate and chain."""
    if not p12 or p12[:1] != b"\x30":
        raise TtdGagal("p12_rusak")
    try:
        kunci, sertifikat, rantai = pkcs12.load_key_and_certificates(
            p12, (sandi or "").encode()
        )
    except ValueError as galat:
        # The library says the same for a wrong passphrase and a damaged file.
        raise TtdGagal("sandi_salah") from galat
    if kunci is None or sertifikat is None:
        raise TtdGagal("tanpa_kunci")
    if not isinstance(kunci, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey)):
        raise TtdGagal("bukan_untuk_ttd")
    return kunci, sertifikat, rantai


def periksa_sertifikat(sertifikat, pada=None):
    """Refuse a certificate that is not for signing or not valid at a moment."""
    pada = pada or datetime.now(UTC)
    if pada < sertifikat.not_valid_before_utc:
        raise TtdGagal("belum_berlaku", tanggal=sertifikat.not_valid_before_utc)
    if pada > sertifikat.not_valid_after_utc:
        raise TtdGagal("kedaluwarsa", tanggal=sertifikat.not_valid_after_utc)
    try:
        guna = sertifikat.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (guna.digital_signature or guna.content_commitment):
        raise TtdGagal("bukan_untuk_ttd")


def info_sertifikat(sertifikat):
    """Return the public facts of a certificate."""
    return Sertifikat(
        subjek=_nama_umum(sertifikat.subject),
        penerbit=_nama_umum(sertifikat.issuer),
        nomor_seri=f"{sertifikat.serial_number:x}",
        berlaku_mulai=sertifikat.not_valid_before_utc,
        berlaku_sampai=sertifikat.not_valid_after_utc,
    )


def _nama_umum(nama):
    """Return the common name, or the whole name without one."""
    umum = nama.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(umum[0].value) if umum else nama.rfc4514_string()


def _asn1(sertifikat):
    """Return a certificate in the form pyHanko wants."""
    return asn1_x509.Certificate.load(
        sertifikat.public_bytes(serialization.Encoding.DER)
    )


class _HalamanPdf(PdfContent):
    """The first page of a PDF as the picture of a stamp."""

    def __init__(self, isi):
        super().__init__()
        self._isi = isi

    def render(self):
        """Import the page and return the operators that draw it."""
        pembaca = PdfFileReader(io.BytesIO(self._isi))
        objek = self._ensure_writer.import_page_as_xobject(pembaca)
        self.resources.xobject["/Cap"] = objek
        x1, y1, x2, y2 = objek.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(x2 - x1), height=abs(y2 - y1))
        return b"/Cap Do"


def _gaya_cap(cap):
    """Return the look of the visible stamp: a drawn page or nothing at all."""
    tata = SimpleBoxLayoutRule(
        x_align=AxisAlignment.ALIGN_MID,
        y_align=AxisAlignment.ALIGN_MID,
        margins=Margins(0, 0, 0, 0),
        inner_content_scaling=InnerScaling.SHRINK_TO_FIT,
    )
    return StaticStampStyle(
        border_width=0,
        background=_HalamanPdf(cap) if cap else None,
        background_layout=tata,
        background_opacity=1,
    )

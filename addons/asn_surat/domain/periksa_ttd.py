"""Who signed a PDF, and is it still what was signed? No odoo import."""

import io
import logging
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import pem
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

#: More signatures than any letter has; the rest of a hostile file is not read.
TTD_MAKS = 20


class PdfRusak(ValueError):
    """The bytes are not a PDF that can be read."""


@dataclass(frozen=True)
class TandaTangan:
    """One signature found in a PDF.

    ``utuh``: the signed bytes are unchanged and nothing was added afterwards that
    alters the document; ``sah``: the signature fits the certificate; ``dipercaya``:
    the certificate leads to one of the roots that the office trusts.
    """

    penanda_tangan: str
    penerbit: str
    nomor_seri: str
    waktu: datetime | None
    utuh: bool
    sah: bool
    dipercaya: bool
    menyeluruh: bool
    alasan: str


def periksa(pdf, akar=()):
    """Return the signatures of a PDF, none for an unsigned one.

    :param bytes pdf: the file
    :param akar: trusted root certificates, DER or PEM bytes each
    :return: list of :class:`TandaTangan`
    :raises PdfRusak: when it cannot be read at all
    """
    pencatat = logging.getLogger("pyhanko")
    tingkat = pencatat.level
    # What a hostile file makes the library say must not fill the log.
    pencatat.setLevel(logging.CRITICAL)
    certvalidator = logging.getLogger("pyhanko_certvalidator")
    tingkat_cv = certvalidator.level
    certvalidator.setLevel(logging.CRITICAL)
    try:
        try:
            pembaca = PdfFileReader(io.BytesIO(pdf), strict=False)
            semua = list(pembaca.embedded_regular_signatures)[:TTD_MAKS]
        except Exception as galat:
            raise PdfRusak(str(galat)[:200]) from galat
        terpercaya = [_sertifikat(satu) for satu in akar]
        return [_satu(tanda, terpercaya) for tanda in semua]
    finally:
        pencatat.setLevel(tingkat)
        certvalidator.setLevel(tingkat_cv)


def _sertifikat(isi):
    """Return one certificate from DER or PEM."""
    if pem.detect(isi):
        _jenis, _kepala, isi = pem.unarmor(isi)
    return asn1_x509.Certificate.load(isi)


def _satu(tanda, akar):
    """Return the verdict on one signature; a broken one is not intact."""
    waktu = None
    try:
        waktu = tanda.self_reported_timestamp
        status = validate_pdf_signature(
            tanda,
            # The register of letters proves when a letter was issued, so the
            # certificate is judged at the time of signing.
            signer_validation_context=ValidationContext(
                trust_roots=akar,
                allow_fetching=False,
                revocation_mode="soft-fail",
                moment=waktu,
                best_signature_time=waktu,
            )
            if waktu
            else ValidationContext(trust_roots=akar, allow_fetching=False),
        )
        sertifikat = status.signing_cert
        wajar = status.modification_level in (
            ModificationLevel.NONE,
            ModificationLevel.LTA_UPDATES,
            ModificationLevel.FORM_FILLING,
        )
        return TandaTangan(
            penanda_tangan=_nama(sertifikat.subject),
            penerbit=_nama(sertifikat.issuer),
            nomor_seri=f"{sertifikat.serial_number:x}",
            waktu=waktu,
            utuh=bool(status.intact and wajar),
            sah=bool(status.valid),
            dipercaya=bool(status.intact and status.valid and status.trusted),
            menyeluruh=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
            alasan="",
        )
    except Exception as galat:
        nama, penerbit = _nama_atau_kosong(tanda)
        return TandaTangan(
            nama, penerbit, "", waktu, False, False, False, False, str(galat)[:200]
        )


def _nama_atau_kosong(tanda):
    """Return signer and issuer of a broken signature as far as they can be read.

    They are only for the reader; the verdict does not need them.
    """
    try:
        sertifikat = tanda.signer_cert
        return _nama(sertifikat.subject), _nama(sertifikat.issuer)
    except Exception:
        return "-", "-"


def _nama(nama):
    """Return the common name of a certificate's owner."""
    isi = nama.native
    umum = isi.get("common_name")
    if isinstance(umum, list):
        umum = umum[0]
    return umum or nama.human_friendly

"""A certificate authority for demonstrations and tests. No odoo import.

Its certificates prove nothing to anybody outside; real signers use certificates
of a recognised provider (PSrE). Never put its files under version control.
"""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12

NAMA_AKAR = "CA Demo ASN Terpadu (bukan untuk dokumen resmi)"
_INSTANSI = "Pemerintah Kota Contoh"


class DemoCA:
    """A root key and certificate, made once and kept in a private folder."""

    def __init__(self, kunci, sertifikat):
        self.kunci = kunci
        self.sertifikat = sertifikat

    @classmethod
    def buat(cls, nama=NAMA_AKAR, bit=3072):
        """Return a new root, valid for ten years."""
        kunci = _kunci(bit)
        subjek = _nama(nama)
        mulai = datetime.now(UTC) - timedelta(days=1)
        sertifikat = (
            x509.CertificateBuilder()
            .subject_name(subjek)
            .issuer_name(subjek)
            .public_key(kunci.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(mulai)
            .not_valid_after(mulai + timedelta(days=3653))
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), True)
            .add_extension(_guna(key_cert_sign=True, crl_sign=True), True)
            .add_extension(
                x509.SubjectKeyIdentifier.from_public_key(kunci.public_key()), False
            )
            .sign(kunci, hashes.SHA256())
        )
        return cls(kunci, sertifikat)

    @classmethod
    def muat_atau_buat(cls, folder):
        """Return the root kept in a folder, made at the first call.

        :param folder: created with mode 700; the key gets mode 600
        """
        folder = Path(folder)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        berkas_kunci, berkas_akar = folder / "akar.key", folder / "akar.pem"
        if berkas_kunci.exists() and berkas_akar.exists():
            kunci = serialization.load_pem_private_key(berkas_kunci.read_bytes(), None)
            return cls(kunci, x509.load_pem_x509_certificate(berkas_akar.read_bytes()))
        ca = cls.buat()
        _tulis_rahasia(
            berkas_kunci,
            ca.kunci.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            ),
        )
        berkas_akar.write_bytes(ca.pem())
        return ca

    def pem(self):
        """Return the root certificate as PEM."""
        return self.sertifikat.public_bytes(serialization.Encoding.PEM)

    def p12(self, nama, nip="", sandi="demo", mulai=None, hari=730, bit=2048, **guna):
        """Return a PKCS#12 file for one person.

        :param str nama: name with titles, the common name of the certificate
        :param str nip: put into the serial number of the subject
        :param str sandi: passphrase of the file
        :param datetime mulai: beginning of validity, yesterday by default
        :param int hari: days of validity, may be negative in tests
        :param guna: other key usages than those of a signer, in tests
        """
        kunci = _kunci(bit)
        mulai = mulai or datetime.now(UTC) - timedelta(days=1)
        guna = guna or {"digital_signature": True, "content_commitment": True}
        sertifikat = (
            x509.CertificateBuilder()
            .subject_name(_nama(nama, nip))
            .issuer_name(self.sertifikat.subject)
            .public_key(kunci.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(mulai)
            .not_valid_after(mulai + timedelta(days=hari))
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), True)
            .add_extension(_guna(**guna), True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(
                    self.kunci.public_key()
                ),
                False,
            )
            .sign(self.kunci, hashes.SHA256())
        )
        return pkcs12.serialize_key_and_certificates(
            nama.encode(),
            kunci,
            sertifikat,
            [self.sertifikat],
            serialization.BestAvailableEncryption(sandi.encode()),
        )


def buat_semua(folder, orang, sandi="demo"):
    """Make (or load) the demo root and one PKCS#12 file per person.

    Repeatable: files that exist are kept, so signed letters stay verifiable.

    :param folder: private folder such as ``var/ca``
    :param orang: iterable of ``(nip, name with titles)``
    :return: ``(PEM of the root, {nip: PKCS#12 bytes})``
    :raises ValueError: for a NIP that is no file name
    """
    ca = DemoCA.muat_atau_buat(folder)
    hasil = {}
    for nip, nama in orang:
        if not re.fullmatch(r"[0-9A-Za-z_-]{1,40}", nip):
            raise ValueError(f"not a NIP: {nip!r}")
        berkas = Path(folder) / f"{nip}.p12"
        if not berkas.exists():
            _tulis_rahasia(berkas, ca.p12(nama, nip, sandi))
        hasil[nip] = berkas.read_bytes()
    return ca.pem(), hasil


def _kunci(bit):
    """Return a new RSA key."""
    return rsa.generate_private_key(public_exponent=65537, key_size=bit)


def _nama(umum, nip=""):
    """Return a certificate name for this invented office."""
    bagian = [
        x509.NameAttribute(x509.NameOID.COUNTRY_NAME, "ID"),
        x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, _INSTANSI),
        x509.NameAttribute(x509.NameOID.COMMON_NAME, umum[:64]),
    ]
    if nip:
        bagian.append(x509.NameAttribute(x509.NameOID.SERIAL_NUMBER, nip))
    return x509.Name(bagian)


def _guna(**ya):
    """Return a KeyUsage with only the given uses."""
    semua = dict.fromkeys(
        (
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    return x509.KeyUsage(**(semua | ya))


def _tulis_rahasia(berkas, isi):
    """Write a file that only its owner can read, all or nothing."""
    sementara = berkas.with_suffix(".baru")
    deskriptor = os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(deskriptor, "wb") as keluar:
        keluar.write(isi)
    sementara.replace(berkas)

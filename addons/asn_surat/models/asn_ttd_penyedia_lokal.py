import hashlib
import os
import secrets

from odoo import api, models
from odoo.addons.asn_base.pembatas import Pembatas

from ..domain import tanda_tangan
from ..galat import ErrorSandi, ErrorTTD

#: Wrong passphrases of one certificate before signing with it pauses.
_PERCOBAAN = Pembatas("ttd.sandi", batas=5, detik=600)
#: Name of the environment variable with the passphrase of the office's seal.
SANDI_SEGEL = "ASN_SEGEL_SANDI"
# Salt of the keys of the cache below; a new one in every process.
_GARAM = secrets.token_bytes(16)


class AsnTtdPenyediaLokal(models.AbstractModel):
    """Sign with the signer's own PKCS#12 file kept in this system."""

    _name = "asn.ttd.penyedia.lokal"
    _inherit = "asn.ttd.penyedia"
    _description = "Signatures with a certificate kept here (lokal)"

    @api.model
    def _buka(self, employee, passphrase):
        """Unlock the signer's certificate.

        Within one transaction a certificate is unlocked once: a batch costs one
        derivation of the key. The unlocked key is forgotten at commit or rollback.

        :raises ErrorSandi: for a wrong passphrase, and after too many of them
        :raises ErrorTTD: when there is no certificate, or it is not valid
        """
        # sudo: nobody but the server's own code reads certificates' keys.
        sertifikat = self.env["asn.sertifikat"].sudo()._milik(employee)
        if not sertifikat:
            # sudo: the name of the signer, for the message.
            nama = employee.sudo().name
            raise ErrorTTD(
                self.env._(
                    "No certificate is registered for %s. Please ask the system "
                    "administrator to register it.",
                    nama,
                ),
                "sertifikat_tidak_ada",
            )
        return self._buka_sertifikat(sertifikat, passphrase)

    @api.model
    def _buka_segel(self):
        """Unlock the office's seal when a certificate and passphrase are set up."""
        sandi = os.environ.get(SANDI_SEGEL)
        # sudo: same reason as above.
        sertifikat = self.env["asn.sertifikat"].sudo()._segel()
        if not sandi or not sertifikat:
            return None
        return self._buka_sertifikat(sertifikat, sandi)

    @api.model
    def _buka_sertifikat(self, sertifikat, sandi):
        """Return the unlocked key of a certificate."""
        sidik = hashlib.sha256(_GARAM + sandi.encode()).digest()
        singgahan = self.env.cr.cache.setdefault("asn_surat_penanda", {})
        kunci = (sertifikat.id, sidik)
        if kunci in singgahan:
            return singgahan[kunci]
        jejak = sertifikat.id
        if not _PERCOBAAN.boleh(jejak):
            raise ErrorTTD(
                self.env._(
                    "Too many wrong passphrases. Signing with this certificate is "
                    "paused for ten minutes."
                ),
                "dijeda",
            )
        try:
            penanda = tanda_tangan.buka(sertifikat._kunci_byte(), sandi)
        except tanda_tangan.TtdGagal as gagal:
            if gagal.kode == "sandi_salah":
                _PERCOBAAN.catat(jejak)
            raise self._galat(gagal)
        _PERCOBAAN.lupakan(jejak)
        sertifikat._catat_info(penanda.info)
        singgahan[kunci] = penanda
        return penanda

    @api.model
    def _bubuhkan(self, penanda, pdf, kotak=None, cap=None, alasan=None, tempat=None):
        """Return the PDF with a PAdES signature."""
        try:
            hasil = penanda.bubuhkan(pdf, kotak, cap, alasan, tempat)
        except tanda_tangan.TtdGagal as gagal:
            raise self._galat(gagal)
        if not hasil.startswith(pdf) or len(hasil) <= len(pdf):
            raise ErrorTTD(
                self.env._("The signed file is not the letter that was sent to sign."),
                "hasil_salah",
            )
        return hasil

    @api.model
    def _status(self, employee):
        """Return whether a person can sign now."""
        # sudo: only a word about the certificate is told.
        sertifikat = self.env["asn.sertifikat"].sudo()._milik(employee)
        return sertifikat.status if sertifikat else "belum_ada"

    @api.model
    def _galat(self, gagal):
        """Return the error for the signer; it never holds the passphrase."""
        tanggal = gagal.rinci.get("tanggal")
        pada = tanggal.strftime("%d-%m-%Y") if tanggal else ""
        if gagal.kode == "sandi_salah":
            return ErrorSandi(
                self.env._("The passphrase is wrong. Nothing has been signed."),
                gagal.kode,
            )
        pesan = {
            "p12_rusak": self.env._("The registered certificate file is damaged."),
            "tanpa_kunci": self.env._(
                "The registered certificate file holds no private key."
            ),
            "kedaluwarsa": self.env._(
                "The certificate expired on %s. Please renew it before signing.", pada
            ),
            "belum_berlaku": self.env._("The certificate is valid only from %s.", pada),
            "bukan_untuk_ttd": self.env._(
                "The certificate is not meant for signing documents."
            ),
            "pdf_ditolak": self.env._("The file could not be signed."),
        }[gagal.kode]
        return ErrorTTD(pesan, gagal.kode)

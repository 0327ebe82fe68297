import hashlib

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnSertifikatAkar(models.Model):
    """A root certificate that the office trusts when it checks signatures."""

    _name = "asn.sertifikat.akar"
    _description = "Trusted root certificate (sertifikat akar)"
    _order = "name"

    active = fields.Boolean(default=True)
    name = fields.Char(required=True)
    pem = fields.Text("Certificate (PEM)", required=True)
    sidik_jari = fields.Char(
        "SHA-256 fingerprint", compute="_compute_dari_pem", store=True
    )
    berlaku_sampai = fields.Date("Valid until", compute="_compute_dari_pem", store=True)

    _sidik_jari_uniq = models.Constraint(
        "UNIQUE(sidik_jari)", "This root certificate is already trusted."
    )

    @api.depends("pem")
    def _compute_dari_pem(self):
        """Read the certificate; a text that is none has no fingerprint."""
        for akar in self:
            sertifikat = akar._baca()
            if sertifikat is None:
                akar.sidik_jari = akar.berlaku_sampai = False
                continue
            der = sertifikat.public_bytes(serialization.Encoding.DER)
            akar.sidik_jari = hashlib.sha256(der).hexdigest()
            akar.berlaku_sampai = sertifikat.not_valid_after_utc.date()

    @api.constrains("pem")
    def _check_pem(self):
        """Refuse what is not one certificate, and private keys above all."""
        for akar in self:
            if "PRIVATE KEY" in (akar.pem or "") or akar._baca() is None:
                raise ValidationError(
                    self.env._(
                        "Paste one certificate in PEM form, beginning with "
                        "-----BEGIN CERTIFICATE-----, and never a private key."
                    )
                )

    def _baca(self):
        """Return the certificate, or None."""
        try:
            return x509.load_pem_x509_certificate((self.pem or "").strip().encode())
        except ValueError:
            return None

    @api.model
    def _terpercaya(self):
        """Return the PEM bytes of all trusted roots."""
        # sudo: whom the office trusts is asked by visitors too; see sudo.csv.
        return [akar.pem.encode() for akar in self.sudo().search([])]

    @api.model
    def _muat_pem(self, isi, name):
        """Trust a root; repeatable.

        :param bytes isi: PEM
        :param str name: shown in the list
        :return: the record
        """
        sidik = hashlib.sha256(
            x509.load_pem_x509_certificate(isi).public_bytes(serialization.Encoding.DER)
        ).hexdigest()
        ada = self.with_context(active_test=False).search(
            [("sidik_jari", "=", sidik)], limit=1
        )
        return ada or self.create({"name": name, "pem": isi.decode()})

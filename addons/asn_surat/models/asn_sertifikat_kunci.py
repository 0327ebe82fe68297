from odoo import fields, models
from odoo.exceptions import AccessError


class AsnSertifikatKunci(models.Model):
    """The PKCS#12 file of a signer; only the signing code of the server reads it.

    It lies encrypted with the signer's own passphrase. No group has any right on
    this model, and granting one to a group does not help: every access but the
    engine's is refused here.
    """

    _name = "asn.sertifikat.kunci"
    _description = "Key of a certificate (kunci)"
    _log_access = False

    sertifikat_id = fields.Many2one(
        "asn.sertifikat", required=True, index=True, ondelete="cascade"
    )
    # Not an attachment: attachments have doors of their own.
    isi = fields.Binary(attachment=False, required=True, groups=fields.NO_ACCESS)

    _sertifikat_uniq = models.Constraint(
        "UNIQUE(sertifikat_id)", "A certificate has one key."
    )

    def _check_access(self, operation):
        """Refuse everybody but the server's own code."""
        if self.env.su:
            return None
        return self, lambda: AccessError(
            self.env._("Keys of certificates can be read by nobody.")
        )

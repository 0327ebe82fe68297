from odoo import api, models


class AsnTtdPenyedia(models.AbstractModel):
    """The small interface behind which signature providers live.

    ``_buka(employee, passphrase)`` returns an unlocked signer with ``info``;
    ``_bubuhkan(signer, pdf, ...)`` returns the signed bytes; ``_buka_segel()``
    returns the office's seal or None. All raise ``ErrorTTD``. A provider keeps no
    passphrase beyond the transaction it was given in.
    """

    _name = "asn.ttd.penyedia"
    _description = "Provider of electronic signatures (interface)"

    @api.model
    def _untuk(self, surat):
        """Return the provider that signs a letter; ``lokal`` unless extended."""
        return self.env["asn.ttd.penyedia.lokal"]

    @api.model
    def _buka(self, employee, passphrase):
        """Return an unlocked signer for a person."""
        raise NotImplementedError

    @api.model
    def _buka_segel(self):
        """Return the unlocked seal of the office, or None."""
        return

    @api.model
    def _bubuhkan(self, penanda, pdf, **tampilan):
        """Return the signed PDF."""
        raise NotImplementedError

    @api.model
    def _status(self, employee):
        """Return ``siap``, ``belum_ada``, ``kedaluwarsa`` or ``belum_diperiksa``."""
        raise NotImplementedError

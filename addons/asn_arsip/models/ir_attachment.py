from odoo import api, models
from odoo.exceptions import AccessError


class IrAttachment(models.Model):
    """Close the back door to files of records that keep them unchanged."""

    _inherit = "ir.attachment"

    #: Models whose file fields are written by their own methods only.
    _ASN_TERKUNCI = frozenset({"asn.dokumen"})

    @api.model_create_multi
    def create(self, vals_list):
        """Refuse a second file for a closed field, made by hand."""
        lampiran = super().create(vals_list)
        lampiran._asn_tolak_terkunci()
        return lampiran

    def write(self, vals):
        """Refuse to replace the file of a closed field, or to move it."""
        self._asn_tolak_terkunci()
        hasil = super().write(vals)
        self._asn_tolak_terkunci()
        return hasil

    def unlink(self):
        """Refuse to delete the file of a closed field."""
        self._asn_tolak_terkunci()
        return super().unlink()

    def _asn_tolak_terkunci(self):
        """Stop everybody but the server's own code at closed files.

        Fields write their attachments as superuser, after the checks of the
        record; nobody else comes here with those rights.
        """
        if self.env.su:
            return
        # sudo: only which record and field the attachments belong to.
        for lampiran in self.sudo():
            if lampiran.res_field and lampiran.res_model in self._ASN_TERKUNCI:
                raise AccessError(
                    self.env._("Files in the archive are not changed or replaced.")
                )

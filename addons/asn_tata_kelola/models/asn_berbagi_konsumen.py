from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnBerbagiKonsumen(models.Model):
    """An application run by a vendor reads only within the vendor's agreement."""

    _inherit = "asn.berbagi.konsumen"

    pihak_ketiga_id = fields.Many2one(
        "asn.pihak.ketiga",
        "Third Party (Pihak Ketiga)",
        index="btree_not_null",
        ondelete="restrict",
        help="Who runs the application; needed when a vendor does.",
    )

    @api.constrains("jenis", "pihak_ketiga_id")
    def _check_pihak_ketiga(self):
        for konsumen in self:
            if konsumen.jenis == "vendor" and not konsumen.pihak_ketiga_id:
                raise ValidationError(
                    self.env._(
                        "An application run by a vendor names its third party: the"
                        " agreement is recorded before access is granted."
                    )
                )

    def _izin_berlaku(self):
        """Return nothing while the agreement behind the application is not in force."""
        # sudo: the caller of the API may not read agreements.
        pihak_sudo = self.sudo().pihak_ketiga_id
        if pihak_sudo and not pihak_sudo._berlaku():
            return self.env["asn.permintaan.data"]
        return super()._izin_berlaku()

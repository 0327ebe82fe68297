from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnRiwayatMixin(models.AbstractModel):
    """Every riwayat row may point to the document that proves it."""

    _inherit = "asn.riwayat.mixin"

    dokumen_id = fields.Many2one(
        "asn.dokumen",
        "Document (dokumen)",
        ondelete="restrict",
        index="btree_not_null",
        domain="[('employee_id', '=', employee_id)]",
    )
    keadaan_bukti = fields.Selection(
        [
            ("tanpa", "No document"),
            ("belum", "Document not yet verified"),
            ("sah", "Proven"),
            ("diganti", "A newer document exists"),
            ("ditolak", "Document refused"),
            ("dicabut", "Document withdrawn"),
        ],
        string="Evidence (bukti)",
        compute="_compute_keadaan_bukti",
        search="_search_keadaan_bukti",
        # sudo: the state of the evidence, not the document itself.
        compute_sudo=True,
    )

    @api.depends("dokumen_id.status", "dokumen_id.is_terbaru")
    def _compute_keadaan_bukti(self):
        """Tell what the row's document is worth today."""
        for baris in self:
            dokumen = baris.dokumen_id
            if not dokumen:
                baris.keadaan_bukti = "tanpa"
            elif dokumen.status == "sah" and not dokumen.is_terbaru:
                baris.keadaan_bukti = "diganti"
            else:
                baris.keadaan_bukti = dokumen.status

    def _search_keadaan_bukti(self, operator, value):
        """Find rows by what their document is worth."""
        if operator != "in":
            return NotImplemented
        hasil = fields.Domain.FALSE
        for keadaan in value:
            if keadaan == "tanpa":
                hasil |= fields.Domain("dokumen_id", "=", False)
            elif keadaan == "diganti":
                hasil |= fields.Domain("dokumen_id.status", "=", "sah") & fields.Domain(
                    "dokumen_id.is_terbaru", "=", False
                )
            elif keadaan == "sah":
                hasil |= fields.Domain("dokumen_id.status", "=", "sah") & fields.Domain(
                    "dokumen_id.is_terbaru", "=", True
                )
            elif keadaan:
                hasil |= fields.Domain("dokumen_id.status", "=", keadaan)
        return hasil

    @api.constrains("dokumen_id", "employee_id")
    def _check_dokumen_orang_sama(self):
        """Refuse the document of somebody else as evidence."""
        for baris in self:
            # sudo: whose document it is; the writer may not read all its fields.
            if baris.dokumen_id and baris.dokumen_id.sudo().employee_id != (
                baris.employee_id
            ):
                raise ValidationError(
                    self.env._("The document belongs to another person.")
                )

from odoo import fields, models

from ..models.asn_permohonan_tindak import JENIS_TINDAK


class AsnPermohonanTindak(models.TransientModel):
    """The dialog that begins a correction, replacement or revocation."""

    _name = "asn.permohonan.tindak"
    _inherit = "asn.permohonan.baris.mixin"
    _description = "Follow-up of an Issued Product"

    permohonan_id = fields.Many2one("asn.permohonan", "Request", required=True)
    jenis = fields.Selection(
        JENIS_TINDAK, "What Is Needed", required=True, default="koreksi"
    )
    alasan = fields.Text("Reason", required=True)

    def action_mulai(self):
        """Open the draft of the follow-up."""
        self.ensure_one()
        return self.permohonan_id.action_tindak(self.jenis, self.alasan)

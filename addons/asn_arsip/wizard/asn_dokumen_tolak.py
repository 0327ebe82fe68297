from odoo import fields, models


class AsnDokumenTolak(models.TransientModel):
    """Ask for the reason before a document is refused."""

    _name = "asn.dokumen.tolak"
    _description = "Refuse documents (tolak dokumen)"

    dokumen_ids = fields.Many2many("asn.dokumen", required=True)
    alasan = fields.Char("Reason (alasan)", required=True, size=500)

    def action_refuse(self):
        """Refuse the chosen documents with the reason."""
        self.ensure_one()
        self.dokumen_ids.action_refuse(self.alasan)
        return {"type": "ir.actions.act_window_close"}

from odoo import fields, models


class AsnPermohonanLompatan(models.TransientModel):
    """Why a request is decided before older ones (B9)."""

    _name = "asn.permohonan.lompatan"
    _inherit = "asn.permohonan.baris.mixin"
    _description = "Reason for Deciding out of Order"

    permohonan_id = fields.Many2one("asn.permohonan", "Request", required=True)
    jumlah = fields.Integer("Older Requests")
    jaga_antrean = fields.Selection(related="permohonan_id.layanan_id.jaga_antrean")
    alasan = fields.Text("Reason")

    def action_setujui(self):
        """Approve with the reason that was given; it stands in the history.

        :raises ValidationError: the service demands a reason and there is none
        """
        self.ensure_one()
        if self.jaga_antrean == "wajib":
            alasan = self.permohonan_id._alasan(self.alasan)
        else:
            alasan = (self.alasan or "").strip() or self.env._(
                "Decided before older requests, no reason given."
            )
        hasil = self.permohonan_id.action_approve(alasan)
        if isinstance(hasil, dict):
            return hasil
        return {"type": "ir.actions.act_window_close"}

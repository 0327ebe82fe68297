from odoo import api, fields, models
from odoo.fields import Command


class AsnPermohonanMassal(models.TransientModel):
    """Approve several requests at once, with a result per row."""

    _name = "asn.permohonan.massal"
    _description = "Approve Several Requests"

    catatan = fields.Text("Note")
    is_selesai = fields.Boolean("Done")
    baris_ids = fields.One2many("asn.permohonan.massal.baris", "massal_id", "Requests")
    jumlah = fields.Integer("Number of Requests", compute="_compute_jumlah")
    berhasil = fields.Integer("Approved", compute="_compute_jumlah")

    @api.depends("baris_ids.hasil")
    def _compute_jumlah(self):
        for massal in self:
            massal.jumlah = len(massal.baris_ids)
            massal.berhasil = len(massal.baris_ids.filtered(lambda b: b.hasil == "ok"))

    @api.model
    def default_get(self, fields):
        vals = super().default_get(fields)
        ids = self.env.context.get("active_ids") or []
        vals["baris_ids"] = [Command.create({"permohonan_id": i}) for i in ids]
        return vals

    def action_setujui(self):
        """Approve each request by itself; one that fails leaves the others."""
        self.ensure_one()
        for baris in self.baris_ids.filtered(lambda b: b.hasil != "ok"):
            baris._setujui(self.catatan)
        self.is_selesai = True
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
            "name": self.env._("Result"),
        }

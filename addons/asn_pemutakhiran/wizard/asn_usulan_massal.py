from odoo import api, fields, models
from odoo.fields import Command


class AsnUsulanMassal(models.TransientModel):
    """Accept several proposals at once, with a result per row."""

    _name = "asn.usulan.massal"
    _description = "Accept Several Proposals"

    is_selesai = fields.Boolean("Done")
    baris_ids = fields.One2many("asn.usulan.massal.baris", "massal_id", "Proposals")
    jumlah = fields.Integer("Number", compute="_compute_jumlah")
    berhasil = fields.Integer("Accepted", compute="_compute_jumlah")

    @api.depends("baris_ids.hasil")
    def _compute_jumlah(self):
        for massal in self:
            massal.jumlah = len(massal.baris_ids)
            massal.berhasil = len(massal.baris_ids.filtered(lambda b: b.hasil == "ok"))

    @api.model
    def default_get(self, fields):
        vals = super().default_get(fields)
        ids = self.env.context.get("active_ids") or []
        vals["baris_ids"] = [Command.create({"usulan_id": i}) for i in ids]
        return vals

    def action_terima(self):
        """Accept each proposal by itself; one that fails leaves the others."""
        self.ensure_one()
        for baris in self.baris_ids.filtered(lambda b: b.hasil != "ok"):
            baris._terima()
        self.is_selesai = True
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
            "name": self.env._("Result"),
        }

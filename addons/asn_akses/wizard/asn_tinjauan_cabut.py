from odoo import fields, models


class AsnTinjauanCabut(models.TransientModel):
    """The dialog in which a reviewer revokes rights, with the reason."""

    _name = "asn.tinjauan.cabut"
    _description = "Revocation in the Review"

    baris_ids = fields.Many2many(
        "asn.tinjauan.akses.baris",
        "asn_tinjauan_cabut_rel",
        "cabut_id",
        "baris_id",
        string="Rights",
        required=True,
    )
    alasan = fields.Text("Reason", required=True)

    def action_simpan(self):
        """Revoke; the rights are checked by the rows."""
        self.ensure_one()
        self.baris_ids._cabut(self.alasan)
        return {"type": "ir.actions.act_window_close"}

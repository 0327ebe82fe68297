from odoo import fields, models


class AsnAkunBuka(models.TransientModel):
    """The dialog in which Administrator Sistem opens a closed account again."""

    _name = "asn.akun.buka"
    _description = "Open an Account Again"

    user_id = fields.Many2one("res.users", "Account", required=True, ondelete="cascade")
    alasan = fields.Text("Reason", required=True)

    def action_simpan(self):
        """Open the account; the rights and the rules are checked there."""
        self.ensure_one()
        self.user_id._asn_buka_akun(self.alasan)
        return {"type": "ir.actions.client", "tag": "soft_reload"}

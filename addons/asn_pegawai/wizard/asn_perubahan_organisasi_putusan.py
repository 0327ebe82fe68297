from odoo import fields, models


class AsnPerubahanOrganisasiPutusan(models.TransientModel):
    """Form in which the head of agency says why a change goes back."""

    _name = "asn.perubahan.organisasi.putusan"
    _description = "Return a Change of the Organisation"

    perubahan_id = fields.Many2one(
        "asn.perubahan.organisasi", "Change", required=True, ondelete="cascade"
    )
    alasan = fields.Char("Reason", required=True)

    def action_kembalikan(self):
        """Give the change back with the reason.

        :raise AccessError: for anybody but the head of agency
        """
        self.ensure_one()
        self.perubahan_id._kembalikan(self.alasan.strip())
        return {"type": "ir.actions.act_window_close"}

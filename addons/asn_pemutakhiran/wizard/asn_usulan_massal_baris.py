from odoo import fields, models
from odoo.exceptions import UserError


class AsnUsulanMassalBaris(models.TransientModel):
    """One proposal of a bulk acceptance and what became of it."""

    _name = "asn.usulan.massal.baris"
    _description = "Row of a Bulk Acceptance"

    massal_id = fields.Many2one(
        "asn.usulan.massal", required=True, index=True, ondelete="cascade"
    )
    usulan_id = fields.Many2one("asn.usulan", "Proposal", required=True)
    employee_id = fields.Many2one(related="usulan_id.employee_id", string="Employee")
    ringkasan = fields.Char(related="usulan_id.ringkasan", string="Content")
    hasil = fields.Selection([("ok", "Accepted"), ("gagal", "Not accepted")], "Result")
    pesan = fields.Char("Why")

    def _terima(self):
        try:
            with self.env.cr.savepoint():
                self.usulan_id.action_verifikasi()
        except UserError as error:
            self.write({"hasil": "gagal", "pesan": str(error)})
        else:
            self.write({"hasil": "ok", "pesan": False})

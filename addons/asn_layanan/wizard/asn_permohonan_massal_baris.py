from odoo import fields, models
from odoo.exceptions import UserError


class AsnPermohonanMassalBaris(models.TransientModel):
    """One request of a bulk approval and what became of it."""

    _name = "asn.permohonan.massal.baris"
    _description = "Row of a Bulk Approval"

    massal_id = fields.Many2one(
        "asn.permohonan.massal", required=True, index=True, ondelete="cascade"
    )
    permohonan_id = fields.Many2one("asn.permohonan", "Request", required=True)
    ringkasan = fields.Char(related="permohonan_id.ringkasan", string="Content")
    hasil = fields.Selection([("ok", "Approved"), ("gagal", "Not approved")], "Result")
    pesan = fields.Char("Why")

    def _setujui(self, catatan):
        try:
            with self.env.cr.savepoint():
                hasil = self.permohonan_id.action_approve(catatan)
            if isinstance(hasil, dict) and hasil.get("tag") == "asn_surat.ttd":
                raise UserError(
                    self.env._("It waits for a signature: open it and sign.")
                )
        except UserError as error:
            self.write({"hasil": "gagal", "pesan": str(error)})
        else:
            self.write({"hasil": "ok", "pesan": False})

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command


class AsnDokumenMassal(models.TransientModel):
    """Verify, refuse or withdraw several documents, with a result per row."""

    _name = "asn.dokumen.massal"
    _description = "Decide on several documents (massal)"

    tindakan = fields.Selection(
        [("sahkan", "Verify"), ("tolak", "Refuse"), ("cabut", "Withdraw")],
        "What to do",
        required=True,
        default="sahkan",
    )
    alasan = fields.Char("Reason (alasan)", size=500)
    is_selesai = fields.Boolean("Done")
    baris_ids = fields.One2many("asn.dokumen.massal.baris", "massal_id", "Documents")
    jumlah = fields.Integer("Number of documents", compute="_compute_jumlah")
    berhasil = fields.Integer("Decided", compute="_compute_jumlah")

    @api.depends("baris_ids.hasil")
    def _compute_jumlah(self):
        for massal in self:
            massal.jumlah = len(massal.baris_ids)
            massal.berhasil = len(massal.baris_ids.filtered(lambda b: b.hasil == "ok"))

    def action_jalankan(self):
        """Decide on each document by itself; one that fails leaves the others."""
        self.ensure_one()
        if self.tindakan != "sahkan" and not (self.alasan or "").strip():
            raise UserError(self.env._("Please give the reason first."))
        for baris in self.baris_ids.filtered(lambda b: b.hasil != "ok"):
            baris._putuskan(self.tindakan, self.alasan)
        self.is_selesai = True
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "name": self.env._("Result"),
        }


class AsnDokumenMassalBaris(models.TransientModel):
    """One document of several, and what came of it."""

    _name = "asn.dokumen.massal.baris"
    _description = "Document of a bulk decision (baris)"

    massal_id = fields.Many2one("asn.dokumen.massal", required=True, ondelete="cascade")
    dokumen_id = fields.Many2one(
        "asn.dokumen", "Document", required=True, ondelete="cascade"
    )
    pemegang = fields.Char(
        "Holder", related="dokumen_id.employee_id.name", related_sudo=False
    )
    tingkat_temuan = fields.Selection(
        related="dokumen_id.tingkat_temuan", related_sudo=False
    )
    hasil = fields.Selection([("ok", "Done"), ("gagal", "Not done")], "Result")
    pesan = fields.Char("Message")

    def _putuskan(self, tindakan, alasan):
        """Decide on this document with the rights of the user."""
        self.ensure_one()
        dokumen = self.dokumen_id
        try:
            with self.env.cr.savepoint():
                if tindakan == "sahkan":
                    dokumen.action_verify()
                elif tindakan == "tolak":
                    dokumen.action_refuse(alasan)
                else:
                    dokumen.action_cabut(alasan)
        except (AccessError, UserError) as galat:
            self.write({"hasil": "gagal", "pesan": galat.args[0]})
        else:
            self.write({"hasil": "ok", "pesan": False})


class AsnDokumen(models.Model):
    """Buttons of the list that open the dialog."""

    _inherit = "asn.dokumen"

    def action_massal(self):
        """Open the dialog to decide on the chosen documents."""
        self.check_access("read")
        return self._buka_massal("sahkan", self.env._("Decide on documents"))

    def _buka_massal(self, tindakan, judul):
        """Return the action of the dialog for these documents."""
        return {
            "type": "ir.actions.act_window",
            "name": judul,
            "res_model": "asn.dokumen.massal",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "default_tindakan": tindakan,
                "default_baris_ids": [
                    Command.create({"dokumen_id": i}) for i in self.ids
                ],
            },
        }

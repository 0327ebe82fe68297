from odoo import fields, models


class AsnPermohonanHasilAturan(models.Model):
    """What an eligibility rule answered, with the fact it looked at (PRO-15)."""

    _name = "asn.permohonan.hasil.aturan"
    _inherit = "asn.penjaga.mixin"
    _description = "Result of an Eligibility Rule"
    _order = "permohonan_id, saat desc, id"
    _rec_name = "kode"
    _ENGINE_ROWS = True

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, index=True, ondelete="cascade"
    )
    aturan_id = fields.Many2one("asn.layanan.aturan", "Rule", ondelete="set null")
    kode = fields.Char("Rule Id", required=True)
    name = fields.Char("Condition")
    saat = fields.Selection(
        [("draft", "Draft"), ("submit", "Submission"), ("ttd", "Signature")],
        "Checked At",
        required=True,
    )
    hasil = fields.Selection(
        [("lulus", "Passed"), ("gagal", "Failed"), ("manual", "For a human")],
        "Result",
        required=True,
    )
    keras = fields.Boolean("Blocks")
    fakta = fields.Char("Fact")
    pesan = fields.Char("Message")
    dasar_hukum = fields.Char("Legal Basis")
    waktu = fields.Datetime("Time", default=fields.Datetime.now)

    def _teks_sebab(self):
        """Return why the answer is as it is: the message, and the fact behind it.

        What is left to a human did not fail: its message would say that it did.
        """
        if self.hasil == "manual" and self.kode != "UMUM-05":
            lihat = self.env._("Checked by an officer")
            return f"{lihat}: {self.fakta}" if self.fakta else lihat
        if not self.pesan:
            return self.fakta or ""
        if not self.fakta or self.fakta in self.pesan:
            return self.pesan
        return f"{self.pesan} ({self.fakta})"

from odoo import fields, models


class AsnKaharBaris(models.Model):
    """One row of a back-entry: what was read, and what became of it."""

    _name = "asn.kahar.baris"
    _inherit = "asn.penjaga.mixin"
    _description = "Row of a Back-Entry"
    _order = "kahar_id, nomor, id"
    _rec_name = "nip"
    _ENGINE_ROWS = True

    kahar_id = fields.Many2one(
        "asn.kahar", "Package", required=True, index=True, ondelete="cascade"
    )
    nomor = fields.Integer("Row", aggregator=None)
    antrean = fields.Char("Queue Number")
    nip = fields.Char("NIP")
    employee_id = fields.Many2one("hr.employee", "Employee", ondelete="restrict")
    nama = fields.Char("Name")
    tanggal_ajuan = fields.Date("Filed")
    putusan = fields.Selection(
        [("terbit", "Issued (terbit)"), ("ditolak", "Refused (ditolak)")], "Decision"
    )
    tanggal_putusan = fields.Date("Decided")
    nomor_naskah = fields.Char("Letter Number")
    pejabat = fields.Char("Decided By")
    isian = fields.Json("Answers")
    state = fields.Selection(
        [("siap", "Ready"), ("galat", "Problem"), ("dicatat", "Recorded")], "Status"
    )
    pesan = fields.Char("What Is Wrong")
    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", index="btree_not_null", ondelete="restrict"
    )

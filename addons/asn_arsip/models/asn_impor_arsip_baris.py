from odoo import fields, models


class AsnImporArsipBaris(models.Model):
    """One file of an uploaded zip: whose it is and what became of it."""

    _name = "asn.impor.arsip.baris"
    _inherit = "asn.penjaga.mixin"
    _description = "File of a Document Import (Baris Impor Arsip)"
    _order = "impor_id desc, id"
    _rec_name = "nama"
    _ENGINE_ROWS = True

    impor_id = fields.Many2one(
        "asn.impor.arsip", "Import", required=True, index=True, ondelete="cascade"
    )
    nama = fields.Char("File (berkas)", required=True)
    nip = fields.Char("NIP")
    jenis = fields.Char("Kind as Written")
    nomor = fields.Char("Number (nomor)")
    tanggal = fields.Date("Date (tanggal)")
    tmt = fields.Date("TMT")
    is_tanpa_berkas = fields.Boolean("Only in the Manifest")
    employee_id = fields.Many2one(
        "hr.employee", "Employee", index="btree_not_null", ondelete="set null"
    )
    jenis_id = fields.Many2one("asn.jenis.dokumen", "Kind", ondelete="set null")
    sha256 = fields.Char("SHA-256")
    dokumen_id = fields.Many2one(
        "asn.dokumen", "Document", index="btree_not_null", ondelete="set null"
    )
    status = fields.Selection(
        [
            ("menunggu", "Waiting"),
            ("siap", "Can be filed (siap)"),
            ("sama", "In the archive already"),
            ("galat", "Error (galat)"),
            ("masuk", "Filed (masuk)"),
            ("ditarik", "Undone (ditarik)"),
            ("tertinggal", "Stays (tertinggal)"),
        ],
        default="menunggu",
        required=True,
        index=True,
    )
    pesan = fields.Char("What Is Wrong")

from odoo import fields, models


class AsnLayananMandatLaporanBaris(models.TransientModel):
    """People for whom the same official signs."""

    _name = "asn.layanan.mandat.laporan.baris"
    _description = "Who Signs for Whom: Row"
    _order = "is_celah desc, id"

    laporan_id = fields.Many2one(
        "asn.layanan.mandat.laporan", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one("hr.department", "Regional Body", ondelete="cascade")
    jenis = fields.Char("Kinds of Post")
    golongan = fields.Char("Golongan")
    jumlah = fields.Integer("People")
    mandat_id = fields.Many2one("asn.layanan.mandat", "Mandate", ondelete="cascade")
    penandatangan = fields.Char("Signs")
    dasar = fields.Char("Decree")
    is_celah = fields.Boolean("Gap")
    keterangan = fields.Char("Note")

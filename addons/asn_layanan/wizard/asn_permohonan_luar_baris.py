from odoo import fields, models


class AsnPermohonanLuarBaris(models.TransientModel):
    """One request of a letter that speaks of many, and what became of it."""

    _name = "asn.permohonan.luar.baris"
    _inherit = "asn.permohonan.baris.mixin"
    _description = "Request of a Letter to Another Body"

    luar_id = fields.Many2one(
        "asn.permohonan.luar", required=True, index=True, ondelete="cascade"
    )
    permohonan_id = fields.Many2one("asn.permohonan", "Request", required=True)
    nama_pegawai = fields.Char(related="permohonan_id.nama_pegawai")
    ringkasan = fields.Char(related="permohonan_id.ringkasan", string="Content")
    nomor = fields.Char(
        "Own Number",
        help="Where the body numbers its answer per person, as BKN does; empty: the"
        " number above.",
    )
    hasil = fields.Selection([("ok", "Recorded"), ("gagal", "Not recorded")], "Result")
    pesan = fields.Char("Why")

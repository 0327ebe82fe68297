from odoo import fields, models
from odoo.addons.asn_pegawai.models.kelas_data import RAHASIA


class AsnHakAndaiBaris(models.TransientModel):
    """One entitlement, as it is and as it would be."""

    _name = "asn.hak.andai.baris"
    _description = "Line of a What If"
    _order = "layanan_id, langkah, id"

    andai_id = fields.Many2one("asn.hak.andai", required=True, ondelete="cascade")
    layanan_id = fields.Many2one("asn.layanan", "Service")
    langkah = fields.Integer("Step Number", aggregator=None)
    teks_langkah = fields.Char("Step")
    tanggal_kini = fields.Date("As It Is")
    tanggal_andai = fields.Date("As It Would Be")
    gaji_kini = fields.Integer("Pay as It Is (Rp)", groups=RAHASIA, aggregator=None)
    gaji_andai = fields.Integer(
        "Pay as It Would Be (Rp)", groups=RAHASIA, aggregator=None
    )
    beda_gaji = fields.Integer("Pay Difference (Rp)", groups=RAHASIA, aggregator=None)
    beda = fields.Char("Difference")
    is_berubah = fields.Boolean()

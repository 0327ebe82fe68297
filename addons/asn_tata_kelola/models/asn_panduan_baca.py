from odoo import fields, models


class AsnPanduanBaca(models.Model):
    """The receipt of one reader of one version of a guide; never changed."""

    _name = "asn.panduan.baca"
    _inherit = "asn.penjaga.mixin"
    _description = "Read Receipt (Tanda Baca)"
    _order = "create_date desc, id desc"
    _rec_name = "panduan_id"
    _ENGINE_ROWS = True

    panduan_id = fields.Many2one(
        "asn.panduan", "Guide (Panduan)", required=True, index=True, ondelete="cascade"
    )
    user_id = fields.Many2one(
        "res.users", "Reader", required=True, index=True, ondelete="restrict"
    )

    _satu_uniq = models.UniqueIndex("(panduan_id, user_id)")

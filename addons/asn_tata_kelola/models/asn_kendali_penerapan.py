from odoo import fields, models


class AsnKendaliPenerapan(models.Model):
    """One tick of the checklist: who applies which control since when (LL-31-3-c).

    Written by ``asn.kendali.action_saya_terapkan`` and never changed.
    """

    _name = "asn.kendali.penerapan"
    _inherit = "asn.penjaga.mixin"
    _description = "Applied Control (Penerapan Kendali)"
    _order = "tanggal desc, id desc"
    _rec_name = "kendali_id"
    _ENGINE_ROWS = True

    kendali_id = fields.Many2one(
        "asn.kendali",
        "Control (Kendali)",
        required=True,
        index=True,
        ondelete="cascade",
    )
    user_id = fields.Many2one(
        "res.users", "Who", required=True, index=True, ondelete="restrict"
    )
    tanggal = fields.Date(
        "On",
        required=True,
        default=lambda self: self.env["hr.employee"]._asn_hari_ini(),
    )

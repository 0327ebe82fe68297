from odoo import api, fields, models


class AsnAkunPenutupan(models.Model):
    """What ended of an account, when and why; appended and never changed."""

    _name = "asn.akun.penutupan"
    _inherit = "asn.penjaga.mixin"
    _description = "Closing of an Account (Penutupan Akun)"
    _order = "waktu desc, id desc"
    _rec_name = "objek"
    _ENGINE_ROWS = True

    user_id = fields.Many2one(
        "res.users", "Account", required=True, index=True, ondelete="restrict"
    )
    employee_id = fields.Many2one(
        "hr.employee", "Person", index="btree_not_null", ondelete="restrict"
    )
    aturan_id = fields.Many2one(
        "asn.akun.aturan", "Rule", index="btree_not_null", ondelete="restrict"
    )
    jenis = fields.Selection(
        [
            ("peran", "Role ended"),
            ("unit", "Unit taken"),
            ("layanan", "Service taken"),
            ("kunci", "API keys revoked"),
            ("akun", "Account closed"),
            ("tangguh", "Account suspended"),
            ("buka", "Account reopened"),
        ],
        "What",
        required=True,
    )
    objek = fields.Char("Which", required=True)
    alasan = fields.Char("Reason", required=True)
    tanggal = fields.Date("Since", required=True)
    waktu = fields.Datetime("Carried Out", required=True)
    oleh_id = fields.Many2one("res.users", "By", required=True, ondelete="restrict")
    is_akun_terbuka = fields.Boolean(related="user_id.active", string="Account Open")

    @api.depends("user_id", "jenis")
    def _compute_display_name(self):
        label = dict(self._fields["jenis"]._description_selection(self.env))
        for baris in self:
            baris.display_name = f"{baris.user_id.display_name}: {label[baris.jenis]}"

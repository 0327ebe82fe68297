from odoo import fields, models

#: Changes of these decide who may act on a request.
PENENTU_AKTOR = {
    "group_ids",
    "layanan_ids",
    "asn_unit_ids",
    "active",
    "role_line_ids",
}


class ResUsers(models.Model):
    """Accounts: the services granted to administrators and validators."""

    _inherit = "res.users"

    layanan_ids = fields.Many2many(
        "asn.layanan",
        "asn_layanan_pengguna_rel",
        "user_id",
        "layanan_id",
        string="Services Granted",
        help="Services whose requests this administrator or validator handles.",
    )

    def write(self, vals):
        res = super().write(vals)
        if "layanan_ids" in vals:
            # Rule domains are cached with the service ids inside.
            self.env.registry.clear_cache()
        if PENENTU_AKTOR & vals.keys():
            self.env["asn.permohonan.tugas"]._minta_segarkan()
        return res

from odoo import api, fields, models
from odoo.modules.module import get_module_icon

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

    @api.model
    def _get_activity_groups(self):
        """Show open tasks beside the activities, without a row per actor."""
        groups = super()._get_activity_groups()
        Tugas = self.env["asn.permohonan.tugas"]
        if not Tugas.has_access("read"):
            return groups
        domain = [("state", "=", "open"), ("aktor_ids", "in", self.env.uid)]
        jumlah = Tugas.search_count(domain, limit=100)
        if jumlah:
            lewat = Tugas.search_count(
                [
                    *domain,
                    ("batas_waktu", "<", fields.Datetime.now()),
                    ("menunggu_luar", "=", False),
                ],
                limit=100,
            )
            groups.append(
                {
                    # sudo: the name of a model is no secret
                    "id": self.env["ir.model"].sudo()._get_id("asn.permohonan"),
                    "name": self.env._("Service tasks"),
                    "model": "asn.permohonan",
                    "type": "activity",
                    "icon": get_module_icon("asn_layanan"),
                    "domain": [("is_tugas_saya", "=", True)],
                    "total_count": jumlah,
                    "today_count": jumlah - lewat,
                    "overdue_count": lewat,
                    "planned_count": 0,
                    "view_type": "list",
                }
            )
        return groups

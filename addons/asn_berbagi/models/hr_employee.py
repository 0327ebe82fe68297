from odoo import fields, models

from ..domain import katalog


class HrEmployee(models.Model):
    """A stable outward id, and the source of the change feed."""

    _inherit = "hr.employee"

    uuid_berbagi = fields.Char(
        "Outward Id", readonly=True, copy=False, groups=fields.NO_ACCESS
    )

    _uuid_berbagi_uniq = models.UniqueIndex("(uuid_berbagi)")

    def init(self):  # pylint: disable=missing-return
        super().init()
        self.env["asn.berbagi.perubahan"]._pasang_uuid(self._table)
        kolom = sorted(
            {
                bidang.asal
                for bidang in katalog.BIDANG.values()
                if self._fields[bidang.asal].store
            }
        )
        self.env["asn.berbagi.perubahan"]._pasang_pegawai(kolom)

    def action_akses_api(self):
        """Open the calls of other applications that held this person's data."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "asn_berbagi.asn_berbagi_akses_action"
        )
        action["domain"] = [("employee_id", "in", self.ids), ("status", "=", 200)]
        return action

from odoo import fields, models


class HrDepartment(models.Model):
    """A stable outward id of the unit."""

    _inherit = "hr.department"

    uuid_berbagi = fields.Char(
        "Outward Id", readonly=True, copy=False, groups=fields.NO_ACCESS
    )

    _uuid_berbagi_uniq = models.UniqueIndex("(uuid_berbagi)")

    def init(self):  # pylint: disable=missing-return
        super().init()
        self.env["asn.berbagi.perubahan"]._pasang_uuid(self._table)

from odoo import api, fields, models


class HrEmployee(models.Model):
    """The archive of a person, reached from the profile."""

    _inherit = "hr.employee"

    dokumen_ids = fields.One2many(
        "asn.dokumen",
        "employee_id",
        "Documents (arsip)",
        groups="asn_base.group_pegawai",
    )
    jumlah_dokumen = fields.Integer(
        "Number of documents",
        compute="_compute_jumlah_dokumen",
        groups="asn_base.group_pegawai",
    )

    @api.depends("dokumen_ids.is_terbaru")
    @api.depends_context("uid")
    def _compute_jumlah_dokumen(self):
        """Count the newest versions that the present user may see."""
        jumlah = dict(
            self.env["asn.dokumen"]._read_group(
                [("employee_id", "in", self.ids), ("is_terbaru", "=", True)],
                ["employee_id"],
                ["__count"],
            )
        )
        for pegawai in self:
            pegawai.jumlah_dokumen = jumlah.get(pegawai._origin, 0)

    def action_open_dokumen(self):
        """Open the archive of this person."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Archive of %s", self.name),
            "res_model": "asn.dokumen",
            "view_mode": "list,kanban,form",
            "domain": [("employee_id", "=", self.id)],
            "context": {
                "default_employee_id": self.id,
                "search_default_terbaru": 1,
            },
        }

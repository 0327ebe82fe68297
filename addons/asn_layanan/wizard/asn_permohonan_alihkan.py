from odoo import api, fields, models


class AsnPermohonanAlihkan(models.TransientModel):
    """The dialog that hands a task over."""

    _name = "asn.permohonan.alihkan"
    _description = "Hand a Task Over"

    tugas_id = fields.Many2one(
        "asn.permohonan.tugas", required=True, readonly=True, ondelete="cascade"
    )
    calon_ids = fields.Many2many("res.users", compute="_compute_calon_ids")
    user_id = fields.Many2one(
        "res.users", "To", required=True, domain="[('id', 'in', calon_ids)]"
    )
    alasan = fields.Text("Reason", required=True)

    @api.depends("tugas_id")
    def _compute_calon_ids(self):
        for dialog in self:
            tugas = dialog.tugas_id
            tugas.check_access("read")
            # sudo: the resolver reads posts and units of other people
            sudo = tugas.sudo()
            # Who may not hand over learns no names either.
            calon = sudo._calon() - self.env.user if sudo._boleh_alih() else False
            dialog.calon_ids = calon and calon.with_env(self.env)

    def action_confirm(self):
        """Hand the task over; every check is the task's."""
        self.ensure_one()
        return self.tugas_id.action_alihkan(self.user_id.id, self.alasan)

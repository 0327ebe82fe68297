from odoo import fields, models


class AsnPenanggungJawab(models.TransientModel):
    """The dialog in which a unit names its person in charge of personnel."""

    _name = "asn.penanggung.jawab"
    _description = "Person in Charge of Personnel"

    unit_id = fields.Many2one(
        "hr.department", "Unit", required=True, ondelete="cascade"
    )
    pegawai_id = fields.Many2one(
        "hr.employee",
        "Person",
        required=True,
        ondelete="cascade",
        domain="[('unit_id', 'child_of', unit_id)]",
    )

    def action_simpan(self):
        """Name the person; the rights are checked by the unit."""
        self.ensure_one()
        self.unit_id._tunjuk_pj(self.pegawai_id)
        return {"type": "ir.actions.act_window_close"}

from odoo import api, fields, models


class AsnPermohonan(models.Model):
    """In which list the finance office gets an issued increment."""

    _inherit = "asn.permohonan"

    kgb_serah_id = fields.Many2one(
        "asn.kgb.serah",
        "Hand-over List",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )

    def write(self, vals):
        if "kgb_serah_id" in vals and not self._is_mesin():
            self._tolak_guarded(["kgb_serah_id"])
        return super().write(vals)

    @api.model_create_multi
    def create(self, vals_list):
        if not self._is_mesin() and any("kgb_serah_id" in v for v in vals_list):
            self._tolak_guarded(["kgb_serah_id"])
        return super().create(vals_list)

    def _nilai_awal(self):
        """Compare it after creation, too: defaults of a context come late."""
        return {**super()._nilai_awal(), "kgb_serah_id": False}

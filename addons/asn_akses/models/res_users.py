from odoo import api, fields, models
from odoo.exceptions import AccessError

#: What an account reaches: given by an appointment and by nothing else.
_CAKUPAN = frozenset({"asn_unit_ids", "layanan_ids"})


class ResUsers(models.Model):
    """Units and services of an account come from appointments only."""

    _inherit = "res.users"

    pemberian_ids = fields.One2many(
        "asn.pemberian.peran", "user_id", "Appointments", readonly=True
    )

    @api.model
    def _asn_tolak_cakupan(self):
        raise AccessError(
            self.env._(
                "Units of a facilitator and services of an administrator are granted by"
                " an appointment (Pengangkatan), which Kepala Badan approves."
            )
        )

    @api.model_create_multi
    def create(self, vals_list):
        users = super().create(vals_list)
        # After creation: a default in the context is caught as well.
        if not self.env.su and any(u[nama] for u in users for nama in _CAKUPAN):
            self._asn_tolak_cakupan()
        return users

    def write(self, vals):
        if _CAKUPAN & vals.keys() and not self.env.su:
            self._asn_tolak_cakupan()
        return super().write(vals)

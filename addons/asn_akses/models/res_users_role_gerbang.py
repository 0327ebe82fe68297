from odoo import api, fields, models
from odoo.exceptions import AccessError

#: Who works only with both statements by regulation (Pasal 31 (3) huruf a, b):
#: the administrators and the fasilitator. Configuration adds, never takes.
_TETAP = ("admin_sistem", "admin_utama", "admin_aplikasi", "fasilitator")
_WAJIB = {"wajib_pakta": "pakta", "wajib_keamanan": "keamanan"}


class ResUsersRoleGerbang(models.Model):
    """Roles: which statements must be signed before they work."""

    _inherit = "res.users.role"

    wajib_pakta = fields.Boolean("Needs the Integrity Pact", default=False)
    wajib_keamanan = fields.Boolean("Needs the Security Statement", default=False)
    wajib_tetap = fields.Boolean("By Regulation", compute="_compute_wajib_tetap")

    @api.depends("implied_ids")
    def _compute_wajib_tetap(self):
        """Tell whether the role holds a right that the regulation guards."""
        tetap = self.env["res.groups"]
        for nama in _TETAP:
            tetap |= self.env.ref(f"asn_base.group_{nama}")
        for role in self:
            # sudo: what a role contains decides, whoever looks.
            role.wajib_tetap = bool(role.sudo().all_implied_ids & tetap)

    def write(self, vals):
        """Refuse to loosen the gate; to tighten it is administration."""
        if not self.env.su:
            for nama in _WAJIB.keys() & vals.keys():
                if not vals[nama] and any(self.mapped(nama)):
                    raise AccessError(
                        self.env._(
                            "Nobody takes a statement off a role here: its holders"
                            " have signed under that rule."
                        )
                    )
        return super().write(vals)

    def _asn_pernyataan(self):
        """Return the kinds of statements that a role needs, as a set.

        A role that holds the right of another one needs what that one needs.
        """
        self.ensure_one()
        if self.wajib_tetap:
            return set(_WAJIB.values())
        # sudo: what roles contain decides, whoever asks.
        role = self.sudo()
        isi = role.all_implied_ids
        dijaga = self.env["res.users"]._asn_grup_dijaga()
        lain = role.search(
            ["|", ("wajib_pakta", "=", True), ("wajib_keamanan", "=", True)]
        )
        serupa = role | lain.filtered(lambda r: r.implied_ids & dijaga & isi)
        return {jenis for nama, jenis in _WAJIB.items() if any(serupa.mapped(nama))}

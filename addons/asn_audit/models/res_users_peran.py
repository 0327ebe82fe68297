from contextlib import contextmanager

from odoo import api, models
from odoo.exceptions import AccessError

from .asn_pemberian_peran import PERAN_DIJAGA

_PENENTU = frozenset({"group_ids", "role_line_ids", "role"})


class ResUsers(models.Model):
    """Nobody gets an administrator's right but by an approved grant."""

    _inherit = "res.users"

    @api.model
    def _asn_grup_dijaga(self):
        """Return the groups that only an approved grant gives."""
        grup = self.env["res.groups"]
        for peran in PERAN_DIJAGA:
            grup |= self.env.ref(f"asn_base.group_{peran}")
        return grup

    @api.model
    def _asn_tolak_peran(self):
        raise AccessError(
            self.env._(
                "Rights of administrators, facilitators and officials are given by"
                " decision of the authorised official through Kepala Badan. Write a"
                " grant (Pemberian Peran); its approval gives the role."
            )
        )

    @api.model
    def _asn_pemegang(self):
        """Return who holds which guarded right, as pairs of ids."""
        # sudo: everybody's rights, before and after a change.
        grup_sudo = self._asn_grup_dijaga().sudo()
        self._asn_segarkan_grup()
        return {(g.id, u) for g in grup_sudo for u in g.all_user_ids.ids}

    @api.model
    def _asn_segarkan_grup(self):
        """Forget what was computed about groups before a change."""
        self.env.flush_all()
        self.env["res.groups"].invalidate_model()
        self.env["res.users"].invalidate_model(["group_ids", "all_group_ids"])

    @contextmanager
    def _asn_jaga_peran(self):
        """Refuse a change by which somebody gains a guarded right.

        The system itself and approved grants work as superuser and pass.
        """
        if self.env.su:
            yield
            return
        sebelum = self._asn_pemegang()
        yield
        if self._asn_pemegang() - sebelum:
            self._asn_tolak_peran()

    @api.model_create_multi
    def create(self, vals_list):
        with self._asn_jaga_peran():
            return super().create(vals_list)

    def write(self, vals):
        if not _PENENTU & vals.keys():
            return super().write(vals)
        with self._asn_jaga_peran():
            return super().write(vals)


class ResGroups(models.Model):
    """Groups are no way around the grants either."""

    _inherit = "res.groups"

    @api.model_create_multi
    def create(self, vals_list):
        with self.env["res.users"]._asn_jaga_peran():
            return super().create(vals_list)

    def write(self, vals):
        with self.env["res.users"]._asn_jaga_peran():
            return super().write(vals)

from contextlib import contextmanager

from odoo import api, models
from odoo.exceptions import AccessError

from .asn_pemberian_peran import PERAN_DIJAGA

_PENENTU = frozenset({"group_ids", "role_line_ids", "role"})
#: What an administrator gives with an account, without an appointment
#: (``security/roles.csv``). By name: what is put into them later is not meant.
_BEBAS = (
    "asn_base.group_pegawai",
    "base.default_user_group",
    "base.group_allow_export",
    "base.group_multi_company",
    "base.group_multi_currency",
    "base.group_no_one",
    "base.group_portal",
    "base.group_public",
    "base.group_user",
    "mail.group_mail_notification_type_inbox",
)
#: Follows from the post: for who heads a unit, and never for oneself.
_PIMPINAN = "asn_base.group_pimpinan"


class ResUsers(models.Model):
    """Nobody gets a right but by an approved grant, or as ``roles.csv`` says."""

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
    def _asn_grup_tertutup(self):
        """Return every group of the installed addons that is not given freely.

        Groups made by hand hold no right of their own, nor does the group that the
        role module keeps for each role: what they contain is looked at.
        """
        # sudo: which groups and roles there are is no secret of who changes them.
        data_sudo = self.env["ir.model.data"].sudo()
        # sudo: as above.
        peran_sudo = self.env["res.users.role"].sudo().search([])  # pylint: disable=no-search-all
        dari_addon = data_sudo.search(
            [("model", "=", "res.groups"), ("module", "!=", "__export__")]
        )
        bebas = {data_sudo._xmlid_to_res_id(nama) for nama in _BEBAS}
        bebas.update(peran_sudo.group_id.ids)
        ids = set(dari_addon.mapped("res_id")) - bebas
        return self.env["res.groups"].browse(sorted(ids)).exists()

    @api.model
    def _asn_pemegang(self, grup):
        """Return who holds which of these groups, as pairs of ids."""
        # sudo: everybody's rights, before and after a change.
        grup_sudo = grup.sudo()
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
        """Refuse a change by which somebody gains a right that is not given freely.

        The system itself and approved grants work as superuser and pass.
        """
        if self.env.su:
            yield
            return
        grup = self._asn_grup_tertutup()
        sebelum = self._asn_pemegang(grup)
        yield
        pimpinan = self.env.ref(_PIMPINAN).id
        for grup_id, user_id in self._asn_pemegang(grup) - sebelum:
            if grup_id != pimpinan or not self._asn_boleh_pimpinan(user_id):
                self._asn_tolak_peran()

    @api.model
    def _asn_boleh_pimpinan(self, user_id):
        """Say whether the caller may make an account a superior's."""
        # sudo: who heads which unit decides, whoever asks.
        user_sudo = self.env["res.users"].sudo().browse(user_id)
        return user_id != self.env.uid and bool(user_sudo.asn_unit_dipimpin_ids)

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

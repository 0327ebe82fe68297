from odoo import api, models


class ResUsersRoleLineGerbang(models.Model):
    """A role line works while its time runs and its statements are signed."""

    _inherit = "res.users.role.line"

    @api.depends("date_from", "date_to")
    def _compute_is_enabled(self):
        """Answer the role module: only lines in force give their groups."""
        berlaku = self._asn_berlaku()
        for baris in self:
            baris.is_enabled = baris in berlaku

    def _asn_dalam_masa(self, hari_ini=None):
        """Return the lines whose time runs; days are those of the city."""
        hari_ini = hari_ini or self.env["hr.employee"]._asn_hari_ini()
        return self.filtered(
            lambda b: (
                (not b.date_from or b.date_from <= hari_ini)
                and (not b.date_to or b.date_to >= hari_ini)
            )
        )

    def _asn_berlaku(self):
        """Return the lines in force: time, grant and statements together.

        The one place that decides whether a role gives its groups.
        """
        # sudo: whoever asks, the stored dates and statements decide.
        dalam_sudo = self.sudo()._asn_dalam_masa()
        perlu = {role: role._asn_pernyataan() for role in dalam_sudo.role_id}
        dijaga = dalam_sudo.filtered(lambda b: perlu[b.role_id])
        sah = self.env["asn.pakta"]._sah(dijaga.user_id) if dijaga else {}
        berlaku = dalam_sudo.filtered(
            lambda b: (
                (not b.pemberian_id or b.pemberian_id.state == "disetujui")
                and all((b.user_id.id, jenis) in sah for jenis in perlu[b.role_id])
            )
        )
        return self.browse(berlaku.ids)

    @api.model_create_multi
    def create(self, vals_list):
        """Keep who gets a guarded role a civil servant also without it.

        The role module takes every group that no line in force gives.
        """
        baru = super().create(vals_list)
        baru._asn_sertakan_pegawai()
        return baru

    def _asn_sertakan_pegawai(self):
        # sudo: the ordinary role beside a guarded one, whoever gives that.
        baris_sudo = self.sudo()
        dijaga = baris_sudo.filtered(lambda b: b.role_id._asn_pernyataan())
        users = dijaga.user_id.filtered(lambda u: not u.share)
        if not users:
            return
        pegawai = self.env.ref("asn_base.role_pegawai")
        ada = baris_sudo.search(
            [("user_id", "in", users.ids), ("role_id", "=", pegawai.id)]
        ).user_id
        baris_sudo.create(
            [{"user_id": u.id, "role_id": pegawai.id} for u in users - ada]
        )

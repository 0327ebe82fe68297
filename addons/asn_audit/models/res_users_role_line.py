from contextlib import contextmanager

from odoo import api, fields, models

from .asn_pemberian_peran import PERAN_DIJAGA


class ResUsersRole(models.Model):
    """Roles: what is in one changes what everybody with it may do."""

    _inherit = "res.users.role"

    @api.model_create_multi
    def create(self, vals_list):
        with self._asn_jaga_isi():
            return super().create(vals_list)

    def write(self, vals):
        with self._asn_jaga_isi():
            return super().write(vals)

    @contextmanager
    def _asn_jaga_isi(self):
        """Refuse to put a guarded right into a role, also for later holders."""
        Pengguna = self.env["res.users"]
        if self.env.su:
            yield
            return
        sebelum = self._asn_dijaga()
        with Pengguna._asn_jaga_peran():
            yield
        if self._asn_dijaga() - sebelum:
            Pengguna._asn_tolak_peran()

    @api.model
    def _asn_dijaga(self):
        """Return the roles that only an approved grant gives."""
        peran = [self.env.ref(f"asn_base.role_{p}").id for p in PERAN_DIJAGA]
        grup = self.env["res.users"]._asn_grup_tertutup()
        grup -= self.env.ref("asn_base.group_pimpinan")
        self.env["res.users"]._asn_segarkan_grup()
        # sudo: which roles contain a guarded right, also those made by hand.
        lain = self.sudo().search([]).filtered(lambda r: r.all_implied_ids & grup)  # pylint: disable=no-search-all
        return self.browse(peran) | lain.sudo(False)


class ResUsersRoleLine(models.Model):
    """A role of an account: with the grant it comes from (Pasal 16 (2))."""

    _inherit = "res.users.role.line"

    pemberian_id = fields.Many2one(
        "asn.pemberian.peran",
        "Grant (Pemberian)",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    nomor_surat = fields.Char(related="pemberian_id.nomor_surat")
    tanggal_surat = fields.Date(related="pemberian_id.tanggal_surat")

    @api.model_create_multi
    def create(self, vals_list):
        baru = super().create(vals_list)
        baru._asn_jaga()
        baru._asn_jaga_pimpinan()
        return baru

    def write(self, vals):
        if self.env.su:
            return super().write(vals)
        dijaga = self.env["res.users.role"]._asn_dijaga()
        akhir = {baris: baris.date_to for baris in self if baris.role_id in dijaga}
        hasil = super().write(vals)
        for baris in self.filtered(lambda b: b.role_id in dijaga):
            # Ending a right early is always allowed.
            hanya_akhir = set(vals) == {"date_to"} and baris in akhir
            lebih_dini = baris.date_to and (
                not akhir.get(baris) or baris.date_to <= akhir[baris]
            )
            if not (hanya_akhir and lebih_dini):
                baris._asn_jaga()
        if vals.keys() & {"role_id", "user_id"}:
            self._asn_jaga_pimpinan()
        return hasil

    def _asn_jaga_pimpinan(self):
        """Refuse a superior's role for who heads nothing, and for oneself.

        A line may begin later, so that its groups are not the measure.

        :raise AccessError: whoever asks, except the system itself
        """
        Pengguna = self.env["res.users"]
        role = self.env.ref("asn_base.role_pimpinan")
        for baris in self.filtered(lambda b: b.role_id == role):
            if not self.env.su and not Pengguna._asn_boleh_pimpinan(baris.user_id.id):
                Pengguna._asn_tolak_peran()

    def _asn_jaga(self):
        """Refuse guarded roles that come from no approved grant.

        :raise AccessError: whoever asks, except the grant itself
        """
        if self.env.su:
            return
        dijaga = self.env["res.users.role"]._asn_dijaga()
        if self.filtered(lambda b: b.role_id in dijaga or b.pemberian_id):
            self.env["res.users"]._asn_tolak_peran()

from odoo import api, models

from .asn_pakta import BERSURAT, PENGINGAT


class ResUsersGerbang(models.Model):
    """Accounts: which statements they still owe, and what follows from that."""

    _inherit = "res.users"

    def set_groups_from_roles(self, force=False):
        """Ask anew which lines are in force before the groups are set."""
        # sudo: lines are for administrators; the user's own groups follow from them.
        self.sudo().role_line_ids.invalidate_recordset(["is_enabled"], flush=False)
        return super().set_groups_from_roles(force=force)

    def _asn_baris_dijaga(self):
        """Return the role lines, not yet ended, that need a statement."""
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        # sudo: the own roles decide what one is asked to sign.
        baris_sudo = self.sudo().role_line_ids
        return baris_sudo.filtered(
            lambda b: (
                (not b.date_to or b.date_to >= hari_ini) and b.role_id._asn_pernyataan()
            )
        )

    def _asn_jenis_wajib(self):
        """Return ``{user id: kinds of statements}`` that the roles ask for."""
        hasil = {}
        for baris in self._asn_baris_dijaga():
            hasil.setdefault(baris.user_id.id, set()).update(
                baris.role_id._asn_pernyataan()
            )
        return hasil

    def _asn_nama_peran(self):
        """Return the names of the guarded roles, for the signed statement."""
        self.ensure_one()
        indonesia = self._asn_baris_dijaga().role_id.with_context(lang="id_ID")
        return ", ".join(indonesia.mapped("name"))

    def _asn_pernyataan_terbuka(self, lebih_awal=True):
        """Return the texts in force that the account still has to sign.

        :param bool lebih_awal: also those that end within the reminder's days
        """
        self.ensure_one()
        wajib = self._asn_jenis_wajib().get(self.id, set()) | {"ketentuan"}
        teks = self.env["asn.pakta.teks"]._yang_berlaku(wajib)
        sah = self.env["asn.pakta"]._sah(self)
        hari_ini = self.env["hr.employee"]._asn_hari_ini()

        def terbuka(satu):
            ada = sah.get((self.id, satu.jenis))
            if not ada:
                return True
            sampai = ada["sampai"]
            return bool(
                lebih_awal and sampai and (sampai - hari_ini).days <= max(PENGINGAT)
            )

        return teks.filtered(terbuka)

    def _asn_gerbang(self):
        """Return what the account has to do first: ketentuan, pakta or False."""
        jenis = set(self._asn_pernyataan_terbuka(lebih_awal=False).mapped("jenis"))
        if "ketentuan" in jenis:
            return "ketentuan"
        return "pakta" if jenis else False

    def _asn_pakta_status(self):
        """Return ``menunggu``, ``segera`` or ``lengkap``; False without a duty."""
        self.ensure_one()
        if not self._asn_jenis_wajib().get(self.id):
            return False
        if self._asn_pernyataan_terbuka(lebih_awal=False).filtered(
            lambda t: t.jenis in BERSURAT
        ):
            return "menunggu"
        terbuka = self._asn_pernyataan_terbuka()
        return (
            "segera" if terbuka.filtered(lambda t: t.jenis in BERSURAT) else "lengkap"
        )

    @api.model
    def _asn_punya_sertifikat(self, employee):
        """Tell whether a person has a certificate that can sign now."""
        status = self.env["asn.ttd.penyedia.lokal"]._status(employee)
        return status in ("siap", "segera_habis", "belum_diperiksa")

    def _asn_terapkan_gerbang(self):
        """Give and take groups of these accounts by their lines in force."""
        dengan_baris = self.filtered("role_line_ids")
        dengan_baris.set_groups_from_roles()

    @api.model
    def _asn_selaraskan_gerbang(self):
        """Bring the groups of all whose roles can end in step; one look each."""
        # sudo: everybody's roles.
        baris_sudo = self.env["res.users.role.line"].sudo()
        role = [r for (r,) in baris_sudo._read_group([], ["role_id"])]
        dijaga = [r.id for r in role if r._asn_pernyataan()]
        baris = baris_sudo.search(
            ["|", ("role_id", "in", dijaga), ("date_to", "!=", False)]
        )
        baris.user_id._asn_terapkan_gerbang()

    @api.model
    def _update_last_login(self):
        """Look at the statements at every sign-in, not only at night."""
        res = super()._update_last_login()
        # sudo: the account that signs in; its groups follow from its lines.
        self.env.user.sudo()._asn_terapkan_gerbang()
        return res

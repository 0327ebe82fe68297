from odoo import Command, api, fields, models
from odoo.exceptions import AccessError, UserError

#: Field of the page -> key of the parameter.
_ANGKA = {
    "asn_sandi_panjang": "auth_password_policy.minlength",
    "asn_sandi_riwayat": "asn_masuk.sandi_riwayat",
    "asn_sandi_umur": "asn_masuk.sandi_umur",
    "asn_batas_gagal": "asn_masuk.batas_gagal",
    "asn_kunci_paling_lama": "asn_masuk.kunci_paling_lama",
    "asn_sesi_jam": "asn_masuk.sesi_jam",
    "asn_retensi_bulan": "asn_masuk.retensi_bulan",
}
_TANDA = {
    "asn_sandi_kecil": "asn_masuk.sandi_kecil",
    "asn_sandi_besar": "asn_masuk.sandi_besar",
    "asn_sandi_angka": "asn_masuk.sandi_angka",
    "asn_sandi_simbol": "asn_masuk.sandi_simbol",
    "asn_lapor_masuk": "asn_masuk.lapor_masuk",
    "asn_sandi_dimatikan": "asn_masuk.sandi_dimatikan",
}
#: Field -> (smallest, largest): what would lock everybody out or open every door.
_BATAS = {
    "asn_sandi_panjang": (8, 64),
    "asn_sandi_riwayat": (0, 24),
    "asn_sandi_umur": (0, 730),
    "asn_batas_gagal": (3, 20),
    "asn_kunci_paling_lama": (60, 86400),
    "asn_sesi_jam": (1, 24),
    "asn_retensi_bulan": (12, 120),
    "asn_kunci_layar": (1, 240),
}


class AsnSetelanMasuk(models.TransientModel):
    """Settings “Sign-in and security (Masuk dan keamanan)”.

    A page of its own: the framework's settings belong to who installs
    software, these to Administrator Sistem.
    """

    _name = "asn.setelan.masuk"
    _description = "Sign-in and Security (Masuk dan Keamanan)"

    asn_sandi_panjang = fields.Integer("Shortest Password")
    asn_sandi_kecil = fields.Boolean("Small Letter")
    asn_sandi_besar = fields.Boolean("Capital Letter")
    asn_sandi_angka = fields.Boolean("Digit")
    asn_sandi_simbol = fields.Boolean("Sign")
    asn_sandi_riwayat = fields.Integer("Former Passwords Refused")
    asn_sandi_umur = fields.Integer("Expires after Days")
    asn_batas_gagal = fields.Integer("Failures per Account")
    asn_kunci_paling_lama = fields.Integer("Longest Lock (Seconds)")
    asn_sesi_jam = fields.Integer("Longest Session (Hours)")
    asn_kunci_layar = fields.Integer("Screen Lock after Minutes")
    asn_lapor_masuk = fields.Boolean("Report Odd Sign-ins")
    asn_retensi_bulan = fields.Integer("Log Kept for Months")
    asn_faktor_grup_ids = fields.Many2many(
        "res.groups",
        "asn_setelan_faktor_rel",
        string="Roles with Compulsory Second Factor",
    )
    asn_sandi_dimatikan = fields.Boolean("Sign In by SSO Only")
    asn_is_longgar = fields.Boolean("Demo City", readonly=True)

    @api.model
    def default_get(self, fields):
        hasil = super().default_get(fields)
        Pengguna = self.env["res.users"]
        nilai = {f: Pengguna._asn_setelan(k) for f, k in _ANGKA.items()}
        nilai |= {f: bool(Pengguna._asn_setelan(k)) for f, k in _TANDA.items()}
        nilai["asn_faktor_grup_ids"] = [Command.set(self._grup_wajib().ids)]
        nilai["asn_kunci_layar"] = self._grup_semua().lock_timeout_inactivity
        nilai["asn_is_longgar"] = Pengguna._asn_longgar()
        hasil.update({f: n for f, n in nilai.items() if f in fields})
        return hasil

    @api.depends("asn_sesi_jam")
    def _compute_display_name(self):
        for setelan in self:
            setelan.display_name = self.env._(
                "Sign-in and Security (Masuk dan Keamanan)"
            )

    @api.model
    def _grup_wajib(self):
        # sudo: which roles are marked is a setting of this page.
        return self.env["res.groups"].sudo().search([("asn_faktor_wajib", "=", True)])

    @api.model
    def _grup_semua(self):
        # sudo: the screen lock of everybody is a setting of this page.
        return self.env.ref("base.group_user").sudo()

    def action_simpan(self):
        """Store the settings of signing in.

        :raise AccessError: for anybody but Administrator Sistem
        :raise UserError: for values that would lock everybody out
        """
        self.ensure_one()
        if not self.env.user.has_group("asn_base.group_admin_sistem"):
            raise AccessError(self.env._("Only Administrator Sistem sets this."))
        self._asn_periksa_batas()
        if self.asn_sandi_dimatikan:
            self._asn_periksa_sso()
        # sudo: the officer was checked; parameters are closed to everybody.
        param_sudo = self.env["ir.config_parameter"].sudo()
        for nama, kunci in (_ANGKA | _TANDA).items():
            nilai = int(self[nama])
            if nilai != self.env["res.users"]._asn_setelan(kunci):
                param_sudo.set_param(kunci, str(nilai))
        lama = self._grup_wajib()
        baru = self._grup_boleh() & self.asn_faktor_grup_ids
        (lama - baru).asn_faktor_wajib = False
        (baru - lama).asn_faktor_wajib = True
        semua = self._grup_semua()
        if semua.lock_timeout_inactivity != self.asn_kunci_layar:
            semua.lock_timeout_inactivity = self.asn_kunci_layar
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("The settings are in force from now on."),
            },
        }

    @api.model
    def _grup_boleh(self):
        """Return the groups of roles, which this page may mark."""
        kategori = self.env.ref("asn_base.module_category_asn")
        # sudo: names of roles are no secret; only these groups are marked.
        return (
            self.env["res.groups"]
            .sudo()
            .search([("privilege_id.category_id", "=", kategori.id)])
        ) | self.env.ref("base.group_system").sudo()

    def _asn_periksa_batas(self):
        for nama, (bawah, atas) in _BATAS.items():
            if not bawah <= self[nama] <= atas:
                raise UserError(
                    self.env._(
                        "%(field)s must be between %(low)s and %(high)s.",
                        field=self._fields[nama].get_description(self.env)["string"],
                        low=bawah,
                        high=atas,
                    )
                )

    def _asn_periksa_sso(self):
        """Refuse to switch passwords off without a way in when SSO is down."""
        # sudo: counting only.
        darurat = self.env["res.users"].sudo().search([("asn_akun_darurat", "=", True)])
        siap = darurat.filtered(lambda u: u._asn_punya_faktor() or u._asn_longgar())
        # sudo: counting only.
        penyedia_sudo = self.env["auth.oauth.provider"].sudo()
        penyedia = penyedia_sudo.search_count([("enabled", "=", True)])
        if not siap or not penyedia:
            raise UserError(
                self.env._(
                    "Passwords can be switched off only with a working single sign-on"
                    " and at least one emergency account (Akun Darurat) that has a"
                    " second factor."
                )
            )

from odoo import api, fields, models

#: Settings of signing in: key of ``ir.config_parameter`` -> value when it is missing.
SETELAN = {
    "asn_masuk.longgar_demo": 0,  # 1 only in the demo city
    "asn_masuk.batas_gagal": 5,
    "asn_masuk.kunci_dasar": 60,  # seconds
    "asn_masuk.kunci_paling_lama": 900,  # seconds
    "asn_masuk.jendela_gagal": 60,  # minutes
    "auth_password_policy.minlength": 12,
    "asn_masuk.sandi_besar": 1,
    "asn_masuk.sandi_kecil": 1,
    "asn_masuk.sandi_angka": 1,
    "asn_masuk.sandi_simbol": 0,
    "asn_masuk.sandi_riwayat": 5,
    "asn_masuk.sandi_umur": 0,  # days; 0 never expires
    "asn_masuk.sesi_jam": 12,
    "asn_masuk.lapor_masuk": 1,
    "asn_masuk.retensi_bulan": 24,
    "asn_masuk.sandi_dimatikan": 0,
}


class ResUsers(models.Model):
    """Accounts: what signing in asks of them, and their security page."""

    _inherit = "res.users"

    asn_akun_darurat = fields.Boolean(
        "Emergency Account (Akun Darurat)",
        copy=False,
        groups="base.group_erp_manager",
        help="Signs in with a password also where passwords are switched off.",
    )
    asn_masuk_ids = fields.One2many("asn.masuk.catatan", "user_id", "Sign-ins")
    asn_faktor_wajib = fields.Boolean(
        "Second Factor Compulsory", compute="_compute_asn_faktor"
    )
    asn_faktor_ada = fields.Boolean(
        "Second Factor Set Up", compute="_compute_asn_faktor"
    )
    asn_kode_sisa = fields.Integer(
        "Recovery Codes Left", compute="_compute_asn_kode_sisa"
    )

    @property
    def SELF_READABLE_FIELDS(self):
        return super().SELF_READABLE_FIELDS + [
            "asn_masuk_ids",
            "asn_faktor_wajib",
            "asn_faktor_ada",
            "asn_kode_sisa",
        ]

    @api.model
    def _asn_setelan(self, nama):
        """Return a setting of signing in as a whole number.

        :param nama: key of ``SETELAN``, without ``asn_masuk.``
        """
        kunci = nama if "." in nama else f"asn_masuk.{nama}"
        # sudo: settings are read by the system for everybody, also before sign-in.
        nilai = self.env["ir.config_parameter"].sudo().get_param(kunci)
        try:
            return int(nilai) if nilai else SETELAN[kunci]
        except ValueError:
            return SETELAN[kunci]

    @api.model
    def _asn_longgar(self):
        """Say whether this is the demo city, whose accounts share one password."""
        return bool(self._asn_setelan("longgar_demo"))

    def _compute_asn_kode_sisa(self):
        Kode = self.env["asn.kode.pemulihan"]
        for user in self:
            user.asn_kode_sisa = Kode._sisa(user)

    @api.model
    def action_keamanan_saya(self):
        """Open the security page of the user herself, and of nobody else."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Account Security (Keamanan Akun)"),
            "res_model": "res.users",
            "res_id": self.env.uid,
            "view_mode": "form",
            "views": [
                (self.env.ref("asn_masuk.res_users_view_form_keamanan").id, "form")
            ],
            "target": "current",
        }

from odoo.exceptions import AccessDenied, UserError
from odoo.tests import TransactionCase, tagged

from .common import SANDI, MasukCommon

_WAJIB = (
    "admin_sistem",
    "admin_utama",
    "admin_aplikasi",
    "penandatangan",
    "kepala_badan",
)
_BEBAS = ("pegawai", "pimpinan", "fasilitator", "validator", "monev")


@tagged("post_install", "-at_install")
class TestFaktor(MasukCommon, TransactionCase):
    """Second factors: who needs one, and that neither RPC nor keys go around it."""

    def test_administrators_and_signers_need_one(self):
        for peran in (*_WAJIB, *_BEBAS):
            with self.subTest(peran):
                user = self.akun(f"faktor_{peran}", peran)
                wajib = peran in _WAJIB
                self.assertEqual(user._asn_langkah(), {"faktor"} if wajib else set())
                self.assertEqual(user._rpc_api_keys_only(), wajib)
                self.pasang_totp(user)
                self.assertFalse(user._asn_langkah())
                self.assertEqual(user._mfa_url(), "/web/login/totp")

    def test_city_adds_a_role(self):
        user = self.akun("faktor_fas", "fasilitator")
        self.assertIsNone(user._mfa_url())
        self.env.ref("asn_base.group_fasilitator").asn_faktor_wajib = True
        self.assertEqual(user._mfa_url(), "/web/login/langkah")

    def test_demo_city_is_exempt_and_says_so(self):
        user = self.akun("faktor_demo", "admin_sistem")
        self.assertTrue(user._asn_langkah())
        self.env["ir.config_parameter"].set_param("asn_masuk.longgar_demo", "1")
        self.assertFalse(user._asn_langkah())

    def test_password_does_not_open_rpc_of_who_needs_a_factor(self):
        user = self.akun("faktor_rpc", "admin_utama")
        kredensial = {"login": user.login, "password": SANDI, "type": "password"}
        with self.assertRaises(AccessDenied):
            user.with_user(user)._check_credentials(kredensial, {"interactive": False})
        # The same password is right where the next step will be asked for.
        user.with_user(user)._check_credentials(kredensial, {"interactive": True})

    def test_api_key_sleeps_until_there_is_a_factor(self):
        user = self.akun("faktor_kunci", "admin_utama")
        Kunci = self.env["res.users.apikeys"]
        kunci = Kunci.with_user(user).sudo()._generate(None, "uji", False)
        self.assertIsNone(Kunci._check_credentials(scope="rpc", key=kunci))
        self.pasang_totp(user)
        self.assertEqual(Kunci._check_credentials(scope="rpc", key=kunci), user.id)
        user._asn_reset_faktor()
        self.assertIsNone(Kunci._check_credentials(scope="rpc", key=kunci))

    def test_last_factor_stays_where_it_is_compulsory(self):
        user = self.akun("faktor_akhir", "penandatangan")
        self.pasang_totp(user)
        with self.assertRaises(UserError):
            user._asn_tolak_faktor_terakhir(totp=True)
        biasa = self.akun("faktor_biasa")
        self.pasang_totp(biasa)
        biasa._asn_tolak_faktor_terakhir(totp=True)
        self.env["auth.passkey.key"].with_user(user).sudo().create(
            {"name": "kunci", "credential_identifier": "uji"}
        )
        user.invalidate_recordset()
        user._asn_tolak_faktor_terakhir(totp=True)
        with self.assertRaises(UserError):
            user._asn_tolak_faktor_terakhir(totp=True, kunci=1)

    def test_passkey_holder_does_not_get_in_by_password_alone(self):
        user = self.akun("faktor_passkey", "penandatangan")
        self.env["auth.passkey.key"].with_user(user).sudo().create(
            {"name": "kunci", "credential_identifier": "uji2"}
        )
        self.assertFalse(user._asn_langkah())
        self.assertEqual(user._mfa_type(), "webauthn")
        self.assertEqual(user._mfa_url(), "/web/login/langkah")

    def test_nobody_removes_the_factor_of_somebody_else(self):
        user = self.akun("faktor_korban", "penandatangan")
        self.pasang_totp(user)
        admin = self.akun("faktor_admin", "admin_sistem")
        with self.assertRaises(UserError):
            # what the check of the identity lets through
            type(user).action_totp_disable.__wrapped__(user.with_user(admin))

    def test_recovery_code_works_once(self):
        user = self.akun("faktor_kode", "penandatangan")
        self.pasang_totp(user)
        kode = self.env["asn.kode.pemulihan"]._buat(user)
        self.assertEqual((len(kode), user.asn_kode_sisa), (10, 10))
        user._asn_pakai_kode(kode[3].lower().replace("-", " "))
        for salah in (kode[3], "AAAAA-AAAAA", "", "'; DROP TABLE"):
            with self.assertRaises(AccessDenied):
                user._asn_pakai_kode(salah)
        lain = self.akun("faktor_kode2", "penandatangan")
        with self.assertRaises(AccessDenied):
            lain._asn_pakai_kode(kode[4])
        baru = self.env["asn.kode.pemulihan"]._buat(user)
        with self.assertRaises(AccessDenied):
            user._asn_pakai_kode(kode[5])
        user._asn_pakai_kode(baru[0])
        self.assertNotIn(
            baru[1], str(self.env["asn.kode.pemulihan"].search([]).mapped("sidik"))
        )

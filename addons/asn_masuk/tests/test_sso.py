import os
from urllib.parse import parse_qs, urlparse

from odoo.exceptions import AccessDenied, ValidationError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import SANDI, HttpMasukCommon
from .penyedia_oidc import PenyediaOidc

_NIP = "199001012015011002"


@tagged("post_install", "-at_install")
class TestSso(HttpMasukCommon, HttpCase):
    """Single sign-on against a real OpenID provider on this machine."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The provider of the tests speaks plain HTTP on this machine.
        lama = os.environ.get("AUTHLIB_INSECURE_TRANSPORT")
        os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
        cls.addClassCleanup(
            lambda: (
                os.environ.pop("AUTHLIB_INSECURE_TRANSPORT") if lama is None else None
            )
        )
        cls.oidc = PenyediaOidc()
        cls.addClassCleanup(cls.oidc.tutup)
        cls.user = cls.akun(_NIP, nama="Wayan Sso")
        cls.penyedia = cls.env["auth.oauth.provider"].create(cls.oidc.nilai())

    def setUp(self):
        super().setUp()
        self.oidc.subjek = {"sub": "s-1", "nip": _NIP}
        self.oidc.rusak = {}
        self.oidc.kunci_asing = False
        self.env.registry.clear_cache()

    def _mulai(self):
        """Press the button and stop at the provider's door; return its address."""
        return self.url_open(
            f"/masuk/sso/{self.penyedia.id}", allow_redirects=False
        ).headers["Location"]

    def _sso(self):
        """Sign in by SSO as a browser does and return the last page."""
        kembali = self.opener.get(self._mulai(), allow_redirects=False, timeout=10)
        return self.url_open(kembali.headers["Location"])

    def test_employee_signs_in_by_nip_and_out_at_both(self):
        self.assertIn(
            f"/masuk/sso/{self.penyedia.id}", self.url_open("/web/login").text
        )
        self._sso()
        self.assertEqual(self.siapa(), self.user.id)
        self.assertEqual((self.user.oauth_uid, self.user.login), ("s-1", _NIP))
        catatan = self.user.asn_masuk_ids[:1]
        self.assertEqual((catatan.peristiwa, catatan.metode), ("berhasil", "sso"))
        keluar = self.url_open("/web/session/logout", allow_redirects=False)
        self.assertTrue(
            keluar.headers["Location"].startswith(f"{self.oidc.url}/logout")
        )
        self.assertIsNone(self.siapa())

    def test_linked_subject_stays_linked_when_the_claim_changes(self):
        self._sso()
        self.url_open("/web/session/logout", allow_redirects=False)
        self.oidc.subjek = {"sub": "s-1", "nip": "lain"}
        self._sso()
        self.assertEqual(self.siapa(), self.user.id)
        self.url_open("/web/session/logout", allow_redirects=False)
        # Another subject with the same NIP does not take the account over.
        self.oidc.subjek = {"sub": "s-2", "nip": _NIP}
        self._sso()
        self.assertIsNone(self.siapa())

    @mute_logger("odoo.addons.asn_masuk.models.auth_oauth_provider")
    def test_token_that_is_not_right_is_refused(self):
        for rusak in (
            {"aud": "aplikasi-lain"},
            {"iss": "https://jahat.example"},
            {"nonce": "nonce-lain"},
            {"azp": "aplikasi-lain"},
            {"exp": 1},
        ):
            with self.subTest(rusak):
                self.oidc.rusak = rusak
                self.assertIn("/web/login", self._sso().url)
                self.assertIsNone(self.siapa())
        self.oidc.rusak = {}
        self.oidc.kunci_asing = True
        self._sso()
        self.assertIsNone(self.siapa(), "signed by a key that is not published")

    def test_answer_belongs_to_the_browser_and_is_good_once(self):
        kembali = self.opener.get(self._mulai(), allow_redirects=False, timeout=10)
        alamat = kembali.headers["Location"]
        kue = self.opener.cookies.copy()
        self.opener.cookies.clear()
        self.url_open(alamat)
        self.assertIsNone(self.siapa(), "somebody else's answer (login CSRF)")
        self.opener.cookies.clear()
        self.opener.cookies.update(kue)
        palsu = alamat.replace("state=", "state=x")
        self.url_open(palsu)
        self.assertIsNone(self.siapa())
        self.url_open(alamat)
        self.assertIsNone(self.siapa(), "the attempt was used up by the forged one")

    def test_each_attempt_has_secrets_of_its_own(self):
        satu, dua = (parse_qs(urlparse(self._mulai()).query) for _ in range(2))
        for nama in ("state", "nonce", "code_challenge"):
            self.assertNotEqual(satu[nama], dua[nama])
        self.assertEqual(satu["code_challenge_method"], ["S256"])
        self.assertNotIn("client_secret", satu)

    def test_unknown_person_gets_no_account(self):
        jumlah = self.env["res.users"].search_count([])
        self.oidc.subjek = {"sub": "s-9", "nip": "000000000000000000"}
        halaman = self._sso()
        self.assertIn("alert-danger", halaman.text)
        self.assertIsNone(self.siapa())
        self.assertEqual(self.env["res.users"].search_count([]), jumlah)

    def test_second_factor_is_ours_unless_the_service_asked(self):
        ttd = self.akun("sso_ttd", "penandatangan")
        self.pasang_totp(ttd)
        self.oidc.subjek = {"sub": "s-3", "nip": "sso_ttd"}
        self._sso()
        self.assertIsNone(self.siapa())
        self.kirim("/web/login/totp", totp_token=self.kode())
        self.assertEqual(self.siapa(), ttd.id)
        self.url_open("/web/session/logout", allow_redirects=False)
        self.oidc.subjek["amr"] = ["pwd", "otp"]
        self._sso()
        self.assertEqual(self.siapa(), ttd.id)

    def _segar(self):
        """Let the service ask anew, as the page of statements offers; last page."""
        keluar = self.url_open(
            f"/masuk/sso/{self.penyedia.id}?segar=1&redirect=/asn/pernyataan",
            allow_redirects=False,
        ).headers["Location"]
        minta = parse_qs(urlparse(keluar).query)
        self.assertEqual((minta["prompt"], minta["max_age"]), (["login"], ["0"]))
        kembali = self.opener.get(keluar, allow_redirects=False, timeout=10)
        return self.url_open(kembali.headers["Location"])

    def test_pact_is_signed_without_a_password_after_the_service_asked_anew(self):
        orang, isian = self.menunggu_pakta(self.user, _NIP)
        self._sso()
        self.assertIn("segar=1", self.url_open("/asn/pernyataan").text)
        halaman = self.kirim_tanda(isian)
        self.assertIn("Belum ditandatangani", halaman.text, "a session is no proof")
        self.oidc.masuk_lalu = 3600
        self.addCleanup(setattr, self.oidc, "masuk_lalu", 0)
        self._segar()
        self.assertIn("Belum ditandatangani", self.kirim_tanda(isian).text)
        self.oidc.masuk_lalu = 0
        self.assertIn("baru saja dibuktikan", self._segar().text)
        halaman = self.kirim_tanda(isian)
        self.assertIn("lengkap", halaman.text)
        pakta = self.env["asn.pakta"].search([("employee_id", "=", orang.id)])
        self.assertEqual(set(pakta.mapped("jenis")), {"pakta", "keamanan", "ketentuan"})
        self.assertTrue(self.user.has_group("asn_base.group_fasilitator"))

    @mute_logger("odoo.addons.base.models.res_users", "odoo.http")
    def test_password_is_off_but_for_the_emergency_account(self):
        darurat = self.akun("sso_darurat", asn_akun_darurat=True)
        self.env["ir.config_parameter"].set_param("asn_masuk.sandi_dimatikan", "1")
        self.masuk(_NIP)
        self.assertIsNone(self.siapa())
        self._sso()
        self.assertEqual(self.siapa(), self.user.id)
        self.url_open("/web/session/logout", allow_redirects=False)
        self.masuk("sso_darurat", SANDI)
        self.assertEqual(self.siapa(), darurat.id)

    def test_other_doors_of_the_kept_addons_are_closed(self):
        for alamat in ("/auth_oauth/signin?state=%7B%7D", "/auth_oauth/oea"):
            self.assertEqual(self.url_open(alamat).status_code, 404)
        self.assertEqual(self.url_open("/masuk/sso/999999").status_code, 404)
        for kredensial in (
            {"type": "asn_sso", "login": _NIP},
            {"type": "asn_sso", "login": _NIP, "bukti": "object"},
        ):
            with self.assertRaises(AccessDenied):
                self.user.with_user(self.user)._check_credentials(
                    kredensial, {"interactive": True}
                )
        with self.assertRaises(ValidationError):
            self.penyedia.flow = "access_token"
        with self.assertRaises(ValidationError):
            self.penyedia.write({"asn_penerbit": False})

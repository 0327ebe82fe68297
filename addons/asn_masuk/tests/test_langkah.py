import json
import re
from unittest.mock import patch

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import SANDI, HttpMasukCommon


@tagged("post_install", "-at_install")
class TestLangkah(HttpMasukCommon, HttpCase):
    """Between password and session: nothing is reached, whatever is called."""

    def test_signer_is_led_to_set_up_and_gets_nothing_before(self):
        user = self.akun("langkah_ttd", "penandatangan")
        halaman = self.masuk("langkah_ttd")
        self.assertIn("/web/login/langkah", halaman.url)
        self.assertIn("data:image/png;base64,", halaman.text)
        self.assertIsNone(self.siapa())
        self.assertEqual(self.baca(), "odoo.http.SessionExpiredException")
        for alamat in ("/odoo", "/web", "/web/become", "/odoo/keamanan"):
            akhir = self.url_open(alamat)
            self.assertIn("/web/login", akhir.url, alamat)
        menu = self.url_open("/web/webclient/load_menus", allow_redirects=False)
        self.assertEqual(menu.status_code, 303)

        rahasia = re.search(r"user-select-all\">([A-Z2-7 ]+)<", halaman.text).group(1)
        import base64
        import time

        from odoo.addons.auth_totp.models.totp import hotp

        kunci = base64.b32decode(rahasia.replace(" ", ""))
        salah = self.kirim("/web/login/langkah", langkah="totp", kode="000000")
        self.assertIn("alert-danger", salah.text)
        self.assertIsNone(self.siapa())
        sid = self.opener.cookies.get("session_id")
        kode = f"{hotp(kunci, int(time.time() / 30)):06d}"
        kodes = self.kirim("/web/login/langkah", langkah="totp", kode=kode)
        self.assertEqual(
            len(re.findall(r"[2-9A-Z]{5}-[2-9A-Z]{5}</li>", kodes.text)), 10
        )
        self.assertEqual(self.siapa(), user.id)
        self.assertNotEqual(self.opener.cookies.get("session_id"), sid, "no fixation")
        self.assertEqual(user.asn_kode_sisa, 10)

    @mute_logger("odoo.addons.auth_totp.models.res_users", "odoo.http")
    def test_code_is_asked_for_and_not_taken_twice(self):
        user = self.akun("langkah_totp", "penandatangan")
        self.pasang_totp(user)
        kode = self.kode()
        self.masuk("langkah_totp")
        self.assertIsNone(self.siapa())
        self.kirim("/web/login/totp", totp_token=kode)
        self.assertEqual(self.siapa(), user.id)
        self.url_open("/web/session/logout")
        self.masuk("langkah_totp")
        self.kirim("/web/login/totp", totp_token=kode)
        self.assertIsNone(self.siapa(), "a code is good once")

    @mute_logger("odoo.http")
    def test_programs_are_not_let_around_it(self):
        self.akun("langkah_rpc", "admin_sistem")
        db = self.env.cr.dbname
        hasil = self.rpc(
            "/web/session/authenticate", db=db, login="langkah_rpc", password=SANDI
        )
        self.assertEqual(hasil["result"], {"uid": None})
        self.assertIsNone(self.siapa())
        self.assertFalse(self.xmlrpc_common.authenticate(db, "langkah_rpc", SANDI, {}))
        jawaban = self.url_open(
            "/json/2/res.users/search_read",
            data="{}",
            headers={"Content-Type": "application/json"},
        )
        self.assertEqual(jawaban.status_code, 401)

    def test_password_of_somebody_else_is_changed_first_with_the_code(self):
        user = self.akun("langkah_sandi", "penandatangan")
        self.pasang_totp(user)
        user.asn_sandi_sementara = True
        halaman = self.masuk("langkah_sandi")
        self.assertIn('name="sandi_baru"', halaman.text)
        # The page of the code does not lead past this step.
        self.kirim("/web/login/totp", totp_token=self.kode())
        self.assertIsNone(self.siapa())
        baru = "Gajah-Berenang-Biru-8"
        isian = {"langkah": "sandi", "sandi_baru": baru, "sandi_ulang": baru}
        self.kirim("/web/login/langkah", **isian, kode="000000")
        self.assertIsNone(self.siapa())
        self.kirim("/web/login/langkah", **isian, kode=self.kode())
        self.assertEqual(self.siapa(), user.id)
        self.assertFalse(user.asn_sandi_sementara)

    def test_weak_password_of_old_is_changed_at_the_next_sign_in(self):
        user = self.akun("langkah_lama")
        user._set_encrypted_password(user.id, user._crypt_context().hash("lama"))
        halaman = self.masuk("langkah_lama", "lama")
        self.assertIn('name="sandi_baru"', halaman.text)
        lemah = self.kirim(
            "/web/login/langkah",
            langkah="sandi",
            sandi_baru="lama1",
            sandi_ulang="lama1",
        )
        self.assertIn("alert-danger", lemah.text)
        self.assertIsNone(self.siapa())

    def test_recovery_code_opens_once(self):
        user = self.akun("langkah_pulih", "penandatangan")
        self.pasang_totp(user)
        kode = self.env["asn.kode.pemulihan"]._buat(user)
        self.masuk("langkah_pulih")
        self.kirim("/web/login/pemulihan", kode="XXXXX-XXXXX")
        self.assertIsNone(self.siapa())
        self.kirim("/web/login/pemulihan", kode=kode[0])
        self.assertEqual(self.siapa(), user.id)
        self.url_open("/web/session/logout")
        self.masuk("langkah_pulih")
        self.kirim("/web/login/pemulihan", kode=kode[0])
        self.assertIsNone(self.siapa())

    @mute_logger("odoo.http")
    def test_passkey_beside_the_password_opens_the_session(self):
        user = self.akun("langkah_kunci", "penandatangan")
        kunci = self.env["auth.passkey.key"]
        kunci.with_user(user).sudo().create(
            {"name": "Ponsel", "credential_identifier": "ponsel-1"}
        )
        self.masuk("langkah_kunci")
        with patch.object(type(kunci), "_verify_auth", lambda *_a: 1):
            for nama, siapa in (("bukan-miliknya", None), ("ponsel-1", user.id)):
                jawab = json.dumps({"id": nama})
                self.kirim(
                    "/web/login/langkah", langkah="passkey", webauthn_response=jawab
                )
                self.assertEqual(self.siapa(), siapa)

    def test_passkey_signs_the_pact_while_the_proof_is_fresh(self):
        """Who signs in by passkey has no password to type: the sign-in is the proof."""
        user = self.akun("langkah_pakta")
        _orang, isian = self.menunggu_pakta(user, "199001012015011003")
        kunci = self.env["auth.passkey.key"]
        kunci.with_user(user).sudo().create(
            {"name": "Ponsel", "credential_identifier": "ponsel-2"}
        )
        self.env.flush_all()
        jawab = json.dumps({"id": "ponsel-2"})
        lewat = "odoo.addons.asn_masuk.models.asn_pakta._SEGAR"
        self.masuk("langkah_pakta")
        halaman = self.kirim_tanda(isian)
        self.assertIn("Belum ditandatangani", halaman.text, "a session is no proof")
        self.assertIn("/web/session/logout", halaman.text, "the way to the passkey")
        for detik, selesai in ((-1, False), (600, True)):
            self.url_open("/web/session/logout")
            with (
                patch.object(type(kunci), "_verify_auth", lambda *_a: 1),
                patch(lewat, detik),
            ):
                self.kirim(
                    "/web/login", type="webauthn", webauthn_response=jawab, password=""
                )
            self.assertEqual(self.siapa(), user.id)
            teks = self.kirim_tanda(isian).text
            self.assertEqual("Belum ditandatangani" not in teks, selesai)
        self.assertTrue(user.has_group("asn_base.group_fasilitator"))

    @mute_logger("odoo.http")
    def test_passkey_under_another_name_is_refused_with_the_right_address(self):
        parameter = self.env["ir.config_parameter"].sudo()
        parameter.set_param("web.base.url", "https://asn.kota.go.id")
        salah = self.rpc("/auth/passkey/start-auth")["error"]["data"]
        self.assertEqual(salah["name"], "odoo.exceptions.UserError")
        self.assertIn("https://asn.kota.go.id", salah["message"])
        parameter.set_param("web.base.url", self.base_url())
        self.assertIn("challenge", self.rpc("/auth/passkey/start-auth")["result"])

    def test_pages_of_the_steps_need_the_password(self):
        for alamat in ("/web/login/langkah", "/web/login/pemulihan"):
            akhir = self.url_open(alamat)
            self.assertTrue(akhir.url.endswith("/web/login"), akhir.url)
        self.assertIn("error", self.rpc("/web/login/langkah/passkey"))

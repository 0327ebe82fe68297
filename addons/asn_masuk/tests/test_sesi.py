import time
from unittest.mock import patch

from odoo import Command, fields
from odoo.tests import HttpCase, TransactionCase, tagged
from odoo.tools import mute_logger

from .common import HttpMasukCommon, MasukCommon


@tagged("post_install", "-at_install")
class TestSesi(MasukCommon, TransactionCase):
    """Sessions end when rights, password or account change."""

    def _token(self, user):
        self.env.flush_all()
        self.env.registry.clear_cache()
        return user._compute_session_token("s" * 84)

    def test_change_of_rights_password_or_account_ends_sessions(self):
        user = self.akun("sesi_a", "pimpinan")
        monev, penandatangan = self.peran("monev"), self.peran("penandatangan")
        token = [self._token(user)]
        for ubah in (
            lambda: user.write({"group_ids": [Command.link(monev.id)]}),
            lambda: user.write({"group_ids": [Command.unlink(monev.id)]}),
            lambda: user.write({"group_ids": [Command.link(penandatangan.id)]}),
            lambda: user.write({"password": "Gajah-Berenang-Biru-8"}),
            lambda: user.write({"active": False}),
        ):
            ubah()
            token.append(self._token(user))
        self.assertEqual(token[0], token[1], "gaining a right throws nobody out")
        self.assertEqual(len(set(token)), 5)
        user.write({"active": True, "lang": "id_ID"})
        tetap = self._token(user)
        user.write({"group_ids": [Command.link(self.peran("pegawai").id)]})
        self.assertEqual(self._token(user), tetap, "a right held already ends nothing")

    def test_odd_sign_in_is_reported_with_a_way_to_object(self):
        """LL-25-1, LL-25-2: the owner hears of a new device and of two places."""
        user = self.akun("sesi_b", notification_type="inbox")
        Catatan = self.env["asn.masuk.catatan"]
        rumah = {"alamat": "10.1.2.3", "perangkat": "Firefox · Linux"}
        jauh = {"alamat": "203.0.113.9", "perangkat": "Chrome · Android"}
        kelas = type(Catatan)
        with (
            patch("odoo.addons.asn_masuk.models.res_users_masuk.request", True),
            patch.object(kelas, "_asal", lambda self: rumah),
        ):
            user._asn_setelah_masuk("password")
            user._asn_setelah_masuk("password")
        self.assertFalse(self._surat(user), "the first device is nobody's surprise")
        self.env.cr.execute(
            "INSERT INTO res_device_log (session_identifier, ip_address, user_id,"
            " last_activity, revoked) VALUES ('x', '10.1.2.3', %s, %s, false)",
            [user.id, fields.Datetime.now()],
        )
        with (
            patch("odoo.addons.asn_masuk.models.res_users_masuk.request", True),
            patch.object(kelas, "_asal", lambda self: jauh),
        ):
            user._asn_setelah_masuk("password")
        self.assertLessEqual(
            {"berhasil", "perangkat_baru", "dua_tempat"},
            set(user.asn_masuk_ids.mapped("peristiwa")),
        )
        surat = self._surat(user)
        self.assertEqual(len(surat), 1)
        self.assertIn("/masuk/bukan-saya/", surat.body_html)

    def _surat(self, user):
        return self.env["mail.mail"].search([("email_to", "ilike", user.login)])

    def test_link_of_the_notice_is_for_one_account_and_some_days(self):
        user, lain = self.akun("sesi_c"), self.akun("sesi_d")
        *_, id_, sampai, tanda = user._asn_tautan_bukan_saya().split("/")
        Pengguna = self.env["res.users"]
        self.assertEqual(Pengguna._asn_dari_tautan(int(id_), int(sampai), tanda), user)
        for id_salah, sampai_salah, tanda_salah in (
            (lain.id, int(sampai), tanda),
            (user.id, int(sampai) + 1, tanda),
            (user.id, int(sampai), "0" * 64),
        ):
            self.assertFalse(
                Pengguna._asn_dari_tautan(id_salah, sampai_salah, tanda_salah)
            )
        with patch("time.time", lambda: int(sampai) + 1):
            self.assertFalse(Pengguna._asn_dari_tautan(user.id, int(sampai), tanda))


@tagged("post_install", "-at_install")
class TestSesiHttp(HttpMasukCommon, HttpCase):
    """Age, inactivity and “not me” over HTTP."""

    def _sesi(self):
        from odoo.http import root

        return root.session_store.get(self.opener.cookies.get("session_id"))

    def _ubah_sesi(self, **nilai):
        from odoo.http import root

        sesi = self._sesi()
        sesi.update(nilai)
        root.session_store.save(sesi)

    @mute_logger("odoo.http")
    def test_session_locks_and_unlocks_and_ends(self):
        """LL-25-1, LL-31-2-f: the screen locks by itself and the session ends."""
        user = self.akun("sesi_http")
        self.masuk("sesi_http")
        self.assertEqual(self.siapa(), user.id)
        self._ubah_sesi(asn_aktif=time.time() - 16 * 60)
        self.assertEqual(
            self.baca(),
            "odoo.addons.auth_timeout.models.ir_http.CheckIdentityException",
        )
        tanya = self.rpc(
            "/auth-timeout/session/check-identity", type="password", password="salah"
        )
        self.assertIn("error", tanya)
        self.assertTrue(self.baca(), "still locked")
        from .common import SANDI

        self.rpc(
            "/auth-timeout/session/check-identity", type="password", password=SANDI
        )
        self.assertIsNone(self.baca())
        self._ubah_sesi(asn_mulai=time.time() - 13 * 3600)
        self.assertEqual(self.baca(), "odoo.http.SessionExpiredException")
        self.assertIn("/web/login", self.url_open("/odoo").url)

    def test_not_me_ends_every_session_without_signing_in(self):
        user = self.akun("sesi_bukan")
        self.masuk("sesi_bukan")
        self.assertEqual(self.siapa(), user.id)
        alamat = "/masuk" + user._asn_tautan_bukan_saya().split("/masuk", 1)[1]
        self.url_open(alamat)
        self.assertEqual(self.siapa(), user.id, "looking at the page does nothing")
        self.kirim(alamat)
        self.assertIsNone(self.siapa())
        self.assertEqual(user._asn_langkah(), {"sandi"})

    def test_sign_in_page_says_who_answers_for_the_account(self):
        """KDR-6-2, LL-25-2: what is done with an account is its owner's."""
        teks = self.url_open("/web/login").text
        self.assertIn("o_asn_masuk_akuntabel", teks)
        self.assertIn("/masuk/ketentuan", teks)
        self.assertEqual(self.url_open("/masuk/ketentuan").status_code, 200)

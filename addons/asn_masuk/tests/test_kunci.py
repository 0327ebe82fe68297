from datetime import timedelta
from unittest.mock import patch

from odoo import fields
from odoo.addons.asn_masuk.domain.kunci import jaringan, lama_kunci, samarkan_nama
from odoo.exceptions import AccessDenied, AccessError
from odoo.tests import HttpCase, TransactionCase, tagged
from odoo.tools import mute_logger

from .common import SANDI, HttpMasukCommon, MasukCommon


@tagged("post_install", "-at_install")
class TestKunci(MasukCommon, TransactionCase):
    """KDR-6-1: locks, counted in the database, alike for accounts that do not exist."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.user = cls.akun("kunci_a")
        cls.admin = cls.akun("kunci_admin", "admin_sistem")

    def setUp(self):
        super().setUp()
        self.registry_enter_test_mode()

    def _coba(self, login, sandi, jenis="password"):
        try:
            self.env["res.users"].authenticate(
                {"login": login, "password": sandi, "type": jenis},
                {"interactive": True},
            )
        except AccessDenied as ditolak:
            return str(ditolak)
        return None

    def test_wait_doubles_up_to_its_ceiling(self):
        for gagal, detik in ((4, 0), (5, 60), (6, 120), (8, 480), (9, 900), (99, 900)):
            self.assertEqual(lama_kunci(gagal, 5, 60, 900), detik)
        self.assertEqual(lama_kunci(99, 0, 60, 900), 0)
        self.assertEqual(jaringan("10.20.30.40"), "10.20.0.0/16")
        self.assertEqual(jaringan("bukan"), "")
        self.assertEqual(samarkan_nama("RahasiaSaya1"), "Ra******")

    @mute_logger("odoo.addons.base.models.res_users")
    def test_fifth_failure_locks_and_time_unlocks(self):
        for _ in range(5):
            self._coba("kunci_a", "salah")
        self.assertIn("5", str(self._baris().gagal))
        pesan = self._coba("kunci_a", SANDI)
        self.assertTrue(pesan, "the right password does not open a locked account")
        nanti = fields.Datetime.now() + timedelta(minutes=2)
        self.env.cr.execute(
            "UPDATE asn_masuk_kunci SET sampai = sampai - interval '2 minutes'"
        )
        self.assertLess(self._baris().sampai, nanti)
        self.assertIsNone(self._coba("kunci_a", SANDI))
        self.assertFalse(self._baris(), "a success starts the count anew")

    @mute_logger("odoo.addons.base.models.res_users")
    def test_unknown_account_answers_like_a_known_one(self):
        tahu = [self._coba("kunci_a", "salah") for _ in range(6)]
        entah = [self._coba("tidak_ada", "salah") for _ in range(6)]
        self.assertEqual(tahu, entah)
        self.assertNotEqual(tahu[0], tahu[5])

    @mute_logger("odoo.addons.base.models.res_users")
    def test_unknown_account_costs_a_hash_too(self):
        ctx = type(self.env["res.users"]._crypt_context())
        with patch.object(ctx, "hash", return_value="-") as pura:
            self._coba("tidak_ada", "salah")
            self.assertEqual(pura.call_count, 1)
            self._coba("kunci_a", "salah")
            self.assertEqual(pura.call_count, 1)

    @mute_logger("odoo.addons.base.models.res_users")
    def test_administrator_unlocks_and_the_log_says_so(self):
        for _ in range(5):
            self._coba("kunci_a", "salah")
        with self.assertRaises(AccessError):
            self._baris().with_user(self.user).action_buka()
        self._baris().with_user(self.admin).action_buka()
        self.assertIsNone(self._coba("kunci_a", SANDI))
        catatan = self.env["asn.masuk.catatan"].search([("user_id", "=", self.user.id)])
        self.assertEqual(
            catatan.sorted("id").mapped("peristiwa"),
            ["sandi_diganti", *["gagal"] * 5, "dikunci", "dibuka", "berhasil"],
        )
        self.assertEqual(
            catatan.filtered(lambda c: c.peristiwa == "dibuka").pelaku_id, self.admin
        )

    def test_log_and_locks_are_written_by_nobody(self):
        for model in ("asn.masuk.catatan", "asn.masuk.kunci"):
            baris = self.env[model]
            with self.assertRaises(AccessError):
                baris.create({"gagal": 1})
            with self.assertRaises(AccessError):
                baris.search([], limit=1).write({"user_id": False})
            with self.assertRaises(AccessError):
                baris.search([], limit=1).unlink()
        self.assertFalse(
            self.env["asn.masuk.catatan"]
            .with_user(self.user)
            .search([("user_id", "!=", self.user.id)])
        )

    def _baris(self):
        return self.env["asn.masuk.kunci"].search([("user_id", "=", self.user.id)])


@tagged("post_install", "-at_install")
class TestKunciHttp(HttpMasukCommon, HttpCase):
    """The same over the routes: pages, programs, the screen lock."""

    @mute_logger("odoo.addons.base.models.res_users", "odoo.http")
    def test_failures_of_the_page_are_counted(self):
        user = self.akun("kunci_http")
        self.masuk("kunci_http", "salah")
        self.masuk("kunci_http", "salah lagi")
        kunci = self.env["asn.masuk.kunci"].search([("user_id", "=", user.id)])
        self.assertEqual(kunci.gagal, 2)

    @mute_logger(
        "odoo.addons.base.models.res_users",
        "odoo.addons.auth_totp.models.res_users",
        "odoo.http",
    )
    def test_wrong_codes_are_logged_as_such_and_lock(self):
        """KDR-6-1: who knows the password does not try a million codes."""
        user = self.akun("kunci_kode", "penandatangan")
        self.pasang_totp(user)
        self.masuk("kunci_kode")
        for _ in range(5):
            self.kirim("/web/login/totp", totp_token="000000")
        self.kirim("/web/login/totp", totp_token=self.kode())
        self.assertIsNone(self.siapa(), "locked: the right code is too late")
        catatan = self.env["asn.masuk.catatan"].search(
            [("user_id", "=", user.id), ("peristiwa", "!=", "sandi_diganti")],
            order="id",
        )
        self.assertEqual(
            catatan.mapped("peristiwa"),
            ["berhasil", *["gagal"] * 5, "dikunci", "terkunci"],
        )
        # The right password, and each wrong code, say what they were.
        self.assertEqual(len(catatan.filtered("keterangan")), 7)

    @mute_logger("odoo.addons.base.models.res_users", "odoo.http")
    def test_reset_page_tells_nothing_and_is_not_flooded(self):
        self.akun("kunci_reset")
        jawab = {
            self._polos(self.kirim("/web/reset_password", login=nama), nama)
            for nama in ("kunci_reset", "tidak_ada_sama_sekali")
        }
        self.assertEqual(len(jawab), 1, "the same answer for both")
        for _ in range(5):
            self.kirim("/web/reset_password", login="kunci_reset")
        surat = self.env["mail.mail"].search([("email_to", "ilike", "kunci_reset")])
        self.assertLessEqual(len(surat), 3)

    def _polos(self, jawaban, nama):
        import re

        teks = re.sub(r'value="[^"]*"|csrf_token: "[^"]*"', "", jawaban.text)
        return (jawaban.status_code, "".join(re.findall(r"<p[^>]*>([^<]+)", teks)))

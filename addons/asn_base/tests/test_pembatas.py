from types import SimpleNamespace
from unittest.mock import patch

from odoo.exceptions import AccessDenied
from odoo.tests import HttpCase, TransactionCase, tagged

from .. import pembatas
from ..models import res_users_batas
from ..pembatas import Pembatas


@tagged("post_install", "-at_install")
class TestPembatas(TransactionCase):
    """Limits by key and time, counted in the database."""

    def setUp(self):
        super().setUp()
        # Its own transactions are parts of the test's.
        self.registry_enter_test_mode()
        self.pembatas = Pembatas("uji", batas=3, detik=60)
        self.pembatas.lupakan()
        self.addCleanup(self.pembatas.lupakan)

    def _mundurkan(self, detik):
        self.env.cr.execute(
            """UPDATE asn_pembatas SET waktu = ARRAY(
                   SELECT w - %s * interval '1 s' FROM unnest(waktu) AS w)
                WHERE kunci LIKE 'uji:%%'""",
            [detik],
        )

    def test_limit_holds_until_time_has_passed(self):
        hasil = [self.pembatas.coba("a") for _i in range(4)]
        self.assertEqual(hasil, [True] * 3 + [False])
        self.assertTrue(self.pembatas.coba("b"))
        self._mundurkan(59)
        self.assertFalse(self.pembatas.coba("a"))
        self._mundurkan(1)
        self.assertTrue(self.pembatas.coba("a"))

    def test_counted_events_close_and_forgetting_opens(self):
        for _i in range(3):
            self.assertTrue(self.pembatas.boleh("a"))
            self.pembatas.catat("a")
        self.assertFalse(self.pembatas.boleh("a"))
        self.pembatas.lupakan("a")
        self.assertTrue(self.pembatas.boleh("a"))

    def test_events_beyond_the_limit_do_not_fill_the_table(self):
        for _i in range(50):
            self.pembatas.catat("a")
        self.env.cr.execute(
            "SELECT cardinality(waktu) FROM asn_pembatas WHERE kunci LIKE 'uji:%'"
        )
        self.assertLessEqual(self.env.cr.fetchone()[0], 4)

    def test_another_limit_and_another_process_keep_their_counts(self):
        for _i in range(3):
            self.pembatas.coba("a")
        self.assertTrue(Pembatas("uji_lain", batas=3, detik=60).coba("a"))
        # A second object is what a second worker has: the table is the same.
        self.assertFalse(Pembatas("uji", batas=3, detik=60).coba("a"))

    def test_old_counts_are_deleted(self):
        self.pembatas.coba("a")
        self.env.cr.execute("UPDATE asn_pembatas SET sampai = now() - interval '1 s'")
        self.env["asn.pembatas"]._gc_pembatas()
        self.env.cr.execute("SELECT count(*) FROM asn_pembatas")
        self.assertEqual(self.env.cr.fetchone()[0], 0)

    def test_a_network_of_addresses_counts_as_one(self):
        for dari, harap in (
            ("203.0.113.9", "203.0.113.9"),
            ("::ffff:203.0.113.9", "203.0.113.9"),
            ("2001:db8:1:2:a::9", "2001:db8:1:2::/64"),
            ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
            ("unix", "unix"),
        ):
            permintaan = SimpleNamespace(httprequest=SimpleNamespace(remote_addr=dari))
            with patch.object(pembatas, "request", permintaan):
                self.assertEqual(pembatas.alamat(), harap)


@tagged("post_install", "-at_install")
class TestMasukDibatasi(HttpCase):
    """One address cannot guess without end, whichever way it logs in."""

    def setUp(self):
        super().setUp()
        for satu in (
            res_users_batas.GAGAL_MASUK,
            res_users_batas.SETEL_ULANG,
            res_users_batas.SETEL_ULANG_AKUN,
        ):
            satu.lupakan()
            self.addCleanup(satu.lupakan)

    def _masuk(self, sandi):
        return self.url_open(
            "/web/session/authenticate",
            json={"params": {
                "db": self.env.cr.dbname, "login": "admin", "password": sandi,
            }},
        ).json()  # fmt: skip

    def test_wrong_passwords_are_counted_and_right_ones_are_not(self):
        # A refused request is rolled back, in tests with all that happened in it.
        gagal = []
        self.patch(res_users_batas.GAGAL_MASUK, "catat", gagal.append)
        self.assertIn("error", self._masuk("salah"))
        self.assertIn("result", self._masuk("admin"))
        self.assertEqual(gagal, ["127.0.0.1"])

    def test_an_address_with_too_many_failures_waits(self):
        for _i in range(res_users_batas.GAGAL_MASUK.batas):
            res_users_batas.GAGAL_MASUK.catat("127.0.0.1")
        # The right one is refused as well: nobody learns that it was right.
        galat = self._masuk("admin")["error"]["data"]
        self.assertEqual(galat["name"], f"{AccessDenied.__module__}.AccessDenied")
        res_users_batas.GAGAL_MASUK.lupakan()
        self.assertIn("result", self._masuk("admin"))

    def test_links_for_a_new_password_are_sent_a_few_times_only(self):
        self.env["ir.config_parameter"].set_param("auth_signup.reset_password", "True")
        kirim = []
        self.patch(
            self.registry["res.users"],
            "action_reset_password",
            lambda users: kirim.append(users.login),
        )
        self.patch(res_users_batas.SETEL_ULANG_AKUN, "batas", 2)
        for kali in range(4):
            self.authenticate(None, None)
            halaman = self.url_open("/web/reset_password")
            token = halaman.text.split('name="csrf_token" value="')[1].split('"')[0]
            self.url_open(
                "/web/reset_password", data={"login": "admin", "csrf_token": token}
            )
            self.assertEqual(len(kirim), min(kali + 1, 2))

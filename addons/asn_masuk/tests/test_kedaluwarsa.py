import re

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import SANDI, HttpMasukCommon


@tagged("post_install", "-at_install")
class TestKedaluwarsa(HttpMasukCommon, HttpCase):
    """A form that outlived its session: a way on instead of “Bad Request”."""

    @mute_logger("odoo.http")
    def test_sign_in_page_of_an_ended_session_comes_anew_and_says_why(self):
        user = self.akun("basi_a")
        halaman = self.url_open("/web/login?redirect=/odoo/keamanan").text
        tanda = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', halaman).group(1)
        self.opener.cookies.clear()
        isi = {"login": "basi_a", "password": SANDI, "csrf_token": tanda}
        jawab = self.url_open("/web/login", data=isi | {"redirect": "/odoo/keamanan"})
        self.assertEqual(jawab.status_code, 200)
        self.assertIn("kedaluwarsa=1", jawab.url)
        self.assertIn("keamanan", jawab.url)
        self.assertIn('role="status"', jawab.text)
        self.assertIsNone(self.siapa(), "a foreign token signs nobody in")
        self.masuk("basi_a")
        self.assertEqual(self.siapa(), user.id)

    @mute_logger("odoo.http")
    def test_form_of_an_ended_session_leads_back_to_its_page(self):
        user = self.akun("basi_b")
        self.masuk("basi_b")
        asal = f"{self.base_url()}/asn/pernyataan"
        user._asn_akhiri_sesi()
        self.env.flush_all()
        jawab = self.url_open(
            "/asn/pernyataan/tanda",
            data={"csrf_token": "x"},
            headers={"Referer": asal},
            allow_redirects=False,
        )
        self.assertEqual(jawab.status_code, 303)
        self.assertTrue(
            jawab.headers["Location"].endswith(
                "/web/login?redirect=%2Fasn%2Fpernyataan"
            ),
            jawab.headers["Location"],
        )
        asing = self.url_open(
            "/asn/pernyataan/tanda",
            data={"csrf_token": "x"},
            headers={"Referer": "https://jahat.example/asn/pernyataan"},
            allow_redirects=False,
        )
        self.assertIn("redirect=%2Fodoo", asing.headers["Location"])

    @mute_logger("odoo.http")
    def test_form_of_another_session_is_refused_in_plain_words(self):
        self.akun("basi_c")
        self.masuk("basi_c")
        jawab = self.url_open(
            "/asn/pernyataan/tanda",
            data={"csrf_token": "x"},
            headers={"Referer": f"{self.base_url()}/asn/pernyataan"},
        )
        self.assertEqual(jawab.status_code, 400)
        self.assertIn('href="/asn/pernyataan"', jawab.text)
        self.assertIn("<h1>", jawab.text)
        self.assertIn("default-src", jawab.headers["Content-Security-Policy"])

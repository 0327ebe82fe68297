from odoo.tests import HttpCase, common, tagged

from .common import AsnCommon

# Waits for the page, then asks that nothing is wider than the window.
TUNGGU = "!!document.querySelector('.o_asn_beranda[data-status=siap] .o_asn_salam')"
PERIKSA = """
const lebar = document.querySelector('.o_asn_beranda');
if (lebar.scrollWidth > lebar.clientWidth + 1) {
    console.error(`wider than the window: ${lebar.scrollWidth}`);
} else if (!document.querySelector('.o_asn_nama').textContent.includes('Siti')) {
    console.error('no greeting by name');
} else {
    console.log('test successful');
}
"""


class Layar(AsnCommon):
    """A pegawai lands on the home page; any console error fails the test."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # On a busy machine a cold Chromium needs longer than Odoo's ten seconds.
        cls.classPatch(common, "CHECK_BROWSER_ITERATIONS", 900)
        unit = cls.buat_unit("Dinas Contoh", "opd")
        cls.buat_pegawai_user("layar_pegawai", unit=unit, nama="Siti Rahmawati")

    def buka_beranda(self):
        """Log in and wait until the page is drawn."""
        self.browser_js(
            "/odoo", PERIKSA, ready=TUNGGU, login="layar_pegawai", timeout=180
        )


@tagged("post_install", "-at_install")
class TestLayarLebar(Layar, HttpCase):
    """1366 px."""

    browser_size = "1366x768"

    def test_pegawai_lands_on_home(self):
        self.buka_beranda()


@tagged("post_install", "-at_install")
class TestLayarPonsel(Layar, HttpCase):
    """390 px, by touch."""

    browser_size = "390x844"
    touch_enabled = True

    def test_pegawai_lands_on_home(self):
        self.buka_beranda()


@tagged("post_install", "-at_install")
class TestHalamanMasuk(HttpCase):
    """The page before the login."""

    def test_login_page_shows_the_product(self):
        page = self.url_open("/web/login").text
        self.assertIn("<title>ASN Terpadu</title>", page)
        self.assertNotIn("odoo.com", page)
        self.assertNotIn("/web/database/manager", page)

    def test_nobody_signs_up_without_an_invitation(self):
        Parameter = self.env["ir.config_parameter"]
        Parameter.set_param("auth_signup.invitation_scope", "b2c")
        self.assertNotIn("/web/signup", self.url_open("/web/login").text)
        self.assertEqual(self.url_open("/web/signup").status_code, 404)

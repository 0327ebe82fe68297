from odoo.tests import HttpCase, TransactionCase, tagged

from ..domain import tajuk


@tagged("post_install", "-at_install")
class TestTajuk(TransactionCase):
    """Which files are dangerous, and what a cookie must have."""

    def test_files_that_a_browser_runs_are_known(self):
        for jenis in (
            "text/html", "image/svg+xml", "application/xhtml+xml", "text/xml",
            "application/javascript", "TEXT/HTML", "application/x-shockwave-flash",
        ):  # fmt: skip
            self.assertTrue(tajuk.aktif(jenis), jenis)
        for jenis in (
            "application/pdf", "image/png", "text/plain", "", None,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ):  # fmt: skip
            self.assertFalse(tajuk.aktif(jenis), jenis)

    def test_cookies_get_what_they_lack_and_nothing_twice(self):
        for asal, https, harap in (
            ("a=1; HttpOnly", False, "a=1; HttpOnly; SameSite=Lax"),
            ("a=1; HttpOnly", True, "a=1; HttpOnly; SameSite=Lax; Secure"),
            ("a=1; Secure; SameSite=Strict", True, "a=1; Secure; SameSite=Strict"),
            ("a=secure", True, "a=secure; SameSite=Lax; Secure"),
        ):
            self.assertEqual(tajuk.kue(asal, https), harap)


@tagged("post_install", "-at_install")
class TestTajukHttp(HttpCase):
    """Answers carry the headers (LL-30-2-a, LL-31-2-e)."""

    def test_pages_of_the_web_client_carry_the_policy(self):
        for halaman in ("/web/login", "/web/reset_password", "/odoo"):
            jawab = self.url_open(halaman)
            self.assertIn("object-src 'none'", jawab.headers["Content-Security-Policy"])
            self.assertIn(
                "frame-ancestors 'self'", jawab.headers["Content-Security-Policy"]
            )
            for nama, nilai in tajuk.AMAN:
                self.assertEqual(jawab.headers[nama], nilai, halaman)

    def test_session_cookie_is_out_of_reach_of_scripts_and_other_sites(self):
        kue = self.url_open("/web/login").headers["Set-Cookie"]
        self.assertIn("HttpOnly", kue)
        self.assertIn("SameSite=Lax", kue)

    def test_active_files_are_saved_and_never_shown(self):
        self.authenticate("admin", "admin")
        for nama, jenis, isi in (
            ("a.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("a.html", "text/html", b"<script>alert(1)</script>"),
        ):
            # An address makes it the server's own; a person's is refused.
            berkas = self.env["ir.attachment"].create(
                {
                    "name": nama,
                    "raw": isi,
                    "mimetype": jenis,
                    "public": True,
                    "url": f"/uji/{nama}",
                }
            )
            self.assertEqual(berkas.mimetype, jenis)
            diperiksa = 0
            for alamat in (
                f"/web/content/{berkas.id}",
                f"/web/content/{berkas.id}?download=false",
                f"/web/image/{berkas.id}",
            ):
                jawab = self.url_open(alamat)
                if jenis not in jawab.headers["Content-Type"]:
                    continue
                diperiksa += 1
                sikap = jawab.headers["Content-Disposition"]
                self.assertTrue(sikap.startswith("attachment"), (alamat, sikap))
                self.assertIn("sandbox", jawab.headers["Content-Security-Policy"])
            self.assertGreaterEqual(diperiksa, 2, nama)

import io

from odoo.addons.asn_arsip.domain import berkas
from odoo.tests import HttpCase, tagged

from ..controllers import verifikasi
from .common import SuratCommon, ca, p12


@tagged("post_install", "-at_install")
class TestVerifikasi(SuratCommon, HttpCase):
    """What a stranger with a phone learns, and what not."""

    def setUp(self):
        super().setUp()
        self._bersih()
        self.addCleanup(self._bersih)
        self.surat = self.terbit(nilai={"alamat": "Jalan Rahasia Pribadi 99"})

    def _bersih(self):
        verifikasi.LIHAT.lupakan()
        verifikasi.UNGGAH.lupakan()

    def _unggah(self, isi, nama="surat.pdf"):
        return self.url_open(
            "/v/periksa", files={"berkas_pdf": (nama, io.BytesIO(isi), "text/plain")}
        )

    def test_genuine_letter_shows_the_minimum(self):
        jawab = self.url_open(f"/v/{self.surat.token}")
        self.assertEqual(jawab.status_code, 200)
        for harap in (
            "Surat terdaftar dan berlaku",
            self.surat.nomor,
            "Surat izin cuti",
            "Dr. Rina Kartika, S.H., M.Si.",
            "Kepala Dinas A",
            "A**",
        ):
            self.assertIn(harap, jawab.text)
        for rahasia in (
            "Ani",
            "198503172010012003",
            "19850317",
            "Jalan Rahasia",
            "Dinas A1",
            self.surat.sha256,
            "odoo",
        ):
            with self.subTest(rahasia=rahasia):
                self.assertNotIn(rahasia, jawab.text)

    def test_page_needs_no_session_and_no_script(self):
        jawab = self.url_open(f"/v/{self.surat.token}")
        self.assertNotIn("<script", jawab.text)
        self.assertIn("default-src 'none'", jawab.headers["Content-Security-Policy"])
        self.assertEqual(jawab.headers["Cache-Control"], "no-store")
        self.assertIn('lang="id"', jawab.text)
        self.assertIn("width=device-width", jawab.text)

    def test_unknown_malformed_and_draft_tokens_look_alike(self):
        draf = self.draf()
        lain = "-" if self.surat.token.endswith("_") else "_"
        jawaban = {
            (jawab.status_code, jawab.text)
            for jawab in (
                self.url_open(f"/v/{token}")
                for token in (
                    "a" * 32,
                    self.surat.token[:-1] + lain,
                    self.surat.token.swapcase(),
                    draf.token,
                    "1",
                    str(self.surat.id),
                    "%27%20OR%201=1--",
                    "x" * 500,
                )
            )
        }
        self.assertEqual(len(jawaban), 1)
        self.assertEqual(jawaban.pop()[0], 404)

    def test_tokens_are_long_and_differ(self):
        token = {self.terbit().token for _i in range(3)}
        self.assertEqual(len(token), 3)
        for satu in token:
            self.assertGreaterEqual(len(satu) * 6, 128)

    def test_revoked_and_replaced_letters_are_red(self):
        baru = self.terbit()
        self.surat._cabut("Salah", pengganti=baru)
        jawab = self.url_open(f"/v/{self.surat.token}")
        self.assertIn("Surat sudah tidak berlaku", jawab.text)
        self.assertIn(baru.nomor, jawab.text)
        self.assertNotIn("Salah", jawab.text)
        baru._cabut("Batal")
        self.assertIn("Dicabut pada", self.url_open(f"/v/{baru.token}").text)

    def test_upload_of_the_very_file_is_green(self):
        jawab = self._unggah(self.surat._pdf_byte())
        self.assertIn("Asli dan utuh", jawab.text)
        self.assertIn(self.surat.nomor, jawab.text)
        self.assertIn("Dr. Rina Kartika", jawab.text)
        self.assertNotIn("Jalan Rahasia", jawab.text)

    def test_upload_of_a_changed_file_is_red(self):
        asli = bytearray(self.surat._pdf_byte())
        asli[len(asli) // 3] ^= 1
        jawab = self._unggah(bytes(asli))
        self.assertNotIn("Asli dan utuh", jawab.text)
        self.assertNotIn(self.surat.nomor, jawab.text)

    def test_page_names_the_letter_that_revoked_this_one(self):
        pencabut = self.terbit()
        self.surat._cabut("Keliru", dasar=pencabut)
        jawab = self.url_open(f"/v/{self.surat.token}").text
        self.assertIn("sudah tidak berlaku", jawab)
        self.assertIn(pencabut.nomor, jawab)

    def test_upload_of_a_revoked_letter_is_red(self):
        self.surat._cabut("Batal")
        jawab = self._unggah(self.surat._pdf_byte())
        self.assertIn("Surat sudah tidak berlaku", jawab.text)

    def test_upload_signed_elsewhere_is_not_ours(self):
        from ..domain import tanda_tangan
        from ..domain.demo_ca import DemoCA

        luar = DemoCA.buat(nama="CA Palsu", bit=2048)
        palsu = tanda_tangan.buka(luar.p12("Dr. Rina Kartika", "1", "x"), "x")
        polos = self.env["asn.surat.renderer"]._pdf("<p>surat palsu</p>")
        self.assertIn("Tidak dikenal", self._unggah(palsu.bubuhkan(polos)).text)
        sah = tanda_tangan.buka(p12(), "sandi-Uji-8123")
        self.assertIn("tidak terdaftar di sini", self._unggah(sah.bubuhkan(polos)).text)
        self.assertTrue(ca())

    def test_unsigned_upload_is_not_known(self):
        polos = self.env["asn.surat.renderer"]._pdf("<p>polos</p>")
        self.assertIn("Tidak dikenal", self._unggah(polos).text)

    def test_hostile_uploads_are_answered_calmly(self):
        for isi, kode in (
            (b"", 400),
            (b"MZ program", 400),
            (b"<html><script>", 400),
            (b"%PDF-1.7 rusak", 200),
            (b"%PDF-1.7\n" + b"\0" * 5000, 200),
        ):
            with self.subTest(isi=isi[:10]):
                jawab = self._unggah(isi, nama='"><script>x</script>.pdf')
                self.assertEqual(jawab.status_code, kode)
                self.assertNotIn("<script>", jawab.text)
                self.assertNotIn("Traceback", jawab.text)
        self.assertEqual(
            self.url_open("/v/periksa", data={"berkas_pdf": "teks"}).status_code, 400
        )

    def test_too_large_upload_is_refused(self):
        self.patch(verifikasi, "UKURAN_MAKS", berkas.MB)
        jawab = self._unggah(b"%PDF-" + b"0" * (berkas.MB + 10))
        self.assertEqual(jawab.status_code, 400)

    def test_addresses_that_ask_too_often_wait(self):
        for _i in range(verifikasi.LIHAT.batas):
            verifikasi.LIHAT.coba("127.0.0.1")
        jawab = self.url_open(f"/v/{self.surat.token}")
        self.assertEqual(jawab.status_code, 429)
        self.assertEqual(jawab.headers["Retry-After"], "60")
        self.assertNotIn(self.surat.nomor, jawab.text)
        for _i in range(verifikasi.UNGGAH.batas):
            verifikasi.UNGGAH.coba("127.0.0.1")
        self.assertEqual(self._unggah(self.surat._pdf_byte()).status_code, 429)

    def test_form_is_reachable_without_a_letter(self):
        self.assertIn("Periksa berkas PDF", self.url_open("/v").text)

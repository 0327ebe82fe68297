from odoo.tests import BaseCase, tagged

from ..domain import bersih, gangguan


@tagged("post_install", "-at_install")
class TestBersih(BaseCase):
    """What a report keeps of page, error and browser."""

    def test_a_page_is_a_path_of_this_system_without_query(self):
        for teks, jadi in (
            ("/odoo/pegawai/12", "/odoo/pegawai/12"),
            ("/odoo/cuti?access_token=abc#x", "/odoo/cuti"),
            ("/v/k3jd93kd02kdm4nf8sK2", "/v/•••"),
            ("https://jahat.example/odoo/x", "/odoo/x"),
            ("//jahat.example/x", "/x"),
            ("javascript:alert(1)", ""),
            ("/\\jahat", ""),
            ("http://[rusak", ""),
            (False, ""),
            ("/" + "a" * 500, "/" + "a" * 199),
        ):
            with self.subTest(teks=teks):
                self.assertEqual(bersih.alamat(teks), jadi)

    def test_an_error_keeps_its_words_and_loses_numbers_and_secrets(self):
        for teks, jadi in (
            ("ValueError: tanggal 31-02-2026", "ValueError: tanggal •••"),
            ("NIK 1673015703850001 ganda", "NIK ••• ganda"),
            ("NIP 19850317 201001 2 003 ganda", "NIP ••• ganda"),
            ("hubungi +62 812-3456-7890", "hubungi •••"),
            ("surat ani.b@contoh.go.id ditolak", "surat ••• ditolak"),
            ("password='rahasia1' salah", "password='•••' salah"),
            ("Authorization: abc123", "Authorization: •••"),
            ("kunci " + "a1B2" * 8 + " mati", "kunci ••• mati"),
            ("baris 12 dari 340", "baris 12 dari 340"),
            ("a\n  b", "a b"),
            (None, ""),
        ):
            with self.subTest(teks=teks):
                self.assertEqual(bersih.galat(teks), jadi)
        self.assertEqual(len(bersih.galat("x y " * 900)), bersih.PANJANG_GALAT)

    def test_a_browser_is_a_few_words(self):
        kromium = "Mozilla/5.0 (Linux; Android 14; Pixel) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"
        apel = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1"
        for agen, jadi in (
            (kromium, "Chrome 126 · Android"),
            (kromium + " Edg/126.0", "Edge 126 · Android"),
            (apel, "Safari 17 · iOS"),
            ("<script>", ""),
            (None, ""),
        ):
            with self.subTest(agen=agen):
                self.assertEqual(bersih.peramban(agen), jadi)

    def test_a_screen_is_two_numbers(self):
        for teks, jadi in (
            ("390 × 844", "390 × 844"),
            ("1366x768", "1366 × 768"),
            ("<b>", ""),
            (None, ""),
        ):
            with self.subTest(teks=teks):
                self.assertEqual(bersih.layar(teks), jadi)

    def test_a_closed_report_goes_nowhere(self):
        tujuan = {ke for dari, ke in gangguan.PINDAH if dari == "ditutup"}
        self.assertFalse(tujuan)
        for dari in gangguan.TERBUKA:
            self.assertTrue(gangguan.boleh_pindah(dari, "ditolak"))
        self.assertFalse(gangguan.boleh_pindah("baru", "selesai"))

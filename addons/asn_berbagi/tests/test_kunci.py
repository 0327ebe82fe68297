from odoo.tests import BaseCase, tagged

from ..domain import kunci


@tagged("post_install", "-at_install")
class TestKunci(BaseCase):
    """Form, check sum and fingerprint of a key."""

    def test_a_key_is_recognised_and_a_changed_one_is_not(self):
        kode, teks = kunci.buat()
        self.assertEqual(kunci.kode(teks), kode)
        self.assertTrue(kunci.cocok(teks, "rahasia", kunci.sidik(teks, "rahasia")))
        for salah in (
            "",
            None,
            teks[:-1],
            teks + "0",
            teks.replace("asn_", "xyz_", 1),
            teks[:20] + ("A" if teks[20] != "A" else "B") + teks[21:],
            " " + teks,
            "asn_" + "a" * 8 + "_" + "b" * 43 + "_00000000",
        ):
            with self.subTest(salah=salah):
                self.assertIsNone(kunci.kode(salah))

    def test_fingerprint_depends_on_the_secret_and_is_not_the_key(self):
        _kode, teks = kunci.buat()
        satu, dua = kunci.sidik(teks, "satu"), kunci.sidik(teks, "dua")
        self.assertNotEqual(satu, dua)
        self.assertNotIn(teks.split("_", 2)[2][:20], satu)
        self.assertFalse(kunci.cocok(teks, "satu", dua))
        self.assertFalse(kunci.cocok(teks, "satu", False))

    def test_no_two_keys_are_alike(self):
        self.assertEqual(len({kunci.buat()[1] for _i in range(200)}), 200)

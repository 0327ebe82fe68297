from odoo.tests import BaseCase, tagged

from ..domain import kursor, parameter
from ..domain.masalah import Masalah


@tagged("post_install", "-at_install")
class TestKursor(BaseCase):
    """A cursor comes back as it went, to the same consumer and question."""

    def test_round_trip(self):
        for posisi in ([1], ["asal", 10**12, 7], [[1, 2], "x"]):
            teks = kursor.buat(posisi, "3|nip=1", "rahasia", 1000)
            self.assertEqual(kursor.baca(teks, "3|nip=1", "rahasia", 1001), posisi)

    def test_forged_or_moved_cursors_are_refused(self):
        teks = kursor.buat([5], "3|", "rahasia", 1000)
        ubah = teks[:-2] + ("AA" if teks[-2:] != "AA" else "BB")
        for salah, ikatan, rahasia in (
            (teks, "4|", "rahasia"),
            (teks, "3|", "lain"),
            (ubah, "3|", "rahasia"),
            ("", "3|", "rahasia"),
            ("é", "3|", "rahasia"),
            ("A" * 4000, "3|", "rahasia"),
        ):
            with self.subTest(salah=salah[:20]), self.assertRaises(kursor.KursorSalah):
                kursor.baca(salah, ikatan, rahasia, 1001)

    def test_age_ends_at_the_limit(self):
        teks = kursor.buat([5], "3|", "r", 1000)
        self.assertEqual(kursor.baca(teks, "3|", "r", 1000 + kursor.UMUR), [5])
        with self.assertRaises(kursor.KursorUsang):
            kursor.baca(teks, "3|", "r", 1001 + kursor.UMUR)
        self.assertEqual(kursor.baca(teks, "3|", "r", 10**9, None), [5])


@tagged("post_install", "-at_install")
class TestParameter(BaseCase):
    """Known parameters are read, all faults are told at once."""

    def test_values(self):
        isi = parameter.baca(
            "pegawai",
            {
                "batas": "500",
                "bidang": "nip, nama,",
                "nip": "19850317 201001 2 003",
                "hitung": "true",
                "diubah_sejak": "2026-01-31T08:00:00+07:00",
            },
        )
        self.assertEqual(isi["batas"], 500)
        self.assertEqual(isi["bidang"], ["nip", "nama"])
        self.assertEqual(isi["nip"], "198503172010012003")
        self.assertIs(isi["hitung"], True)
        self.assertEqual(isi["diubah_sejak"].isoformat(), "2026-01-31T01:00:00")

    def test_faults_are_named_together(self):
        for mentah, salah in (
            ({"batas": "0"}, {"batas"}),
            ({"batas": "501"}, {"batas"}),
            ({"batas": "x", "nip": "123", "aneh": "1"}, {"batas", "nip", "aneh"}),
            ({"diubah_sejak": "2026-01-31T08:00:00"}, {"diubah_sejak"}),
            ({"hitung": "ya"}, {"hitung"}),
            ({"unit": "1; DROP TABLE"}, {"unit"}),
            ({"domain": "[]"}, {"domain"}),
        ):
            with self.subTest(mentah=mentah):
                with self.assertRaises(Masalah) as galat:
                    parameter.baca("pegawai", mentah)
                self.assertEqual(galat.exception.status, 400)
                self.assertEqual(
                    {satu["bidang"] for satu in galat.exception.galat}, salah
                )

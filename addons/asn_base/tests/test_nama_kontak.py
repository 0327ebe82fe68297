from odoo.tests import BaseCase

from ..domain import kontak, nama


class TestNama(BaseCase):
    """Names with titles, profile 3.4."""

    def test_titles(self):
        cases = [
            (("Dr.", "Budi Santoso", "S.E., M.M."), "Dr. Budi Santoso, S.E., M.M."),
            ((None, "Budi  Santoso ", False), "Budi Santoso"),
            (("", "Suharto", "S.H."), "Suharto, S.H."),
            (("Drs. H.", "Budi", ", M.Si."), "Drs. H. Budi, M.Si."),
        ]
        for parts, expected in cases:
            with self.subTest(expected=expected):
                self.assertEqual(nama.lengkap(*parts), expected)

    def test_bare_names(self):
        good = ["Suharto", "M. Yusuf", "Moh. Ali", "St. Aminah", "D'Arcy Nur-Laila"]
        for name in good:
            with self.subTest(name=name):
                self.assertEqual(nama.problems(name), [])
        bad = {
            "": "nama_kosong",
            "Budi 2": "nama_angka",
            "Budi, S.E.": "nama_gelar",
            "Dr. Budi": "nama_gelar",
        }
        for name, key in bad.items():
            with self.subTest(name=name):
                self.assertEqual(nama.problems(name), [("PRF-NAMA-01", "E", key)])


class TestKontak(BaseCase):
    """Telephone, post code, BPJS, profile 3.4."""

    def test_mobile_numbers(self):
        for good in ("0812-3456-7890", "+62 812 3456 7890", "0811234567"):
            with self.subTest(number=good):
                self.assertEqual(kontak.problems_hp(good), [])
        for bad in ("", "021-5551234", "08123", "+6081234567890", "08123456789012345"):
            with self.subTest(number=bad):
                self.assertEqual(kontak.problems_hp(bad)[0][0], "PRF-HP-01")

    def test_post_code_and_bpjs(self):
        self.assertEqual(kontak.problems_kode_pos("12345"), [])
        self.assertTrue(kontak.problems_kode_pos("1234"))
        self.assertEqual(kontak.problems_bpjs("0001234567890"), [])
        self.assertTrue(kontak.problems_bpjs("123"))

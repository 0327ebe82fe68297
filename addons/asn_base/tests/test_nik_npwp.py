from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from odoo.tests import BaseCase

from ..domain import nik, npwp
from .test_nip import LAHIR, PERIKSA


class TestNik(BaseCase):
    """NIK and family card, profile 3.3 and 3.4."""

    def test_example(self):
        parts = nik.parse("1673015703850001")
        self.assertEqual(parts, ("167301", 17, 3, 85, "P", 1))
        self.assertEqual(nik.problems("1673015703850001", date(1985, 3, 17), "P"), [])

    def test_table(self):
        lahir = date(1985, 3, 17)
        cases = [
            ("167301570385000", {}, [("PRF-NIK-01", "E")]),
            ("16730157038500010", {}, [("PRF-NIK-01", "E")]),
            ("1673015703850000", {}, [("PRF-NIK-01", "E")]),
            ("1673017203850001", {}, [("PRF-NIK-02", "W")]),
            ("1673013203850001", {}, [("PRF-NIK-02", "W")]),
            ("1673014003850001", {}, [("PRF-NIK-02", "W")]),
            ("1673015713850001", {}, [("PRF-NIK-02", "W")]),
            ("1673011703850001", {"tanggal_lahir": lahir, "jenis_kelamin": "L"}, []),
            ("1673011703850001", {"jenis_kelamin": "P"}, [("PRF-NIK-03", "W")]),
            (
                "1673015703850001",
                {"tanggal_lahir": date(1985, 3, 18)},
                [("PRF-NIK-03", "W")],
            ),
            ("2273015703850001", {}, [("PRF-NIK-04", "W")]),
        ]
        for number, values, expected in cases:
            with self.subTest(number=number, values=values):
                found = [p[:2] for p in nik.problems(number, **values)]
                self.assertEqual(found, expected)

    def test_family_card(self):
        self.assertEqual(nik.problems_kk("1673 0115 0310 0001"), [])
        self.assertEqual(nik.problems_kk("16730115031000")[0][0], "PRF-KK-01")

    def test_38_provinces(self):
        self.assertEqual(len(nik.PROVINSI), 38)

    @PERIKSA
    @given(LAHIR, st.sampled_from("LP"), st.integers(1, 9999))
    def test_number_of_a_person_fits_the_person(self, lahir, kelamin, urut):
        hari = lahir.day + (40 if kelamin == "P" else 0)
        number = f"167301{hari:02d}{lahir:%m%y}{urut:04d}"
        self.assertEqual(nik.problems(number, lahir, kelamin), [])


class TestNpwp(BaseCase):
    """NPWP, profile 3.4 and PMK 112/2022."""

    def test_table(self):
        cases = [
            ("09.254.294.3-407.000", None, []),
            ("092542943407000", None, []),
            ("1673015703850001", None, []),
            ("1673015703850001", "1673015703850001", []),
            ("1673015703850001", "1673015703850002", [("PRF-NPWP-01", "W")]),
            ("09254294340700", None, [("PRF-NPWP-01", "E")]),
            ("0925429434070AB", None, [("PRF-NPWP-01", "E")]),
        ]
        for number, citizen, expected in cases:
            with self.subTest(number=number):
                found = [p[:2] for p in npwp.problems(number, citizen)]
                self.assertEqual(found, expected)

    def test_new_form_is_not_grouped(self):
        self.assertEqual(npwp.format("1673015703850001"), "1673015703850001")

    @PERIKSA
    @given(st.text("0123456789", min_size=15, max_size=15))
    def test_format_and_normalize_are_inverse(self, number):
        written = npwp.format(number)
        self.assertRegex(written, r"^\d\d\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}$")
        self.assertEqual(npwp.normalize(written), number)

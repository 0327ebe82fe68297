from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from odoo.tests import BaseCase

from ..domain import nip

LAHIR = st.dates(date(1940, 1, 1), date(2010, 12, 31))
PERIKSA = settings(derandomize=True, database=None, deadline=None, max_examples=200)


@st.composite
def nomor(draw):
    """Draw a valid employee number with the parts it was made of."""
    lahir = draw(LAHIR)
    tahun = draw(st.integers(1960, 2035))
    pns = draw(st.booleans())
    kode = draw(st.integers(1, 12) if pns else st.integers(21, 99))
    kelamin = draw(st.sampled_from("LP"))
    urut = draw(st.integers(0, 999))
    angka = f"{lahir:%Y%m%d}{tahun}{kode:02d}{1 + 'LP'.index(kelamin)}{urut:03d}"
    return angka, nip.Nip(
        lahir,
        "pns" if pns else "pppk",
        tahun,
        kode if pns else None,
        kelamin,
        urut,
        None if pns else kode - 20,
    )


class TestNip(BaseCase):
    """NIP and NI PPPK, profile 3.1 and 3.2."""

    def test_example_of_pns(self):
        self.assertEqual(
            nip.parse("198503172010012003"),
            (date(1985, 3, 17), "pns", 2010, 1, "P", 3, None),
        )
        self.assertEqual(nip.format("198503172010012003"), "19850317 201001 2 003")

    def test_example_of_pppk(self):
        self.assertEqual(
            nip.parse("199011052023212015"),
            (date(1990, 11, 5), "pppk", 2023, None, "P", 15, 1),
        )

    def test_blanks_and_separators_are_removed(self):
        for written in (
            "19850317 201001 2 003",
            " 19850317.201001-2/003\t",
            "'198503172010012003",
            "19850317\u00a0201001\u200b2003",
        ):
            with self.subTest(written=written):
                self.assertEqual(nip.normalize(written), "198503172010012003")

    def test_what_cannot_be_read(self):
        cases = {
            "": "nip_panjang",
            None: "nip_panjang",
            "19850317201001200": "nip_panjang",
            "1985031720100120034": "nip_panjang",
            "19850317201001200x": "nip_panjang",
            "١٩٨٥٠٣١٧٢٠١٠٠١٢٠٠٣": "nip_panjang",
            "198502302010012003": "nip_tanggal_lahir_tidak_nyata",
            "198503172010002003": "nip_bulan_tidak_sah",
            "198503172010132003": "nip_bulan_tidak_sah",
            "198503172010202003": "nip_bulan_tidak_sah",
            "198503172010013003": "nip_kode_kelamin",
        }
        for written, key in cases.items():
            with self.subTest(written=written):
                self.assertRaisesRegex(ValueError, key, nip.parse, written)
                self.assertEqual([p[2] for p in nip.problems(written)], [key])
                self.assertEqual([p[1] for p in nip.problems(written)], ["E"])

    def test_leap_day_is_a_birth_date(self):
        self.assertEqual(
            nip.parse("200002292024011001").tanggal_lahir, date(2000, 2, 29)
        )
        self.assertRaises(ValueError, nip.parse, "190002292024011001")

    def test_comparison_with_the_person(self):
        pns, pppk = "198503172010012003", "199011052023212015"
        lahir, cpns = date(1985, 3, 17), date(2010, 1, 1)
        cases = [
            ({"tanggal_lahir": lahir, "jenis_kelamin": "P", "tmt_cpns": cpns}, pns, []),
            ({"tanggal_lahir": date(1985, 3, 18)}, pns, ["PRF-NIP-02"]),
            ({"jenis_kelamin": "L"}, pns, ["PRF-NIP-05"]),
            ({"tmt_cpns": date(2010, 2, 1)}, pns, ["PRF-NIP-03"]),
            ({"tmt_pppk": date(2024, 1, 1)}, pppk, ["PRF-NIP-04"]),
            ({"tmt_pppk": date(2023, 8, 1)}, pppk, []),
            ({"status_pegawai": "pppk"}, pns, ["PRF-NIP-07"]),
            ({"status_pegawai": "pppk_paruh_waktu"}, pppk, []),
            ({"status_pegawai": "cpns"}, pppk, ["PRF-NIP-07"]),
            ({}, "198503172010012000", ["PRF-NIP-06"]),
            ({"tmt_cpns": date(2021, 1, 1)}, "198503172021012003", []),
            ({"tmt_cpns": date(2021, 4, 1)}, "198503172021042003", ["PRF-NIP-08"]),
            ({"tmt_cpns": cpns, "tmt_pns": date(2011, 1, 1)}, pns, []),
            ({"tmt_cpns": cpns, "tmt_pns": date(2009, 1, 1)}, pns, ["PRF-NIP-10"]),
            ({"tmt_cpns": cpns, "tmt_pns": date(2014, 1, 1)}, pns, ["PRF-NIP-10"]),
        ]
        for values, number, rules in cases:
            with self.subTest(values=values, number=number):
                self.assertEqual([p[0] for p in nip.problems(number, **values)], rules)

    def test_new_entries_are_held_to_birth_date_and_status(self):
        wrong = {"tanggal_lahir": date(1985, 3, 18), "status_pegawai": "pppk"}
        old = nip.problems("198503172010012003", **wrong)
        new = nip.problems("198503172010012003", baru=True, **wrong)
        self.assertEqual([p[1] for p in old], ["W", "W"])
        self.assertEqual([p[1] for p in new], ["E", "E"])

    @PERIKSA
    @given(nomor())
    def test_parts_come_back(self, pair):
        number, parts = pair
        self.assertEqual(nip.parse(number), parts)

    @PERIKSA
    @given(nomor())
    def test_format_and_normalize_are_inverse(self, pair):
        number, _parts = pair
        self.assertEqual(nip.normalize(nip.format(number)), number)
        self.assertEqual(nip.format(nip.format(number)), nip.format(number))

    @PERIKSA
    @given(st.text(max_size=30))
    def test_nothing_typed_breaks_it(self, text):
        for _rule, level, key in nip.problems(text):
            self.assertIn(level, "EW")
            self.assertTrue(key)

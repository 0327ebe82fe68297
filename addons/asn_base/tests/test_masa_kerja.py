from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from odoo.tests import BaseCase

from ..domain import masa_kerja
from ..domain.tanggal import tambah_bulan
from .test_nip import PERIKSA
from .test_tanggal import TANGGAL


class TestMasaKerja(BaseCase):
    """Length of service, services 2.5."""

    def test_completed_months_only(self):
        d = date
        cases = [
            (d(2010, 1, 1), d(2010, 1, 1), (0, 0)),
            (d(2010, 1, 1), d(2009, 1, 1), (0, 0)),
            (d(2010, 1, 1), d(2026, 4, 1), (16, 3)),
            (d(2010, 1, 15), d(2010, 2, 14), (0, 0)),
            (d(2010, 1, 15), d(2010, 2, 15), (0, 1)),
            (d(2024, 1, 31), d(2024, 2, 28), (0, 0)),
            (d(2024, 1, 31), d(2024, 2, 29), (0, 1)),
            (d(2024, 2, 29), d(2025, 2, 28), (1, 0)),
        ]
        for a, b, expected in cases:
            with self.subTest(a=a, b=b):
                self.assertEqual(masa_kerja.selisih(a, b), expected)

    def test_leave_outside_state_responsibility_is_taken_away(self):
        tmt, pada = date(2010, 1, 1), date(2020, 1, 1)
        tahun = (date(2015, 1, 1), date(2015, 12, 31))
        cases = [
            ([], (10, 0)),
            ([tahun], (9, 0)),
            ([tahun, tahun], (9, 0)),
            ([tahun, (date(2015, 7, 1), date(2016, 6, 30))], (8, 6)),
            ([(date(2019, 7, 1), date(2022, 6, 30))], (9, 6)),
            ([(date(2005, 1, 1), date(2005, 12, 31))], (10, 0)),
        ]
        for potongan, expected in cases:
            with self.subTest(potongan=potongan):
                self.assertEqual(masa_kerja.masa_kerja(tmt, pada, potongan), expected)

    def test_recognised_service_is_added(self):
        hasil = masa_kerja.masa_kerja(
            date(2010, 1, 1), date(2020, 1, 1), tambahan_bulan=30
        )
        self.assertEqual(hasil, (12, 6))

    def test_mkg_goes_on_from_the_decree(self):
        hasil = masa_kerja.mkg(date(2022, 4, 1), 10, 8, date(2026, 4, 1))
        self.assertEqual(hasil, (14, 8))

    def test_mkg_after_promotion(self):
        cases = [
            ("II/d", "III/a", (14, 6), (9, 6)),
            ("I/d", "II/a", (10, 0), (4, 0)),
            ("I/d", "II/a", (3, 0), (0, 0)),
            ("III/d", "IV/a", (20, 3), (20, 3)),
            ("III/a", "III/b", (8, 1), (8, 1)),
        ]
        for lama, baru, mkg, expected in cases:
            with self.subTest(lama=lama, baru=baru):
                hasil = masa_kerja.mkg_setelah_naik(lama, baru, *mkg)
                self.assertEqual(hasil, expected)

    @PERIKSA
    @given(TANGGAL, st.integers(0, 20000))
    def test_months_are_the_greatest_that_fit(self, a, hari):
        b = a + timedelta(days=hari)
        bulan = masa_kerja.bulan_penuh(a, b)
        self.assertLessEqual(tambah_bulan(a, bulan), b)
        self.assertGreater(tambah_bulan(a, bulan + 1), b)

    @PERIKSA
    @given(TANGGAL, st.integers(0, 480))
    def test_months_added_are_months_counted(self, a, bulan):
        self.assertEqual(masa_kerja.bulan_penuh(a, tambah_bulan(a, bulan)), bulan)

    @PERIKSA
    @given(TANGGAL, st.integers(0, 400), st.lists(st.tuples(TANGGAL, TANGGAL)))
    def test_leave_never_lengthens_service(self, tmt, bulan, periode):
        pada = tambah_bulan(tmt, bulan)
        potongan = [tuple(sorted(p)) for p in periode]
        dengan = masa_kerja.masa_kerja(tmt, pada, potongan)
        self.assertLessEqual(dengan, masa_kerja.masa_kerja(tmt, pada))
        self.assertGreaterEqual(dengan, (0, 0))

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from odoo.tests import BaseCase

from ..domain import tanggal
from .test_nip import PERIKSA

TANGGAL = st.dates(date(1950, 1, 1), date(2080, 12, 31))
BULAN = st.integers(-600, 600)


class TestTanggal(BaseCase):
    """Dates, services 2.5."""

    def test_written_forms(self):
        hari = date(2025, 3, 17)
        self.assertEqual(tanggal.format_panjang(hari), "17 Maret 2025")
        self.assertEqual(tanggal.format_pendek(hari), "17-03-2025")
        self.assertEqual(
            tanggal.format_waktu(datetime(2025, 3, 7, 9, 5)), "7 Mar 2025, 09.05"
        )
        self.assertEqual(tanggal.format_hari(hari), "Senin, 17 Maret 2025")
        self.assertEqual(tanggal.format_panjang(None), "")

    def test_periods_do_not_repeat(self):
        d = date
        cases = [
            (d(2025, 3, 3), d(2025, 3, 3), "3 Maret 2025"),
            (d(2025, 3, 3), d(2025, 3, 5), "3-5 Maret 2025"),
            (d(2025, 3, 30), d(2025, 4, 2), "30 Maret-2 April 2025"),
            (d(2025, 12, 30), d(2026, 1, 2), "30 Desember 2025-2 Januari 2026"),
        ]
        for mulai, selesai, text in cases:
            with self.subTest(text=text):
                self.assertEqual(tanggal.format_rentang(mulai, selesai), text)

    def test_months_of_the_dossier(self):
        self.assertEqual(tanggal.akhir_periode(date(2026, 3, 1), 3), date(2026, 5, 31))
        self.assertEqual(tanggal.akhir_periode(date(2026, 1, 31), 3), date(2026, 4, 29))

    def test_month_ends(self):
        d = date
        cases = [
            (d(2025, 1, 31), 1, d(2025, 2, 28)),
            (d(2024, 1, 31), 1, d(2024, 2, 29)),
            (d(2024, 2, 29), 12, d(2025, 2, 28)),
            (d(2024, 2, 29), 48, d(2028, 2, 29)),
            (d(2025, 3, 31), -1, d(2025, 2, 28)),
            (d(2025, 12, 31), 1, d(2026, 1, 31)),
        ]
        for mulai, bulan, hasil in cases:
            with self.subTest(mulai=mulai, bulan=bulan):
                self.assertEqual(tanggal.tambah_bulan(mulai, bulan), hasil)

    def test_age(self):
        lahir = date(2000, 2, 29)
        self.assertEqual(tanggal.umur(lahir, date(2018, 2, 27)), 17)
        self.assertEqual(tanggal.umur(lahir, date(2018, 2, 28)), 18)
        self.assertEqual(tanggal.umur(lahir, date(1999, 1, 1)), 0)

    def test_pension_begins_the_month_after(self):
        self.assertEqual(
            tanggal.awal_bulan_berikut(date(2025, 12, 31)), date(2026, 1, 1)
        )

    @PERIKSA
    @given(TANGGAL, BULAN)
    def test_month_moves_by_exactly_that_many(self, mulai, bulan):
        hasil = tanggal.tambah_bulan(mulai, bulan)
        beda = (hasil.year - mulai.year) * 12 + hasil.month - mulai.month
        self.assertEqual(beda, bulan)
        akhir_bulan = (hasil + timedelta(days=1)).month != hasil.month
        self.assertTrue(hasil.day == mulai.day or akhir_bulan)

    @PERIKSA
    @given(TANGGAL, BULAN)
    def test_first_of_month_goes_and_returns(self, mulai, bulan):
        awal = mulai.replace(day=1)
        kembali = tanggal.tambah_bulan(tanggal.tambah_bulan(awal, bulan), -bulan)
        self.assertEqual(kembali, awal)

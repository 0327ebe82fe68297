"""Leave in calendar time: limits, spells of illness, births, long leave."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from odoo.addons.asn_base.domain.hari_kerja import jumlah
from odoo.addons.asn_base.domain.tanggal import akhir_periode
from odoo.tests import BaseCase

from ..domain import cuti_jenis

LIMA = frozenset(range(5))
ENAM = frozenset(range(6))
TAHUN = st.dates(date(2020, 1, 1), date(2032, 12, 31))


class TestLama(BaseCase):
    def test_cuti_06_whole_months_are_months_and_the_rest_days(self):
        for mulai, selesai, harapan in (
            ("2026-03-01", "2026-05-31", (3, "bulan")),
            ("2026-01-31", "2026-04-29", (3, "bulan")),
            ("2024-02-29", "2024-03-28", (1, "bulan")),
            ("2026-03-01", "2026-05-30", (91, "hari")),
            ("2026-03-01", "2026-03-01", (1, "hari")),
            ("2025-12-15", "2026-03-14", (3, "bulan")),
            ("2026-03-02", "2026-03-01", (0, "hari")),
        ):
            with self.subTest(mulai=mulai, selesai=selesai):
                hasil = cuti_jenis.lama_kalender(
                    date.fromisoformat(mulai), date.fromisoformat(selesai)
                )
                self.assertEqual(hasil, harapan)

    def test_cuti_s_05_one_and_a_half_months_are_45_days(self):
        mulai = date(2026, 2, 1)
        akhir = cuti_jenis.akhir_maks(mulai, 1.5)
        self.assertEqual((akhir - mulai).days + 1, 45)
        self.assertEqual(cuti_jenis.akhir_maks(mulai, 3), date(2026, 4, 30))

    def test_cuti_s_06_no_limit(self):
        self.assertIsNone(cuti_jenis.akhir_maks(date(2026, 2, 1), 0))

    @settings(max_examples=200, deadline=None)
    @given(TAHUN, st.integers(1, 18))
    def test_a_period_of_months_is_counted_back_as_those_months(self, mulai, bulan):
        self.assertEqual(
            cuti_jenis.lama_kalender(mulai, akhir_periode(mulai, bulan)),
            (bulan, "bulan"),
        )


class TestRangkaian(BaseCase):
    def awal(self, mulai, *lain, minggu=LIMA, libur=()):
        return cuti_jenis.awal_rangkaian(mulai, lain, minggu, frozenset(libur))

    def test_spells_with_a_weekend_between_are_one(self):
        lalu = (date(2026, 3, 2), date(2026, 3, 6))
        self.assertEqual(self.awal(date(2026, 3, 9), lalu), date(2026, 3, 2))

    def test_a_working_day_between_separates(self):
        lalu = (date(2026, 3, 2), date(2026, 3, 6))
        self.assertEqual(self.awal(date(2026, 3, 10), lalu), date(2026, 3, 10))
        self.assertEqual(
            self.awal(date(2026, 3, 9), lalu, minggu=ENAM), date(2026, 3, 9)
        )

    def test_holidays_do_not_separate_and_chains_go_on(self):
        self.assertEqual(
            self.awal(
                date(2026, 3, 11),
                (date(2026, 2, 23), date(2026, 2, 27)),
                (date(2026, 3, 2), date(2026, 3, 9)),
                libur=[date(2026, 3, 10)],
            ),
            date(2026, 2, 23),
        )

    @settings(max_examples=200, deadline=None)
    @given(TAHUN, st.lists(st.tuples(st.integers(-90, 10), st.integers(0, 20))))
    def test_the_start_is_never_later_and_no_working_day_is_free(self, mulai, acak):
        lain = [
            (mulai + timedelta(days=a), mulai + timedelta(days=a + n)) for a, n in acak
        ]
        awal = cuti_jenis.awal_rangkaian(mulai, lain, LIMA, frozenset())
        self.assertLessEqual(awal, mulai)
        tertutup = {
            a + timedelta(days=i) for a, b in lain for i in range((b - a).days + 1)
        }
        bebas = [
            awal + timedelta(days=i)
            for i in range((mulai - awal).days)
            if awal + timedelta(days=i) not in tertutup
        ]
        self.assertFalse([h for h in bebas if jumlah(h, h, LIMA)])


class TestAnak(BaseCase):
    SEJAK = date(2010, 1, 1)

    def test_cuti_m_05_births_since_the_appointment_count(self):
        mulai = date(2026, 6, 1)
        for lahir, ke in (
            ([], 1),
            ([date(2012, 5, 1)], 2),
            ([date(2009, 12, 31)], 1),
            ([date(2012, 5, 1), date(2012, 5, 1)], 2),
            ([date(2012, 5, 1), date(2012, 5, 2)], 2),
            ([date(2012, 5, 1), date(2014, 5, 1), date(2016, 5, 1)], 4),
            ([date(2012, 5, 1), date(2026, 5, 28)], 2),
            ([date(2012, 5, 1), date(2026, 6, 20)], 2),
        ):
            with self.subTest(lahir=lahir):
                self.assertEqual(cuti_jenis.anak_ke(lahir, self.SEJAK, mulai), ke)

    def test_unknown_appointment_counts_all(self):
        self.assertEqual(
            cuti_jenis.anak_ke([date(2005, 1, 1)], None, date(2026, 1, 1)), 2
        )

    @settings(max_examples=100, deadline=None)
    @given(st.lists(TAHUN), TAHUN)
    def test_a_further_birth_never_lowers_the_number(self, lahir, mulai):
        kini = cuti_jenis.anak_ke(lahir, self.SEJAK, mulai)
        lagi = cuti_jenis.anak_ke([*lahir, date(2019, 6, 6)], self.SEJAK, mulai)
        self.assertLessEqual(kini, lagi)


class TestBesar(BaseCase):
    def test_cuti_b_03_annual_days_used_shorten_it(self):
        mulai = date(2026, 6, 1)
        self.assertEqual(
            cuti_jenis.akhir_besar(mulai, 3, 0, LIMA, frozenset()), date(2026, 8, 31)
        )
        # five working days back from Monday, 31 August
        self.assertEqual(
            cuti_jenis.akhir_besar(mulai, 3, 5, LIMA, frozenset()), date(2026, 8, 24)
        )

    def test_cuti_b_05_five_years_after_the_last(self):
        lalu = date(2021, 5, 31)
        self.assertFalse(cuti_jenis.is_boleh_besar_lagi(lalu, date(2026, 5, 31), 60))
        self.assertTrue(cuti_jenis.is_boleh_besar_lagi(lalu, date(2026, 6, 1), 60))
        self.assertTrue(cuti_jenis.is_boleh_besar_lagi(None, date(2026, 6, 1), 60))

    def test_cuti_02_filing_afterwards_counts_working_days(self):
        self.assertEqual(
            cuti_jenis.batas_susulan(date(2026, 3, 6), 3, LIMA, frozenset()),
            date(2026, 3, 11),
        )

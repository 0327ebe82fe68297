"""Next increments, from the dossier's vectors and the boundaries beside them."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from odoo.tests import BaseCase

from ..domain import kgb

GENAP = tuple(range(0, 33, 2))
GANJIL = tuple(range(3, 34, 2))
#: Steps by grade (KGB-02): III and IV, II/b to II/d, II/a.
LANGKAH = {"III": GENAP, "II/c": GANJIL, "II/a": (0, 1, *GANJIL)}


def gol(kode, tmt, tahun=0, bulan=0):
    return kgb.Golongan(date.fromisoformat(tmt), tahun * 12 + bulan, LANGKAH[kode])


class TestKgb(BaseCase):
    def pastikan(self, hasil, tmt, langkah):
        self.assertEqual(hasil, (date.fromisoformat(tmt), langkah))

    def test_kgb_01_03_first_and_second_increment(self):
        baru = gol("III", "2020-03-01")
        self.pastikan(kgb.berikut(baru), "2022-03-01", 2)
        self.pastikan(kgb.berikut(baru, 24), "2024-03-01", 4)

    def test_kgb_03_grade_ii_a_after_one_year(self):
        baru = gol("II/a", "2020-03-01")
        self.pastikan(kgb.berikut(baru), "2021-03-01", 1)
        self.pastikan(kgb.berikut(baru, 12), "2023-03-01", 3)

    def test_kgb_03_diploma_begins_at_three_years(self):
        self.pastikan(kgb.berikut(gol("II/c", "2020-03-01", 3)), "2022-03-01", 5)

    def test_kgb_04_promotion_does_not_reset_the_clock(self):
        naik = gol("III", "2024-04-01", 4, 1)
        self.pastikan(kgb.berikut(naik), "2026-03-01", 6)

    def test_kgb_04_mkg_falls_between_groups(self):
        naik = gol("III", "2026-04-01", 9, 6)
        self.assertEqual(kgb.langkah_tercapai(naik.langkah, naik.mkg_bulan), 8)
        self.pastikan(kgb.berikut(naik), "2026-10-01", 10)

    def test_kgb_05_nothing_after_the_top_step(self):
        self.assertIsNone(kgb.berikut(gol("III", "2010-01-01", 32)))
        self.pastikan(kgb.berikut(gol("III", "2010-01-01", 31)), "2011-01-01", 32)

    def test_kgb_06_candidates_are_paid_a_part(self):
        self.assertEqual(kgb.dibayarkan(2_218_400, 80), 1_774_720)
        self.assertEqual(kgb.dibayarkan(2_218_401, 80), 1_774_720)

    def test_table_in_force_on_the_day_counts(self):
        tabel = {
            date(2019, 1, 1): {0: 2_579_400, 2: 2_660_700},
            date(2024, 1, 1): {0: 2_785_700, 2: 2_873_500},
        }
        for pada, tahun, rupiah in (
            (date(2023, 12, 31), 2, 2_660_700),
            (date(2024, 1, 1), 2, 2_873_500),
            (date(2024, 1, 1), 3, 2_873_500),
            (date(2018, 12, 31), 2, 0),
        ):
            self.assertEqual(kgb.gaji_tabel(tabel, tahun, pada), rupiah)

    def test_kgb_08_and_kgb_09_deferral_moves_the_pay_and_not_the_next_step(self):
        dasar = gol("III", "2020-03-01")
        self.assertEqual(kgb.tmt_setelah_tunda(date(2026, 3, 1), 12), date(2027, 3, 1))
        # Paid from 2027-03-01 with MKG 7 years: the step is still that of 6.
        self.pastikan(kgb.berikut(dasar, 84), "2028-03-01", 8)
        for bulan in (0, 13):
            with self.assertRaises(ValueError):
                kgb.tmt_setelah_tunda(date(2026, 3, 1), bulan)

    def test_kgb_08_lifted_early_it_is_paid_from_the_next_month(self):
        mulai, sampai = date(2026, 3, 1), date(2027, 3, 1)
        for dicabut, dibayar in (
            (date(2026, 8, 20), date(2026, 9, 1)),
            (date(2026, 8, 1), date(2026, 9, 1)),
            (date(2026, 12, 31), date(2027, 1, 1)),
            (date(2027, 2, 28), date(2027, 3, 1)),
            # Lifted before it began, or after it was over.
            (date(2026, 1, 5), mulai),
            (date(2027, 6, 1), sampai),
        ):
            with self.subTest(dicabut=dicabut):
                self.assertEqual(kgb.akhir_tunda(mulai, sampai, dicabut), dibayar)
        self.assertEqual(kgb.dibayar_mulai(mulai), mulai)
        self.assertEqual(kgb.dibayar_mulai(mulai, sampai), sampai)
        self.assertEqual(kgb.dibayar_mulai(mulai, date(2025, 3, 1)), mulai)

    def test_kgb_k_02_only_the_first_of_golongan_v_comes_after_a_year(self):
        self.assertTrue(kgb.is_setahun("V", 1, True))
        for kasus in (("V", 1, False), ("V", 3, True), ("II/a", 1, True)):
            with self.subTest(kasus=kasus):
                self.assertFalse(kgb.is_setahun(*kasus))

    def test_kgb_04_it_begins_on_the_first_of_a_month(self):
        """A grade from the middle of a month, and from 29 February."""
        for tmt, mkg, hasil, langkah in (
            ("2024-02-29", 0, "2026-03-01", 2),
            ("2020-02-29", 24, "2022-03-01", 4),
            ("2024-03-15", 0, "2026-04-01", 2),
            ("2024-12-31", 0, "2027-01-01", 2),
            ("2024-03-01", 0, "2026-03-01", 2),
        ):
            with self.subTest(tmt=tmt):
                dasar = kgb.Golongan(date.fromisoformat(tmt), mkg, GENAP)
                self.pastikan(kgb.berikut(dasar), hasil, langkah)

    def test_a_new_table_between_two_steps_changes_the_pay_before(self):
        """Paid by the table of 2019, raised by that of 2024 without a decree."""
        tabel = {
            date(2019, 1, 1): {0: 2_579_400, 2: 2_660_700},
            date(2024, 1, 1): {0: 2_785_700, 2: 2_873_500},
        }
        lama = (2_660_700, date(2022, 3, 1), 2)
        for pada, rupiah in (
            (date(2023, 12, 31), 2_660_700),
            (date(2024, 1, 1), 2_873_500),
        ):
            with self.subTest(pada=pada):
                self.assertEqual(kgb.gaji_kini(tabel, *lama, pada), rupiah)
        baru = (2_900_000, date(2024, 1, 1), 2)
        self.assertEqual(kgb.gaji_kini(tabel, *baru, date(2024, 3, 1)), 2_900_000)
        self.assertEqual(
            kgb.gaji_kini(tabel, None, None, 3, date(2024, 3, 1)), 2_873_500
        )
        self.assertEqual(kgb.gaji_kini({}, *lama, date(2024, 3, 1)), 2_660_700)

    def test_kgb_11_leave_without_state_moves_the_day(self):
        dasar = gol("III", "2020-03-01")
        cltn = [(date(2021, 1, 1), date(2021, 12, 31))]
        self.pastikan(kgb.berikut(dasar, potongan=cltn), "2023-03-01", 2)
        # Leave that begins inside the time it was moved by counts as well.
        dua = [*cltn, (date(2022, 6, 1), date(2022, 11, 30))]
        self.pastikan(kgb.berikut(dasar, potongan=dua), "2023-09-01", 2)

    def test_kgb_12_recognised_service_may_make_it_due_at_once(self):
        """PMK of 1 January 2026: from its own TMT, not for the months before it."""
        for mkg, tmt, langkah in (
            (72, "2026-01-01", 6),
            (84, "2026-01-01", 6),
            (95, "2026-01-01", 6),
            (96, "2026-01-01", 8),
            (144, "2026-01-01", 12),
            # The step is that of the pay: nothing is due at once.
            (60, "2027-01-01", 6),
        ):
            with self.subTest(mkg=mkg):
                pmk = gol("III", "2026-01-01", 0, mkg)
                self.pastikan(kgb.berikut(pmk, 48), tmt, langkah)
        pmk = gol("III", "2026-01-01", 7)
        self.pastikan(kgb.berikut(pmk, 72), "2027-01-01", 8)
        self.assertEqual(
            kgb.rentang(pmk, 24, (), date(2029, 1, 1)),
            [(date(2026, 1, 1), 6), (date(2027, 1, 1), 8), (date(2029, 1, 1), 10)],
        )

    @settings(max_examples=200, deadline=None)
    @given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 380))
    def test_a_step_is_due_when_the_mkg_is_complete(self, tmt, mkg):
        golongan = kgb.Golongan(tmt.replace(day=1), mkg, GENAP)
        hasil = kgb.berikut(golongan)
        if hasil is None:
            self.assertGreaterEqual(mkg, 32 * 12)
            return
        tanggal, langkah = hasil
        self.assertEqual(tanggal.day, 1)
        self.assertGreater(tanggal, golongan.tmt)
        bulan = (tanggal.year - golongan.tmt.year) * 12 + tanggal.month
        self.assertEqual(mkg + bulan - golongan.tmt.month, langkah * 12)

from datetime import date

from odoo.tests import BaseCase

from ..domain import cltn


class TestCltn(BaseCase):
    """Days of CLTN from tables, boundaries to the day."""

    def test_cuti_l_03_three_years_to_the_day(self):
        for mulai, bulan, akhir in (
            ("2026-06-01", 36, "2029-05-31"),
            ("2026-03-01", 36, "2029-02-28"),
            ("2028-02-29", 12, "2029-02-27"),
            ("2029-06-01", 12, "2030-05-31"),
        ):
            with self.subTest(mulai=mulai):
                hasil = cltn.batas_akhir(date.fromisoformat(mulai), bulan)
                self.assertEqual(hasil.isoformat(), akhir)

    def test_cuti_l_04_and_l_07_months_before_and_after_the_end(self):
        for selesai, perpanjang, lapor in (
            ("2026-08-31", "2026-05-31", "2026-09-30"),
            ("2026-05-31", "2026-02-28", "2026-06-30"),
            ("2026-06-15", "2026-03-15", "2026-07-15"),
        ):
            hari = date.fromisoformat(selesai)
            with self.subTest(selesai=selesai):
                self.assertEqual(cltn.batas_perpanjangan(hari).isoformat(), perpanjang)
                self.assertEqual(cltn.batas_lapor(hari).isoformat(), lapor)
        self.assertEqual(cltn.mulai_perpanjangan(date(2026, 8, 31)), date(2026, 9, 1))

    def test_where_a_leave_stands(self):
        selesai = date(2026, 8, 31)
        for pada, nilai in (
            ("2026-04-29", "jalan"),
            ("2026-04-30", "dekat"),
            ("2026-08-31", "dekat"),
            ("2026-09-01", "lapor"),
            ("2026-09-30", "lapor"),
            ("2026-10-01", "lewat"),
        ):
            with self.subTest(pada=pada):
                hari = date.fromisoformat(pada)
                self.assertEqual(cltn.keadaan(selesai, hari), nilai)
        self.assertEqual(cltn.keadaan(None, selesai), "jalan")

    def test_the_form_offered_first(self):
        selesai = date(2026, 8, 31)
        for berjalan, lanjut, pada, bentuk in (
            (False, False, "2026-01-01", "pemberian"),
            (True, False, "2026-05-31", "perpanjangan"),
            (True, False, "2026-06-01", "pengaktifan"),
            (True, True, "2026-01-01", "pengaktifan"),
        ):
            with self.subTest(bentuk=bentuk, pada=pada):
                hari = date.fromisoformat(pada)
                hasil = cltn.bentuk_awal(berjalan, selesai, lanjut, hari)
                self.assertEqual(hasil, bentuk)

"""Grades of the medal, from the dossier's vectors and the boundaries beside them."""

from datetime import date

from odoo.tests import BaseCase

from ..domain import satyalancana as slks


class TestDomainSatyalancana(BaseCase):
    def test_slk_01_dossier_vector(self):
        """TMT CPNS 2006-04-01, proposal August 2026: 20 years 4 months, grade XX."""
        tmt, usul = date(2006, 4, 1), date(2026, 8, 1)
        self.assertEqual(divmod(slks.masa_kerja_bulan(tmt, usul), 12), (20, 4))
        self.assertEqual(slks.tingkat_usul(tmt, usul), 20)

    def test_slk_04_08_highest_grade_reached_and_not_held(self):
        for tmt, dimiliki, hasil in (
            (date(2016, 8, 1), (), 10),
            (date(2016, 9, 1), (), None),
            (date(2006, 8, 1), (), 20),
            (date(2006, 8, 1), (10,), 20),
            (date(2006, 8, 1), (20,), None),
            (date(2006, 9, 1), (10,), None),
            (date(1996, 8, 1), (10,), 30),
            (date(1996, 8, 1), (10, 20, 30), None),
            (date(1980, 2, 29), (), 30),
        ):
            with self.subTest(tmt=tmt, dimiliki=dimiliki):
                usul = date(2026, 8, 1)
                self.assertEqual(slks.tingkat_usul(tmt, usul, dimiliki), hasil)

    def test_month_of_the_proposal(self):
        for pada, bulan, hasil in (
            (date(2026, 3, 2), 8, date(2026, 8, 1)),
            (date(2026, 8, 31), 8, date(2026, 8, 1)),
            (date(2026, 9, 1), 8, date(2027, 8, 1)),
            (date(2024, 2, 29), 0, date(2024, 2, 1)),
        ):
            self.assertEqual(slks.bulan_usul(pada, bulan), hasil)

    def test_slk_06_three_medals(self):
        self.assertEqual(
            [slks.MEDALI[t] for t in slks.TINGKAT], ["perunggu", "perak", "emas"]
        )

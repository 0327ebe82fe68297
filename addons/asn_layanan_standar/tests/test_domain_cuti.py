"""Working days, periods and dates of leave, from the dossier's vectors."""

import csv
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from odoo.addons.asn_base.domain.tanggal import akhir_periode
from odoo.tests import BaseCase
from odoo.tools import file_path

from ..domain import cuti

LIMA = frozenset(range(5))
ENAM = frozenset(range(6))


def libur_2026():
    """The national days off of 2026 as the product ships them."""
    jalur = file_path("asn_base/data/asn.hari.libur.csv")
    with open(jalur, encoding="utf-8", newline="") as berkas:
        return {
            date.fromisoformat(baris["tanggal"]): (baris["jenis"], baris["name"])
            for baris in csv.DictReader(berkas)
        }


class TestHariKerja(BaseCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.libur = libur_2026()

    def hitung(self, mulai, selesai, minggu=LIMA):
        return cuti.hitung_hari(
            date.fromisoformat(mulai), date.fromisoformat(selesai), minggu, self.libur
        )

    def test_vectors_of_2026(self):
        for mulai, selesai, lima, enam in (
            ("2026-03-16", "2026-03-27", 5, 5),
            ("2026-05-11", "2026-05-29", 11, 13),
            ("2026-06-15", "2026-07-01", 12, None),
            ("2026-12-21", "2026-12-31", 7, None),
            ("2026-01-01", "2026-12-31", 240, 291),
        ):
            with self.subTest(mulai=mulai):
                self.assertEqual(self.hitung(mulai, selesai).hari, lima)
                if enam is not None:
                    self.assertEqual(self.hitung(mulai, selesai, ENAM).hari, enam)

    def test_explanation_names_what_is_not_charged(self):
        hitungan = self.hitung("2026-12-21", "2026-12-31")
        self.assertEqual(hitungan.akhir_pekan, 2)
        self.assertEqual(
            [(t.day, jenis) for t, jenis, __ in hitungan.libur],
            [(24, "cuti_bersama"), (25, "libur_nasional")],
        )

    def test_weekend_only_counts_nothing(self):
        self.assertEqual(self.hitung("2026-03-07", "2026-03-08").hari, 0)

    def test_end_before_start_counts_nothing(self):
        self.assertEqual(self.hitung("2026-03-10", "2026-03-09").hari, 0)

    @settings(max_examples=200, deadline=None)
    @given(
        st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        st.integers(0, 60),
        st.integers(0, 60),
    )
    def test_a_split_range_costs_the_same(self, mulai, satu, dua):
        tengah = mulai + timedelta(days=satu)
        akhir = tengah + timedelta(days=dua + 1)
        utuh = cuti.hitung_hari(mulai, akhir, LIMA, self.libur).hari
        kiri = cuti.hitung_hari(mulai, tengah, LIMA, self.libur).hari
        kanan = cuti.hitung_hari(
            tengah + timedelta(days=1), akhir, LIMA, self.libur
        ).hari
        self.assertEqual(utuh, kiri + kanan)


class TestTanggal(BaseCase):
    def test_cuti_06_months_are_calendar_time(self):
        self.assertEqual(akhir_periode(date(2026, 3, 1), 3), date(2026, 5, 31))
        self.assertEqual(akhir_periode(date(2026, 1, 31), 3), date(2026, 4, 29))

    def test_cuti_07_split_at_new_year(self):
        self.assertEqual(
            cuti.bagi_tahun(date(2026, 12, 28), date(2027, 1, 5)),
            [
                (2026, date(2026, 12, 28), date(2026, 12, 31)),
                (2027, date(2027, 1, 1), date(2027, 1, 5)),
            ],
        )
        self.assertEqual(len(cuti.bagi_tahun(date(2026, 1, 1), date(2026, 12, 31))), 1)
        self.assertEqual(len(cuti.bagi_tahun(date(2026, 1, 2), date(2026, 1, 1))), 0)

    def test_cuti_t_01_one_year_to_the_day(self):
        tmt = date(2025, 3, 1)
        self.assertFalse(cuti.is_bekerja_selama(tmt, date(2026, 2, 28), 12))
        self.assertTrue(cuti.is_bekerja_selama(tmt, date(2026, 3, 1), 12))
        self.assertFalse(cuti.is_bekerja_selama(None, date(2026, 3, 1), 12))

    def test_cuti_k_03_longer_than_is_strict(self):
        mulai = date(2024, 1, 1)
        self.assertFalse(cuti.is_lebih_dari(mulai, date(2025, 12, 31), 24))
        self.assertTrue(cuti.is_lebih_dari(mulai, date(2026, 1, 1), 24))
        self.assertFalse(cuti.is_lebih_dari(mulai, None, 24))

    def test_dates_are_joined_to_ranges(self):
        d = date
        self.assertEqual(
            cuti.kelompok_tanggal([d(2026, 12, 25), d(2026, 12, 24), d(2026, 12, 31)]),
            [(d(2026, 12, 24), d(2026, 12, 25)), (d(2026, 12, 31), d(2026, 12, 31))],
        )
        self.assertEqual(cuti.kelompok_tanggal([]), [])

import csv
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from odoo.tests import BaseCase

from ..domain import hari_kerja
from .test_nip import PERIKSA

DEKAT = st.dates(date(2020, 1, 1), date(2030, 12, 31))
MINGGU = st.sets(st.integers(0, 6), min_size=1).map(frozenset)
LIBUR = st.sets(DEKAT, max_size=60).map(frozenset)
VEKTOR = [
    (date(2026, 3, 16), date(2026, 3, 27), 5, 5),
    (date(2026, 5, 11), date(2026, 5, 29), 11, 13),
    (date(2026, 6, 15), date(2026, 7, 1), 12, None),
    (date(2026, 12, 21), date(2026, 12, 31), 7, None),
    (date(2026, 1, 1), date(2026, 12, 31), 240, 291),
]


def libur_2026():
    """Return the holidays of the addon's own data file."""
    path = Path(__file__).parent.parent / "data" / "asn.hari.libur.csv"
    with path.open(encoding="utf-8") as berkas:
        return {date.fromisoformat(r["tanggal"]) for r in csv.DictReader(berkas)}


class TestHariKerja(BaseCase):
    """Working days, services 3.2."""

    def test_vectors_of_2026(self):
        libur = libur_2026()
        for a, b, lima, enam in VEKTOR:
            with self.subTest(a=a, b=b):
                self.assertEqual(hari_kerja.jumlah(a, b, libur=libur), lima)
                if enam is not None:
                    hasil = hari_kerja.jumlah(a, b, hari_kerja.ENAM_HARI, libur)
                    self.assertEqual(hasil, enam)

    def test_add_over_weekend_and_holiday(self):
        jumat = date(2026, 4, 30)
        cases = [
            (date(2026, 4, 2), 1, date(2026, 4, 6)),
            (date(2026, 3, 17), 1, date(2026, 3, 25)),
            (jumat, 0, jumat),
            (date(2026, 4, 6), -1, date(2026, 4, 2)),
            (date(2026, 4, 4), 0, date(2026, 4, 4)),
        ]
        libur = libur_2026()
        for mulai, n, hasil in cases:
            with self.subTest(mulai=mulai, n=n):
                self.assertEqual(hari_kerja.tambah(mulai, n, libur=libur), hasil)

    def test_no_working_weekday_is_refused(self):
        self.assertRaises(ValueError, hari_kerja.tambah, date(2026, 1, 1), 1, set())

    def test_backwards_period_has_no_days(self):
        self.assertEqual(hari_kerja.jumlah(date(2026, 1, 2), date(2026, 1, 1)), 0)

    @PERIKSA
    @given(DEKAT, st.integers(0, 400), MINGGU, LIBUR)
    def test_count_is_what_counting_gives(self, a, hari, minggu, libur):
        b = a + timedelta(days=hari)
        satu_satu = [
            d
            for d in (a + timedelta(days=i) for i in range(hari + 1))
            if d.weekday() in minggu and d not in libur
        ]
        self.assertEqual(hari_kerja.jumlah(a, b, minggu, libur), len(satu_satu))
        self.assertEqual(hari_kerja.daftar(a, b, minggu, libur), satu_satu)

    @PERIKSA
    @given(DEKAT, st.integers(1, 120), MINGGU, LIBUR)
    def test_adding_and_counting_are_inverse(self, mulai, n, minggu, libur):
        hasil = hari_kerja.tambah(mulai, n, minggu, libur)
        besok = mulai + timedelta(days=1)
        self.assertEqual(hari_kerja.jumlah(besok, hasil, minggu, libur), n)
        self.assertTrue(hari_kerja.is_hari_kerja(hasil, minggu, libur))
        kembali = hari_kerja.tambah(hasil + timedelta(days=1), -n, minggu, libur)
        self.assertGreater(kembali, mulai)

    @PERIKSA
    @given(DEKAT, st.integers(0, 90), st.integers(0, 90), LIBUR)
    def test_parts_add_up(self, a, x, y, libur):
        tengah, b = a + timedelta(days=x), a + timedelta(days=x + y + 1)
        kiri = hari_kerja.jumlah(a, tengah, libur=libur)
        kanan = hari_kerja.jumlah(tengah + timedelta(days=1), b, libur=libur)
        self.assertEqual(kiri + kanan, hari_kerja.jumlah(a, b, libur=libur))

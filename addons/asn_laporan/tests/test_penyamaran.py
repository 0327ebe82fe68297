import itertools
import random

from odoo.tests import TransactionCase, tagged

from ..domain import statistik
from ..domain.penyamaran import BATAS, samarkan_deret, samarkan_silang, total_aman


@tagged("post_install", "-at_install")
class TestPenyamaran(TransactionCase):
    """LL-15: what is published tells nobody apart, not even by subtraction."""

    def test_small_cells_are_hidden_and_zeros_stay(self):
        for nilai, harap in (
            ([10, 20, 0], [10, 20, 0]),
            ([10, 5, 30], [10, 5, 30]),
            # One hidden cell would follow from the total: a second one goes too.
            ([10, 4, 30], [None, None, 30]),
            ([4, 4, 30], [None, None, 30]),
            # Two hidden cells of one each would both follow from their sum of two.
            ([1, 1, 9, 30], [None, None, None, 30]),
            ([3], [None]),
            ([2, 1], [None, None]),
            ([], []),
        ):
            with self.subTest(nilai=nilai):
                self.assertEqual(samarkan_deret(nilai), harap)
        self.assertFalse(total_aman([3]))
        self.assertFalse(total_aman([2, 1]))
        self.assertTrue(total_aman([10, 4, 30]))

    def test_no_row_can_be_worked_out_from_its_total(self):
        """Every table of up to three cells below eight, searched completely."""
        for lebar in (1, 2, 3):
            for nilai in itertools.product(range(8), repeat=lebar):
                samar = samarkan_deret(list(nilai))
                self.assertTrue(all(n is None or n == 0 or n >= BATAS for n in samar))
                tutup = [i for i, n in enumerate(samar) if n is None]
                if not tutup or not total_aman(list(nilai)):
                    continue
                jumlah = sum(nilai[i] for i in tutup)
                cocok = [
                    satu
                    for satu in itertools.product(
                        range(1, jumlah + 1), repeat=len(tutup)
                    )
                    if sum(satu) == jumlah
                ]
                for tempat in range(len(tutup)):
                    self.assertGreater(
                        len({satu[tempat] for satu in cocok}), 1, (nilai, samar)
                    )

    def test_no_cell_of_a_table_can_be_worked_out_from_its_totals(self):
        """Random tables against everything that an attacker could fill in."""
        acak = random.Random(1945)
        diperiksa = 0
        while diperiksa < 150:
            tinggi, lebar = acak.choice([(2, 2), (2, 3), (3, 2)])
            tabel = [[acak.randrange(9) for _k in range(lebar)] for _b in range(tinggi)]
            samar = samarkan_silang(tabel)
            tutup = [
                (b, k)
                for b, k in itertools.product(range(tinggi), range(lebar))
                if samar[b][k] is None
            ]
            if not tutup or len(tutup) > 4:
                continue
            diperiksa += 1
            kemungkinan = self._isi(samar, tutup, tinggi, lebar)
            for b, k in tutup:
                self.assertGreater(len({satu[b][k] for satu in kemungkinan}), 1, tabel)

    def _isi(self, samar, tutup, tinggi, lebar):
        """Return every table that fits what was published."""
        cocok = []
        for angka in itertools.product(range(1, 13), repeat=len(tutup)):
            isi = [list(baris[:lebar]) for baris in samar[:tinggi]]
            for (b, k), satu in zip(tutup, angka, strict=True):
                isi[b][k] = satu
            penuh = [[*baris, sum(baris)] for baris in isi]
            penuh.append([sum(b[k] for b in penuh) for k in range(lebar + 1)])
            if all(
                samar[b][k] in (None, penuh[b][k])
                for b, k in itertools.product(range(tinggi + 1), range(lebar + 1))
            ):
                cocok.append(isi)
        return cocok

    def test_bands_of_ages_meet_without_gap(self):
        for umur, nama in (
            (17, "sampai 25 tahun"),
            (25, "sampai 25 tahun"),
            (26, "26-30 tahun"),
            (60, "56-60 tahun"),
            (61, "di atas 60 tahun"),
        ):
            kunci = statistik.kelompok_umur(umur)
            self.assertEqual(statistik.nama_kelompok_umur(kunci), nama)
        self.assertIsNone(statistik.kelompok_umur(None))
        self.assertEqual(statistik.persen(1, 3), 33.3)
        self.assertEqual(statistik.persen(1, 0), 0.0)

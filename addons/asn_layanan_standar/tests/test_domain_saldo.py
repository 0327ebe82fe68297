"""Balance rules of annual leave, from the dossier's table and from properties."""

from hypothesis import given, settings
from hypothesis import strategies as st
from odoo.tests import BaseCase

from ..domain.saldo import (
    Aturan,
    FaktaTahun,
    hari_tangguh,
    hitung,
    kekurangan,
    pakai_terlama,
)

PNS = Aturan()
N = 2026


def aturan_pns(tahun):
    return PNS


def saldo_n(n2, n1, tangguh, **tahun_n):
    """The dossier's table: year N-1 began with 12 days and nothing carried."""
    fakta = {
        N - 2: FaktaTahun(pakai=n2),
        N - 1: FaktaTahun(pakai=n1, bawaan=0),
        N: FaktaTahun(tangguh=tangguh, **tahun_n),
    }
    return hitung(fakta, N, aturan_pns)[N]


class TestTabelSaldo(BaseCase):
    def test_cuti_t_04_05_06_table_of_first_january(self):
        for n2, n1, tangguh, harapan in (
            (5, 12, 0, 12),
            (5, 8, 0, 16),
            (5, 3, 0, 18),
            (5, 0, 0, 18),
            (0, 0, 0, 24),
            (5, 0, 12, 24),
            (5, 7, 5, 17),
        ):
            with self.subTest(n2=n2, n1=n1, tangguh=tangguh):
                self.assertEqual(saldo_n(n2, n1, tangguh).saldo, harapan)

    def test_cuti_t_06_mixed_deferred_and_unused_stops_at_24(self):
        saldo = saldo_n(5, 0, 7)
        self.assertEqual(saldo.bawaan, 5)
        self.assertEqual(saldo.saldo, 24)
        self.assertEqual(saldo_n(0, 0, 7).saldo, 24)

    def test_cuti_t_01_before_one_year_nothing(self):
        fakta = {N: FaktaTahun(is_berhak=False)}
        self.assertEqual(hitung(fakta, N, aturan_pns)[N].saldo, 0)

    def test_cuti_t_05_needs_entitlement_in_both_years(self):
        fakta = {
            N - 2: FaktaTahun(is_berhak=False),
            N - 1: FaktaTahun(bawaan=0),
            N: FaktaTahun(),
        }
        self.assertEqual(hitung(fakta, N, aturan_pns)[N].saldo, 18)

    def test_cuti_t_08_year_of_long_leave_has_no_annual_leave(self):
        saldo = saldo_n(5, 3, 0, is_cuti_besar=True, pakai=4)
        self.assertEqual(saldo.saldo, 0)
        sesudah = hitung(
            {N: FaktaTahun(is_cuti_besar=True), N + 1: FaktaTahun()}, N + 1, aturan_pns
        )
        self.assertEqual(sesudah[N + 1].bawaan, 0)
        # Nor is it one of two unused years (CUTI-T-05), before or after the other.
        for tahun, bawaan in ((N, 0), (N - 1, 6)):
            fakta = {t: FaktaTahun(is_cuti_besar=t == tahun) for t in (N - 1, N, N + 1)}
            self.assertEqual(hitung(fakta, N + 1, aturan_pns)[N + 1].bawaan, bawaan)

    def test_cuti_t_09_extra_days_only_in_their_year(self):
        fakta = {N: FaktaTahun(tambahan=3), N + 1: FaktaTahun()}
        hasil = hitung(fakta, N + 1, aturan_pns)
        self.assertEqual(hasil[N].saldo, 15)
        self.assertEqual(hasil[N + 1].tambahan, 0)
        self.assertEqual(hasil[N + 1].saldo, 18)

    def test_cuti_t_09_extra_days_come_on_top_of_the_cap(self):
        self.assertEqual(saldo_n(0, 0, 0, tambahan=3).saldo, 27)

    def test_nothing_is_carried_from_unknown_years(self):
        self.assertEqual(hitung({}, N, aturan_pns)[N].saldo, 12)

    def test_cuti_k_03_short_contract_carries_nothing(self):
        pendek = Aturan(bawaan_maks=0, bawaan_dua_tahun=0)
        fakta = {N - 1: FaktaTahun(), N: FaktaTahun()}
        self.assertEqual(hitung(fakta, N, lambda t: pendek)[N].saldo, 12)

    def test_cuti_k_03_contract_over_two_years_reaches_18(self):
        sedang = Aturan(bawaan_maks=6, bawaan_dua_tahun=6)
        fakta = {N - 2: FaktaTahun(), N - 1: FaktaTahun(), N: FaktaTahun()}
        self.assertEqual(hitung(fakta, N, lambda t: sedang)[N].saldo, 18)

    def test_cuti_k_05_six_days_before_one_year_of_work(self):
        aturan = Aturan(kuota_khusus=6)
        for pakai, harapan in ((0, 6), (2, 4), (6, 0)):
            fakta = {N: FaktaTahun(pakai=pakai, is_berhak=False, is_khusus=True)}
            self.assertEqual(hitung(fakta, N, lambda t: aturan)[N].saldo, harapan)
        tanpa = {N: FaktaTahun(pakai=2, is_berhak=False)}
        self.assertEqual(hitung(tanpa, N, lambda t: aturan)[N].saldo, 0)

    def test_oldest_days_are_taken_first(self):
        self.assertEqual(pakai_terlama(7, 3, 6, 0, 12), (0, 2, 0, 12))
        self.assertEqual(pakai_terlama(11, 3, 6, 1, 12), (0, 0, 0, 11))
        self.assertEqual(pakai_terlama(0, 3, 6, 1, 12), (3, 6, 1, 12))

    def test_lapse_on_31_december(self):
        fakta = {
            N - 1: FaktaTahun(pakai=3, bawaan=0),
            N: FaktaTahun(tangguh=2, pakai=1),
            N + 1: FaktaTahun(),
        }
        hasil = hitung(fakta, N + 1, aturan_pns)
        # 2 deferred + 6 carried, 1 taken: 7 lapse, only own 12 give the 6.
        self.assertEqual(hasil[N].hangus, 7)
        self.assertEqual(hasil[N].sisa_hak, 12)
        self.assertEqual(hasil[N + 1].bawaan, 6)

    def test_cuti_t_06_deferred_days_leave_the_year_and_are_usable_next(self):
        fakta = {
            N: FaktaTahun(pakai=5, bawaan=0),
            N + 1: FaktaTahun(tangguh=7),
        }
        hasil = hitung(fakta, N + 1, aturan_pns)
        self.assertEqual(hasil[N].saldo, 0)
        self.assertEqual(hasil[N + 1].saldo, 19)

    def test_cuti_t_06_only_own_days_can_be_deferred(self):
        saldo = saldo_n(5, 3, 0, pakai=10)
        self.assertEqual((saldo.sisa_bawaan, saldo.sisa_hak), (0, 8))
        self.assertEqual(hari_tangguh(saldo, 5), 5)
        self.assertEqual(hari_tangguh(saldo, 11), 8)

    def test_december_use_is_refused_when_january_needs_the_carried_days(self):
        fakta = {N: FaktaTahun(bawaan=0, pakai=4), N + 1: FaktaTahun(pakai=18)}
        self.assertEqual(kekurangan(fakta, {N: 2}, aturan_pns), {})
        self.assertEqual(kekurangan(fakta, {N: 5}, aturan_pns), {N + 1: 3})

    def test_shortage_names_year_and_days(self):
        fakta = {N: FaktaTahun(pakai=10)}
        self.assertEqual(kekurangan(fakta, {N: 3, N + 1: 2}, aturan_pns), {N: 1})


#: What people and offices do over the years, each guarded as the ledger does.
TINDAKAN = st.lists(
    st.tuples(
        st.sampled_from(["pesan", "lepas", "tangguh", "tambahan"]),
        st.integers(N, N + 4),
        st.integers(1, 15),
    ),
    max_size=30,
)


class Buku:
    """A ledger in memory with the same guards as asn.saldo.cuti.mutasi."""

    def __init__(self):
        self.fakta = {N: FaktaTahun()}
        self.pesanan = []

    def saldo(self, tahun):
        return hitung(self.fakta, max([*self.fakta, tahun]), aturan_pns)[tahun]

    def ubah(self, tahun, **delta):
        isi = dict(self.fakta.get(tahun, FaktaTahun()).__dict__)
        for kunci, nilai in delta.items():
            isi[kunci] += nilai
        self.fakta[tahun] = FaktaTahun(**isi)

    def jalankan(self, tindakan):
        jenis, tahun, hari = tindakan
        if jenis == "pesan" and not kekurangan(self.fakta, {tahun: hari}, aturan_pns):
            self.ubah(tahun, pakai=hari)
            self.pesanan.append((tahun, hari))
        elif jenis == "lepas" and self.pesanan:
            tahun, hari = self.pesanan.pop()
            self.ubah(tahun, pakai=-hari)
        elif jenis == "tangguh":
            hari = hari_tangguh(self.saldo(tahun), hari)
            if hari:
                self.ubah(tahun + 1, tangguh=hari)
        elif jenis == "tambahan":
            self.ubah(tahun, tambahan=min(hari, 3))


class TestSifatSaldo(BaseCase):
    @settings(max_examples=300, deadline=None)
    @given(TINDAKAN)
    def test_balance_stays_between_zero_and_the_cap(self, semua):
        buku = Buku()
        for tindakan in semua:
            buku.jalankan(tindakan)
            for tahun in range(N, N + 7):
                saldo = buku.saldo(tahun)
                self.assertGreaterEqual(saldo.saldo, 0)
                self.assertLessEqual(saldo.saldo, 24 + saldo.tambahan)
                self.assertEqual(
                    saldo.saldo,
                    saldo.sisa_tangguh
                    + saldo.sisa_bawaan
                    + saldo.sisa_tambahan
                    + saldo.sisa_hak,
                )

    @settings(max_examples=200, deadline=None)
    @given(TINDAKAN, st.integers(N, N + 4), st.integers(1, 12))
    def test_release_returns_exactly_what_was_reserved(self, semua, tahun, hari):
        buku = Buku()
        for tindakan in semua:
            buku.jalankan(tindakan)
        sebelum = {t: buku.saldo(t) for t in range(N, N + 7)}
        buku.ubah(tahun, pakai=hari)
        buku.ubah(tahun, pakai=-hari)
        self.assertEqual({t: buku.saldo(t) for t in range(N, N + 7)}, sebelum)

    @settings(max_examples=200, deadline=None)
    @given(
        st.integers(0, 40),
        st.lists(st.integers(0, 12), min_size=4, max_size=4),
    )
    def test_younger_days_stay_while_older_ones_are_left(self, pakai, sumber):
        sisa = pakai_terlama(pakai, *sumber)
        self.assertEqual(sum(sumber) - sum(sisa), min(pakai, sum(sumber)))
        for i in range(3):
            if sisa[i]:
                self.assertEqual(sisa[i + 1 :], tuple(sumber[i + 1 :]))

    @settings(max_examples=200, deadline=None)
    @given(TINDAKAN)
    def test_only_own_days_survive_31_december(self, semua):
        buku = Buku()
        for tindakan in semua:
            buku.jalankan(tindakan)
        for tahun in range(N, N + 5):
            ini, depan = buku.saldo(tahun), buku.saldo(tahun + 1)
            if buku.fakta.get(tahun, FaktaTahun()).pakai:
                self.assertLessEqual(depan.bawaan, min(6, ini.sisa_hak))

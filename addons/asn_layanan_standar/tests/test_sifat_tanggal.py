"""Properties that hold on any day, where a table of cases cannot name them all."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from odoo.addons.asn_base.domain.pensiun import tmt_pensiun
from odoo.addons.asn_base.domain.tanggal import tambah_bulan
from odoo.tests import BaseCase

from ..domain import cuti, kgb, pangkat, pangkat_pilihan, pensiun, satyalancana

HARI = st.dates(date(1990, 1, 1), date(2040, 12, 31))
AWAL_BULAN = HARI.map(lambda hari: hari.replace(day=1))
#: Up to three leaves without state pay of at most three years, may overlap.
CLTN = st.lists(
    st.tuples(HARI, st.integers(0, 1100)).map(
        lambda pasang: (pasang[0], pasang[0] + timedelta(days=pasang[1]))
    ),
    max_size=3,
)
GENAP = tuple(range(0, 33, 2))
SATU = timedelta(days=1)
BANYAK = settings(max_examples=150, deadline=None)


class TestSifatGajiPangkat(BaseCase):
    """MKG, increments and promotions: time only goes forward, leave only delays."""

    @BANYAK
    @given(AWAL_BULAN, st.integers(0, 380), CLTN)
    def test_increments_follow_each_other_and_cltn_never_hastens_them(
        self, tmt, mkg, potongan
    ):
        """KGB-04, KGB-11."""
        golongan = kgb.Golongan(tmt, mkg, GENAP)
        sampai = tambah_bulan(tmt, 40 * 12)
        utuh = kgb.rentang(golongan, None, (), sampai)
        dipotong = kgb.rentang(golongan, None, potongan, sampai)
        for deret in (utuh, dipotong):
            self.assertEqual(deret, sorted(set(deret)))
            self.assertTrue(all(hari.day == 1 and hari > tmt for hari, _ in deret))
        self.assertEqual(
            [langkah for _, langkah in dipotong],
            [langkah for _, langkah in utuh][: len(dipotong)],
        )
        for (biasa, _), (mundur, _) in zip(utuh, dipotong, strict=False):
            self.assertGreaterEqual(mundur, biasa)

    @BANYAK
    @given(HARI, st.integers(1, 60), CLTN)
    def test_cltn_never_brings_a_promotion_nearer(self, tmt, bulan, potongan):
        """KP-06."""
        awal = pangkat.tmt_paling_awal(tmt, bulan)
        mundur = pangkat.tmt_paling_awal(tmt, bulan, potongan)
        self.assertGreaterEqual(mundur, awal)
        self.assertEqual(mundur.day, 1)
        lama = pangkat.bulan_dalam_pangkat(tmt, mundur, potongan)
        self.assertGreaterEqual(lama, bulan)

    @BANYAK
    @given(
        AWAL_BULAN,
        st.integers(0, 600),
        st.sampled_from((("I/d", "II/a"), ("II/d", "III/a"), ("III/d", "IV/a"))),
        CLTN,
    )
    def test_mkg_is_never_negative_and_never_grows_by_a_promotion(
        self, tmt, bulan, naik, potongan
    ):
        """2.5: II/d to III/a and its like."""
        lama, baru = naik
        kini = pangkat.Pangkat(8, lama, tmt, tmt, (3, 0))
        sebelum, sesudah = pangkat.mkg_baru(
            kini, baru, tambah_bulan(tmt, bulan), potongan
        )
        self.assertLessEqual((0, 0), sesudah)
        self.assertLessEqual(sesudah, sebelum)
        self.assertTrue(0 <= sesudah[1] < 12)

    @BANYAK
    @given(
        st.lists(st.tuples(HARI, st.floats(0, 200)), max_size=8),
        st.lists(AWAL_BULAN, min_size=1, max_size=4, unique=True),
    )
    def test_credit_is_never_owed_and_never_invented(self, pak, tmt):
        """KP-F-02, KP-F-05."""
        pangkat_urut = [(hari, 9 + urut) for urut, hari in enumerate(sorted(tmt))]
        saldo = pangkat_pilihan.kredit_tersedia(
            pak, pangkat_urut, {9: 50, 10: 100, 11: 100, 12: 200}
        )
        self.assertGreaterEqual(saldo, 0)
        self.assertLessEqual(saldo, sum(nilai for _, nilai in pak) + 1e-6)

    def test_pay_of_the_day_on_which_the_table_changes(self):
        """KGB-02: the table in force on the day counts, not that of the request."""
        tabel = {date(2019, 1, 1): {4: 2_800_000}, date(2024, 1, 1): {4: 3_089_300}}
        for pada, rupiah in (
            (date(2018, 12, 31), 0),
            (date(2019, 1, 1), 2_800_000),
            (date(2023, 12, 31), 2_800_000),
            (date(2024, 1, 1), 3_089_300),
            (date(2024, 2, 29), 3_089_300),
        ):
            with self.subTest(pada=pada):
                self.assertEqual(kgb.gaji_tabel(tabel, 5, pada), rupiah)

    def test_kp_07_which_exam_a_certificate_proves(self):
        """Level II is dated in III; a certificate from before is of level I."""
        sejak = date(2018, 4, 1)
        for tingkat, tanggal, bukti in (
            (1, None, True),
            (1, date(2017, 9, 1), True),
            (2, date(2018, 3, 31), False),
            (2, date(2018, 4, 1), True),
            (2, None, None),
        ):
            with self.subTest(tingkat=tingkat, tanggal=tanggal):
                self.assertIs(pangkat.bukti_ujian(tingkat, tanggal, sejak), bukti)

    def test_the_group_is_entered_with_its_first_decree(self):
        deret = [
            (date(2014, 4, 1), 8, "II/d"),
            (date(2018, 4, 1), 9, "III/a"),
            (date(2022, 4, 1), 10, "III/b"),
        ]
        self.assertEqual(pangkat.tmt_kelompok(deret), date(2018, 4, 1))
        self.assertEqual(pangkat.tmt_kelompok(deret[:1]), date(2014, 4, 1))
        self.assertIsNone(pangkat.tmt_kelompok([]))


class TestSifatPensiunCuti(BaseCase):
    """Pension, medal and leave: one day later never means less."""

    @BANYAK
    @given(st.dates(date(1950, 1, 1), date(2005, 12, 31)), st.integers(0, 400))
    def test_who_is_younger_retires_no_earlier(self, lahir, selisih):
        """PEN-03; a higher jenjang (58 to 60) moves the day by two years."""
        muda = lahir + timedelta(days=selisih)
        self.assertLessEqual(tmt_pensiun(lahir, 58), tmt_pensiun(muda, 58))
        self.assertEqual(
            tambah_bulan(tmt_pensiun(lahir, 58), 24), tmt_pensiun(lahir, 60)
        )

    @BANYAK
    @given(HARI, HARI, CLTN, st.integers(0, 96))
    def test_service_for_the_pension_is_bounded(self, tmt, pada, potongan, tambahan):
        """PEN-08, PEN-09."""
        utuh = pensiun.masa_kerja_bulan(tmt, pada, (), tambahan)
        bulan = pensiun.masa_kerja_bulan(tmt, pada, potongan, tambahan)
        self.assertTrue(0 <= bulan <= utuh)
        for jenis in pensiun.BERHENTI_SENDIRI:
            uang = pensiun.taksiran(jenis, 4_000_000, bulan)
            self.assertTrue(1_600_000 <= uang <= 3_000_000)
            self.assertLessEqual(uang, pensiun.taksiran(jenis, 4_000_000, bulan + 1))

    @BANYAK
    @given(AWAL_BULAN)
    def test_window_of_the_pension_opens_before_it_closes(self, tmt):
        """PEN-03: the proposal; and the year of MPP before the pension."""
        buka, tutup = pensiun.jendela_bup(tmt)
        self.assertTrue(buka < tutup < tmt)
        mulai = tambah_bulan(tmt, -12)
        tepat = tambah_bulan(mulai, -1)
        self.assertIsNone(pensiun.masalah_mpp(mulai, tmt, tepat))
        self.assertEqual(pensiun.masalah_mpp(mulai, tmt, tepat + SATU), "terlambat")
        self.assertEqual(pensiun.masalah_mpp(mulai - SATU, tmt, tepat), "terlalu_awal")
        self.assertEqual(pensiun.masalah_mpp(tmt, tmt, tepat), "setelah_pensiun")

    @BANYAK
    @given(HARI, st.integers(0, 500), st.sets(st.sampled_from((10, 20, 30))))
    def test_medal_never_falls_and_is_never_given_twice(self, tmt, bulan, dimiliki):
        """SLK-04, SLK-08."""
        usul = tambah_bulan(tmt, bulan)
        kini = satyalancana.tingkat_usul(tmt, usul, dimiliki)
        nanti = satyalancana.tingkat_usul(tmt, tambah_bulan(usul, 12), dimiliki)
        self.assertLessEqual(kini or 0, nanti or 0)
        self.assertNotIn(kini, dimiliki)
        if kini:
            self.assertGreaterEqual(bulan, kini * 12)
            self.assertIsNone(satyalancana.tingkat_usul(tmt, usul, {*dimiliki, kini}))

    @BANYAK
    @given(HARI, st.integers(0, 900))
    def test_years_of_a_leave_cover_it_once(self, mulai, lama):
        """CUTI-07: the parts are the whole, without gap and without overlap."""
        selesai = mulai + timedelta(days=lama)
        bagian = cuti.bagi_tahun(mulai, selesai)
        self.assertEqual((bagian[0][1], bagian[-1][2]), (mulai, selesai))
        for tahun, awal, akhir in bagian:
            self.assertTrue(awal.year == akhir.year == tahun and awal <= akhir)
        for (_, _, akhir), (_, awal, _) in zip(bagian, bagian[1:], strict=False):
            self.assertEqual(akhir + SATU, awal)

    @BANYAK
    @given(st.lists(HARI, max_size=30))
    def test_days_joined_to_ranges_are_the_same_days(self, hari):
        rentang = cuti.kelompok_tanggal(set(hari))
        pulih = {
            awal + timedelta(days=n)
            for awal, akhir in rentang
            for n in range((akhir - awal).days + 1)
        }
        self.assertEqual(pulih, set(hari))

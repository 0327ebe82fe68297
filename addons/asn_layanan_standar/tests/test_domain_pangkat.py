"""Promotions in rank, from the dossier's vectors and the boundaries beside them."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from odoo.addons.asn_base.domain.tanggal import tambah_bulan
from odoo.addons.asn_pegawai.domain import angka_kredit
from odoo.tests import BaseCase

from ..domain import kgb, pangkat, pangkat_pilihan

URUTAN = {
    kode: nomor
    for nomor, kode in enumerate(
        [f"{g}/{r}" for g in ("I", "II", "III") for r in "abcd"]
        + [f"IV/{r}" for r in "abcde"],
        1,
    )
}


def hari(teks):
    return date.fromisoformat(teks)


class TestPangkat(BaseCase):
    def test_kp_01_months_in_which_promotions_take_effect(self):
        for tmt, sah in (
            ("2025-10-01", True),
            ("2026-01-01", True),
            ("2026-01-02", False),
            ("2025-09-01", False),
            ("2025-08-01", True),
            ("2024-02-01", True),
            ("2023-04-01", True),
            ("2023-06-01", False),
            ("2024-02-29", False),
        ):
            self.assertEqual(pangkat.is_periode(hari(tmt)), sah, tmt)

    def test_kp_03_first_promotion_counts_from_the_first_grade(self):
        """Appointment as PNS and a review of service repeat the grade."""
        cpns = (hari("2020-03-01"), 9, "III/a", 0, 0)
        pns = (hari("2021-03-01"), 9, "III/a", 1, 0)
        pmk = (hari("2022-01-01"), 9, "III/a", 4, 0)
        naik = (hari("2024-04-01"), 10, "III/b", 6, 3)
        kini = pangkat.pangkat_kini([cpns, pns, pmk])
        self.assertEqual((kini.tmt, kini.tmt_mkg), (cpns[0], pmk[0]))
        self.assertEqual(kini.mkg, (4, 0))
        self.assertEqual(pangkat.pangkat_kini([cpns, pns, naik]).tmt, naik[0])
        self.assertIsNone(pangkat.pangkat_kini([]))

    def test_kp_r_02_four_years_and_not_a_month_less(self):
        tmt = hari("2022-04-01")
        self.assertEqual(pangkat.tmt_paling_awal(tmt, 48), hari("2026-04-01"))
        self.assertEqual(pangkat.bulan_dalam_pangkat(tmt, hari("2026-03-01")), 47)
        self.assertEqual(pangkat.bulan_dalam_pangkat(tmt, hari("2026-04-01")), 48)
        # A grade from the last day of February is complete in March.
        kabisat = hari("2024-02-29")
        self.assertEqual(pangkat.tmt_paling_awal(kabisat, 48), hari("2028-03-01"))

    def test_kp_06_leave_without_state_pay_is_no_time_in_rank(self):
        tmt, cltn = hari("2022-04-01"), [(hari("2023-01-01"), hari("2023-12-31"))]
        self.assertEqual(pangkat.bulan_dalam_pangkat(tmt, hari("2026-04-01"), cltn), 36)
        self.assertEqual(pangkat.tmt_paling_awal(tmt, 48, cltn), hari("2027-04-01"))

    def test_kp_08_windows_of_months_join(self):
        buka, tutup = pangkat.jendela(hari("2026-06-01"), 2, 1)
        self.assertEqual((buka, tutup), (hari("2026-04-01"), hari("2026-04-30")))
        for bulan in range(24):
            tmt = tambah_bulan(hari("2026-01-01"), bulan)
            lanjut = pangkat.jendela(tambah_bulan(tmt, 1), 2, 1)[0]
            self.assertEqual((lanjut - pangkat.jendela(tmt, 2, 1)[1]).days, 1)

    def test_mkg_falls_between_groups(self):
        """II/d with 14 years 6 months to III/a: 9 years 6 months (2.5)."""
        for kode, mkg, target, sesudah in (
            ("II/d", (14, 6), "III/a", (9, 6)),
            ("II/d", (4, 11), "III/a", (0, 0)),
            ("I/d", (10, 0), "II/a", (4, 0)),
            ("III/d", (20, 0), "IV/a", (20, 0)),
            ("III/a", (4, 0), "III/b", (4, 0)),
        ):
            tmt = hari("2026-04-01")
            lama = pangkat.Pangkat(URUTAN[kode], kode, tmt, tmt, mkg)
            self.assertEqual(pangkat.mkg_baru(lama, target, tmt), (mkg, sesudah))

    def test_new_pay_is_the_greatest_step_reached(self):
        """4.8: III/a MKG 4 to III/b; I/a MKG 4 to I/b, which has odd steps."""
        berlaku = hari("2024-01-01")
        for langkah, rupiah in (
            ({0: 2903600, 2: 2995000, 4: 3089300, 6: 3186600}, 3089300),
            ({3: 1840800, 5: 1898800}, 1840800),
        ):
            tabel = {berlaku: langkah}
            self.assertEqual(kgb.gaji_tabel(tabel, 4, hari("2026-04-01")), rupiah)

    def test_kp_r_03_ceiling_by_education(self):
        """Professions that are no doctor count as S1; SGPLB as D3."""
        setara = ("dokter", "apoteker")
        for jenjang, program, batas in (
            ("S1", "Sarjana Hukum", "III/d"),
            ("PROFESI", "Profesi Dokter", "IV/a"),
            ("PROFESI", "Profesi Ners", "III/d"),
            ("PROFESI", None, "III/d"),
            ("SLTA_KEGURUAN", "SGPLB", "III/c"),
            ("SLTA_KEGURUAN", "SPG", "III/b"),
        ):
            milik = {"S1": "III/d", "PROFESI": "IV/a", "SLTA_KEGURUAN": "III/b"}
            tiga = tuple(URUTAN[k] for k in (milik[jenjang], "III/d", "III/c"))
            hasil = pangkat.batas_pendidikan(tiga, jenjang, program, setara)
            self.assertEqual(hasil, URUTAN[batas], (jenjang, program))

    def test_kp_07_kp_s_07_who_is_free_of_the_service_exam(self):
        """II/d: S1 or PIM IV; III/d: S2 or PIM III (also eselon III, KP-S-07)."""
        self.assertEqual(pangkat.tingkat_ujian(URUTAN["II/d"]), 1)
        self.assertEqual(pangkat.tingkat_ujian(URUTAN["III/d"]), 2)
        self.assertEqual(pangkat.tingkat_ujian(URUTAN["III/c"]), 0)
        for tingkat, jenjang, setara, diklat, bebas in (
            (1, 3, True, (), None),
            (1, 7, True, (), "pendidikan"),
            (1, 3, True, ("pim_iv",), "pim"),
            (2, 7, True, (), None),
            (2, 7, True, ("pim_iv",), None),
            (2, 7, True, ("pka",), "pim"),
            (2, 9, True, (), "pendidikan"),
            (2, 8, False, (), None),
            (2, 8, True, (), "pendidikan"),
        ):
            hasil = pangkat.bebas_ujian(tingkat, jenjang, setara, diklat)
            self.assertEqual(hasil, bebas, (tingkat, jenjang, setara, diklat))


class TestPilihan(BaseCase):
    def test_kp_s_02_to_s_05_time_in_rank_and_post(self):
        terendah = URUTAN["III/d"]
        for kode, bulan, hasil in (
            ("III/c", 12, (12, 12, "KP-S-02")),
            ("III/d", 12, (48, 0, "KP-S-03")),
            ("IV/a", 47, (48, 0, "KP-S-03")),
            ("III/c", 48, (48, 0, "KP-S-04")),
            ("III/c", 47, (12, 12, "KP-S-02")),
            ("III/b", 12, (12, 12, "KP-S-05")),
        ):
            self.assertEqual(
                pangkat_pilihan.bulan_struktural(URUTAN[kode], terendah, bulan), hasil
            )

    def test_kp_s_02_months_in_the_level_add_up(self):
        riwayat = [
            (hari("2020-01-01"), "pelaksana"),
            (hari("2021-01-01"), "pengawas"),
            (hari("2021-07-01"), "fungsional_keahlian"),
            (hari("2025-10-01"), "pengawas"),
        ]
        for tmt, bulan in (("2026-04-01", 12), ("2026-03-01", 11)):
            hasil = pangkat_pilihan.bulan_dalam_tingkat(riwayat, "pengawas", hari(tmt))
            self.assertEqual(hasil, bulan)

    def test_kp_f_03_credit_of_a_predicate(self):
        for persen, bulan, nilai in ((100, 12, 25), (150, 12, 37.5), (100, 9, 18.75)):
            self.assertEqual(angka_kredit.konversi(25, persen, bulan), nilai)

    def test_kp_f_02_four_years_good_or_three_with_two_very_good(self):
        iiic = [(hari("2022-04-01"), URUTAN["III/c"])]
        for nilai in ((25, 25, 25, 25), (37.5, 37.5, 25)):
            pak = [(date(2022 + i, 12, 31), n) for i, n in enumerate(nilai)]
            self.assertEqual(
                pangkat_pilihan.kredit_tersedia(pak, iiic, {11: 100.0}), 100
            )
            kurang = pangkat_pilihan.kredit_tersedia(pak[:-1], iiic, {11: 100.0})
            self.assertEqual(kurang, 75)

    def test_kp_f_05_surplus_is_kept_and_nothing_is_owed(self):
        pangkat_ = [(hari("2022-04-01"), 11), (hari("2026-04-01"), 12)]
        perlu = {11: 100.0, 12: 100.0}
        pak = [(hari("2025-12-31"), 112.5), (hari("2026-12-31"), 25)]
        self.assertEqual(pangkat_pilihan.kredit_tersedia(pak, pangkat_, perlu), 37.5)
        pak[0] = (hari("2025-12-31"), 60)
        self.assertEqual(pangkat_pilihan.kredit_tersedia(pak, pangkat_, perlu), 25)

    def test_kp_f_06_periods_join(self):
        satu = (hari("2024-01-01"), hari("2024-12-31"))
        for berikut, salah in (
            ((hari("2025-01-01"), hari("2025-12-31")), None),
            ((hari("2025-02-01"), hari("2025-12-31")), "celah"),
            ((hari("2024-12-31"), hari("2025-12-31")), "tumpang"),
        ):
            self.assertEqual(pangkat_pilihan.periode_pak_salah([berikut, satu]), salah)
        self.assertIsNone(pangkat_pilihan.periode_pak_salah([]))

    def test_kp_f_07_extra_credit_of_a_degree_is_a_share(self):
        self.assertEqual(pangkat_pilihan.kredit_ijazah(100, 25), 25)
        self.assertEqual(pangkat_pilihan.kredit_ijazah(100, 0), 0)

    def test_kp_i_01_kp_i_06_adjustment_only_rises(self):
        """Highest grade that adjusts, and to which (pendidikan.csv)."""
        for kode, dari, menjadi, hasil in (
            ("II/a", "II/d", "III/a", "III/a"),
            ("II/d", "II/d", "III/a", "III/a"),
            ("III/a", "II/d", "III/a", None),
            ("III/a", "III/a", "III/b", "III/b"),
            ("I/b", "I/d", "II/a", "II/a"),
        ):
            target = pangkat_pilihan.target_ijazah(
                URUTAN[kode], URUTAN[dari], URUTAN[menjadi]
            )
            self.assertEqual(target, URUTAN.get(hasil), (kode, menjadi))
        self.assertIsNone(pangkat_pilihan.target_ijazah(5, None, None))

    def test_kp_p_02_service_and_time_in_rank(self):
        for kerja, di_pangkat, cukup in (
            (360, 1, True),
            (360, 0, False),
            (359, 12, True),
            (240, 11, False),
            (239, 24, True),
            (120, 24, True),
            (119, 60, False),
        ):
            self.assertEqual(
                pangkat_pilihan.is_cukup_pengabdian(kerja, di_pangkat), cukup
            )

    def test_kp_p_04_a_month_before_the_pension(self):
        self.assertEqual(
            pangkat_pilihan.tmt_pengabdian(hari("2026-03-01"), 1), hari("2026-02-01")
        )

    @settings(max_examples=150, deadline=None)
    @given(st.dates(date(1995, 1, 1), date(2035, 12, 31)), st.integers(1, 60))
    def test_the_earliest_tmt_is_complete_and_the_month_before_is_not(self, tmt, bulan):
        awal = pangkat.tmt_paling_awal(tmt, bulan)
        self.assertEqual(awal.day, 1)
        self.assertGreaterEqual(pangkat.bulan_dalam_pangkat(tmt, awal), bulan)
        sebelum = tambah_bulan(awal, -1)
        self.assertLess(pangkat.bulan_dalam_pangkat(tmt, sebelum), bulan)

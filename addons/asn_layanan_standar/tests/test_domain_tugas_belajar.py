from datetime import date, timedelta

from odoo.tests import BaseCase

from ..domain import tugas_belajar as tb


class TestDomainTugasBelajar(BaseCase):
    def test_tb_07_example_of_the_dossier(self):
        """S2 from 1 September 2026, pension 1 June 2034: 5 y 9 m are left."""
        mulai, pensiun = date(2026, 9, 1), date(2034, 6, 1)
        self.assertEqual(tb.sisa_dinas(mulai, 4, pensiun), 5 * 12 + 9)
        self.assertFalse(tb.is_sisa_cukup(mulai, 4, pensiun, tb.FAKTOR["dibebaskan"]))
        self.assertTrue(
            tb.is_sisa_cukup(mulai, 4, pensiun, tb.FAKTOR["tidak_dibebaskan"])
        )

    def test_tb_07_boundary_is_the_very_day(self):
        mulai = date(2026, 9, 1)
        self.assertTrue(tb.is_sisa_cukup(mulai, 4, date(2034, 9, 1), 3))
        self.assertFalse(tb.is_sisa_cukup(mulai, 4, date(2034, 8, 31), 3))
        self.assertEqual(tb.sisa_dinas(mulai, 4, date(2027, 1, 1)), 0)

    def test_tb_08_age_counts_only_through_the_service_left(self):
        """Somebody of 50 whose BUP is 60 studies at own cost; 25/37/40 are gone."""
        self.assertTrue(tb.is_sisa_cukup(date(2026, 9, 1), 4, date(2036, 6, 1), 3))

    def test_forms_follow_from_release_and_funding(self):
        for dibebaskan, mandiri, jenis, sisa in (
            (True, False, "tb_dibebaskan", "dibebaskan"),
            (False, False, "tb_tidak_dibebaskan", "tidak_dibebaskan"),
            (True, True, "tb_mandiri", "mandiri_dibebaskan"),
            (False, True, "tb_mandiri", "mandiri"),
        ):
            with self.subTest(dibebaskan=dibebaskan, mandiri=mandiri):
                self.assertEqual(tb.jenis_studi(dibebaskan, mandiri), jenis)
                self.assertEqual(tb.bentuk_sisa(dibebaskan, mandiri), sisa)

    def test_tb_06_table_of_the_way_of_teaching(self):
        for cara, dibebaskan, hasil in (
            ("tatap_muka_di_luar_jam_kerja", False, "lulus"),
            ("tatap_muka_pada_jam_kerja", False, "gagal"),
            ("tatap_muka_pada_jam_kerja", True, "lulus"),
            ("universitas_terbuka", False, "lulus"),
            ("jarak_jauh_berizin_resmi", False, "manual"),
            ("kelas_jauh", True, "gagal"),
            ("", False, "gagal"),
        ):
            with self.subTest(cara=cara, dibebaskan=dibebaskan):
                self.assertEqual(tb.periksa_cara(cara, dibebaskan), hasil)

    def test_tb_09_length_by_level_and_extension(self):
        for jenjang, semester, hasil in (
            ("D1", 2, "lulus"),
            ("D3", 6, "lulus"),
            ("D3", 7, "gagal"),
            ("S1", 8, "lulus"),
            ("S2", 5, "gagal"),
            ("S3", 8, "lulus"),
            ("SP1", 8, "manual"),
            ("S2", 0, "gagal"),
        ):
            with self.subTest(jenjang=jenjang, semester=semester):
                self.assertEqual(tb.periksa_lama(tb.LAMA, jenjang, semester), hasil)
        akhir = date(2028, 8, 31)
        for tambahan, sudah, diajukan, hasil in (
            (1, 0, date(2028, 3, 1), "lulus"),
            (1, 0, date(2028, 3, 2), "manual"),
            (2, 0, date(2028, 1, 1), "lulus"),
            (3, 0, date(2028, 1, 1), "gagal"),
            (1, 2, date(2028, 1, 1), "gagal"),
            (1, 0, date(2028, 9, 1), "gagal"),
            (0, 0, date(2028, 1, 1), "gagal"),
        ):
            with self.subTest(tambahan=tambahan, sudah=sudah, diajukan=diajukan):
                self.assertEqual(
                    tb.periksa_perpanjangan(tambahan, sudah, akhir, diajukan), hasil
                )

    def test_tb_10_bound_service_from_the_return(self):
        mulai = date(2026, 9, 1)
        self.assertEqual(
            tb.ikatan_sampai(mulai, date(2028, 9, 1), 2), date(2032, 8, 31)
        )
        self.assertEqual(tb.bulan_studi(mulai, date(2027, 9, 2)), 13)
        self.assertEqual(tb.bulan_studi(mulai, mulai), 0)
        self.assertIsNone(tb.ikatan_sampai(mulai, date(2028, 9, 1), 0))

    def test_tb_11_waiting_time_is_a_parameter(self):
        akhir = date(2025, 2, 28)
        self.assertTrue(tb.is_jeda_cukup(akhir, date(2025, 3, 1), 0))
        self.assertFalse(tb.is_jeda_cukup(akhir, date(2027, 2, 27), 24))
        self.assertTrue(tb.is_jeda_cukup(akhir, date(2027, 2, 28), 24))

    def test_tb_12_certificate_belongs_to_a_permitted_study(self):
        studi = [("S2", date(2022, 9, 1), date(2024, 12, 31))]
        self.assertTrue(tb.is_berizin(studi, "S2", date(2024, 8, 15)))
        for jenjang, lulus in (
            ("S1", date(2024, 8, 15)),
            ("S2", date(2022, 8, 31)),
            ("S2", date(2025, 1, 1)),
        ):
            with self.subTest(jenjang=jenjang, lulus=lulus):
                self.assertFalse(tb.is_berizin(studi, jenjang, lulus))

    def test_reports_are_due_at_the_end_of_each_semester(self):
        self.assertEqual(
            tb.batas_laporan(date(2026, 8, 31), date(2027, 8, 30)),
            [date(2027, 2, 27), date(2027, 8, 30)],
        )
        self.assertEqual(
            tb.batas_laporan(date(2026, 9, 1), date(2027, 4, 1)),
            [date(2027, 2, 28), date(2027, 4, 1)],
        )

    def test_early_return_ends_the_reports_and_brings_none_forward(self):
        """The day after a semester, the first day of the next, its middle, and none."""
        mulai, akhir = date(2026, 9, 1), date(2028, 8, 31)
        dua = [date(2027, 2, 28), date(2027, 8, 31)]
        for kembali, batas in (
            (date(2026, 9, 2), dua[:1]),
            (date(2027, 3, 1), dua[:1]),
            (date(2027, 3, 2), dua),
            (date(2027, 9, 1), dua),
            (date(2028, 9, 1), [*dua, date(2028, 2, 29), akhir]),
            (None, [*dua, date(2028, 2, 29), akhir]),
        ):
            with self.subTest(kembali=kembali):
                self.assertEqual(tb.batas_laporan(mulai, akhir, kembali), batas)

    def test_last_report_is_due_on_the_last_day_of_any_study(self):
        for langkah in range(0, 1500, 7):
            mulai = date(2020, 1, 1) + timedelta(days=langkah)
            semester = 1 + langkah % 10
            batas = tb.batas_laporan(mulai, tb.selesai(mulai, semester))
            self.assertEqual(batas[-1], tb.selesai(mulai, semester))
            self.assertEqual((len(batas), sorted(set(batas))), (semester, batas))

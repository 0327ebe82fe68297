from datetime import date

from odoo.exceptions import UserError, ValidationError
from odoo.tests import TransactionCase
from odoo.tools import mute_logger
from psycopg2.errors import CheckViolation

from ..domain import angka_kredit, kinerja
from .common import PegawaiCommon

#: Results, behaviour and the predicate of the quadrant: all nine, and nothing.
KUADRAN = (
    ("atas", "atas", "sangat_baik"),
    ("atas", "sesuai", "baik"),
    ("sesuai", "atas", "baik"),
    ("sesuai", "sesuai", "baik"),
    ("bawah", "atas", "butuh_perbaikan"),
    ("bawah", "sesuai", "butuh_perbaikan"),
    ("atas", "bawah", "kurang"),
    ("sesuai", "bawah", "kurang"),
    ("bawah", "bawah", "sangat_kurang"),
    ("atas", None, None),
    (None, "sesuai", None),
    ("tinggi", "atas", None),
)
#: Year and final value of an SKP, and its predicate: both sides of each bound.
NILAI = (
    (2014, 91, "sangat_baik"),
    (2020, 90.99, "baik"),
    (2020, 76, "baik"),
    (2020, 75.99, "butuh_perbaikan"),
    (2020, 61, "butuh_perbaikan"),
    (2020, 60.99, "kurang"),
    (2020, 51, "kurang"),
    (2020, 50.99, "sangat_kurang"),
    (2021, 110, "sangat_baik"),
    (2021, 109.99, "baik"),
    (2021, 90, "baik"),
    (2021, 89.99, "butuh_perbaikan"),
    (2021, 70, "butuh_perbaikan"),
    (2021, 69.99, "kurang"),
    (2021, 50, "kurang"),
    (2021, 49.99, "sangat_kurang"),
    (2013, 91, None),
    (2022, 91, None),
    (2020, 0, None),
    (None, 91, None),
)
#: Points per year, percentage, months, points.
KONVERSI = (
    (12.5, 100, 12, 12.5),
    (12.5, 150, 12, 18.75),
    (12.5, 75, 12, 9.375),
    (25, 50, 6, 6.25),
    (3.75, 25, 1, 0.078),
    (50, 150, 0, 0.0),
)
PERIODE = (
    (date(2025, 1, 1), date(2025, 12, 31), 12),
    (date(2025, 1, 1), date(2025, 1, 31), 1),
    (date(2024, 7, 1), date(2025, 6, 30), 12),
    (date(2025, 2, 1), date(2025, 1, 31), 0),
    (None, date(2025, 1, 31), 0),
)


class TestKinerjaAturan(TransactionCase):
    """LL-11-2-d: the tables by which performance is judged."""

    def test_quadrant(self):
        for hasil, perilaku, harap in KUADRAN:
            with self.subTest(hasil=hasil, perilaku=perilaku):
                self.assertEqual(kinerja.predikat(hasil, perilaku), harap)

    def test_value_of_the_skp(self):
        for tahun, nilai, harap in NILAI:
            with self.subTest(tahun=tahun, nilai=nilai):
                self.assertEqual(kinerja.predikat_nilai(tahun, nilai), harap)

    def test_final_value(self):
        for tahun, skp, perilaku, harap in (
            (2015, 80, 90, 84.0),
            (2020, 85.55, 78.33, 82.66),
            (2021, 85, 78, 0.0),
            (2015, 85, 0, 0.0),
            (2015, 0, 85, 0.0),
            (None, 85, 85, 0.0),
        ):
            with self.subTest(tahun=tahun, skp=skp):
                self.assertEqual(kinerja.nilai_akhir(tahun, skp, perilaku), harap)

    def test_behaviour_is_the_mean_of_what_was_given(self):
        self.assertEqual(kinerja.rata((80, 81, 0, 0)), 80.5)
        self.assertEqual(kinerja.rata((80, 80, 81)), 80.33)
        self.assertEqual(kinerja.rata(()), 0.0)

    def test_conversion_to_credit_points(self):
        for koefisien, persen, bulan, harap in KONVERSI:
            with self.subTest(koefisien=koefisien, persen=persen, bulan=bulan):
                self.assertEqual(angka_kredit.konversi(koefisien, persen, bulan), harap)

    def test_months_of_a_period(self):
        for mulai, selesai, harap in PERIODE:
            with self.subTest(mulai=mulai, selesai=selesai):
                self.assertEqual(angka_kredit.bulan_periode(mulai, selesai), harap)

    def test_reference_tables(self):
        """The tables of the dossier are loaded whole, each row with its source."""
        jumlah = {
            "asn.predikat.kinerja": 5,
            "asn.angka.kredit.jenjang": 15,
            "asn.jenis.diklat": 36,
            "asn.jenis.penghargaan": 29,
            "asn.kompetensi": 26,
        }
        for model, harap in jumlah.items():
            with self.subTest(model=model):
                semua = self.env[model].search([])
                self.assertEqual(len(semua), harap)
                self.assertFalse(semua.filtered(lambda r: not r.sumber))
        koefisien = self.env["asn.angka.kredit.jenjang"]._koefisien()
        self.assertEqual(
            koefisien,
            {
                "pemula": 3.75,
                "terampil": 5,
                "mahir": 12.5,
                "penyelia": 25,
                "ahli_pertama": 12.5,
                "ahli_muda": 25,
                "ahli_madya": 37.5,
                "ahli_utama": 50,
            },
        )


class TestRiwayatKinerja(PegawaiCommon, TransactionCase):
    """Assessments and credit points as rows."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = cls.orang("kinerja_admin", ("admin_sistem",))
        cls.pegawai = cls.orang("kinerja_pegawai", unit=cls.dinas_a)
        cls.Kinerja = cls.env["asn.riwayat.kinerja"].with_user(cls.admin.user_id)
        cls.Kredit = cls.env["asn.riwayat.angka.kredit"].with_user(cls.admin.user_id)
        cls.baik = cls.env.ref("asn_pegawai.predikat_baik")

    def _kinerja(self, **nilai):
        return self.Kinerja.create({"employee_id": self.pegawai.id, **nilai})

    def _kredit(self, **nilai):
        return self.Kredit.create(
            {
                "employee_id": self.pegawai.id,
                "periode_mulai": date(2025, 1, 1),
                "periode_selesai": date(2025, 12, 31),
                **nilai,
            }
        )

    def test_row_gets_the_predicate_of_the_quadrant(self):
        for hasil, perilaku, harap in KUADRAN[:9]:
            with self.subTest(hasil=hasil, perilaku=perilaku):
                baris = self._kinerja(tahun=2024, hasil_kerja=hasil, perilaku=perilaku)
                self.assertEqual(baris.predikat_id.kode, harap)

    def test_predicate_cannot_be_typed(self):
        baris = self._kinerja(
            tahun=2024, hasil_kerja="bawah", perilaku="bawah", predikat_id=self.baik.id
        )
        self.assertEqual(baris.predikat_id.kode, "sangat_kurang")
        with self.assertRaises(ValidationError):
            baris.write({"predikat_id": self.baik.id})

    def test_predicate_follows_when_a_draft_changes(self):
        baris = self._kinerja(tahun=2024, hasil_kerja="sesuai", perilaku="sesuai")
        baris.perilaku = "bawah"
        self.assertEqual(baris.predikat_id.kode, "kurang")

    def test_skp_by_value(self):
        baris = self._kinerja(
            jenis="skp",
            tahun=2019,
            nilai_skp=85,
            orientasi_pelayanan=80,
            integritas=82,
            komitmen=81,
            disiplin=80,
            kerjasama=82,
        )
        self.assertEqual(baris.nilai_perilaku, 81)
        self.assertEqual(baris.nilai_akhir, 83.4)
        self.assertEqual(baris.predikat_id.kode, "baik")
        self.assertEqual(baris.tmt, date(2019, 12, 31))

    def test_final_value_of_2021_is_the_one_on_the_paper(self):
        baris = self._kinerja(jenis="skp", tahun=2021, nilai_skp=85, nilai_akhir=91.2)
        self.assertEqual(baris.predikat_id.kode, "baik")

    def test_kind_and_year_belong_together(self):
        for jenis, tahun, boleh in (
            ("skp", 2013, False),
            ("skp", 2014, True),
            ("skp", 2021, True),
            ("skp", 2022, False),
            ("tahunan", 2021, False),
            ("tahunan", 2022, True),
            ("tahunan", 2100, True),
            ("tahunan", 2101, False),
            ("periodik", 2024, False),
        ):
            with self.subTest(jenis=jenis, tahun=tahun):
                vals = {"jenis": jenis, "tahun": tahun, "nilai_akhir": 80}
                if jenis != "skp":
                    vals |= {"hasil_kerja": "sesuai", "perilaku": "sesuai"}
                if boleh:
                    self.assertTrue(self._kinerja(**vals))
                else:
                    with self.assertRaises(ValidationError):
                        self._kinerja(**vals)

    def test_row_without_a_predicate_is_not_made_valid(self):
        baris = self._kinerja(tahun=2024, hasil_kerja="sesuai")
        with self.assertRaisesRegex(UserError, "Predikat"):
            baris.action_sahkan()

    def test_one_valid_assessment_a_year_and_corrections(self):
        nilai = {"tahun": 2024, "hasil_kerja": "sesuai", "perilaku": "sesuai"}
        pertama = self._kinerja(**nilai)
        pertama.action_sahkan()
        with self.assertRaises(ValidationError):
            self._kinerja(**nilai).action_sahkan()

        koreksi = self.Kinerja.browse(pertama.action_koreksi()["res_id"])
        koreksi.hasil_kerja = "atas"
        koreksi.perilaku = "atas"
        koreksi.action_sahkan()

        self.assertEqual(pertama.status, "dikoreksi")
        self.assertEqual(pertama.predikat_id, self.baik)
        self.assertEqual(koreksi.predikat_id.kode, "sangat_baik")
        self._kinerja(**{**nilai, "tahun": 2025}).action_sahkan()

    def test_periods_of_a_year_stand_beside_the_year(self):
        nilai = {"tahun": 2024, "hasil_kerja": "sesuai", "perilaku": "sesuai"}
        self._kinerja(**nilai).action_sahkan()
        for bulan, akhir in ((1, date(2024, 3, 31)), (4, date(2024, 6, 30))):
            baris = self._kinerja(
                **nilai,
                jenis="periodik",
                periode_mulai=date(2024, bulan, 1),
                periode_selesai=akhir,
            )
            baris.action_sahkan()
            self.assertEqual(baris.tmt, akhir)
        with self.assertRaises(ValidationError):
            self._kinerja(
                **nilai,
                jenis="periodik",
                periode_mulai=date(2024, 1, 1),
                periode_selesai=date(2024, 3, 31),
            ).action_sahkan()

    def test_many_rows_cost_few_queries(self):
        """Imports bring ten thousand rows: nothing is asked row by row."""
        orang = self.orang("kinerja_banyak", unit=self.dinas_a)

        def catat(tahun):
            self.env["asn.riwayat.kinerja"]._catat(
                [
                    {
                        "employee_id": orang.id,
                        "tahun": t,
                        "hasil_kerja": "sesuai",
                        "perilaku": "atas",
                    }
                    for t in tahun
                ]
            )
            self.env.flush_all()

        catat([2022])
        awal = self.env.cr.sql_log_count
        catat([2023])
        satu = self.env.cr.sql_log_count - awal
        catat(range(2024, 2074))
        banyak = self.env.cr.sql_log_count - awal - satu
        self.assertLessEqual(banyak, satu + 5)

    def test_points_follow_from_predicate_level_and_months(self):
        baris = self._kredit(jenjang="ahli_pertama", predikat_id=self.baik.id)
        self.assertEqual(baris.kredit_utama, 12.5)
        baris.periode_mulai = date(2025, 7, 1)
        self.assertEqual(baris.kredit_utama, 6.25)
        baris.kredit_penunjang = 2
        self.assertEqual(baris.kredit_total, 8.25)

    def test_points_of_the_paper_are_kept(self):
        baris = self._kredit(jenis="integrasi", kredit_utama=152.417)
        self.assertEqual(baris.kredit_total, 152.417)
        lain = self._kredit(
            jenjang="ahli_muda", predikat_id=self.baik.id, kredit_utama=24.9
        )
        self.assertEqual(lain.kredit_total, 24.9)

    def test_points_need_a_decree(self):
        baris = self._kredit(kredit_utama=10)
        with self.assertRaisesRegex(UserError, "PAK"):
            baris.action_sahkan()
        baris.write({"nomor_sk": "PAK/1", "tanggal_sk": date(2026, 1, 10)})
        baris.action_sahkan()
        with self.assertRaises(ValidationError):
            self._kredit(
                kredit_utama=10, nomor_sk="PAK/2", tanggal_sk=date(2026, 1, 11)
            ).action_sahkan()

    @mute_logger("odoo.sql_db")
    def test_impossible_values_refused(self):
        for Model, vals in (
            (self.Kredit, {"kredit_utama": -1}),
            (self.Kredit, {"periode_selesai": date(2024, 1, 1)}),
            (self.Kinerja, {"jenis": "skp", "tahun": 2019, "nilai_skp": 121}),
            (
                self.Kinerja,
                {
                    "tahun": 2024,
                    "periode_mulai": date(2024, 2, 1),
                    "periode_selesai": date(2024, 1, 1),
                },
            ),
        ):
            with (
                self.subTest(vals=vals),
                self.assertRaises(CheckViolation),
                self.env.cr.savepoint(),
            ):
                Model.create(
                    {
                        "employee_id": self.pegawai.id,
                        **(
                            {
                                "periode_mulai": date(2025, 1, 1),
                                "periode_selesai": date(2025, 12, 31),
                            }
                            if Model is self.Kredit
                            else {}
                        ),
                        **vals,
                    }
                )
                self.env.flush_all()

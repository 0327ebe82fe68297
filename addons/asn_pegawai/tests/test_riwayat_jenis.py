from datetime import date, timedelta

from odoo.tests import TransactionCase
from odoo.tools import mute_logger
from psycopg2.errors import CheckViolation

from .riwayat_common import RiwayatJenisCommon


class TestRiwayatKeluarga(RiwayatJenisCommon, TransactionCase):
    """LL-11-3-m, LL-11-2-a: spouses with Karis/Karsu, children, parents."""

    def _nikah(self, **nilai):
        vals = {
            "hubungan": "pasangan",
            "nama": "Sari",
            "tanggal_lahir": date(1988, 5, 1),
            "tanggal_nikah": date(2012, 6, 1),
            "nomor_akta_nikah": "12/VI/2012",
            "no_karis_karsu": "A 123456",
            "urutan": 1,
        }
        return self.catat("keluarga", **vals | nilai)

    def test_spouse_with_card_and_certificate(self):
        nikah = self._nikah(nomor_sk=False)
        self.assertTrue(nikah.is_kini)
        self.assertRecordValues(
            nikah, [{"tmt": date(2012, 6, 1), "nomor_sk": "12/VI/2012"}]
        )
        self.assertEqual(nikah.display_name, "Sari · Spouse (pasangan)")

    def test_divorce_is_a_correction_that_keeps_the_marriage(self):
        nikah = self._nikah()
        cerai = self._nikah(
            koreksi_dari_id=nikah.id,
            tanggal_cerai=date(2020, 1, 1),
            nomor_akta_cerai="3/2020",
        )
        self.assertEqual((nikah.status, nikah.is_kini), ("dikoreksi", True))
        self.assertFalse(cerai.is_kini)

    def test_number_of_a_relative_is_cleaned_and_checked(self):
        nikah = self._nikah(nik="1673 0145 0588 0001")
        self.assertEqual(nikah.nik, "1673014505880001")
        for nik in ("123", "1673014505880000", "16730145058800012"):
            with self.subTest(nik=nik):
                self.tolak("PRF-NIK-01", "keluarga", hubungan="anak", nama="A", nik=nik)

    def test_what_cannot_be_is_refused(self):
        besok = self.hari_ini + timedelta(days=1)
        self.tolak(
            "has not come", "keluarga", hubungan="anak", nama="A", tanggal_lahir=besok
        )
        self.tolak("date of the marriage", "keluarga", hubungan="pasangan", nama="A")
        hari_ini = self.catat(
            "keluarga", hubungan="anak", nama="A", tanggal_lahir=self.hari_ini
        )
        self.assertEqual(hari_ini.status, "sah")

    @mute_logger("odoo.sql_db")
    def test_dates_in_the_wrong_order_are_refused(self):
        for nilai in (
            {"tanggal_cerai": date(2012, 5, 31)},
            {"tanggal_meninggal": date(1988, 4, 30)},
            {"tanggal_lahir": date(2012, 6, 1)},
        ):
            with self.subTest(nilai=nilai), self.assertRaises(CheckViolation):
                with self.env.cr.savepoint():
                    self._nikah(**nilai)
                    self.env.flush_all()

    def test_other_parent_is_a_marriage_of_the_same_person(self):
        nikah = self._nikah()
        anak = self.catat(
            "keluarga",
            hubungan="anak",
            nama="B",
            pasangan_id=nikah.id,
            status_anak="kandung",
        )
        self.assertEqual(anak.pasangan_id, nikah)
        lain = self.orang("jenis_lain")
        for salah in (
            {"pasangan_id": anak.id},
            {"pasangan_id": nikah.id, "employee_id": lain.id},
        ):
            self.tolak("same employee", "keluarga", hubungan="anak", nama="C", **salah)


class TestRiwayatHukuman(RiwayatJenisCommon, TransactionCase):
    """LL-11-2-e, LL-14-1-e: punishments with level, end, appeal, annulment."""

    #: kind, TMT, level, last day
    AKHIR = [
        ("potong_tukin_6", date(2024, 1, 1), "S", date(2024, 6, 30)),
        ("potong_tukin_9", date(2024, 1, 31), "S", date(2024, 10, 30)),
        ("turun_jabatan_12", date(2024, 2, 29), "B", date(2025, 2, 27)),
        ("pp53_turun_pangkat_3", date(2012, 4, 1), "B", date(2015, 3, 31)),
        ("teguran_lisan", date(2024, 1, 1), "R", False),
    ]

    def _hukum(self, kode="potong_tukin_6", **nilai):
        jenis = self.env.ref(f"asn_base.jenis_hukuman_{kode}")
        vals = {"jenis_hukuman_id": jenis.id, "tmt": date(2024, 1, 1)}
        return self.catat("hukuman", **vals | nilai)

    def test_end_follows_from_the_kind(self):
        for kode, tmt, tingkat, selesai in self.AKHIR:
            with self.subTest(kode=kode):
                baris = self._hukum(kode, tmt=tmt)
                self.assertEqual(baris.tingkat, tingkat)
                self.assertEqual(baris.tanggal_selesai, selesai)

    def test_length_of_the_decree_goes_before_the_usual_one(self):
        baris = self._hukum(lama_bulan=3)
        self.assertEqual(baris.tanggal_selesai, date(2024, 3, 31))

    def test_in_force_on_its_first_and_last_day_only(self):
        baris = self._hukum()
        for pada, harap in (
            (date(2023, 12, 31), False),
            (date(2024, 1, 1), True),
            (date(2024, 6, 30), True),
            (date(2024, 7, 1), False),
        ):
            with self.subTest(pada=pada):
                self.assertEqual(bool(baris._berlaku(pada)), harap)

    def test_annulled_or_quashed_is_never_in_force(self):
        pada = date(2024, 2, 1)
        self.assertFalse(self._hukum(nomor_sk_pembatalan="9")._berlaku(pada))
        self.assertFalse(
            self._hukum(
                upaya="banding", hasil_upaya="dibatalkan", nomor_putusan="1"
            )._berlaku(pada)
        )

    def test_outcome_needs_the_decision(self):
        self.tolak(
            "number of the decision",
            "hukuman",
            jenis_hukuman_id=self.env.ref("asn_base.jenis_hukuman_ptdh").id,
            tmt=date(2024, 1, 1),
            hasil_upaya="dikuatkan",
        )

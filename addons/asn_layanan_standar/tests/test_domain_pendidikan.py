"""Education and titles: tables of cases (PDK-03 to PDK-05)."""

from datetime import date

from odoo.tests import BaseCase

from ..domain import pendidikan as pdk


class TestDomainPendidikan(BaseCase):
    def test_titles_are_added_once_and_taken_off_again(self):
        for lama, baru, depan, hasil in (
            ("", "S.E.", False, "S.E."),
            ("S.E.", "M.M.", False, "S.E., M.M."),
            ("S.E., M.M.", "MM", False, "S.E., M.M."),
            ("S.E.", "", False, "S.E."),
            ("", "Dr.", True, "Dr."),
            ("Ir.", "Dr.", True, "Dr. Ir."),
        ):
            with self.subTest(lama=lama, baru=baru):
                self.assertEqual(pdk.tambah_gelar(lama, baru, depan), hasil)
        self.assertEqual(pdk.buang_gelar("S.E., M.M.", "M.M."), "S.E.")
        self.assertEqual(pdk.buang_gelar("Dr. Ir.", "Dr", True), "Ir.")

    def test_pdk_03_permission(self):
        mulai = date(2010, 1, 1)
        for lulus, asn, izin, tanpa, hasil in (
            (date(2009, 8, 1), False, "", "gagal", "lulus"),
            (date(2010, 1, 1), False, "", "gagal", "lulus"),
            (date(2015, 8, 1), True, "IB-1", "gagal", "lulus"),
            (date(2015, 8, 1), True, "", "manual", "manual"),
            (date(2015, 8, 1), True, "", "gagal", "gagal"),
            (date(2010, 8, 1), False, "", "gagal", "manual"),
        ):
            with self.subTest(lulus=lulus, asn=asn, izin=izin):
                self.assertEqual(
                    pdk.periksa_izin(lulus, mulai, asn, izin, tanpa), hasil
                )
        self.assertEqual(pdk.periksa_izin(mulai, None, True, "IB"), "manual")

    def test_pdk_04_grade_fits_the_level(self):
        tabel = {"D3": "II/c", "S1": "III/a", "S2": "III/b", "S3": "III/c"}
        urutan = {"II/b": 6, "II/c": 7, "III/a": 9, "III/b": 10, "III/c": 11}
        for kode, golongan, fungsional, hasil in (
            ("D3", "II/c", False, "lulus"),
            ("D3", "II/b", False, "gagal"),
            ("S2", "III/a", False, "gagal"),
            ("S2", "III/a", True, "lulus"),
            ("S3", "III/c", False, "lulus"),
            ("SP1", "II/b", False, "lulus"),
            ("S1", "?", False, "manual"),
        ):
            with self.subTest(kode=kode, golongan=golongan):
                self.assertEqual(
                    pdk.periksa_golongan(tabel, kode, golongan, urutan, fungsional),
                    hasil,
                )

    def test_pdk_05_not_below_what_is_recorded(self):
        self.assertEqual(pdk.periksa_jenjang(7, 7, False), "lulus")
        self.assertEqual(pdk.periksa_jenjang(6, 7, False), "gagal")
        self.assertEqual(pdk.periksa_jenjang(6, 7, True), "lulus")

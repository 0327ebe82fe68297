from datetime import date

from odoo.tests import BaseCase

from ..domain import isian

HARI_INI = date(2026, 3, 10)


def tanya(kode, jenis="teks", **lain):
    """Return a question as the engine gives it."""
    return {"kode": kode, "label": kode.title(), "jenis": jenis, "pilihan": [], **lain}


class TestIsian(BaseCase):
    """Tables of answers: what is kept, what is refused, what is shown."""

    def test_codes_are_made_from_labels_and_differ(self):
        for teks, dipakai, harapan in (
            ("Untuk apa suratnya?", (), "untuk_apa_suratnya"),
            ("Untuk apa suratnya?", ("untuk_apa_suratnya",), "untuk_apa_suratnya_2"),
            ("2 orang saksi", (), "isian_2_orang_saksi"),
            ("日本", (), "isian"),
            ("", (), "isian"),
        ):
            with self.subTest(teks=teks):
                kode = isian.kode_dari(teks, dipakai)
                self.assertEqual(kode, harapan)
                self.assertTrue(isian.POLA_KODE.fullmatch(kode))

    def test_choices_are_one_per_line_without_doubles(self):
        self.assertEqual(
            isian.daftar_pilihan(" Bank \n\nKedutaan\nBank\nbank!"),
            [["bank", "Bank"], ["kedutaan", "Kedutaan"], ["bank_2", "bank!"]],
        )

    def test_limits_are_numbers_or_dates_that_move(self):
        for jenis, teks, harapan in (
            ("bilangan", "5", 5),
            ("desimal", "2,5", 2.5),
            ("teks", "", None),
            ("tanggal", "2026-01-31", date(2026, 1, 31)),
            ("tanggal", "hari_ini", HARI_INI),
            ("tanggal", "hari_ini + 30", date(2026, 4, 9)),
            ("tanggal", "hari_ini-10", date(2026, 2, 28)),
        ):
            with self.subTest(teks=teks):
                self.assertEqual(isian.batas(jenis, teks, HARI_INI), harapan)
        for jenis, teks in (
            ("bilangan", "lima"),
            ("bilangan", "1e999"),
            ("bilangan", "nan"),
            ("tanggal", "31-01-2026"),
            ("tanggal", "besok"),
        ):
            with self.subTest(teks=teks), self.assertRaises(isian.IsianSalah):
                isian.batas(jenis, teks, HARI_INI)

    def test_only_answers_of_the_kind_are_kept(self):
        pilihan = [["a", "A"], ["b", "B"]]
        for jenis, nilai, harapan in (
            ("teks", "x", "x"),
            ("bilangan", 0, 0),
            ("bilangan", 3.0, 3),
            ("desimal", 2.5, 2.5),
            ("tanggal", "2028-02-29", "2028-02-29"),
            ("pilihan", "b", "b"),
            ("pilihan_ganda", ["b", "a"], ["a", "b"]),
            ("orang", 7, 7),
            ("teks", None, False),
            ("pilihan_ganda", [], False),
        ):
            with self.subTest(jenis=jenis, nilai=nilai):
                satu = tanya("k", jenis, pilihan=pilihan)
                self.assertEqual(isian.bentuk(satu, nilai), harapan)

    def test_answers_of_another_kind_are_refused(self):
        pilihan = [["a", "A"], ["b", "B"]]
        for jenis, nilai in (
            ("teks", 5),
            ("teks", "a\x00b"),
            ("teks", "\ud800"),
            ("teks_panjang", "x" * 10001),
            ("teks", {"a": 1}),
            ("bilangan", "5"),
            ("bilangan", True),
            ("bilangan", 2.5),
            ("bilangan", 1e300),
            ("desimal", float("inf")),
            ("tanggal", "2027-02-29"),
            ("tanggal", 20270101),
            ("pilihan", "c"),
            ("pilihan", ["a"]),
            ("pilihan_ganda", ["a", "c"]),
            ("pilihan_ganda", "a"),
            ("pilihan_ganda", [["a"]]),
            ("orang", -1),
            ("orang", "7"),
            ("dokumen", "x"),
            ("judul", "x"),
        ):
            with self.subTest(jenis=jenis, nilai=nilai):
                with self.assertRaises(isian.IsianSalah):
                    isian.bentuk(tanya("k", jenis, pilihan=pilihan), nilai)

    def test_hidden_questions_count_as_unanswered(self):
        daftar = [
            tanya("jenis", "pilihan", pilihan=[["bank", "Bank"], ["lain", "Lain"]]),
            tanya(
                "bank",
                syarat={"kode": "jenis", "operator": "sama", "nilai": "bank"},
                wajib=True,
            ),
            tanya("cabang", syarat={"kode": "bank", "operator": "terisi"}),
        ]
        for jawaban, harapan in (
            ({}, ["jenis"]),
            ({"jenis": "bank"}, ["jenis", "bank"]),
            ({"jenis": "bank", "bank": "X"}, ["jenis", "bank", "cabang"]),
            ({"jenis": "lain", "bank": "X", "cabang": "Y"}, ["jenis"]),
        ):
            with self.subTest(jawaban=jawaban):
                kode = [t["kode"] for t in isian.tampak(daftar, jawaban)]
                self.assertEqual(kode, harapan)
        sisa = {"jenis": "lain", "bank": "X", "cabang": "Y"}
        self.assertEqual(isian.bersih(daftar, sisa), {"jenis": "lain"})
        self.assertFalse(isian.periksa(daftar, sisa, HARI_INI))

    def test_limits_hold_at_the_submission(self):
        for satu, nilai, sebab in (
            (tanya("k", wajib=True), "  ", "wajib"),
            (tanya("k", "bilangan", wajib=True), 0, None),
            (tanya("k", "bilangan", minimum="1", maksimum="5"), 0, "minimum"),
            (tanya("k", "bilangan", minimum="1", maksimum="5"), 6, "maksimum"),
            (tanya("k", "bilangan", minimum="1", maksimum="5"), 5, None),
            (tanya("k", "teks", minimum="3"), "ab", "minimum"),
            (tanya("k", "teks", maksimum="3"), "abcd", "panjang"),
            (tanya("k", "teks"), "x" * 301, "panjang"),
            (tanya("k", "tanggal", minimum="hari_ini+1"), "2026-03-10", "minimum"),
            (tanya("k", "tanggal", minimum="hari_ini"), "2026-03-10", None),
            (tanya("k", "rupiah", maksimum="1000000"), 1000000.5, "maksimum"),
        ):
            with self.subTest(nilai=nilai, sebab=sebab):
                salah = isian.periksa([satu], {"k": nilai}, HARI_INI)
                self.assertEqual([s for _k, s, _r in salah], [sebab] if sebab else [])

    def test_answers_read_as_indonesians_write(self):
        pilihan = [["a", "Bank A"], ["b", "Bank B"]]
        for jenis, nilai, harapan in (
            ("rupiah", 1250000, "Rp1.250.000"),
            ("desimal", 1234.5, "1.234,5"),
            ("tanggal", "2026-03-05", "5 Maret 2026"),
            ("pilihan", "b", "Bank B"),
            ("pilihan_ganda", ["a", "b"], "Bank A, Bank B"),
            ("teks", False, ""),
        ):
            with self.subTest(jenis=jenis):
                satu = tanya("k", jenis, pilihan=pilihan)
                self.assertEqual(isian.terbaca(satu, nilai), harapan)

import itertools

from odoo.tests import TransactionCase, tagged

from ..domain import nilai, transisi

SEMUA = (
    "draft",
    "diajukan",
    "dikembalikan",
    "terverifikasi_opd",
    "diterima",
    "ditolak",
    "dibatalkan",
)


@tagged("post_install", "-at_install")
class TestDomain(TransactionCase):
    """Tables of worked cases for the plain rules."""

    def test_every_move_that_is_not_in_the_table_is_refused(self):
        """LL-19-4: nothing but a verifier's act leads to accepted."""
        for dari, ke, tindakan in itertools.product(
            SEMUA, SEMUA, ("ajukan", "putuskan", "batal", "lain")
        ):
            ada = (dari, ke, tindakan) in transisi.TRANSISI
            self.assertEqual(transisi.boleh(dari, ke, tindakan), ada)
        for dari, ke, tindakan in transisi.TRANSISI:
            self.assertNotIn(dari, transisi.AKHIR)
            if ke in ("diterima", "terverifikasi_opd"):
                self.assertEqual(tindakan, "putuskan")
                self.assertIn(dari, transisi.MENUNGGU)

    def test_states_are_those_of_the_model(self):
        model = [k for k, _l in self.env["asn.usulan"]._fields["state"].selection]
        self.assertEqual(sorted(model), sorted(SEMUA))

    def test_what_lines_make_of_the_proposal(self):
        for keputusan, harap in (
            (["diterima"], "diterima"),
            (["diterima", "ditolak"], "diterima"),
            (["ditolak", "ditolak"], "ditolak"),
            (["diterima", "dikembalikan"], "dikembalikan"),
            (["diterima_opd", "dikembalikan"], "dikembalikan"),
            (["diterima_opd", "diterima"], "terverifikasi_opd"),
            (["diterima_opd", "ditolak"], "terverifikasi_opd"),
        ):
            with self.subTest(keputusan=keputusan):
                self.assertEqual(transisi.keadaan(keputusan), harap)

    def test_what_a_word_makes_of_a_line(self):
        for hasil, tahap, dua, harap in (
            ("terima", "opd", True, "diterima_opd"),
            ("terima", "opd", False, "diterima"),
            ("terima", "badan", True, "diterima"),
            ("tolak", "opd", True, "ditolak"),
            ("kembali", "badan", True, "dikembalikan"),
        ):
            with self.subTest(hasil=hasil, tahap=tahap, dua=dua):
                self.assertEqual(transisi.keputusan_baris(hasil, tahap, dua), harap)

    def test_values_that_are_kept(self):
        for tipe, isi, harap in (
            ("char", "  Jalan  Melati 1 ", "Jalan  Melati 1"),
            ("char", "", False),
            ("char", None, False),
            ("char", "a" * 500, "a" * 500),
            ("char", "=HYPERLINK(1)", "=HYPERLINK(1)"),
            ("char", "a\u202eb\x00c", "abc"),
            ("text", "satu\ndua", "satu\ndua"),
            ("date", "2024-02-29", "2024-02-29"),
            ("integer", 5, 5),
            ("integer", " 12 ", 12),
            ("integer", -3, -3),
            ("float", "3,5", 3.5),
            ("float", 2, 2.0),
            ("boolean", False, False),
            ("boolean", True, True),
            ("selection", "A", "A"),
            ("many2one", 7, 7),
        ):
            with self.subTest(tipe=tipe, isi=isi):
                self.assertEqual(nilai.bersihkan(tipe, isi, ("A", "B")), harap)

    def test_values_that_are_refused(self):
        for tipe, isi, kode in (
            ("char", "a" * 501, "terlalu_panjang"),
            ("char", ["a"], "bukan_teks"),
            ("char", {"a": 1}, "bukan_teks"),
            ("char", 5, "bukan_teks"),
            ("text", "a" * 4001, "terlalu_panjang"),
            ("date", "2023-02-29", "bukan_tanggal"),
            ("date", "0001-01-01", "bukan_tanggal"),
            ("date", "20240101", "bukan_tanggal"),
            ("date", 20240101, "bukan_tanggal"),
            ("integer", "1.5", "bukan_angka"),
            ("integer", True, "bukan_angka"),
            ("integer", 2**31, "bukan_angka"),
            ("integer", "٣x", "bukan_angka"),
            ("float", "nan", "bukan_angka"),
            ("float", "1e400", "bukan_angka"),
            ("boolean", "ya", "bukan_ya_tidak"),
            ("selection", "Z", "bukan_pilihan"),
            ("selection", ["A"], "bukan_pilihan"),
            ("many2one", -1, "bukan_pilihan"),
            ("many2one", [6, 0, [1]], "bukan_angka"),
            ("binary", "x", "jenis_isian"),
            ("properties", "x", "jenis_isian"),
        ):
            with self.subTest(tipe=tipe, isi=str(isi)[:20]):
                with self.assertRaises(nilai.NilaiDitolak) as tolak:
                    nilai.bersihkan(tipe, isi, ("A", "B"))
                self.assertEqual(tolak.exception.kode, kode)

    def test_fingerprint_tells_values_apart(self):
        self.assertEqual(nilai.sidik({"a": 1, "b": 2}), nilai.sidik({"b": 2, "a": 1}))
        self.assertNotEqual(nilai.sidik({"a": 1}), nilai.sidik({"a": "1"}))

from odoo.tests import BaseCase

from ..domain.organisasi import Baris, kurang, masalah

NAMA = Baris("ganti_nama", unit=1, nama_baru="Dinas Baru")
GABUNG = Baris("gabung", unit=1, tujuan=2, leluhur=(2, 9))
PECAH = Baris("pecah", unit=1, nama_baru="Bidang Baru", jabatan_pindah=(5, 6))

#: Sets of changes and what is wrong with them.
KASUS = [
    ("rename", [NAMA], []),
    ("merge", [GABUNG], []),
    ("split", [PECAH], []),
    ("new unit", [Baris("buat", induk=9, nama_baru="UPT")], []),
    ("close", [Baris("tutup", unit=3)], []),
    ("rename, then merge", [NAMA, GABUNG], []),
    ("two merged into one", [GABUNG, GABUNG._replace(unit=3)], []),
    ("rename without a name", [NAMA._replace(nama_baru="")], [(0, "kurang")]),
    ("merge without a target", [GABUNG._replace(tujuan=None)], [(0, "kurang")]),
    ("split without posts", [PECAH._replace(jabatan_pindah=())], [(0, "kurang")]),
    ("new unit below nothing", [Baris("buat", nama_baru="UPT")], [(0, "kurang")]),
    (
        "into itself",
        [GABUNG._replace(tujuan=1, leluhur=(1, 9))],
        [(0, "diri_sendiri")],
    ),
    (
        "post into itself",
        [Baris("gabung_jabatan", jabatan=4, jabatan_tujuan=4)],
        [(0, "diri_sendiri")],
    ),
    (
        "below what lies below it",
        [Baris("pindah", unit=1, induk=3, leluhur=(3, 2, 1))],
        [(0, "melingkar")],
    ),
    ("into its own part", [GABUNG._replace(leluhur=(2, 1))], [(0, "melingkar")]),
    ("merged, then renamed", [GABUNG, NAMA], [(1, "sudah_habis")]),
    ("merged twice", [GABUNG, GABUNG._replace(tujuan=3)], [(1, "sudah_habis")]),
    ("two names", [NAMA, NAMA._replace(nama_baru="Lain")], [(1, "dua_nama")]),
    (
        "one post twice",
        [PECAH, PECAH._replace(jabatan_pindah=(6,))],
        [(1, "dua_kali_pindah")],
    ),
    (
        "into a closed one",
        [Baris("tutup", unit=2), GABUNG],
        [(1, "tujuan_habis")],
    ),
    (
        "below a merged one",
        [GABUNG, Baris("pindah", unit=4, induk=1, leluhur=(1, 9))],
        [(1, "tujuan_habis")],
    ),
]


class TestAturanOrganisasi(BaseCase):
    """Sets of changes of units and posts, from a table."""

    def test_sets_of_changes(self):
        for nama, daftar, harap in KASUS:
            with self.subTest(nama):
                self.assertEqual(masalah(daftar), harap)

    def test_what_is_missing_is_named(self):
        self.assertEqual(
            kurang(Baris("pecah", unit=1)), ["nama_baru", "jabatan_pindah"]
        )
        self.assertEqual(kurang(GABUNG), [])

from odoo.exceptions import AccessError, UserError
from odoo.tests import BaseCase, TransactionCase, tagged

from ..domain.samaran import samarkan
from ..models.samar import Samar
from .common import HP, NIK_P, AuditCommon


class TestDomainSamaran(BaseCase):
    """Masked values: what is left and what is not."""

    def test_table(self):
        for nilai, cara, hasil in (
            (NIK_P, "angka", "•" * 12 + NIK_P[-4:]),
            ("1234", "angka", "••••"),
            (HP, "telepon", "•" * 10 + "789"),
            ("08", "telepon", "••"),
            ("ani.rahasia@contoh.id", "surel", "a•••••@contoh.id"),
            ("bukan surel", "surel", "••••••"),
            ("Jalan Sunyi 5", "teks", "••••••"),
            (False, "teks", False),
            ("", "angka", ""),
        ):
            with self.subTest(nilai=nilai, cara=cara):
                self.assertEqual(samarkan(nilai, cara), hasil)


@tagged("post_install", "-at_install")
class TestSamaran(AuditCommon, TransactionCase):
    """LL-13-1, LL-16-1: lists show what identifies a person masked."""

    SAMAR = {"nik": NIK_P, "no_hp": HP, "alamat_domisili": "Jalan Sunyi 5"}

    def _daftar(self, siapa):
        """Return how one person's row looks by every door to a list."""
        Pegawai = self.sebagai(siapa)
        domain = [("id", "in", [self.ani.id, self.badu.id])]
        nama = list(self.SAMAR)
        spesifikasi = {n: {} for n in nama}
        lihat = {
            "search_read": Pegawai.search_read(domain, nama),
            "web_search_read": Pegawai.web_search_read(domain, spesifikasi)["records"],
            "one row": Pegawai.search_read([("id", "=", self.ani.id)], nama),
            "one web row": Pegawai.web_search_read(
                [("id", "=", self.ani.id)], spesifikasi
            )["records"],
            "read two": Pegawai.search(domain).read(nama),
            "web_read two": Pegawai.search(domain).web_read(spesifikasi),
        }
        for pintu, baris in lihat.items():
            yield pintu, next(b for b in baris if b["id"] == self.ani.id)

    def test_others_see_masks_in_lists(self):
        for siapa in (self.fasil, self.pim, self.sistem, self.kaban):
            for pintu, baris in self._daftar(siapa):
                for nama, nilai in self.SAMAR.items():
                    with self.subTest(siapa=siapa.name, pintu=pintu, nama=nama):
                        self.assertNotEqual(baris[nama], nilai)
                        self.assertIn("•", baris[nama])

    def test_the_form_of_one_person_is_whole_and_noted(self):
        baris = self.sebagai(self.fasil).browse(self.ani.id).read(list(self.SAMAR))[0]
        for nama, nilai in self.SAMAR.items():
            self.assertEqual(baris[nama], nilai)
        self.assertTrue(self.jejak(self.ani, kanal="profil"))

    def test_the_own_row_is_whole(self):
        domain = [("id", "in", [self.ani.id, self.badu.id])]
        baris = self.sebagai(self.ani).search_read(domain, list(self.SAMAR))
        self.assertEqual([b["id"] for b in baris], [self.ani.id])
        self.assertEqual(baris[0]["nik"], NIK_P)

    def test_head_of_unit_sees_the_own_row_whole_among_masked_ones(self):
        self.pim.no_hp = "+628333333333"
        baris = {
            b["id"]: b["no_hp"]
            for b in self.sebagai(self.pim).search_read([], ["no_hp"])
        }
        self.assertEqual(baris[self.pim.id], "+628333333333")
        self.assertEqual(baris[self.badu.id], "•" * 10 + "111")

    def test_a_forged_context_only_masks_more(self):
        for konteks in ({"asn_daftar": False}, {"asn_daftar": 0}, {"asn_daftar": None}):
            Pegawai = self.sebagai(self.fasil).with_context(**konteks)
            baris = Pegawai.search_read([("id", "=", self.ani.id)], ["nik"])
            self.assertIn("•", baris[0]["nik"])

    def test_main_administrator_reads_no_confidential_field(self):
        """LL-13-1: analysis does without what is classed rahasia."""
        for nama in self.SAMAR:
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.sebagai(self.utama).browse(self.ani.id).read([nama])
            with self.subTest(cari=nama), self.assertRaises(AccessError):
                self.sebagai(self.utama).search([(nama, "=", "x")])

    def test_searching_gives_nothing_away_bit_by_bit(self):
        awal = NIK_P[:4]
        for domain in (
            [("nik", "=like", awal + "%")],
            [("nik", "like", awal)],
            [("nik", "ilike", awal)],
            [("nik", "not ilike", awal)],
            [("nik", ">=", awal)],
            [("nik", "<", awal)],
            [("nik", "in", [str(i) for i in range(21)])],
            ["!", ("nik", "=like", awal + "%")],
            ["|", ("name", "=", "x"), ("nik", "=like", awal + "%")],
            [("parent_id.nik", "=like", awal + "%")],
            [("identification_id", "=like", awal + "%")],
        ):
            for siapa in (self.sistem, self.fasil):
                with self.subTest(domain=domain, siapa=siapa.name):
                    with self.assertRaises(UserError):
                        self.sebagai(siapa).search_count(domain)

    def test_searching_through_histories_gives_nothing_away(self):
        with self.assertRaises(AccessError):
            self.sebagai(self.fasil, "asn.riwayat.golongan").search(
                [("employee_id.nik", "=like", "16%")]
            )

    def test_the_whole_number_finds_its_person(self):
        self.assertEqual(
            self.sebagai(self.sistem).search([("nik", "=", NIK_P)]).id, self.ani.id
        )
        self.assertFalse(self.sebagai(self.badu).search([("nik", "=", NIK_P)]))
        self.assertIn(
            self.badu.id, self.sebagai(self.fasil).search([("nik", "=", False)]).ids
        )

    def test_no_sorting_grouping_or_counting_by_masked_values(self):
        Pegawai = self.sebagai(self.sistem)
        for coba in (
            lambda: Pegawai.search([], order="nik"),
            lambda: Pegawai.search([], order="identification_id desc"),
            lambda: Pegawai.formatted_read_group([], ["nik"], ["__count"]),
            lambda: Pegawai.formatted_read_group([], [], ["no_hp:array_agg"]),
            lambda: Pegawai.formatted_read_group([], [], ["no_hp:max"]),
            lambda: Pegawai.web_read_group([], ["no_hp"], []),
            lambda: Pegawai.read_progress_bar(
                [], "unit_id", {"field": "no_hp", "colors": {}}
            ),
            lambda: (
                self.env["asn.riwayat.golongan"]
                .with_user(self.sistem.user_id)
                .formatted_read_group([], ["employee_id.nik"], ["__count"])
            ),
        ):
            with self.assertRaises(UserError):
                coba()

    def test_values_are_not_copied_out(self):
        for siapa in (self.fasil, self.kaban):
            with self.assertRaises(AccessError):
                self.sebagai(siapa).browse(self.ani.id).copy_data()

    def test_labels_show_no_number(self):
        label = self.sebagai(self.sistem).name_search("Ani")
        self.assertTrue(label)
        self.assertNotIn(NIK_P, str(label))

    def test_masked_fields_are_of_the_class_that_needs_approval(self):
        peta = self.env["asn.kelas.data"]._peta()
        for nama, field in self.env["hr.employee"]._fields.items():
            if isinstance(field, Samar):
                with self.subTest(nama=nama):
                    self.assertTrue(field.samar)
                    kelas = peta.get(f"hr.employee.{nama}", ("persetujuan", False))
                    self.assertEqual(kelas, ("persetujuan", False))
                    self.assertTrue(field.groups)

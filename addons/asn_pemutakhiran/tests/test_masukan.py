from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import UsulanCommon


@tagged("post_install", "-at_install")
class TestMasukan(UsulanCommon, TransactionCase):
    """Hostile values, shapes and references."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.semua = (cls.ani, cls.fas, cls.kepala, cls.admin, cls.utama, cls.badan)

    def test_only_the_white_list_is_proposed(self):
        """Fields of decree and computation have no kind; nobody adds one."""
        Jenis = self.env["asn.usulan.jenis"]
        ada = set(Jenis.search([("model", "=", "hr.employee")]).mapped("medan"))
        for medan in (
            "nip",
            "name",
            "gelar_belakang",
            "tanggal_lahir",
            "golongan_id",
            "unit_id",
            "user_id",
            "gaji_pokok",
            "nik",
            "active",
        ):
            self.assertNotIn(medan, ada)
        data = self.baris("no_hp", {"no_hp": "081299990000", "nip": "1" * 18})
        with self.assertRaises(UserError):
            self.draf(self.ani, data)
        for siapa in self.semua:
            Milik = Jenis.with_user(siapa.user_id)
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                Milik.create(
                    {"model": "hr.employee", "medan": "nip", "bagian": "pribadi"}
                )
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                self.jenis("no_hp").with_user(siapa.user_id).write({"medan": "nip"})
        self.jenis("no_hp").with_user(self.admin.user_id).verifikator = "bkpsdm"

    def test_fields_of_a_row_that_are_the_systems(self):
        jenis = self.jenis("asn.riwayat.pendidikan")
        for medan in ("status", "sumber", "employee_id", "disahkan_oleh_id", "id"):
            with self.subTest(medan=medan), self.assertRaises(UserError):
                self.draf(
                    self.ani,
                    self.baris(jenis.model, {**self.pendidikan(), medan: "sah"}),
                )

    def test_kind_for_the_fasilitator_only(self):
        baris = self.baris("status_perkawinan", "menikah")
        with self.assertRaises(AccessError):
            self.draf(self.ani, baris)
        self.assertTrue(self.draf(self.fas, baris, pemegang=self.ani))

    def test_closed_kind_is_refused(self):
        usulan = self.draf(self.ani, self.baris("no_hp", "081299990000"))
        self.jenis("no_hp").active = False
        with self.assertRaises(UserError):
            usulan.action_ajukan()
        with self.assertRaises(UserError):
            self.draf(self.ani, self.baris("kota", "X") | {"jenis_id": 0})

    def test_rows_and_documents_of_others_are_refused(self):
        asing = self.golongan(self.budi, self.gol_iiia, "2015-04-01")
        with self.assertRaises(UserError):
            self.draf(
                self.ani,
                self.baris(
                    "asn.riwayat.golongan",
                    {"golongan_id": self.gol_iiia.id},
                    asal=asing.id,
                ),
            )
        kk = self.unggah(self.budi)
        with self.assertRaises(AccessError):
            self.draf(self.ani, self.baris("no_hp", "0812", dokumen=[kk]))

    def test_hostile_shapes_are_refused_in_words(self):
        """Whatever JSON arrives, the answer is a sentence and no crash."""
        Usulan = self.sebagai(self.ani, "asn.usulan")
        hp = self.baris("no_hp", "081299990000")
        for data in (
            None,
            [],
            "x",
            {},
            {"baris": "x"},
            {"baris": [None]},
            {"baris": [{"jenis_id": "1", "nilai": {}}]},
            {"baris": [{**hp, "nilai": [1]}]},
            {"baris": [{**hp, "nilai": {"no_hp": {"a": 1}}}]},
            {"baris": [{**hp, "nilai": {"no_hp": "9" * 501}}]},
            {"baris": [{**hp, "dokumen_ids": "1"}]},
            {"baris": [{**hp, "dokumen_ids": [True]}]},
            {"baris": [{**hp, "id": "1 OR 1=1"}]},
            {"baris": [{**hp, "asal_id": [1]}]},
            {"baris": [{**hp, "jenis_id": 10**9}]},
            {"baris": [hp] * 41},
            {"baris": [hp], "employee_id": "x"},
            {"baris": [hp], "id": {"a": 1}},
        ):
            with self.subTest(data=str(data)[:60]), self.assertRaises(UserError):
                with self.env.cr.savepoint():
                    Usulan.simpan(data)

    def test_hostile_decisions_are_refused_in_words(self):
        usulan = self.ganti_hp()
        milik = usulan.with_user(self.fas.user_id)
        nomor = usulan.baris_ids.id
        for keputusan in (
            None,
            [],
            {},
            {"x": {"hasil": "terima"}},
            {nomor: "terima"},
            {nomor: {"hasil": "diterima"}},
            {nomor: {"hasil": "tolak"}},
            {nomor: {"hasil": "kembali", "catatan": "   "}},
            {nomor: {"hasil": "tolak", "catatan": ["x"]}},
            {nomor: {"hasil": "terima"}, nomor + 1: {"hasil": "terima"}},
        ):
            with self.subTest(keputusan=str(keputusan)), self.assertRaises(UserError):
                milik.action_putuskan(keputusan)

    def test_text_is_kept_as_text(self):
        teks = "<script>alert(1)</script> {{7*7}} =1+1 %(x)s"
        usulan = self.ajukan(self.ani, self.baris("alamat_domisili", teks))
        self.putuskan(usulan, self.fas, "kembali", teks)
        self.assertEqual(usulan.baris_ids.nilai["alamat_domisili"], teks)
        self.assertEqual(usulan.catatan_kembali, teks)
        usulan.action_ajukan()
        self.putuskan(usulan, self.fas)
        self.assertEqual(self.ani.alamat_domisili, teks)

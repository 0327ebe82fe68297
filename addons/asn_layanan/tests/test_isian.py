from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import SANDI, LayananCommon

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages"
    b"/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox"
    b"[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


#: Code, kind and further values of the questions, in order.
PERTANYAAN = (
    ("umum", "judul", {}),
    ("tujuan", "pilihan", {"pilihan": "Bank\nSekolah", "wajib": True}),
    ("nilai", "rupiah", {"wajib": True, "minimum": "1000"}),
    ("mulai", "tanggal", {"minimum": "hari_ini"}),
    ("rekan", "orang", {}),
    ("catatan", "teks", {"nilai_awal": "Tidak ada"}),
    ("bukti", "dokumen", {"wajib": True}),
)


@tagged("post_install", "-at_install")
class TestIsian(LayananCommon, TransactionCase):
    """A service made of data: its questions, from the draft to the letter."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.jenis_surat.write(
            {
                "isian_ids": [
                    (0, 0, {"kode": f"isian_{k}", "name": k})
                    for k in ("tujuan", "nilai", "mulai", "rekan")
                ],
                "template": "<p>{{ nama }}: {{ isian_tujuan }} {{ isian_nilai }}"
                " {{ isian_mulai }} {{ isian_rekan }}</p>",
            }
        )
        cls.suket, cls.draf = cls.buat_layanan(
            "suket",
            "Surat Uji",
            tahap=[
                cls._tahap(10, "atasan", "pertimbangan", "atasan_langsung"),
                cls._tahap(
                    20,
                    "besar",
                    "verifikasi",
                    "peran_layanan",
                    "admin_aplikasi",
                    kondisi="[('properti.tujuan', '=', 'bank')]",
                ),
                cls._tahap(60, "ttd", "ttd", "penandatangan"),
            ],
            terbit=False,
        )
        cls.u["admin_aplikasi"].layanan_ids |= cls.suket
        cls._buat_pertanyaan()
        cls.draf.action_publish()

    @classmethod
    def _buat_pertanyaan(cls):
        Pertanyaan = cls.env["asn.layanan.pertanyaan"]
        cls.tanya = {}
        for urut, (kode, jenis, nilai) in enumerate(PERTANYAAN):
            vals = {"versi_id": cls.draf.id, "sequence": 10 * urut, "jenis": jenis}
            vals.update(nilai, kode=kode, name=kode.title())
            if kode in ("nilai", "bukti"):
                vals.update(syarat_kode="tujuan", syarat_nilai="bank")
            if jenis == "dokumen":
                vals["jenis_dokumen_id"] = cls.jenis_dokumen.id
            cls.tanya[kode] = Pertanyaan.create(vals)

    def draf_saya(self, **jawaban):
        return self.buat_permohonan("pegawai", self.suket, properti=jawaban)

    # ------------------------------------------------------------------

    def test_form_of_data_alone_goes_to_the_signed_letter(self):
        rekan = self.u["atasan"].employee_id
        permohonan = self.draf_saya(tujuan="sekolah", rekan=rekan.id)
        self.assertEqual(permohonan._jawaban()["catatan"], "Tidak ada")
        permohonan.action_submit()
        self.assertEqual(permohonan.sudo().tahap_id.kode, "atasan")
        permohonan.with_user(self.u["atasan"]).action_approve()
        # The condition on an answer leaves the verification out.
        self.assertEqual(permohonan.sudo().tahap_id.kode, "ttd")
        isi = permohonan.sudo()._pratinjau_surat(self.u["penandatangan"])
        self.assertIn("Sekolah", isi)
        self.assertIn(rekan.name, isi)
        permohonan.with_user(self.u["penandatangan"]).action_sign(SANDI)
        self.assertEqual(permohonan.sudo().state, "issued")

    def test_submission_names_every_question_that_is_wrong(self):
        permohonan = self.draf_saya(mulai="2020-01-01")
        with self.assertRaisesRegex(UserError, r"(?s)Tujuan: .*Mulai: ") as salah:
            permohonan.action_submit()
        self.assertNotIn("Nilai", str(salah.exception))
        permohonan.properti = {"tujuan": "bank", "nilai": 10.0}
        with self.assertRaisesRegex(UserError, r"Nilai: .*1000"):
            permohonan.action_submit()

    def test_next_waits_for_answers_and_the_check_page_marks_them(self):
        permohonan = self.draf_saya(mulai="2020-01-01")
        with self.assertRaisesRegex(UserError, r"(?s)Tujuan: .*Mulai: "):
            permohonan.action_lanjut()
        self.assertEqual(permohonan.langkah, "isian")
        salah = [i for i in permohonan._susun_lembar()["isian"] if i["salah"]]
        self.assertEqual([i["label"] for i in salah], ["Tujuan", "Mulai"])
        permohonan.properti = {"tujuan": "sekolah"}
        permohonan.action_lanjut()
        self.assertEqual(permohonan.langkah, "periksa")

    def test_form_of_somebody_else_tells_nothing(self):
        """What a form works out for a person is for who may file for that person."""
        lain = self.u["pegawai2"].employee_id
        Permohonan = self.env["asn.permohonan"].with_user(self.u["pegawai"])
        isi = {"layanan_id": self.suket.id}
        spec = {"nama_pegawai": {}, "nip": {}}
        boleh = Permohonan.onchange({**isi}, [], spec)["value"]
        self.assertTrue(boleh["nama_pegawai"])
        with self.assertRaises(AccessError):
            Permohonan.onchange({**isi, "employee_id": lain.id}, [], spec)
        bawaan = Permohonan.with_context(default_employee_id=lain.id)
        with self.assertRaises(AccessError):
            bawaan.onchange({**isi}, [], spec)

    def test_document_is_asked_for_by_an_answer(self):
        permohonan = self.draf_saya(tujuan="sekolah")
        self.assertFalse(permohonan.sudo().berkas_ids)
        permohonan.properti = {"tujuan": "bank", "nilai": 5000.0}
        berkas = permohonan.sudo().berkas_ids
        self.assertEqual(berkas.jenis_dokumen_id, self.jenis_dokumen)
        with self.assertRaisesRegex(UserError, "Dokumen Uji"):
            permohonan.action_submit()
        permohonan.properti = {"tujuan": "sekolah", "nilai": 5000.0}
        self.assertFalse(permohonan.sudo().berkas_ids)
        permohonan.action_submit()
        # What was typed in a question that is hidden now is not filed.
        self.assertEqual(set(permohonan.sudo()._jawaban()), {"tujuan"})

    def test_answers_are_frozen_after_the_submission(self):
        permohonan = self.draf_saya(tujuan="sekolah")
        permohonan.action_submit()
        for nama in ("pegawai", "atasan", "admin_sistem", "admin_utama"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                permohonan.with_user(self.u[nama]).write(
                    {"properti": {"tujuan": "bank"}}
                )
        with self.assertRaises(AccessError):
            permohonan.sudo().write({"properti": {"tujuan": "bank"}})
        permohonan.with_user(self.u["atasan"]).action_return("Lengkapi")
        permohonan.write({"properti": {"tujuan": "sekolah", "catatan": "baru"}})
        permohonan.action_resubmit()

    def test_forged_answers_are_refused(self):
        permohonan = self.draf_saya(tujuan="sekolah")
        for jawaban in (
            {"tidak_ada": "x"},
            {"tujuan": "kedutaan"},
            {"tujuan": ["bank"]},
            {"nilai": "banyak"},
            {"mulai": "31-12-2030"},
            {"rekan": 10**9},
            {"rekan": "1); DROP TABLE"},
            {"catatan": "a\x00b"},
            {"catatan": {"$ne": 1}},
            "bukan jawaban",
            7,
            [["tujuan", "bank"]],
            [{"name": 5, "value": 1}],
        ):
            with self.subTest(jawaban=jawaban), self.assertRaises(ValidationError):
                permohonan.write({"properti": jawaban})
        self.assertEqual(permohonan._jawaban()["tujuan"], "sekolah")

    def test_caller_does_not_change_the_form_through_an_answer(self):
        permohonan = self.draf_saya(tujuan="sekolah")
        palsu = [
            {
                "name": "tujuan",
                "string": "Palsu",
                "type": "char",
                "value": "sekolah",
                "definition_changed": True,
            }
        ]
        permohonan.web_save({"properti": palsu}, {"properti": {}})
        nama = {d["name"]: d["string"] for d in self.draf.properti_definisi}
        self.assertEqual(nama["tujuan"], "Tujuan")
        baru = self.env["asn.permohonan"].with_user(self.u["pegawai"])
        for sumber in (
            baru.with_context(default_properti={"tujuan": "kedutaan"}),
            baru.with_context(**{"default_properti.tujuan": "kedutaan"}),
        ):
            with self.assertRaises(UserError):
                sumber.create({"layanan_id": self.suket.id}).action_submit()

    def test_definition_comes_from_the_questions_only(self):
        definisi = [{"name": "x", "string": "X", "type": "char"}]
        Versi = self.env["asn.layanan.versi"].with_user(self.u["admin_utama"])
        draf = self.draf.with_user(self.u["admin_utama"]).copy({"versi": 0})
        for aksi in (
            lambda: draf.write({"properti_definisi": definisi}),
            lambda: Versi.create(
                {"layanan_id": self.suket.id, "properti_definisi": definisi}
            ),
            lambda: draf.with_context(asn_isian=True).write(
                {"properti_definisi": definisi}
            ),
        ):
            with self.assertRaises(AccessError):
                aksi()
        lewat_bawaan = Versi.with_context(default_properti_definisi=definisi).create(
            {"layanan_id": self.suket.id}
        )
        self.assertFalse(lewat_bawaan.properti_definisi)

    def test_questions_of_a_published_version_are_closed(self):
        for aksi in (
            lambda: self.tanya["tujuan"].write({"name": "Lain"}),
            lambda: self.tanya["tujuan"].unlink(),
            lambda: self.tanya["tujuan"].copy({"kode": "lain"}),
        ):
            with self.assertRaises(UserError):
                aksi()

    def test_copy_has_the_questions_and_one_line_per_document(self):
        baru = self.draf.copy({"versi": 0})
        self.assertEqual(
            baru.pertanyaan_ids.mapped("kode"), self.draf.pertanyaan_ids.mapped("kode")
        )
        self.assertEqual(len(baru.persyaratan_ids), 1)
        self.assertEqual(baru.properti_definisi, self.draf.properti_definisi)
        baru.pertanyaan_ids.filtered(lambda p: p.kode == "tujuan").kode = "guna"
        nilai = baru.pertanyaan_ids.filtered(lambda p: p.kode == "nilai")
        self.assertEqual(nilai.syarat_kode, "guna")
        baru.pertanyaan_ids.filtered(lambda p: p.jenis == "dokumen").unlink()
        self.assertFalse(baru.persyaratan_ids)

    def test_what_is_wrong_with_questions_is_found_before_publishing(self):
        baru = self.draf.copy({"versi": 0})
        self.assertFalse(baru._temuan_pertanyaan())
        per_kode = {p.kode: p for p in baru.pertanyaan_ids}
        per_kode["tujuan"].pilihan = "Bank"
        per_kode["tujuan"].sequence = 1000
        per_kode["bukti"].jenis_dokumen_id = False
        temuan = baru._temuan_pertanyaan()
        self.assertEqual(len(temuan), 4)
        self.assertEqual({t["tingkat"] for t in temuan}, {"galat"})
        for nilai in ({"minimum": "lusa"}, {"kode": "Dua Kata"}, {"nilai_awal": "-"}):
            with self.subTest(nilai=nilai), self.assertRaises(ValidationError):
                per_kode["nilai"].write(nilai)

from odoo.addons.asn_arsip.tests.common import gambar, pdf
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from .common import UsulanCommon


@tagged("post_install", "-at_install")
class TestUsulanFoto(UsulanCommon, TransactionCase):
    """The photograph is proposed by its document, and verified like any change."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kind_foto = cls.env.ref("asn_arsip.jenis_dokumen_pas_foto")

    def _foto(self, pemegang=None, warna=(200, 300)):
        return self.unggah(
            pemegang or self.ani,
            jenis=self.kind_foto,
            isi=gambar("JPEG", warna),
            nama_file="foto.jpg",
        )

    def test_verified_photograph_replaces_the_present_one(self):
        """LL-18: the ASN proposes, the fasilitator compares, the profile shows it."""
        foto, lama = self._foto(), self.ani.image_1920
        usulan = self.ajukan(self.ani, self.baris("image_1920", {}, dokumen=[foto]))
        self.assertEqual(self.ani.image_1920, lama)
        baca = usulan.with_user(self.fas.user_id).banding["baris"][0]["medan"][0]
        self.assertEqual(baca["foto"]["baru"], f"/web/image/asn.dokumen/{foto.id}/file")
        self.putuskan(usulan, self.fas)
        self.assertEqual(usulan.state, "diterima")
        self.assertEqual(self.ani.image_1920, foto.sudo().file)
        lagi = self._foto(warna=(210, 300))
        kedua = self.ajukan(self.ani, self.baris("image_1920", {}, dokumen=[lagi]))
        medan = kedua.banding["baris"][0]["medan"][0]
        self.assertIn(str(self.ani.id), medan["foto"]["lama"])
        self.putuskan(kedua, self.fas, "tolak", "Latar harus merah")
        self.assertEqual(self.ani.image_1920, foto.sudo().file)

    def test_what_is_no_photograph_is_refused(self):
        """No document, a PDF, another kind, a picture of somebody else."""
        kk = self.unggah(self.ani, jenis=self.kk, isi=pdf("kk"))
        for dokumen in ((), (kk,)):
            with self.subTest(dokumen=dokumen), self.assertRaises(UserError):
                self.ajukan(self.ani, self.baris("image_1920", {}, dokumen=dokumen))
        milik_budi = self._foto(self.budi)
        with self.assertRaises(UserError):
            self.draf(self.ani, self.baris("image_1920", {}, dokumen=[milik_budi]))

    def test_typed_value_never_chooses_the_picture(self):
        milik_budi, foto = self._foto(self.budi), self._foto()
        usulan = self.ajukan(
            self.ani,
            self.baris("image_1920", {"image_1920": milik_budi.id}, dokumen=[foto]),
        )
        self.assertEqual(usulan.sudo().baris_ids.nilai, {"image_1920": foto.id})


@tagged("post_install", "-at_install")
class TestUsulanTambahan(UsulanCommon, TransactionCase):
    """Questions that the administrator has added are proposed like the others."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.company.asn_data_tambahan_definition = [
            {"name": "baju", "type": "selection", "string": "Ukuran baju",
             "selection": [["m", "M"], ["l", "L"]]},
            {"name": "hobi", "type": "char", "string": "Hobi"},
            {"name": "lahir_ibu", "type": "date", "string": "Lahir ibu"},
            {"name": "tim", "type": "tags", "string": "Tim", "tags": []},
        ]  # fmt: skip
        cls.ani.data_tambahan = {"hobi": "Membaca", "baju": "m"}

    def _baris(self, **nilai):
        isi = {f"data_tambahan.{n}": v for n, v in nilai.items()}
        return self.baris("data_tambahan", isi)

    def test_answers_reach_the_profile_when_verified(self):
        """LL-11-3-t: further data are updated the same way; others stay."""
        usulan = self.ajukan(self.ani, self._baris(baju="l", lahir_ibu="1960-01-02"))
        self.assertEqual(self.ani.data_tambahan._values["baju"], "m")
        baris = usulan.sudo().baris_ids
        self.assertIn("Ukuran baju: M → L", baris.ringkasan)
        self.assertIn("02-01-1960", baris.ringkasan)
        beda = {
            m["label"]: m["beda"]
            for m in usulan.with_user(self.fas.user_id).banding["baris"][0]["medan"]
        }
        self.assertEqual(beda, {"Ukuran baju": True, "Hobi": False, "Lahir ibu": True})
        self.putuskan(usulan, self.fas)
        self.assertEqual(
            dict(self.ani.data_tambahan._values),
            {"hobi": "Membaca", "baju": "l", "lahir_ibu": "1960-01-02"},
        )

    def test_questions_are_asked_with_the_present_answers(self):
        isian = self.sebagai(self.ani, "asn.usulan").get_isian(
            self.jenis("data_tambahan").ids
        )
        medan = {m["label"]: m for m in isian["jenis"][0]["medan"]}
        self.assertEqual(set(medan), {"Ukuran baju", "Hobi", "Lahir ibu"})
        self.assertEqual(medan["Ukuran baju"]["nilai"], "m")
        self.assertEqual(medan["Ukuran baju"]["pilihan"], [["m", "M"], ["l", "L"]])
        self.assertEqual(
            (medan["Hobi"]["nilai"], medan["Ukuran baju"]["teks"]), ("Membaca", "M")
        )

    def test_bad_answers_and_unknown_questions_are_refused(self):
        for nilai in ({"baju": "xxl"}, {"lahir_ibu": "x"}, {"tim": ["a"]}, {"lain": 1}):
            with self.subTest(nilai=nilai), self.assertRaises(UserError):
                self.draf(self.ani, self._baris(**nilai))

    def test_question_taken_away_meanwhile_is_not_written(self):
        usulan = self.ajukan(self.ani, self._baris(baju="l", hobi="Lari"))
        perusahaan = self.env.company
        perusahaan.asn_data_tambahan_definition = [
            satu
            for satu in perusahaan.asn_data_tambahan_definition
            if satu["name"] != "hobi"
        ]
        self.putuskan(usulan, self.fas)
        self.assertEqual(self.ani.data_tambahan._values["baju"], "l")
        self.assertNotEqual(self.ani.data_tambahan._values.get("hobi"), "Lari")

    def test_kind_is_closed_while_nothing_is_asked(self):
        self.env.company.asn_data_tambahan_definition = []
        pilihan = self.sebagai(self.ani, "asn.usulan").get_pilihan()["bagian"]
        nama = {j["medan"] for b in pilihan for j in b["jenis"]}
        self.assertNotIn("data_tambahan", nama)
        self.assertIn("image_1920", nama)

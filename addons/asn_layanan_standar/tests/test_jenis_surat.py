import io
import re

import pypdf
from lxml import html
from odoo.addons.asn_surat.domain import isian
from odoo.tests import TransactionCase, tagged

#: Marks of a value that reached the paper raw, or not at all.
_MENTAH = ("{{", "}}", "[", "None", "False", "()", ", ,", "  .")
_DIKTUM = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH")
_SUSUNAN = (
    "TENTANG",
    "Menimbang",
    "Mengingat",
    "MEMUTUSKAN:",
    "Menetapkan",
    "KESATU",
    "Ditetapkan di Contoh pada tanggal",
)
#: Letters whose rows and paragraphs can become many, besides the decrees.
_PANJANG = frozenset(
    {
        "SURAT_KGB",
        "SURAT_IZIN_CUTI",
        "SURAT_IZIN_CUTI_BESAR",
        "SURAT_TOLAK_CUTI",
        "SUKET_SUSUNAN_KELUARGA",
        "SUKET_SELEKSI_TERBUKA",
        "SURAT_KARTU",
        "SURAT_IZIN_BELAJAR",
        "PENOLAKAN",
    }
)
_NAMA_PANJANG = (
    "Prof. Dr. Ir. Raden Ayu Kusumaningtyas Wulandari Hadiningrat Sastroatmodjo,"
    " S.Si., S.H., M.Si., M.H., Ph.D."
)
_UNIT_PANJANG = (
    "Subbidang Perencanaan, Pengadaan, Pemberhentian, Data, Informasi, dan Dokumentasi"
    " Kepegawaian pada Sekretariat Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
)


def _rapat(simpul):
    return " ".join(" ".join(simpul.itertext()).split())


@tagged("post_install", "-at_install")
class TestJenisSurat(TransactionCase):
    """Every kind of letter of the product, as its signer would read it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.semua = cls.env["asn.jenis.surat"].search([("kode", "!=", "UJI")])
        cls.Perender = cls.env["asn.surat.renderer"]

    def cetakan(self, jenis, **nilai):
        """Return the letter with specimens, some of them replaced, as a tree."""
        isi = jenis._nilai_contoh() | nilai
        return html.fromstring(self.Perender._isi_surat(jenis, isi))

    def test_every_kind_is_complete_with_its_specimens(self):
        self.assertGreaterEqual(len(self.semua), 38)
        for jenis in self.semua:
            with self.subTest(jenis=jenis.kode):
                tulisan = _rapat(self.cetakan(jenis))
                for buruk in _MENTAH:
                    self.assertNotIn(buruk, tulisan)
                self.assertNotRegex(tulisan, r"\d{4}-\d\d-\d\d", "a raw date")

    def test_nothing_stands_empty_where_a_person_has_little_data(self):
        """What a template may leave out goes with its label."""
        for jenis in self.semua:
            kosong = isian.nama_bersyarat(jenis.template or "") | {"karpeg"}
            nilai = dict.fromkeys(kosong - {"ada_keluarga"}, "")
            with self.subTest(jenis=jenis.kode):
                pohon = self.cetakan(jenis, **nilai)
                for baris in pohon.xpath("//table[contains(@class, 'identitas')]//tr"):
                    self.assertTrue(_rapat(baris[2]), _rapat(baris))
                for simpul in pohon.xpath("//section//p | //section//li"):
                    self.assertTrue(_rapat(simpul))
                tulisan = _rapat(pohon)
                for buruk in (*_MENTAH, "Nomor tanggal", "TMT ,"):
                    self.assertNotIn(buruk, tulisan)

    def test_decrees_have_their_parts_in_order(self):
        keputusan = self.semua.filtered(lambda j: "MEMUTUSKAN" in (j.template or ""))
        self.assertGreaterEqual(len(keputusan), 11)
        self.assertEqual(set(keputusan.mapped("bentuk")), {"keputusan"})
        for jenis in keputusan:
            pilihan = isian.nama_bersyarat(jenis.template)
            for nilai in ({}, dict.fromkeys(pilihan, "")):
                with self.subTest(jenis=jenis.kode, nilai=nilai):
                    pohon = self.cetakan(jenis, **nilai)
                    tulisan = _rapat(pohon)
                    tempat = [tulisan.find(satu) for satu in _SUSUNAN]
                    self.assertNotIn(-1, tempat)
                    self.assertEqual(tempat, sorted(tempat))
                    nomor = [
                        _rapat(baris[0])
                        for baris in pohon.xpath("//table[@class='diktum']//tr")
                        if _rapat(baris[0]) in _DIKTUM
                    ]
                    self.assertEqual(nomor, list(_DIKTUM[: len(nomor)]))

    def test_only_decrees_are_set_where_and_when(self):
        for jenis in self.semua - self.semua.filtered(
            lambda j: j.bentuk == "keputusan"
        ):
            with self.subTest(jenis=jenis.kode):
                self.assertNotIn("Ditetapkan di", _rapat(self.cetakan(jenis)))

    def test_rupiah_stand_in_words_too(self):
        for jenis in self.semua:
            angka = set(re.findall(r"\{\{\s*(\w+)\|rupiah", jenis.template or ""))
            kata = set(re.findall(r"\{\{\s*(\w+)\|terbilang", jenis.template or ""))
            with self.subTest(jenis=jenis.kode):
                # The notice of an increment is one page: its former pay in figures.
                self.assertFalse(angka - kata - {"gaji_lama"})

    def test_regulations_are_named_in_full(self):
        singkat = re.compile(r"\b(UU|PP|Perpres|Permen\w*|SE|Perka) (No|\d)")
        for jenis in self.semua:
            with self.subTest(jenis=jenis.kode):
                self.assertNotRegex(jenis.template or "", singkat)

    def test_long_names_and_many_rows_keep_the_signature_with_the_last_words(self):
        keluarga = [
            {
                "urut": str(urut),
                "nama_anggota": _NAMA_PANJANG,
                "hubungan": "Anak",
                "lahir_anggota": "Kabupaten Contoh Selatan, 17 September 2008",
                "keterangan_anggota": f"Anak dari {_NAMA_PANJANG}",
            }
            for urut in range(1, 9)
        ]
        panjang = {
            "nama": _NAMA_PANJANG,
            "jabatan": f"Analis {_UNIT_PANJANG}",
            "unit_kerja": _UNIT_PANJANG,
            "ttd_nama": _NAMA_PANJANG,
            "keluarga": keluarga,
            "alamat": f"Jalan {_UNIT_PANJANG}",
            "alasan_penolakan": f"{_UNIT_PANJANG}. " * 6,
        }
        for jenis in self.semua:
            if jenis.bentuk != "keputusan" and jenis.kode not in _PANJANG:
                continue
            with self.subTest(jenis=jenis.kode):
                isi = jenis._nilai_contoh() | panjang
                badan = self.Perender._isi_surat(jenis, isi)
                cetakan = self.Perender._cetak(badan, kertas=jenis.kertas)
                self.assertLessEqual(cetakan.halaman, 3)
                akhir = html.fromstring(badan).xpath("//section[@class='badan']/*")[-1]
                halaman = pypdf.PdfReader(io.BytesIO(cetakan.pdf)).pages[-1]
                tulisan = " ".join(halaman.extract_text().split())
                self.assertIn(isi["ttd_jabatan"].upper(), tulisan.upper())
                kata = _rapat(akhir).split()[-6:]
                self.assertIn(" ".join(kata), tulisan)

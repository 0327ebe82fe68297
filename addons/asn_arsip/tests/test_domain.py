import io
from datetime import date

import pypdf
from odoo.tests import BaseCase, tagged
from PIL import Image

from ..domain import gambar, teks
from ..domain.berkas import BerkasDitolak, periksa
from ..domain.nama_berkas import kenali
from ..domain.pembaca import Pembaca
from ..domain.temuan import Fakta, terberat
from ..domain.temuan import periksa as periksa_temuan
from .common import pdf, pdf_teks

NIP = "198503172010012003"
KODE = {"SK_CPNS", "SK_PNS", "SK_PANGKAT", "KK", "KTP", "DOK_KINERJA", "IJAZAH"}
HARI_INI = date(2026, 11, 22)


_COCOK = f"Keputusan 800/1 2 Januari 2020 NIP {NIP}"
_LAIN = "NIP 199001012015011001 Budi"
#: finding, severity, text of the paper, what is known
TEMUAN = (
    ("nip_cocok", "baik", _COCOK, {}),
    ("nama_cocok", "baik", "atas nama ANI LESTARI, S.E.", {}),
    ("nip_lain", "penting", _LAIN, {}),
    ("orang_tidak_ditemukan", "perhatian", "sertifikat tanpa nama", {}),
    ("nomor_cocok", "baik", _COCOK, {"nomor": "800/1"}),
    ("nomor_tidak_ditemukan", "perhatian", _COCOK, {"nomor": "900/7"}),
    ("tanggal_cocok", "baik", _COCOK, {"tanggal": date(2020, 1, 2)}),
    (
        "tanggal_tidak_ditemukan",
        "perhatian",
        _COCOK,
        {"tanggal": date(2020, 1, 3)},
    ),
    ("tanggal_depan", "penting", "", {"tanggal": date(2026, 11, 23)}),
    (
        "tanggal_terlalu_tua",
        "perhatian",
        "",
        {"tanggal": date(1980, 1, 1), "tanggal_lahir": date(1985, 3, 17)},
    ),
    ("kedaluwarsa", "penting", "", {"berlaku_sampai": date(2026, 11, 21)}),
    (
        "masa_terbalik",
        "penting",
        "",
        {"berlaku_sampai": date(2020, 1, 1), "tanggal": date(2021, 1, 1)},
    ),
    ("sama_orang_lain", "penting", "", {"sama_orang_lain": True}),
    ("sama_jenis_lain", "perhatian", "", {"sama_jenis_lain": True}),
    ("kosong", "penting", "", {"baca": {"kosong": True}}),
    ("tidak_terbaca", "perhatian", "", {"baca": {"gagal": "waktu"}}),
    ("resolusi_rendah", "perhatian", "", {"baca": {"sisi": 799}}),
    ("tanpa_teks", "info", "", {"baca": {"sisi": 2000}}),
    (
        "ttd_rusak",
        "penting",
        "",
        {"tanda_tangan": {"sah": False, "dipercaya": False, "oleh": "X"}},
    ),
    (
        "ttd_sah",
        "baik",
        "",
        {"tanda_tangan": {"sah": True, "dipercaya": True, "oleh": "X"}},
    ),
    (
        "ttd_tak_dikenal",
        "info",
        "",
        {"tanda_tangan": {"sah": True, "dipercaya": False, "oleh": "X"}},
    ),
)


def foto(ukuran=(400, 300), jenis="JPEG", exif=None, warna="white"):
    """Return a picture with something on it, so that it is not empty."""
    kanvas = Image.new("RGB", ukuran, warna)
    for x in range(0, ukuran[0], 20):
        kanvas.paste((0, 0, 0), (x, 0, x + 6, ukuran[1] // 2))
    simpan = io.BytesIO()
    tambahan = {"exif": exif} if exif else {}
    kanvas.save(simpan, jenis, **tambahan)
    return simpan.getvalue()


def ukuran_halaman(isi):
    """Return the sizes in points of the pages of a PDF."""
    return [
        (round(h.mediabox.width), round(h.mediabox.height))
        for h in pypdf.PdfReader(io.BytesIO(isi)).pages
    ]


@tagged("post_install", "-at_install")
class TestNamaBerkas(BaseCase):
    """What names of files say."""

    def test_names_are_understood_in_the_ways_people_write_them(self):
        tgl = date(2010, 1, 2)
        for nama, nip, kode, tanggal in (
            (f"SK_CPNS_{NIP}_2010-01-02.pdf", NIP, "SK_CPNS", tgl),
            (f"sk cpns {NIP} 20100102.PDF", NIP, "SK_CPNS", tgl),
            (f"{NIP}-sk-cpns-02-01-2010.pdf", NIP, "SK_CPNS", tgl),
            ("SK CPNS 19850317 201001 2 003 (1).pdf", NIP, "SK_CPNS", None),
            (f"berkas/2020/{NIP}_kk.jpg", NIP, "KK", None),
            ("Kartu Keluarga.pdf", "", "KK", None),
            ("Ijasah S1.pdf", "", "IJAZAH", None),
            (f"SKP_{NIP}_2023-13-40.pdf", NIP, "DOK_KINERJA", None),
            ("foto.jpg", "", "", None),
            ("SKPNS.pdf", "", "SK_PNS", None),
            ("1985031720100120031.pdf", "", "", None),
            ("", "", "", None),
            (None, "", "", None),
            ("A" * 100_000, "", "", None),
        ):
            with self.subTest(nama=(nama or "")[:40]):
                temu = kenali(nama, KODE)
                self.assertEqual(
                    (temu.nip, temu.kode, temu.tanggal), (nip, kode, tanggal)
                )


@tagged("post_install", "-at_install")
class TestGambar(BaseCase):
    """Pictures become one PDF."""

    def test_pages_keep_order_turn_and_reduced_size(self):
        hasil = gambar.jadi_pdf([(foto((800, 400)), 0), (foto((800, 400)), 90)])
        self.assertEqual(ukuran_halaman(hasil), [(288, 144), (144, 288)])
        self.assertEqual(periksa(hasil, "x.pdf").halaman, 2)

    def test_large_picture_is_reduced_and_small_one_left(self):
        besar = gambar.jadi_pdf([(foto((6000, 4000)), 0)])
        lebar, tinggi = ukuran_halaman(besar)[0]
        self.assertAlmostEqual(lebar, gambar.SISI_MAKS * 72 / 200, delta=1)
        self.assertAlmostEqual(tinggi, gambar.SISI_MAKS * 72 / 200 * 2 / 3, delta=2)
        self.assertLess(len(besar), 1_500_000)

    def test_orientation_of_the_camera_is_obeyed(self):
        exif = Image.Exif()
        exif[0x0112] = 6
        hasil = gambar.jadi_pdf([(foto((800, 400), exif=exif), 0)])
        self.assertEqual(ukuran_halaman(hasil), [(144, 288)])

    def test_same_pictures_give_the_same_bytes(self):
        satu = [(foto((300, 200)), 0), (foto((300, 200), "PNG"), 180)]
        self.assertEqual(gambar.jadi_pdf(satu), gambar.jadi_pdf(satu))

    def test_transparency_becomes_white(self):
        kanvas = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
        simpan = io.BytesIO()
        kanvas.save(simpan, "PNG")
        isi = gambar.jadi_pdf([(simpan.getvalue(), 0)])
        halaman = pypdf.PdfReader(io.BytesIO(isi)).pages[0]
        self.assertGreater(halaman.images[0].image.getpixel((50, 50))[0], 250)

    def test_what_is_no_picture_is_refused(self):
        for kode, daftar in (
            ("kosong", []),
            ("bukan_gambar", [(pdf(), 0)]),
            ("bukan_gambar", [(b"GIF89a", 0)]),
            ("rusak", [(b"\xff\xd8\xff" + b"x" * 50, 0)]),
            ("terlalu_banyak", [(b"", 0)] * (gambar.HALAMAN_MAKS + 1)),
        ):
            with self.subTest(kode=kode):
                with self.assertRaises(BerkasDitolak) as galat:
                    gambar.jadi_pdf(daftar)
                self.assertEqual(galat.exception.kode, kode)


@tagged("post_install", "-at_install")
class TestTeks(BaseCase):
    """Words, numbers, dates and names in a text."""

    def test_words_are_compared_whatever_separates_them(self):
        isi = teks.kata("Nomor : 800/12-BKPSDM/2020\nTanggal 2 Januari 2020 É")
        self.assertEqual(isi, "nomor 800 12 bkpsdm 2020 tanggal 2 januari 2020 e")
        for cari, ada in (
            ("800/12-BKPSDM/2020", True),
            ("800.12.bkpsdm.2020", True),
            ("800/1", False),
            ("", False),
            ("///", False),
        ):
            with self.subTest(cari=cari):
                self.assertEqual(teks.memuat(isi, cari), ada)

    def test_dates_are_found_in_their_usual_forms(self):
        for tulisan, ada in (
            ("2 Januari 2020", True),
            ("02-01-2020", True),
            ("2/1/2020", True),
            ("2020-01-02", True),
            ("02 Jan 2020", True),
            ("2 Februari 2020", False),
            ("12 Januari 2020", False),
        ):
            with self.subTest(tulisan=tulisan):
                self.assertEqual(
                    teks.memuat_tanggal(teks.kata(tulisan), date(2020, 1, 2)), ada
                )

    def test_only_numbers_shaped_like_a_nip_are_nip(self):
        isi = teks.kata("NIP 19850317 201001 2 003; rekening 123456789012345678")
        self.assertEqual(teks.semua_nip(isi), {NIP})

    def test_words_typed_cannot_break_the_query(self):
        self.assertEqual(teks.tsquery("a' & !b:*|("), "a:* & b:*")
        self.assertEqual(teks.tsquery("'--"), "")


@tagged("post_install", "-at_install")
class TestTemuan(BaseCase):
    """What the machine notices."""

    def _kode(self, isi="", **fakta):
        baca = fakta.pop("baca", {"teks": isi, "asal": "pdf" if isi else ""})
        dasar = {"hari_ini": HARI_INI, "nama": "Ani Lestari", "nip": NIP, "baca": baca}
        return {t.kode: t.tingkat for t in periksa_temuan(Fakta(**{**dasar, **fakta}))}

    def test_findings_by_fact(self):
        for kode, tingkat, isi, fakta in TEMUAN:
            with self.subTest(kode=kode):
                self.assertEqual(self._kode(isi, **fakta).get(kode), tingkat)

    def test_nothing_is_found_where_nothing_is_wrong(self):
        for fakta in (
            {"tanggal": HARI_INI},
            {"berlaku_sampai": HARI_INI},
            {"baca": {"sisi": 800, "asal": "ocr", "teks": f"nip {NIP}"}},
        ):
            with self.subTest(fakta=fakta):
                berat = set(self._kode(**fakta).values())
                self.assertFalse(berat & {"penting", "perhatian"})

    def test_gravest_finding_comes_first(self):
        temuan = periksa_temuan(
            Fakta(
                hari_ini=HARI_INI,
                nama="Ani Lestari",
                baca={"teks": "ani lestari", "asal": "pdf"},
                tanggal=date(2027, 1, 1),
            )
        )
        self.assertEqual(temuan[0].kode, "tanggal_depan")
        self.assertEqual(terberat(temuan), "penting")
        self.assertFalse(terberat([]))


@tagged("post_install", "-at_install")
class TestPembaca(BaseCase):
    """Reading in a process of its own."""

    def test_text_pictures_and_empty_pages_are_told_apart(self):
        with Pembaca() as mesin:
            isi = mesin.baca(pdf_teks(f"Keputusan untuk NIP {NIP}"), "application/pdf")
            self.assertIn(NIP, isi["teks"])
            self.assertEqual(isi["asal"], "pdf")
            self.assertTrue(mesin.baca(pdf(), "application/pdf")["kosong"])
            pindai = gambar.jadi_pdf([(foto((1000, 700)), 0)])
            hasil = mesin.baca(pindai, "application/pdf")
            self.assertEqual((hasil["kosong"], hasil["sisi"]), (False, 1000))
            polos = io.BytesIO()
            Image.new("RGB", (900, 900), (250, 250, 250)).save(polos, "JPEG")
            self.assertTrue(mesin.baca(polos.getvalue(), "image/jpeg")["kosong"])

    def test_damaged_file_and_the_next_one_are_both_answered(self):
        with Pembaca() as mesin:
            self.assertTrue(mesin.baca(b"%PDF-1.4 rusak", "application/pdf")["gagal"])
            self.assertTrue(mesin.baca(foto(), "image/jpeg")["sisi"])

    def test_file_that_takes_too_long_ends_its_own_process_only(self):
        with Pembaca(detik=0.001) as mesin:
            self.assertEqual(mesin.baca(foto(), "image/jpeg"), {"gagal": "waktu"})
            mesin.detik = 30
            self.assertTrue(mesin.baca(foto(), "image/jpeg")["sisi"])

    def test_bomb_of_zeroes_stays_within_its_memory(self):
        penulis = pypdf.PdfWriter()
        halaman = penulis.add_blank_page(200, 200)
        isi = pypdf.generic.DecodedStreamObject()
        isi.set_data(b" " * 120_000_000)
        halaman[pypdf.generic.NameObject("/Contents")] = penulis._add_object(
            isi.flate_encode()
        )
        simpan = io.BytesIO()
        penulis.write(simpan)
        self.assertLess(len(simpan.getvalue()), 1_000_000)
        with Pembaca(detik=30) as mesin:
            hasil = mesin.baca(simpan.getvalue(), "application/pdf")
        self.assertTrue(hasil.get("gagal") or hasil["kosong"])

import base64
import hashlib
import io
from datetime import date
from unittest.mock import patch

import pypdf
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged
from odoo.tools import file_open, mute_logger

from ..domain import pdf as mesin_pdf
from ..galat import ErrorTTD
from .common import SANDI, SuratCommon, teks


@tagged("post_install", "-at_install")
class TestSurat(SuratCommon, TransactionCase):
    """From a draft to a released letter."""

    def test_letter_is_drafted_issued_released_and_revoked(self):
        surat = self.draf(perihal="Izin cuti tahunan")
        self.assertRecordValues(
            surat,
            [
                {
                    "state": "draft",
                    "perihal": "Izin cuti tahunan",
                    "ttd_nama": "Dr. Rina Kartika, S.H., M.Si.",
                    "ttd_jabatan": "Kepala Dinas A",
                    "unit_id": self.dinas_a.id,
                    "nomor": False,
                }
            ],
        )

        self.assertTrue(surat._terbitkan(SANDI))

        tahun = date.today().year
        self.assertEqual(surat.nomor, f"800.1.11.4/001/BKPSDM/{tahun}")
        self.assertEqual((surat.state, surat.cara_ttd), ("issued", "elektronik"))
        isi = base64.b64decode(surat.pdf)
        self.assertEqual(surat.sha256, hashlib.sha256(isi).hexdigest())
        self.assertTrue(isi.startswith(base64.b64decode(surat.pdf_asli)))

        milik = surat.with_user(self.ani.user_id)
        with self.assertRaises(AccessError):
            milik.read(["nomor", "pdf"])
        surat._rilis()
        self.assertEqual(milik.read(["nomor"])[0]["nomor"], surat.nomor)

        surat.with_user(self.kepala.user_id).action_revoke("Salah tanggal")
        self.assertEqual(surat.state, "revoked")
        with self.assertRaises(UserError):
            surat._cabut("lagi")

    def test_text_of_the_letter_is_what_an_office_writes(self):
        surat = self.draf()
        surat._terbitkan(SANDI, tanggal=date(2026, 3, 2))
        tulisan = teks(surat._pdf_byte())
        for harap in (
            "PEMERINTAH KOTA CONTOH",
            "DINAS A",
            "SURAT IZIN CUTI",
            "NOMOR 800.1.11.4/001/BKPSDM/2026",
            "19850317 201001 2 003",
            "Jalan Kenanga 7",
            "5 (lima) hari kerja mulai 16 Maret 2026",
            "Contoh, 2 Maret 2026",
            "Kepala Dinas A,",
            "Dr. Rina Kartika, S.H., M.Si.",
            "NIP 19700101 199503 2 001",
            "Tembusan:",
            "Halaman 1 dari 1",
            "ditandatangani secara elektronik",
        ):
            with self.subTest(harap=harap):
                self.assertIn(harap, tulisan)

    def test_one_page_of_the_chosen_paper(self):
        for kertas, (lebar, tinggi) in mesin_pdf.KERTAS.items():
            with self.subTest(kertas=kertas):
                jenis = self.jenis.copy({"kode": f"K_{kertas}", "kertas": kertas})
                surat = self.terbit(jenis=jenis)
                halaman = pypdf.PdfReader(io.BytesIO(surat._pdf_byte())).pages
                self.assertEqual(len(halaman), 1)
                self.assertEqual(surat.halaman, 1)
                self.assertAlmostEqual(
                    float(halaman[0].mediabox.width) / 72 * 25.4, lebar, delta=0.1
                )
                self.assertAlmostEqual(
                    float(halaman[0].mediabox.height) / 72 * 25.4, tinggi, delta=0.1
                )

    def test_special_paper_has_its_margins(self):
        """KDR-12-a: paper and margins are set for each kind of letter."""
        biasa = self.terbit(jenis=self.jenis.copy({"kode": "BIASA"}))
        lebar = self.jenis.copy({"kode": "LEBAR", "pias_kiri": 60, "pias_kanan": 60})
        khusus = self.terbit(jenis=lebar)

        def kiri(surat):
            tepi = []
            pypdf.PdfReader(io.BytesIO(surat._pdf_byte())).pages[0].extract_text(
                visitor_text=lambda teks, _cm, tm, _f, _s: (
                    tepi.append(tm[4]) if teks.strip() else None
                )
            )
            return min(tepi)

        self.assertGreater(kiri(khusus), kiri(biasa) + 50)
        with self.assertRaises(ValidationError):
            lebar.pias_kiri = 81

    def test_long_letter_numbers_its_pages(self):
        jenis = self.jenis.copy({"kode": "PANJANG"})
        jenis.template = "<p>{{ nama }} kata " + "panjang sekali " * 900 + "</p>"
        surat = self.terbit(jenis=jenis)
        self.assertGreater(surat.halaman, 1)
        self.assertIn(
            f"Halaman {surat.halaman} dari {surat.halaman}", teks(surat._pdf_byte())
        )

    def test_who_a_decree_is_about_stands_on_one_page(self):
        baris = "".join(f"<tr><td>Baris {n}</td><td>:</td></tr>" for n in range(20))
        html = (
            '<article class="asn-surat"><section class="badan">'
            + "<p>Isi pendahuluan.</p>" * 26
            + '<table class="diktum"><tbody><tr><td>MENETAPKAN</td><td>:</td></tr>'
            "<tr><td>KESATU</td><td>:</td></tr></tbody></table>"
            f'<table class="identitas dalam"><tbody>{baris}</tbody></table>'
            "</section></article>"
        )
        pdf = self.env["asn.surat.renderer"]._pdf(html)
        satu, dua = (h.extract_text() for h in pypdf.PdfReader(io.BytesIO(pdf)).pages)
        self.assertIn("MENETAPKAN", satu)
        self.assertNotIn("KESATU", satu)
        self.assertNotIn("Baris 0", satu)
        for isi in ("KESATU", "Baris 0", "Baris 19"):
            self.assertIn(isi, dua)

    def test_day_and_month_of_a_date_stay_on_one_line(self):
        html = "<div><p>" + "pada tanggal 3 Desember 2026 sampai " * 40 + "</p></div>"
        pdf = self.env["asn.surat.renderer"]._pdf(html)
        tulisan = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
        self.assertIn("3\N{NO-BREAK SPACE}Desember", tulisan)
        self.assertNotRegex(tulisan, r"\b3\s*\n\s*Desember")

    def test_letter_that_runs_over_by_little_is_set_tighter(self):
        jenis = self.jenis.copy({"kode": "PAS", "kertas": "a4"})
        kalimat = "<p>{{ nama }} mengajukan cuti sebagaimana mestinya tahun ini.</p>"
        Perender = self.env["asn.surat.renderer"]
        gaya = Perender._gaya("a4", False)
        for jumlah in range(16, 40):
            jenis.template = kalimat * jumlah
            html = self.draf(jenis=jenis)._preview_html()
            biasa = mesin_pdf.cetak(Perender._dokumen(html), gaya=gaya)
            if biasa.halaman == 2:
                break
        self.assertEqual(biasa.halaman, 2)
        self.assertEqual(Perender._cetak(html, kertas="a4").halaman, 1)

    def test_long_name_of_an_office_is_broken_in_the_middle(self):
        self.dinas_a.name = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
        self.assertIn(
            "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA",
            teks(self.draf()._preview_pdf()),
        )

    def test_letter_with_addressee_has_its_block(self):
        jenis = self.jenis.copy(
            {
                "kode": "TOLAK",
                "bentuk": "surat",
                "perihal": "Penolakan cuti {{ nama }}",
                "tujuan": "Sdr. {{ nama }}\ndi {{ unit_kerja }}",
                "mode_ttd": "basah",
            }
        )
        surat = self.draf(jenis=jenis)
        surat._terbitkan()
        tulisan = teks(surat._pdf_byte())
        self.assertEqual(surat.cara_ttd, "basah")
        for harap in (
            "Nomor : 800.1.11.4/",
            "Sifat : Biasa",
            "Lampiran : -",
            "Hal : Penolakan cuti Ani",
            "Yth. Sdr. Ani",
            "di Bidang A1",
        ):
            with self.subTest(harap=harap):
                self.assertIn(harap, tulisan)
        self.assertNotIn("ditandatangani secara elektronik", tulisan)

    def test_capacity_is_written_above_the_post(self):
        for kapasitas, atas_nama, harap in (
            ("plt", None, "Plt. Kepala Dinas A,"),
            ("plh", None, "Plh. Kepala Dinas A,"),
            ("an", "Wali Kota Contoh", "a.n. Wali Kota Contoh Kepala Dinas A,"),
            ("ub", "Sekretaris Daerah", "u.b. Sekretaris Daerah Kepala Dinas A,"),
        ):
            with self.subTest(kapasitas=kapasitas):
                surat = self.terbit(kapasitas=kapasitas, atas_nama=atas_nama)
                self.assertIn(harap, teks(surat._pdf_byte()))

    def test_decree_says_where_and_when_and_its_posts_in_capitals(self):
        jenis = self.jenis.copy({"kode": "SK", "bentuk": "keputusan"})
        surat = self.draf(jenis=jenis, kapasitas="an", atas_nama="Wali Kota")
        surat._terbitkan(SANDI, tanggal=date(2026, 3, 2))
        tulisan = teks(surat._pdf_byte())
        for harap in (
            "Ditetapkan di Contoh pada tanggal 2 Maret 2026",
            "a.n. WALI KOTA CONTOH KEPALA DINAS A,",
        ):
            with self.subTest(harap=harap):
                self.assertIn(harap, tulisan)
        self.assertNotIn("Contoh, 2 Maret 2026", tulisan)

    def test_head_of_the_region_signs_with_its_name(self):
        self.kepala.jabatan_id.name = self.env.company.asn_sebutan_kepala
        surat = self.terbit()
        self.assertEqual(surat.ttd_jabatan, "Wali Kota Contoh")
        self.assertIn("Wali Kota Contoh,", teks(surat._pdf_byte()))

    def test_letterhead_of_the_head_of_the_region_has_no_office(self):
        self.jenis.kop = "kepala_daerah"
        tulisan = teks(self.terbit()._pdf_byte())
        self.assertIn("WALI KOTA CONTOH", tulisan)
        self.assertNotIn("PEMERINTAH KOTA CONTOH", tulisan)

    def test_the_head_of_the_region_carries_the_state_emblem(self):
        """UU 24/2009 Pasal 54: the office's own letters keep the region's arms."""
        Renderer = self.env["asn.surat.renderer"]
        kota = self.env.company
        with file_open("web/static/img/placeholder.png", "rb") as berkas:
            kota.asn_lambang_negara = base64.b64encode(berkas.read())
        lambang = kota.asn_lambang_negara
        kepala = self.jenis.copy({"kode": "KEPALA", "kop": "kepala_daerah"})
        self.assertIn(lambang.decode(), Renderer._kop(kepala, None)["logo"])
        self.assertEqual(Renderer._kop(self.jenis, None)["logo"], Renderer._logo(kota))
        kota.asn_lambang_negara = False
        self.assertEqual(Renderer._kop(kepala, None)["logo"], Renderer._logo(kota))

    def test_contract_staff_have_an_ni_pppk(self):
        Surat = self.env["asn.surat"]
        self.assertEqual(Surat._nilai_pegawai(self.ani)["sebutan_nip"], "NIP")
        kontrak = self.env["hr.employee"].new({"status_pegawai": "pppk"})
        self.assertEqual(Surat._nilai_pegawai(kontrak)["sebutan_nip"], "NI PPPK")

    def test_drafting_again_refreshes_the_draft(self):
        satu = self.draf()
        dua = self.draf(nilai={"lama": 9})
        self.assertEqual(satu, dua)
        self.assertIn("9 (sembilan)", satu._preview_html())
        satu._terbitkan(SANDI)
        self.assertNotEqual(self.draf(), satu)

    def test_missing_value_stops_the_draft(self):
        with self.assertRaisesRegex(ErrorTTD, "alamat"):
            self.env["asn.surat"]._siapkan(
                self.jenis, self.ani, self.ani, self.kepala, {"lama": 1}
            )
        with self.assertRaises(ErrorTTD):
            self.draf(nilai={"mulai": "kapan-kapan"})

    def test_later_change_of_the_template_does_not_touch_a_draft_or_letter(self):
        surat = self.draf()
        self.jenis.template = "<p>Isi baru</p>"
        surat._terbitkan(SANDI)
        self.assertNotIn("Isi baru", teks(surat._pdf_byte()))
        self.jenis.template = "<p>Lain lagi</p>"
        self.assertNotIn("Lain lagi", surat._preview_html())

    def test_hostile_values_reach_the_paper_as_text(self):
        jahat = "<script>x</script>{{ ttd_nip }} \u202e\u0000 \U0001f600"
        surat = self.terbit(nilai={"alamat": jahat})
        self.assertIn("<script>x</script>{{ ttd_nip }}", teks(surat._pdf_byte()))

    def test_failure_to_render_leaves_the_draft(self):
        surat = self.draf()
        gagal = mesin_pdf.GagalCetak("huruf hilang")
        with (
            patch.object(mesin_pdf, "cetak", side_effect=gagal),
            self.assertRaisesRegex(ErrorTTD, "huruf hilang"),
            self.env.cr.savepoint(),
        ):
            surat._terbitkan(SANDI)
        surat.invalidate_recordset()
        self.assertRecordValues(
            surat, [{"state": "draft", "nomor": False, "pdf": False, "isi": False}]
        )
        self.assertTrue(surat._terbitkan(SANDI))

    def test_issued_letter_is_not_issued_again(self):
        surat = self.terbit()
        with self.assertRaises(ErrorTTD):
            surat._terbitkan(SANDI)

    def test_same_letter_renders_to_the_same_bytes(self):
        surat = self.draf()
        Perender = self.env["asn.surat.renderer"]
        html = surat._preview_html()
        satu, dua = (Perender._pdf(html, pengenal=b"x" * 16) for _i in range(2))
        self.assertEqual(satu, dua)

    @mute_logger("weasyprint")
    def test_renderer_fetches_nothing(self):
        html = (
            '<div><img src="http://169.254.169.254/a.png"/><img src="file:///etc/hosts"/>'
            '<img src="aset:/../etc/passwd"/><link rel="stylesheet" href="http://a/b"/>'
            "<p style=\"background:url('http://a/c')\">isi</p></div>"
        )
        with patch("socket.socket.connect", side_effect=AssertionError("network")):
            isi = self.env["asn.surat.renderer"]._pdf(html)
        self.assertIn("isi", teks(isi))
        self.assertNotIn(b"localhost", isi)

    def test_draft_pdf_says_so_and_has_no_number(self):
        tulisan = teks(self.draf()._preview_pdf())
        self.assertIn("........", tulisan)

    def test_letter_of_the_system_is_unsigned_without_a_seal(self):
        surat = self.draf()
        surat._terbitkan(tanda_tangan=False)
        self.assertEqual((surat.state, surat.cara_ttd), ("issued", "tanpa"))
        self.assertNotIn("ditandatangani secara elektronik", teks(surat._pdf_byte()))

    def test_values_keep_their_dates_in_the_database(self):
        surat = self.draf(nilai={"mulai": date(2026, 12, 31)})
        surat.invalidate_recordset()
        self.assertEqual(surat._nilai_terbaca()["mulai"], date(2026, 12, 31))

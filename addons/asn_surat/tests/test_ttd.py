import io
import logging
import subprocess
import tempfile
from shutil import which

import pypdf
from odoo.tests import TransactionCase, tagged
from pyhanko.pdf_utils.reader import PdfFileReader

from ..domain import periksa_ttd, tanda_tangan
from ..galat import ErrorSandi, ErrorTTD
from ..models.asn_ttd_penyedia_lokal import _PERCOBAAN, SANDI_SEGEL
from .common import NAMA, SANDI, SuratCommon, ca, p12


@tagged("post_install", "-at_install")
class TestTtd(SuratCommon, TransactionCase):
    """Signatures that hold, and errors a signer understands."""

    def setUp(self):
        super().setUp()
        _PERCOBAAN.lupakan()
        self.addCleanup(_PERCOBAAN.lupakan)

    def _pasang(self, isi):
        self.env["asn.sertifikat"]._muat_p12(self.kepala, isi)

    def test_signature_is_valid_trusted_and_covers_the_file(self):
        surat = self.terbit()
        (tanda,) = periksa_ttd.periksa(surat._pdf_byte(), [ca().pem()])
        self.assertTrue(tanda.utuh and tanda.sah and tanda.dipercaya)
        self.assertTrue(tanda.menyeluruh)
        self.assertEqual(tanda.penanda_tangan, NAMA)
        self.assertEqual(surat.sertifikat_subjek, NAMA)

    def test_signature_is_not_trusted_without_its_root(self):
        (tanda,) = periksa_ttd.periksa(self.terbit()._pdf_byte(), [])
        self.assertTrue(tanda.utuh and tanda.sah)
        self.assertFalse(tanda.dipercaya)

    def test_precheck_of_the_archive_tells_good_signatures_from_broken_ones(self):
        asli = self.terbit()._pdf_byte()
        Dokumen = self.env["asn.dokumen"]
        self.env["asn.sertifikat.akar"].search([]).active = False
        for isi, akar, harapan in (
            (asli, False, (True, False)),
            (asli, True, (True, True)),
            (asli.replace(b"/Type", b"/Typf", 1), True, (False, False)),
        ):
            if akar:
                self.env["asn.sertifikat.akar"]._muat_pem(
                    ca().pem(), "Uji"
                ).active = True
            hasil = Dokumen._baca_tanda_tangan(isi, "application/pdf")
            with self.subTest(panjang=len(isi), akar=akar):
                self.assertEqual((hasil["sah"], hasil["dipercaya"]), harapan)
        self.assertIsNone(Dokumen._baca_tanda_tangan(b"%PDF-1.7", "application/pdf"))
        rusak = Dokumen._baca_tanda_tangan(b"%PDF- /ByteRange", "application/pdf")
        self.assertFalse(rusak["sah"])

    def test_stamp_is_visible_in_the_signature_block(self):
        pembaca = PdfFileReader(io.BytesIO(self.terbit()._pdf_byte()))
        (tanda,) = pembaca.embedded_signatures
        x1, y1, x2, y2 = (float(x) for x in tanda.sig_field["/Rect"])
        lebar_halaman = 215 / 25.4 * 72
        self.assertGreater(x1, lebar_halaman / 2)
        self.assertAlmostEqual((x2 - x1) / 72 * 25.4, 52, delta=1)
        self.assertAlmostEqual((y2 - y1) / 72 * 25.4, 20, delta=1)
        self.assertIn("/N", tanda.sig_field["/AP"])
        self.assertEqual(tanda.sig_object["/SubFilter"], "/ETSI.CAdES.detached")

    def test_one_flipped_byte_anywhere_is_noticed(self):
        asli = self.terbit()._pdf_byte()
        (tanda,) = PdfFileReader(io.BytesIO(asli)).embedded_signatures
        awal, panjang, kedua, sisa = (int(n) for n in tanda.byte_range)
        for tempat in (20, panjang // 3, panjang - 40, kedua + 5, kedua + sisa // 2):
            rusak = bytearray(asli)
            rusak[tempat] ^= 0x01
            with self.subTest(tempat=tempat):
                try:
                    hasil = periksa_ttd.periksa(bytes(rusak), [ca().pem()])
                except periksa_ttd.PdfRusak:
                    continue
                self.assertFalse(any(t.utuh and t.sah for t in hasil))
        self.assertEqual(awal, 0)

    def test_something_added_afterwards_is_noticed(self):
        import pypdf

        asli = self.terbit()._pdf_byte()
        penulis = pypdf.PdfWriter(io.BytesIO(asli), incremental=True)
        penulis.pages[0].merge_page(
            pypdf.PageObject.create_blank_page(width=9, height=9)
        )
        penulis.add_blank_page(100, 100)
        simpan = io.BytesIO()
        penulis.write(simpan)
        hasil = periksa_ttd.periksa(simpan.getvalue(), [ca().pem()])
        self.assertFalse(any(t.utuh and t.menyeluruh for t in hasil))

    def test_pdfsig_of_poppler_agrees(self):
        self.assertTrue(which("pdfsig"), "install poppler-utils to run this test")
        with tempfile.NamedTemporaryFile(suffix=".pdf") as berkas:
            berkas.write(self.terbit()._pdf_byte())
            berkas.flush()
            keluaran = subprocess.run(
                ["pdfsig", "-nocert", berkas.name],
                capture_output=True,
                text=True,
                check=False,
            ).stdout
        self.assertIn("Signature is Valid", keluaran)
        self.assertIn("ETSI.CAdES.detached", keluaran)
        self.assertIn("Total document signed", keluaran)

    def test_wrong_and_missing_passphrases_are_asked_again(self):
        surat = self.draf()
        for sandi, kode in (
            ("salah", "sandi_salah"),
            (SANDI + " ", "sandi_salah"),
            ("", "sandi_kosong"),
            (None, "sandi_kosong"),
            ("\U0001f600" * 500, "sandi_salah"),
        ):
            with self.subTest(sandi=sandi), self.assertRaises(ErrorSandi) as galat:
                surat._terbitkan(sandi)
            self.assertEqual(galat.exception.kode, kode)
        self.assertEqual(surat.state, "draft")

    def test_many_wrong_passphrases_pause_the_certificate(self):
        surat = self.draf()
        for _i in range(5):
            with self.assertRaises(ErrorSandi):
                surat._terbitkan("salah")
        with self.assertRaises(ErrorTTD) as galat:
            surat._terbitkan(SANDI)
        self.assertEqual(galat.exception.kode, "dijeda")

    def test_unusable_certificates_have_clear_errors(self):
        for kode, isi in (
            ("kedaluwarsa", p12(mulai_hari=-30, hari=10)),
            ("belum_berlaku", p12(mulai_hari=10)),
            ("bukan_untuk_ttd", p12(guna=(("key_encipherment", True),))),
            ("p12_rusak", None),
        ):
            with self.subTest(kode=kode):
                if isi:
                    self._pasang(isi)
                else:
                    sertifikat = self.env["asn.sertifikat"]._milik(self.kepala)
                    sertifikat.env["asn.sertifikat.kunci"].search([]).unlink()
                with self.assertRaises(ErrorTTD) as galat:
                    self.draf()._terbitkan(SANDI)
                self.assertEqual(galat.exception.kode, kode)

    def test_signer_without_certificate_is_told_so(self):
        with self.assertRaises(ErrorTTD) as galat:
            surat = self.env["asn.surat"]._siapkan(
                self.jenis,
                self.budi,
                self.ani,
                self.budi,
                {"alamat": "a", "lama": 1, "mulai": "2026-01-01"},
            )
            surat._terbitkan(SANDI)
        self.assertEqual(galat.exception.kode, "sertifikat_tidak_ada")

    def test_batch_unlocks_the_key_once(self):
        panggilan = []
        asli = tanda_tangan.buka

        def hitung(*args, **kwargs):
            panggilan.append(1)
            return asli(*args, **kwargs)

        self.patch(tanda_tangan, "buka", hitung)
        self.env.cr.cache.pop("asn_surat_penanda", None)
        for _i in range(4):
            self.terbit()
        self.assertEqual(len(panggilan), 1)
        # A wrong passphrase is not served from what the right one has opened.
        with self.assertRaises(ErrorSandi):
            self.draf()._terbitkan("salah")

    def test_passphrase_is_in_no_table_and_no_log(self):
        sandi = "Kata-Sandi-Langka-5581"
        self._pasang(p12(nama="Langka", sandi=sandi))
        catatan = io.StringIO()
        penangan = logging.StreamHandler(catatan)
        akar = logging.getLogger()
        tingkat = akar.level
        akar.addHandler(penangan)
        akar.setLevel(logging.DEBUG)
        self.addCleanup(akar.setLevel, tingkat)
        self.addCleanup(akar.removeHandler, penangan)
        with self.assertRaises(ErrorSandi) as galat:
            self.draf()._terbitkan(sandi + "x")
        self.draf()._terbitkan(sandi)
        self.env.flush_all()
        akar.removeHandler(penangan)

        self.assertNotIn(sandi, catatan.getvalue())
        self.assertNotIn(sandi, str(galat.exception))
        self.assertEqual(self._cari_di_basis_data(sandi), [])

    def _cari_di_basis_data(self, rahasia):
        """Return the text columns of our tables and of core's logs that hold it."""
        self.env.cr.execute(
            """
            SELECT table_name, column_name FROM information_schema.columns
             WHERE table_schema = 'public'
               AND data_type IN ('text', 'character varying', 'jsonb', 'json')
               AND (table_name LIKE 'asn\\_%' OR table_name LIKE 'ir\\_%'
                    OR table_name LIKE 'mail\\_%' OR table_name LIKE 'bus\\_%')
            """
        )
        ketemu = []
        for tabel, kolom in self.env.cr.fetchall():
            self.env.cr.execute(
                f'SELECT 1 FROM "{tabel}" WHERE "{kolom}"::text LIKE %s LIMIT 1',
                [f"%{rahasia}%"],
            )
            if self.env.cr.fetchone():
                ketemu.append(f"{tabel}.{kolom}")
        return ketemu

    def test_seal_of_the_office_signs_what_no_person_signs(self):
        segel = self.env["asn.sertifikat"].create({"jenis": "segel"})
        segel._simpan_kunci(p12(nama="Segel Dinas", sandi="segel-123"))
        self.addCleanup(self._lingkungan(SANDI_SEGEL, "segel-123"))
        surat = self.draf()
        surat._terbitkan(tanda_tangan=False)
        self.assertEqual(surat.cara_ttd, "segel")
        (tanda,) = periksa_ttd.periksa(surat._pdf_byte(), [ca().pem()])
        self.assertEqual(tanda.penanda_tangan, "Segel Dinas")
        Perender = self.env["asn.surat.renderer"]
        for cap, kata in (
            (Perender._cap("Segel Dinas", True), "Disegel secara"),
            (Perender._cap("Kepala Dinas"), "Ditandatangani secara"),
        ):
            teks = pypdf.PdfReader(io.BytesIO(cap)).pages[0].extract_text()
            self.assertIn(kata, teks)
        self.assertTrue(tanda.dipercaya)

    def _lingkungan(self, nama, nilai):
        import os

        os.environ[nama] = nilai
        return lambda: os.environ.pop(nama, None)

    def test_garbage_is_not_a_signed_pdf(self):
        for isi in (b"", b"%PDF-1.7", b"bukan pdf", b"%PDF-1.7\n" + b"\0" * 999):
            with self.subTest(isi=isi[:10]), self.assertRaises(periksa_ttd.PdfRusak):
                periksa_ttd.periksa(isi, [])

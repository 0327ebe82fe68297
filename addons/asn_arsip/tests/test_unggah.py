from datetime import date

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import TransactionCase, tagged

from .common import ArsipCommon, b64, gambar, pdf, pdf_berskrip, pdf_teks

NIP_ANI = "198503172010012003"
NIP_BUDI = "199001012015011001"


@tagged("post_install", "-at_install")
class TestUnggah(ArsipCommon, TransactionCase):
    """Filing from the screens."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ani.sudo().nip = NIP_ANI
        cls.budi.sudo().nip = NIP_BUDI

    def _kirim(self, siapa, **nilai):
        dasar = {
            "jenis_id": self.kk.id,
            "nama_file": "kk.pdf",
            "file": b64(pdf()).decode(),
            "employee_id": siapa.id,
        }
        return self.sebagai(siapa).unggah_satu({**dasar, **nilai})

    def test_one_file_is_filed_and_the_result_says_so(self):
        hasil = self._kirim(self.ani, nomor="1/KK", tanggal="2020-01-02")
        self.assertTrue(hasil["ok"], hasil)
        dokumen = self.env["asn.dokumen"].browse(hasil["id"])
        self.assertEqual((dokumen.status, dokumen.nomor), ("belum", "1/KK"))
        self.assertEqual(dokumen.tanggal, date(2020, 1, 2))
        ulang = self._kirim(self.ani)
        self.assertFalse(ulang["ok"])
        self.assertTrue(ulang["pesan"])

    def test_pictures_become_one_pdf_in_their_order(self):
        hasil = self._kirim(
            self.ani,
            file=False,
            nama_file="foto.jpg",
            gambar=[
                {"isi": b64(gambar("JPEG", (200, 100))).decode(), "putar": 90},
                {"isi": b64(gambar("PNG", (100, 100))).decode(), "putar": 0},
            ],
        )
        self.assertTrue(hasil["ok"], hasil)
        dokumen = self.env["asn.dokumen"].browse(hasil["id"])
        self.assertEqual((dokumen.mimetype, dokumen.halaman), ("application/pdf", 2))
        self.assertTrue(dokumen.nama_file.endswith(".pdf"))

    def test_what_is_bad_is_told_per_file_and_files_nothing(self):
        sebelum = self.env["asn.dokumen"].search_count([])
        for nilai in (
            {"file": "bukan base64!"},
            {"file": b64(pdf_berskrip()).decode()},
            {"file": False},
            {"jenis_id": False},
            {"jenis_id": 10**9},
            {"jenis_id": "x"},
            {"employee_id": self.budi.id},
            {"employee_id": 10**9},
            {"gambar": [{"isi": b64(pdf()).decode()}], "file": False},
            {"gambar": [{"isi": "@@@", "putar": "x"}], "file": False},
        ):
            with self.subTest(nilai=str(nilai)[:60]):
                hasil = self._kirim(self.ani, **nilai)
                self.assertFalse(hasil["ok"])
                self.assertTrue(hasil["pesan"])
        self.assertEqual(self.env["asn.dokumen"].search_count([]), sebelum)

    def test_guarded_values_sent_along_are_ignored(self):
        hasil = self._kirim(
            self.ani, status="sah", sumber="layanan", kelas="umum", sha256="0"
        )
        dokumen = self.env["asn.dokumen"].browse(hasil["id"])
        self.assertEqual((dokumen.status, dokumen.sumber), ("belum", "unggah"))

    def test_names_are_matched_within_the_reach_of_the_user(self):
        nama = [
            f"SK_PANGKAT_{NIP_ANI}_2020-04-01.pdf",
            f"KK_{NIP_BUDI}.pdf",
            "ktp.jpg",
        ]
        satu, dua, tiga = self.sebagai(self.fas).unggah_kenali(nama)
        self.assertEqual(satu["employee_id"], self.ani.id)
        self.assertEqual(satu["jenis_id"], self.sk.id)
        self.assertEqual(satu["tanggal"], "2020-04-01")
        self.assertFalse(satu["masalah"])
        # Of another office: neither the person nor whether the number exists.
        self.assertFalse(dua["employee_id"])
        self.assertEqual(dua["pegawai"], "")
        palsu = self.sebagai(self.fas).unggah_kenali(["KK_199001012015012002.pdf"])[0]
        self.assertEqual(
            dua["masalah"].replace(NIP_BUDI, ""),
            palsu["masalah"].replace("199001012015012002", ""),
        )
        self.assertEqual(tiga["kode"], "KTP")
        self.assertFalse(tiga["employee_id"])

    def test_open_archive_gives_the_person_where_the_name_does_not(self):
        baris = self.sebagai(self.fas).unggah_kenali(["kk.pdf"], self.ani.id)[0]
        self.assertEqual(baris["employee_id"], self.ani.id)
        asing = self.sebagai(self.fas).unggah_kenali(["kk.pdf"], self.budi.id)[0]
        self.assertFalse(asing["employee_id"])
        self.assertEqual(self.sebagai(self.fas).unggah_kenali(None), [])

    def test_upload_screen_starts_with_whom_it_may_serve(self):
        sendiri = self.sebagai(self.ani).unggah_awal()
        self.assertEqual(sendiri["employee_id"], self.ani.id)
        self.assertFalse(sendiri["pilih_orang"])
        lain = self.sebagai(self.ani).unggah_awal(self.budi.id, False, "KK")
        self.assertNotEqual(lain["employee_id"], self.budi.id)
        self.assertEqual(lain["jenis_id"], self.kk.id)
        self.assertTrue(self.sebagai(self.fas).unggah_awal()["pilih_orang"])

    def test_only_kinds_that_one_may_file_are_offered(self):
        """The choice of everybody but the office leaves out what is refused later."""
        tertutup = self.env.ref("asn_arsip.jenis_dokumen_form_cuti")
        self.assertFalse(tertutup.unggah_mandiri)
        Jenis = self.env["asn.jenis.dokumen"]
        for siapa, lihat in ((self.ani, False), (self.fas, False), (self.admin, True)):
            with self.subTest(siapa=siapa.name):
                awal = self.sebagai(siapa).unggah_awal(self.ani.id, tertutup.id)
                self.assertEqual(bool(awal["jenis_id"]), lihat)
                ditawarkan = Jenis.search(awal["domain_jenis"])
                self.assertEqual(tertutup in ditawarkan, lihat)
                self.assertIn(self.kk, ditawarkan)
                satu = self.sebagai(siapa).unggah_kenali(["FORM_CUTI.pdf"], siapa.id)
                self.assertEqual(bool(satu[0]["jenis_id"]), lihat)
                self.assertEqual(tertutup.name in satu[0]["masalah"], not lihat)

    def test_photograph_taken_by_camera_stays_a_picture(self):
        foto = self.env.ref("asn_arsip.jenis_dokumen_pas_foto")
        satu = {"isi": b64(gambar("PNG", (300, 400))).decode(), "putar": 90}
        dua = self._kirim(self.ani, jenis_id=foto.id, file=False, gambar=[satu, satu])
        self.assertFalse(dua["ok"])
        self.assertIn(foto.name, dua["pesan"])
        hasil = self._kirim(
            self.ani, jenis_id=foto.id, file=False, nama_file="f.pdf", gambar=[satu]
        )
        self.assertTrue(hasil["ok"], hasil)
        dokumen = self.env["asn.dokumen"].browse(hasil["id"])
        self.assertEqual(dokumen.mimetype, "image/jpeg")
        self.assertEqual(dokumen.nama_file, "f.jpg")

    # -- deciding ------------------------------------------------------------

    def test_bulk_decision_has_a_result_per_row(self):
        baik = self.unggah(self.ani, isi=pdf("baik"))
        sudah = self.unggah(self.ani, jenis=self.sk, isi=pdf("sudah"))
        sudah.with_user(self.fas.user_id).action_verify()
        milik = self.unggah(self.fas, isi=pdf("milik"))
        massal = self.sebagai(self.fas, "asn.dokumen.massal").create(
            {
                "tindakan": "sahkan",
                "baris_ids": [
                    Command.create({"dokumen_id": d.id}) for d in baik | sudah | milik
                ],
            }
        )
        massal.action_jalankan()
        self.assertEqual(massal.baris_ids.mapped("hasil"), ["ok", "gagal", "gagal"])
        self.assertTrue(all(massal.baris_ids[1:].mapped("pesan")))
        self.assertEqual((massal.berhasil, massal.jumlah), (1, 3))
        self.assertEqual((baik.status, milik.status), ("sah", "belum"))

    def test_bulk_refusal_needs_a_reason(self):
        dokumen = self.unggah(self.ani)
        massal = self.sebagai(self.fas, "asn.dokumen.massal").create(
            {
                "tindakan": "tolak",
                "baris_ids": [Command.create({"dokumen_id": dokumen.id})],
            }
        )
        with self.assertRaises(UserError):
            massal.action_jalankan()
        massal.alasan = "Buram"
        massal.action_jalankan()
        self.assertEqual((dokumen.status, dokumen.alasan_tolak), ("ditolak", "Buram"))

    def test_bulk_dialog_tells_nothing_of_documents_out_of_reach(self):
        rahasia = self.unggah(self.budi, isi=pdf("budi"))
        massal = self.sebagai(self.fas, "asn.dokumen.massal").create(
            {"baris_ids": [Command.create({"dokumen_id": rahasia.id})]}
        )
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertRaises(UserError):
            massal.baris_ids.mapped("pemegang")
        massal.invalidate_recordset()
        massal.action_jalankan()
        self.assertEqual(massal.baris_ids.hasil, "gagal")
        self.assertEqual(rahasia.status, "belum")

    def test_desk_shows_the_queue_and_one_document(self):
        dokumen = self.unggah(
            self.ani, isi=pdf_teks(f"NIP {NIP_ANI}"), nomor="7", tanggal="2020-01-02"
        )
        milik = self.unggah(self.fas, isi=pdf("milik"))
        dokumen._periksa_mesin()
        meja = self.sebagai(self.fas).meja_antrean()
        ids = [b["id"] for b in meja["baris"]]
        self.assertIn(dokumen.id, ids)
        self.assertNotIn(milik.id, ids)
        rinci = self.sebagai(self.fas).meja_rinci(dokumen.id)
        self.assertEqual((rinci["nip"], rinci["menunggu"]), (NIP_ANI, False))
        self.assertIn("02-01-2020", [b["nilai"] for b in rinci["baris"]])
        self.assertIn("baik", [t["tingkat"] for t in rinci["temuan"]])
        self.assertEqual(self.sebagai(self.ani).meja_antrean()["jumlah"], 0)
        with self.assertRaises(UserError):
            self.sebagai(self.budi).meja_rinci(dokumen.id)

import base64
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from ..models.asn_dokumen import _TERJAGA
from . import common
from .common import ArsipCommon, b64, pdf


@tagged("post_install", "-at_install")
class TestDokumen(ArsipCommon, TransactionCase):
    """Filing, versions, verification; and what nobody may do."""

    def test_person_files_document_and_fasilitator_verifies_it(self):
        dokumen = self.unggah(self.ani, nomor="1671/KK", tanggal=date(2020, 1, 2))
        self.assertRecordValues(
            dokumen,
            [
                {
                    "status": "belum",
                    "versi": 1,
                    "is_terbaru": True,
                    "mimetype": "application/pdf",
                    "halaman": 1,
                    "kelas": "spesifik",
                    "sumber": "unggah",
                }
            ],
        )
        self.assertEqual(len(dokumen.sha256), 64)

        dokumen.with_user(self.fas.user_id).action_verify()

        self.assertEqual(dokumen.status, "sah")
        self.assertEqual(dokumen.diverifikasi_oleh_id, self.fas.user_id)

    def test_newer_file_of_single_kind_is_a_new_version(self):
        lama = self.unggah(self.ani, isi=pdf("satu"))
        baru = self.unggah(self.ani, isi=pdf("dua"))

        self.assertEqual(baru.versi, 2)
        self.assertEqual(baru.versi_sebelumnya_id, lama)
        self.assertFalse(lama.is_terbaru)
        self.assertEqual(base64.b64decode(lama.file), pdf("satu"))

    def test_documents_with_other_numbers_are_no_versions_of_each_other(self):
        satu = self.unggah(self.ani, jenis=self.sk, isi=pdf("a"), nomor="SK/1")
        dua = self.unggah(self.ani, jenis=self.sk, isi=pdf("b"), nomor="SK/2")
        tiga = self.unggah(self.ani, jenis=self.sk, isi=pdf("c"), nomor=" sk/1 ")

        self.assertEqual((satu.versi, dua.versi, tiga.versi), (1, 1, 2))
        self.assertTrue(dua.is_terbaru)
        self.assertEqual(tiga.versi_sebelumnya_id, satu)

    def test_same_bytes_are_refused_with_the_one_that_exists(self):
        self.unggah(self.ani)
        with self.assertRaisesRegex(UserError, "sudah menyimpan|already holds"):
            self.unggah(self.ani)

    def test_verified_document_is_never_changed_or_deleted(self):
        dokumen = self.unggah(self.ani)
        dokumen.with_user(self.fas.user_id).action_verify()
        for siapa in (self.ani, self.fas, self.admin):
            milik = dokumen.with_user(siapa.user_id)
            with self.subTest(siapa=siapa.name):
                for vals in ({"nomor": "x"}, {"file": b64(pdf("lain"))}):
                    with self.assertRaises(UserError):
                        milik.write(vals)
                with self.assertRaises(UserError):
                    milik.unlink()
        with self.assertRaises(AccessError):
            dokumen.sudo().write({"nomor": "x"})
        with self.assertRaises(UserError):
            dokumen.sudo().unlink()

    def test_guarded_fields_cannot_be_forged_by_anybody(self):
        dokumen = self.unggah(self.ani)
        for nama in _TERJAGA:
            nilai = "sah" if nama == "status" else 1
            with self.subTest(field=nama):
                with self.assertRaises(AccessError):
                    dokumen.write({nama: nilai})
                with self.assertRaises(AccessError):
                    dokumen.sudo().write({nama: nilai})
                with self.assertRaises(AccessError):
                    self.unggah(self.ani, isi=pdf(nama), **{nama: nilai})

    def test_defaults_in_context_and_preferences_decide_nothing(self):
        Default = self.env["ir.default"].with_user(self.ani.user_id)
        Default.set("asn.dokumen", "status", "sah", user_id=True)
        Default.set("asn.dokumen", "ditahan", True, user_id=True)
        dokumen = (
            self.sebagai(self.ani)
            .with_context(default_status="sah", default_versi=9, default_sha256="0")
            .create(
                {
                    "employee_id": self.ani.id,
                    "jenis_id": self.kk.id,
                    "file": b64(pdf()),
                    "nama_file": "kk.pdf",
                }
            )
        )
        self.assertEqual(
            (dokumen.status, dokumen.versi, dokumen.ditahan), ("belum", 1, False)
        )
        self.assertNotEqual(dokumen.sha256, "0")

    def test_import_cannot_forge_either(self):
        hasil = self.sebagai(self.ani).load(
            ["employee_id/.id", "jenis_id/.id", "file", "nama_file", "status"],
            [
                [
                    str(self.ani.id),
                    str(self.kk.id),
                    b64(pdf()).decode(),
                    "kk.pdf",
                    "sah",
                ]
            ],
        )
        self.assertFalse(hasil["ids"])
        self.assertTrue(hasil["messages"])

    def test_holder_never_verifies_own_document(self):
        dokumen = self.unggah(self.admin)
        with self.assertRaises(AccessError):
            dokumen.with_user(self.admin.user_id).action_verify()
        with self.assertRaises(AccessError):
            self.unggah(self.ani, isi=pdf("x")).action_verify()

    def test_decided_document_is_not_decided_again(self):
        dokumen = self.unggah(self.ani)
        dokumen.with_user(self.fas.user_id).action_refuse("Tidak terbaca")
        self.assertEqual(dokumen.alasan_tolak, "Tidak terbaca")
        with self.assertRaises(UserError):
            dokumen.with_user(self.fas.user_id).action_verify()

    def test_refusal_needs_a_reason(self):
        dokumen = self.unggah(self.ani).with_user(self.fas.user_id)
        with self.assertRaises(UserError):
            dokumen.action_refuse("   ")
        tindakan = dokumen.action_refuse()
        self.assertEqual(tindakan["res_model"], "asn.dokumen.massal")

    def test_holder_withdraws_own_first_upload_only(self):
        dokumen = self.unggah(self.ani)
        with self.assertRaises(UserError):
            dokumen.with_user(self.fas.user_id).unlink()
        dokumen.unlink()
        self.assertFalse(dokumen.exists())

    def test_system_files_documents_repeatably(self):
        Dokumen = self.env["asn.dokumen"]
        satu = Dokumen._arsipkan(
            self.ani, "SURAT_CUTI", pdf("cuti"), "cuti.pdf", nomor="800/1", ditahan=True
        )
        dua = Dokumen._arsipkan(
            self.ani, "SURAT_CUTI", pdf("cuti"), "cuti.pdf", nomor="800/1", ditahan=True
        )
        self.assertEqual(satu, dua)
        self.assertEqual((satu.status, satu.sumber), ("sah", "layanan"))

        milik = self.sebagai(self.ani)
        self.assertFalse(milik.search([("id", "=", satu.id)]))
        satu._lepas()
        self.assertTrue(milik.search([("id", "=", satu.id)]))

    def test_documents_of_many_people_are_filed_at_once(self):
        """One act of the office: twins stay one, a second file is the next version."""
        Dokumen = self.env["asn.dokumen"]

        def berkas(pegawai, isi):
            return {
                "employee": pegawai,
                "jenis_kode": "KK",
                "isi": pdf(isi),
                "nama_file": f"{isi}.pdf",
            }

        ada = Dokumen._arsipkan(self.ani, "KK", pdf("lama"), "lama.pdf", status="belum")
        orang = (self.ani, self.budi, self.ani, self.ani, self.ani)
        isi = ("lama", "budi", "baru", "baru", "terbaru")
        semua = Dokumen._arsipkan_banyak([*map(berkas, orang, isi)], ditahan=True)
        lama, budi, baru, sama, terbaru = semua
        self.assertEqual((lama, sama), (ada, baru))
        self.assertEqual(budi.employee_id, self.budi)
        self.assertEqual((ada | semua).mapped("status"), ["sah"] * 4)
        self.assertEqual(
            (lama | baru | terbaru).mapped(lambda d: (d.versi, d.is_terbaru)),
            [(1, False), (2, False), (3, True)],
        )
        self.assertEqual(terbaru.versi_sebelumnya_id, baru)
        self.assertEqual(baru.versi_sebelumnya_id, lama)
        self.assertEqual((lama.ditahan, budi.ditahan), (False, True))

    def test_office_kinds_are_not_uploaded_by_people(self):
        jenis = self.env.ref("asn_arsip.jenis_dokumen_surat_cuti")
        with self.assertRaises(UserError):
            self.unggah(self.ani, jenis=jenis)

    def test_refused_files_are_named_in_the_message(self):
        for isi in (b"", b"MZ", common.pdf_berskrip(), common.gambar()):
            with (
                self.subTest(awal=isi[:8]),
                self.assertRaisesRegex(UserError, "kk.pdf"),
            ):
                self.unggah(self.ani, isi=isi)

    def test_reference_kinds_come_with_code_source_and_class(self):
        Jenis = self.env["asn.jenis.dokumen"]
        semua = Jenis.search([])
        self.assertGreaterEqual(len(semua), 100)
        self.assertFalse(semua.filtered(lambda j: not j.sumber or not j.keyakinan))
        self.assertEqual(Jenis._by_kode("KK"), self.kk)
        with self.assertRaises(ValueError):
            Jenis._by_kode("TIDAK_ADA")

    def test_download_name_tells_kind_person_and_date(self):
        dokumen = self.unggah(self.ani, tanggal=date(2020, 1, 2))
        self.ani.sudo().nip = "198503172010012003"
        self.assertEqual(dokumen.nama_unduh, "KK_198503172010012003_2020-01-02.pdf")

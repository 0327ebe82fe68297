import base64

from odoo.exceptions import UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import LayananCommon
from .test_berkas import PDF


@tagged("post_install", "-at_install")
class TestSyaratBerkas(LayananCommon, TransactionCase):
    """What a requirement takes: formats, size, number, specimen (KDR-8-b-2)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.jenis_dokumen.boleh_banyak = True

    def layanan_dengan(self, code, **syarat):
        layanan, _versi = self.buat_layanan(
            code,
            code.title(),
            persyaratan_ids=[
                (0, 0, {"jenis_dokumen_id": self.jenis_dokumen.id, **syarat})
            ],
        )
        return layanan

    def unggah(self, berkas, isi=PDF, nama="uji.pdf"):
        berkas.with_user(self.u["pegawai"]).write(
            {"file": base64.b64encode(isi), "nama_file": nama}
        )

    def test_format_that_is_not_taken_is_refused_at_upload(self):
        layanan = self.layanan_dengan("hanya_gambar", izin_pdf=False)
        p = self.buat_permohonan(layanan=layanan)
        self.assertEqual(p.berkas_ids.format_file, "JPG, PNG")
        with self.assertRaisesRegex(UserError, "JPG, PNG"):
            self.unggah(p.berkas_ids)
        self.assertFalse(p.sudo().berkas_ids.dokumen_id)

    def test_archive_document_of_a_wrong_format_stops_submission(self):
        pegawai = self.u["pegawai"].employee_id
        self.env["asn.dokumen"]._arsipkan(pegawai, "UJI", PDF, "uji.pdf")
        layanan = self.layanan_dengan("gambar_arsip", izin_pdf=False)
        p = self.buat_permohonan(layanan=layanan)
        with self.assertRaisesRegex(UserError, "JPG, PNG"):
            p.action_submit()

    def test_too_large_file_is_refused(self):
        layanan = self.layanan_dengan("kecil", ukuran_maks=1)
        p = self.buat_permohonan(layanan=layanan)
        with self.assertRaisesRegex(UserError, "1 MB"):
            self.unggah(p.berkas_ids, PDF + b" " * (1024 * 1024))

    def test_several_files_of_one_requirement(self):
        layanan = self.layanan_dengan(
            "banyak", jumlah_min=2, jumlah_maks=3, dari_arsip=False
        )
        p = self.buat_permohonan(layanan=layanan)
        self.assertEqual(p.berkas_ids.mapped("nomor_berkas"), [1, 2])
        self.unggah(p.berkas_ids[0])
        with self.assertRaisesRegex(UserError, "already|sudah"):
            self.unggah(p.berkas_ids[1])
        with self.assertRaises(UserError):
            p.action_submit()
        self.unggah(p.berkas_ids[1], PDF + b"\n")
        self.assertEqual(len(p.berkas_ids), 3, "one more may be added")
        p.action_submit()
        self.assertEqual(p.state, "in_review")

    def test_document_is_asked_of_some_kinds_of_employment_only(self):
        layanan = self.layanan_dengan("pppk_saja", untuk_pns=False)
        p = self.buat_permohonan(layanan=layanan)
        self.assertFalse(p.berkas_ids)
        p.action_submit()
        self.assertEqual(p.state, "in_review")

    def test_specimen_is_a_real_document(self):
        versi = self.versi.copy({"versi": 0})
        nilai = {"versi_id": versi.id, "jenis_dokumen_id": self.jenis_dokumen.id}
        Syarat = self.env["asn.layanan.persyaratan"]
        with self.assertRaises(ValidationError):
            Syarat.create(
                {
                    **nilai,
                    "contoh": base64.b64encode(b"<script>"),
                    "contoh_nama": "contoh.pdf",
                }
            )
        syarat = Syarat.create(
            {**nilai, "contoh": base64.b64encode(PDF), "contoh_nama": "contoh.pdf"}
        )
        self.assertTrue(syarat.with_user(self.u["pegawai"]).contoh)
        versi.action_publish()
        p = self.buat_permohonan()
        aksi = p.berkas_ids.with_user(self.u["pegawai"]).action_buka_contoh()
        self.assertIn(f"/{syarat.id}/contoh", aksi["url"])

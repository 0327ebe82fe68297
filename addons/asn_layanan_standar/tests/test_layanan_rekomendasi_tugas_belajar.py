from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.tests import TransactionCase, tagged

from .common_belajar import BelajarCommon

BERKAS = (
    "SURAT_PERMOHONAN REKOMENDASI_ATASAN SK_CPNS SK_PANGKAT SKP_2 IJAZAH"
    " KET_HUKDIS_PIMPINAN URAIAN_TUGAS AKREDITASI"
).split()


class RekomendasiCommon(BelajarCommon):
    KODE = "rekomendasi_tugas_belajar"
    DOKUMEN = BERKAS


@tagged("post_install", "-at_install")
class TestLayananRekomendasi(KontrakLayanan, RekomendasiCommon, TransactionCase):
    """LL-22-2-f, KDR-4-2-e: the contract of services for the recommendation."""

    kode = "rekomendasi_tugas_belajar"
    #: Nothing but a document is left behind.
    BEREFEK = False

    def vals_contoh(self):
        return self.isi()


@tagged("post_install", "-at_install")
class TestRekomendasi(RekomendasiCommon, TransactionCase):
    def test_letter_names_the_selection_and_leaves_no_study(self):
        permohonan = self.ajukan("pegawai", self.umum, **self.isi())
        self.jalankan(permohonan)
        self.assertEqual(permohonan.state, "issued")
        self.assertFalse(self.studi())
        isi = permohonan.surat_id.isi
        self.assertIn("Seleksi Beasiswa Contoh 2026", isi)
        self.assertIn("satu kali seleksi", isi)
        self.assertEqual(
            permohonan.dokumen_produk_id.jenis_id.kode, "SURAT_REKOM_TUBEL"
        )

    def test_scholarship_needs_its_guarantee(self):
        def kode(dana):
            draf = self.buat_permohonan(
                "pegawai", self.umum, **self.isi(pendanaan=dana)
            )
            return draf.sudo().berkas_ids.jenis_dokumen_id.mapped("kode")

        self.assertNotIn("JAMINAN_BIAYA", kode("apbn"))
        self.assertIn("JAMINAN_BIAYA", kode("sponsor_atau_beasiswa_lain"))

    def test_tb_07_factor_follows_release_and_funding(self):
        """TB-07: 3 x released, 2 x in post or own cost released, 1 x own in post."""
        tmt = self.pegawai.tmt_pensiun
        for dana, lepas, kali in (
            ("apbn", "ya", 3),
            ("apbn", "tidak", 2),
            ("biaya_sendiri", "ya", 2),
            ("biaya_sendiri", "tidak", 1),
        ):
            for tahun, hasil in ((2 + 2 * kali, "lulus"), (1 + 2 * kali, "gagal")):
                mulai = tmt.replace(year=tmt.year - tahun).isoformat()
                with self.subTest(dana=dana, lepas=lepas, tahun=tahun):
                    jawab = self.jawab(pendanaan=dana, dibebaskan=lepas, mulai=mulai)
                    self.assertEqual(jawab["TB-07"], hasil)

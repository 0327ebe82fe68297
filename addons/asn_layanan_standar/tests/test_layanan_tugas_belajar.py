from datetime import date

from freezegun import freeze_time
from odoo.addons.asn_arsip.tests.common import pdf
from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common_belajar import BelajarCommon

BERKAS = (
    "SURAT_PENGANTAR_OPD REKOMENDASI_ATASAN KET_LULUS_SELEKSI LOA JAMINAN_BIAYA"
    " PERJANJIAN_TUBEL SK_CPNS SK_PNS SK_PANGKAT SK_JABATAN SKP_2 AKREDITASI KET_SEHAT"
    " KET_HUKDIS_PIMPINAN SURAT_PERMOHONAN LAPORAN_STUDI KET_PERPANJANGAN_PT KET_LULUS"
    " IJAZAH_BARU TRANSKRIP_BARU"
).split()


class TugasBelajarCommon(BelajarCommon):
    KODE = "tugas_belajar"
    DOKUMEN = BERKAS

    def berikan(self, **lain):
        """Return a request whose decree of study assignment is issued."""
        permohonan = self.ajukan("pegawai", self.umum, **self.isi(**lain))
        self.jalankan(permohonan)
        self.assertEqual(permohonan.state, "issued")
        return permohonan

    def sesudah(self, hari):
        """Freeze a later day until the end of the test; project the profile."""
        jam = freeze_time(f"{hari} 02:00:00")
        jam.start()
        self.addCleanup(jam.stop)
        for kode in BERKAS:
            self.env["asn.dokumen"]._arsipkan(
                self.pegawai, kode, pdf(f"{kode} {hari}"), f"{kode}.pdf"
            )
        self.pegawai._project_riwayat()

    def kembali(self, hasil="lulus", **nilai):
        """Return a submitted request for the return on 1 September 2027."""
        return self.ajukan(
            "pegawai",
            self.umum,
            properti={
                "bentuk": "pengaktifan_kembali",
                "tanggal_kembali": "2027-09-01",
                "hasil": hasil,
            },
            **{
                "tb_jabatan_id": self.jab_pelaksana.id,
                "tb_unit_id": self.dinas_a.id,
                **nilai,
            },
        )

    def cabut(self, permohonan):
        """Revoke a decree as the person asks."""
        aksi = permohonan.with_user(self.u["pegawai"]).action_tindak(
            "pencabutan", "Beasiswa dibatalkan"
        )
        cabut = self.env["asn.permohonan"].browse(aksi["res_id"])
        cabut.with_user(self.u["pegawai"]).action_submit()
        self.jalankan(cabut)

    def perpanjangan(self, tambahan=1):
        """Return the values of a request for an extension."""
        return {
            "properti": {
                "bentuk": "perpanjangan",
                "tambahan": tambahan,
                "alasan": "Penelitian lapangan belum selesai",
            }
        }


@tagged("post_install", "-at_install")
class TestLayananTugasBelajar(KontrakLayanan, TugasBelajarCommon, TransactionCase):
    """LL-22-2-f, KDR-4-2-f: the contract of services for study assignment."""

    kode = "tugas_belajar"

    def vals_contoh(self):
        return self.isi()

    def jejak_berlaku(self, permohonan):
        return {
            **super().jejak_berlaku(permohonan),
            "studi": self.studi().mapped("tanggal_selesai"),
            "jabatan": self.pegawai.riwayat_jabatan_ids.filtered(
                lambda j: j.status == "sah"
            ).mapped("tmt_selesai"),
        }


@tagged("post_install", "-at_install")
class TestTugasBelajar(TugasBelajarCommon, TransactionCase):
    def test_release_closes_the_post_and_changes_the_legal_position(self):
        """Dossier 7: kedudukan hukum 03 from the first day, the post ends before."""
        permohonan = self.berikan()
        jabatan = self.pegawai.riwayat_jabatan_ids.filtered(lambda j: j.status == "sah")
        self.assertEqual(jabatan.mapped("tmt_selesai"), [date(2026, 8, 31)])
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "01")
        self.sesudah("2026-09-01")
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "03")
        self.assertEqual(self.studi().jenis, "tb_dibebaskan")
        isi = permohonan.surat_id.isi
        self.assertIn("dibebaskan dari jabatan", isi)
        self.assertIn("ikatan dinas selama 2", isi)
        self.assertEqual(
            permohonan.surat_id.penandatangan_id, self.u["wali_kota"].employee_id
        )

    def test_in_post_nothing_but_the_study_is_recorded(self):
        permohonan = self.berikan(dibebaskan="tidak")
        self.assertEqual(self.studi().jenis, "tb_tidak_dibebaskan")
        self.assertFalse(self.pegawai.riwayat_jabatan_ids[0].tmt_selesai)
        self.sesudah("2026-09-01")
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "01")
        isi = permohonan.surat_id.isi
        self.assertIn("tidak dibebaskan dari jabatan", isi)
        self.assertNotIn("ikatan dinas", isi)

    def test_revocation_gives_post_and_position_back(self):
        permohonan = self.berikan()
        self.sesudah("2026-09-02")
        self.cabut(permohonan)
        self.assertEqual(permohonan.state, "revoked")
        self.assertFalse(self.studi())
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "01")
        sah = self.pegawai.riwayat_jabatan_ids.filtered(lambda j: j.status == "sah")
        self.assertFalse(any(sah.mapped("tmt_selesai")))

    def test_tb_09_extension_moves_the_end_and_is_limited(self):
        """TB-09: at most two semesters in all, filed six months before."""
        asal = self.berikan()
        self.sesudah("2028-02-01")
        permohonan = self.ajukan("pegawai", self.umum, **self.perpanjangan())
        self.assertEqual(self.aturan(permohonan)["TB-09"], "lulus")
        self.jalankan(permohonan)
        self.assertEqual(self.studi().tanggal_selesai, date(2029, 2, 28))
        self.assertEqual(self.studi().nomor_sk, asal.surat_id.nomor)
        self.assertEqual(self.studi().nomor_perpanjangan, permohonan.surat_id.nomor)
        self.assertIn("1 September 2028", permohonan.surat_id.isi)
        draf = self.buat_permohonan("pegawai", self.umum, **self.perpanjangan(2))
        self.assertEqual(self.aturan(draf)["TB-09"], "gagal")
        with self.assertRaisesRegex(UserError, "bersandar"):
            self.cabut(asal)

    def test_extension_and_return_need_a_study(self):
        with self.assertRaises(UserError):
            self.ajukan("pegawai", self.umum, **self.perpanjangan())
        with self.assertRaises(UserError):
            self.kembali()

    def test_tb_10_return_places_and_binds(self):
        """TB-10: twice the length from the return; graduates may record the title."""
        self.berikan(semester=2)
        self.sesudah("2027-08-20")
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "03")
        with self.assertRaises(UserError):
            self.kembali(tb_unit_id=False)
        permohonan = self.kembali()
        with self.assertRaises(AccessError):
            permohonan.with_user(self.u["pegawai"]).write(
                {"tb_unit_id": self.dinas_b.id}
            )
        self.jalankan(permohonan)
        self.assertRecordValues(
            self.studi(),
            [
                {
                    "tanggal_kembali": date(2027, 9, 1),
                    "hasil": "lulus",
                    "ikatan_sampai": date(2029, 8, 31),
                }
            ],
        )
        self.sesudah("2027-09-01")
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "01")
        self.assertEqual(self.pegawai.unit_id, self.dinas_a)
        self.assertIn("31 Agustus 2029", permohonan.surat_id.isi)
        self.assertTrue(permohonan.with_user(self.u["pegawai"]).can_ajukan_gelar)
        self.assertEqual(permohonan.dokumen_produk_id.jenis_id.kode, "SK_AKTIF_TUBEL")

    def test_tb_02_the_way_back_is_not_kept_by_what_the_grant_asks(self):
        """Who studied full time has no performance of these years."""
        self.berikan(semester=2)
        self.sesudah("2027-08-20")
        self.env["asn.riwayat.kinerja"].search(
            [("employee_id", "=", self.pegawai.id)]
        )._batalkan("uji")
        jawab = self.aturan(self.kembali())
        self.assertFalse({"TB-02", "TB-04", "TB-07"} & jawab.keys())
        self.assertEqual((jawab["TB-10"], jawab["TB-X-02"]), ("lulus", "lulus"))

    def test_pen_06_bound_service_stands_against_an_own_pension(self):
        """PEN-06 reads the bound service; a certificate says who studies."""
        pensiun = self.env.ref("asn_layanan_standar.layanan_pensiun")
        suketi = self.env.ref("asn_layanan_standar.layanan_suketi")
        isi = {"jenis": "tidak_sedang_tugas_belajar", "keperluan": "Beasiswa anak"}

        def jawab(layanan, kode, **nilai):
            return self.aturan(self.buat_permohonan("pegawai", layanan, **nilai))[kode]

        aps = {"pensiun_jenis": "aps", "pensiun_tmt_usul": "2028-01-01"}
        self.assertEqual(jawab(pensiun, "PEN-06", **aps), "manual")
        self.assertEqual(jawab(suketi, "SUK-X-01", properti=isi), "lulus")
        studi = self.contoh_riwayat(
            "asn.riwayat.tugas.belajar",
            self.pegawai,
            tanggal_mulai=date(2025, 9, 1),
            tanggal_selesai=date(2027, 8, 31),
        )
        self.assertEqual(jawab(suketi, "SUK-X-01", properti=isi), "gagal")
        self.contoh_riwayat(
            "asn.riwayat.tugas.belajar",
            self.pegawai,
            koreksi_dari_id=studi.id,
            tanggal_mulai=date(2025, 9, 1),
            tanggal_selesai=date(2027, 8, 31),
            tanggal_kembali=date(2026, 3, 1),
            ikatan_sampai=date(2028, 1, 1),
        )
        self.assertEqual(jawab(pensiun, "PEN-06", **aps), "gagal")
        aps["pensiun_tmt_usul"] = "2028-02-01"
        self.assertEqual(jawab(pensiun, "PEN-06", **aps), "manual")

    def test_return_is_undone_by_revocation(self):
        self.berikan(semester=2)
        self.sesudah("2027-08-20")
        permohonan = self.kembali("tidak_lulus")
        self.jalankan(permohonan)
        self.assertFalse(permohonan.can_ajukan_gelar)
        self.sesudah("2027-09-02")
        self.cabut(permohonan)
        self.assertFalse(self.studi().tanggal_kembali)
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "03")

    def test_documents_follow_the_form_of_the_request(self):
        def kode(isi):
            draf = self.buat_permohonan("pegawai", self.umum, **isi)
            return set(draf.sudo().berkas_ids.jenis_dokumen_id.mapped("kode"))

        beri, panjang = kode(self.isi()), kode(self.perpanjangan())
        self.assertLessEqual({"PERJANJIAN_TUBEL", "KET_SEHAT", "LOA"}, beri)
        self.assertNotIn("SK_TUBEL", beri)
        self.assertEqual(
            panjang,
            {
                "SURAT_PERMOHONAN",
                "SK_TUBEL",
                "LAPORAN_STUDI",
                "KET_PERPANJANGAN_PT",
                "JAMINAN_BIAYA",
            },
        )
        gagal = {"bentuk": "pengaktifan_kembali", "hasil": "tidak_lulus"}
        self.assertNotIn("IJAZAH_BARU", kode({"properti": gagal}))
        lulus = {"bentuk": "pengaktifan_kembali", "hasil": "lulus"}
        self.assertIn("IJAZAH_BARU", kode({"properti": lulus}))

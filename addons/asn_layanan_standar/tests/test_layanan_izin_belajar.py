from datetime import date

from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from .common_belajar import BelajarCommon

BERKAS = (
    "SURAT_PERMOHONAN REKOMENDASI_ATASAN LOA SK_CPNS SK_PNS SK_PANGKAT SKP_2 IJAZAH"
    " AKREDITASI JADWAL_KULIAH PERNYATAAN_IB KET_HUKDIS_PIMPINAN"
).split()


class IzinBelajarCommon(BelajarCommon):
    KODE = "izin_belajar"
    DOKUMEN = BERKAS


@tagged("post_install", "-at_install")
class TestLayananIzinBelajar(KontrakLayanan, IzinBelajarCommon, TransactionCase):
    """LL-22-2-f, KDR-4-2-d: the contract of services for study permission."""

    kode = "izin_belajar"

    def vals_contoh(self):
        return self.isi()

    def jejak_berlaku(self, permohonan):
        return {**super().jejak_berlaku(permohonan), "studi": self.studi().jenis}


@tagged("post_install", "-at_install")
class TestIzinBelajar(IzinBelajarCommon, TransactionCase):
    def test_tb_01_to_11_table_of_the_form(self):
        """TB-02 comes from the library; what no row tells is for a human."""
        self.assertEqual(
            {k: v for k, v in self.jawab().items() if k.startswith("TB")},
            {
                "TB-01": "lulus",
                "TB-02": "manual",
                "TB-03": "manual",
                "TB-04": "manual",
                "TB-05": "lulus",
                "TB-06": "lulus",
                "TB-07": "lulus",
                "TB-09": "lulus",
                "TB-11": "lulus",
                "TB-X-01": "lulus",
            },
        )
        for kode, hasil, lain in (
            ("TB-05", "gagal", {"akreditasi": "baik_atau_c"}),
            ("TB-05", "lulus", {"akreditasi": "baik_sekali_atau_b"}),
            ("TB-05", "manual", {"luar_negeri": "ya"}),
            ("TB-06", "gagal", {"cara": "kelas_jauh"}),
            ("TB-06", "gagal", {"cara": "tatap_muka_pada_jam_kerja"}),
            ("TB-06", "lulus", {"cara": "universitas_terbuka"}),
            ("TB-09", "gagal", {"semester": 5}),
            ("TB-09", "lulus", {"jenjang": "s1", "semester": 8}),
            ("TB-X-01", "gagal", {"mulai": "2026-02-27"}),
            ("TB-X-01", "lulus", {"mulai": "2026-03-02"}),
        ):
            with self.subTest(kode=kode, lain=lain):
                self.assertEqual(self.jawab(**lain)[kode], hasil)

    def test_tb_01_a_year_as_pns_is_a_parameter(self):
        self.pegawai.tmt_pns = date(2025, 3, 3)
        self.assertEqual(self.jawab()["TB-01"], "gagal")
        self.pegawai.tmt_pns = date(2025, 3, 2)
        self.assertEqual(self.jawab()["TB-01"], "lulus")
        self.pegawai.status_pegawai = "cpns"
        self.assertEqual(self.jawab()["TB-01"], "gagal")

    def test_tb_02_performance_below_good_stops_it(self):
        self.contoh_riwayat(
            "asn.riwayat.kinerja",
            self.pegawai,
            tahun=2025,
            hasil_kerja="bawah",
            perilaku="sesuai",
        )
        with self.assertRaises(UserError):
            self.ajukan("pegawai", self.umum, **self.isi())

    def test_tb_03_punishment_and_procedure_stop_it(self):
        self.pegawai.kedudukan_hukum = self.env.ref("asn_base.kedudukan_09")
        self.assertEqual(self.jawab()["TB-03"], "gagal")
        self.pegawai.kedudukan_hukum = self.env.ref("asn_base.kedudukan_01")
        sedang = self.env["asn.jenis.hukuman"].search([("tingkat", "=", "S")], limit=1)
        self.contoh_riwayat(
            "asn.riwayat.hukuman",
            self.pegawai,
            jenis_hukuman_id=sedang.id,
            tmt=date(2026, 1, 1),
            lama_bulan=12,
            tanggal_selesai=date(2026, 12, 31),
        )
        self.assertEqual(self.jawab()["TB-03"], "gagal")

    def test_tb_07_one_length_is_enough_at_own_cost_in_post(self):
        """TB-07, TB-08: service left counts, age does not."""
        tmt = self.pegawai.tmt_pensiun
        for tahun, hasil in ((4, "lulus"), (3, "gagal")):
            mulai = tmt.replace(year=tmt.year - tahun).isoformat()
            with self.subTest(tahun=tahun):
                self.assertEqual(self.jawab(mulai=mulai)["TB-07"], hasil)

    def test_tb_04_recommendation_of_the_superior_answers_it(self):
        permohonan = self.ajukan("pegawai", self.umum, **self.isi())
        self.assertEqual(self.aturan(permohonan)["TB-04"], "manual")
        permohonan.with_user(self.u["atasan"]).action_approve()
        self.assertEqual(self.aturan(permohonan)["TB-04"], "lulus")

    def test_tb_11_one_study_at_a_time(self):
        permohonan = self.ajukan("pegawai", self.umum, **self.isi())
        self.jalankan(permohonan)
        self.assertEqual(self.jawab(mulai="2028-08-31")["TB-11"], "gagal")
        self.assertEqual(self.jawab(mulai="2028-09-01")["TB-11"], "lulus")

    def test_issue_records_the_study_and_changes_no_post(self):
        jabatan, kedudukan = self.pegawai.jabatan_id, self.pegawai.kedudukan_hukum
        permohonan = self.ajukan("pegawai", self.umum, **self.isi())
        self.jalankan(permohonan)
        self.assertEqual(permohonan.state, "issued")
        self.assertRecordValues(
            self.studi(),
            [
                {
                    "jenis": "tb_mandiri",
                    "pendanaan": "mandiri",
                    "is_dibebaskan": False,
                    "akreditasi": "unggul",
                    "tanggal_mulai": date(2026, 9, 1),
                    "tanggal_selesai": date(2028, 8, 31),
                    "nomor_sk": permohonan.surat_id.nomor,
                    "sumber": "layanan",
                    "dokumen_id": permohonan.dokumen_produk_id.id,
                }
            ],
        )
        self.assertEqual(permohonan.dokumen_produk_id.jenis_id.kode, "SK_TUBEL")
        self.assertEqual(
            (self.pegawai.jabatan_id, self.pegawai.kedudukan_hukum),
            (jabatan, kedudukan),
        )
        isi = permohonan.surat_id.isi
        self.assertIn("di luar jam kerja", isi)
        self.assertIn("31 Agustus 2028", isi)
        self.assertEqual(
            permohonan.surat_id.penandatangan_id, self.u["kepala_badan"].employee_id
        )

    def test_title_is_recorded_with_the_permission(self):
        """TB-12, PDK-03: the permission of the history counts, nothing else does."""
        permohonan = self.ajukan("pegawai", self.umum, **self.isi())
        self.jalankan(permohonan)
        saya = permohonan.with_user(self.u["pegawai"])
        self.assertTrue(saya.can_ajukan_gelar)
        draf = self.env["asn.permohonan"].browse(saya.action_ajukan_gelar()["res_id"])
        self.assertEqual(draf.layanan_id.code, "basis_pendidikan")
        jawaban = draf._jawaban()
        self.assertEqual(
            (jawaban["jenjang"], jawaban["nomor_izin"], jawaban["saat_asn"]),
            ("s2", permohonan.surat_id.nomor, "ya"),
        )
        self.assertEqual(saya.action_ajukan_gelar()["res_id"], draf.id)
        for lulus, hasil in (("2028-08-15", "lulus"), ("2026-08-31", "manual")):
            draf.properti = {
                **jawaban,
                "nomor_izin": "",
                "tanggal_lulus": lulus,
            }
            with self.subTest(lulus=lulus):
                self.assertEqual(self.aturan(draf)["PDK-03"], hasil)

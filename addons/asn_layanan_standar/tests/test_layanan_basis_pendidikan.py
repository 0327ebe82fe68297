from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .layanan_umum import LayananUmumCommon

BERKAS = (
    "SURAT_PENGANTAR_OPD IJAZAH_BARU TRANSKRIP_BARU PDDIKTI AKREDITASI SK_TUBEL"
    " SK_PANGKAT SK_JABATAN SERTIFIKAT_PROFESI"
).split()


class PendidikanCommon(LayananUmumCommon):
    """A PNS in III/b with a degree (S1) since before the appointment."""

    KODE = "basis_pendidikan"
    DOKUMEN = BERKAS

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pegawai.sudo().write({"gelar_belakang": "S.E."})
        cls.s1 = cls.env.ref("asn_base.pendidikan_s1")
        cls.env["asn.riwayat.pendidikan"]._catat(
            [
                {
                    "employee_id": cls.pegawai.id,
                    "pendidikan_id": cls.s1.id,
                    "nomor_ijazah": "S1-1",
                    "tahun_lulus": 2008,
                    "gelar_belakang": "S.E.",
                }
            ]
        )

    @classmethod
    def isi(cls, **lain):
        """Return the answers for a master's degree taken with permission."""
        return {
            "properti": {
                "jenis": "pencantuman_gelar_akademik",
                "jenjang": "s2",
                "sekolah": "Universitas Contoh",
                "program": "Magister Manajemen",
                "nomor_ijazah": "012/UC/2024",
                "tanggal_lulus": "2024-08-15",
                "nama_ijazah": cls.pegawai.name,
                "luar_negeri": "tidak",
                "akreditasi": "unggul_atau_a",
                "saat_asn": "ya",
                "nomor_izin": "IB-7/2022",
                "gelar_belakang": "M.M.",
                **lain,
            }
        }


@tagged("post_install", "-at_install")
class TestLayananBasisPendidikan(KontrakLayanan, PendidikanCommon, TransactionCase):
    """LL-22-2-i: the contract of services for education; the title comes and goes, too."""

    kode = "basis_pendidikan"

    def vals_contoh(self):
        return self.isi()

    def jejak(self, permohonan):
        return {**super().jejak(permohonan), "gelar": self.pegawai.nama_lengkap}

    def jejak_berlaku(self, permohonan):
        return {
            **super().jejak_berlaku(permohonan),
            "gelar": self.pegawai.nama_lengkap,
            "jenjang": self.pegawai.pendidikan_id.kode,
        }


@tagged("post_install", "-at_install")
class TestBasisPendidikan(PendidikanCommon, TransactionCase):
    def periksa(self, **lain):
        draf = self.buat_permohonan("pegawai", self.umum, **self.isi(**lain))
        return self.aturan(draf)

    def test_pdk_01_to_05_table(self):
        """What the form says decides; genuineness an officer sees (PDK-01)."""
        self.assertEqual(
            {k: v for k, v in self.periksa().items() if k.startswith("PDK")},
            {
                "PDK-01": "manual",
                "PDK-02": "lulus",
                "PDK-03": "lulus",
                "PDK-04": "lulus",
                "PDK-05": "lulus",
                "PDK-X-01": "lulus",
                "PDK-X-02": "lulus",
            },
        )
        for kode, hasil, lain in (
            ("PDK-02", "gagal", {"akreditasi": "tidak_terakreditasi"}),
            ("PDK-02", "lulus", {"luar_negeri": "ya"}),
            ("PDK-03", "manual", {"nomor_izin": ""}),
            ("PDK-04", "gagal", {"jenjang": "s3"}),
            ("PDK-05", "gagal", {"jenjang": "d3"}),
            ("PDK-05", "lulus", {"jenjang": "d3", "tambahan": "ya"}),
            ("PDK-X-01", "gagal", {"gelar_belakang": ""}),
            ("PDK-X-02", "manual", {"nama_ijazah": "Orang Lain"}),
        ):
            with self.subTest(kode=kode, lain=lain):
                self.assertEqual(self.periksa(**lain)[kode], hasil)

    def test_documents_follow_from_the_answers(self):
        def kode(**lain):
            draf = self.buat_permohonan("pegawai", self.umum, **self.isi(**lain))
            return set(draf.sudo().berkas_ids.jenis_dokumen_id.mapped("kode"))

        self.assertLessEqual({"PDDIKTI", "AKREDITASI", "SK_TUBEL"}, kode())
        luar = kode(luar_negeri="ya", saat_asn="tidak")
        self.assertIn("PENYETARAAN", luar)
        self.assertFalse({"PDDIKTI", "AKREDITASI", "SK_TUBEL"} & luar)
        self.assertIn("SERTIFIKAT_PROFESI", kode(jenis="gelar_profesi"))

    def test_pdk_06_07_08_title_is_recorded_after_bkn_and_pay_stays(self):
        """PDK-06: BKN is asked at any time. PDK-07, PDK-08: no rank, no pay."""
        self.assertEqual(self.umum.versi_live_id.pembukaan, "selalu")
        golongan, gaji = self.pegawai.golongan_id, self.pegawai.gaji_pokok
        permohonan = self.ajukan("pegawai", self.umum, **self.isi())
        with self.assertRaises(UserError):
            self.ajukan("pegawai", self.umum, **self.isi())
        self.assertEqual(self.pegawai.gelar_belakang, "S.E.")
        self.jalankan(permohonan)
        self.assertEqual(permohonan.state, "issued")
        self.assertEqual(permohonan.eksternal_ids.hasil, "setuju")
        pegawai = self.pegawai
        self.assertEqual(pegawai.gelar_belakang, "S.E., M.M.")
        self.assertEqual(pegawai.pendidikan_id.kode, "S2")
        self.assertEqual(pegawai.pendidikan_id.golongan_tertinggi_id.kode, "IV/a")
        self.assertEqual((pegawai.golongan_id, pegawai.gaji_pokok), (golongan, gaji))
        isi = permohonan.surat_id.isi
        self.assertIn("S.E., M.M.", isi)
        self.assertIn("Sarjana", isi)

    def test_profession_is_a_row_of_its_own(self):
        permohonan = self.ajukan(
            "pegawai",
            self.umum,
            **self.isi(
                jenis="gelar_profesi", program="Apoteker", gelar_belakang="Apt."
            ),
        )
        self.jalankan(permohonan)
        profesi = self.env["asn.riwayat.profesi"].search(
            [("employee_id", "=", self.pegawai.id), ("status", "=", "sah")]
        )
        self.assertEqual((profesi.profesi, profesi.sumber), ("Apoteker", "layanan"))
        self.assertEqual(self.pegawai.pendidikan_id.kode, "PROFESI")

    def test_school_certificate_has_no_title(self):
        self.pegawai.riwayat_pendidikan_ids._batalkan("uji")
        sekolah = {
            "jenis": "peningkatan_pendidikan",
            "jenjang_sekolah": "sma",
            "gelar_belakang": "",
        }
        self.assertEqual(self.periksa(**sekolah)["PDK-X-01"], "lulus")
        permohonan = self.ajukan("pegawai", self.umum, **self.isi(**sekolah))
        self.jalankan(permohonan)
        self.assertEqual(self.pegawai.pendidikan_id.kode, "SMA")
        self.assertEqual(self.pegawai.gelar_belakang, "S.E.")

    def test_what_the_undoing_needs_cannot_be_typed(self):
        with self.assertRaises(AccessError):
            self.buat_permohonan("pegawai", self.umum, pdk_dicatat=True)

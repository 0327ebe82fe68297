from odoo.addons.asn_arsip.tests.common import pdf
from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.exceptions import UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common_cltn import TIGA_TAHUN, CltnCommon


@tagged("post_install", "-at_install")
class TestKontrakCltn(KontrakLayanan, CltnCommon, TransactionCase):
    """LL-22-2-a: the contract of services for leave outside state responsibility."""

    kode = "cuti"

    def setUp(self):
        super().setUp()
        for kode in self.diminta(
            self.draf_jenis("cltn", "cltn_orang_tua", berkas=False)
        ):
            self.env["asn.dokumen"]._arsipkan(
                self.pegawai, kode, pdf(kode), f"{kode}.pdf"
            )

    def vals_contoh(self):
        return self.isian(
            **TIGA_TAHUN,
            jenis_cuti="cltn",
            sebab_cuti_id=self.sebab("cltn_orang_tua").id,
        )

    def lengkapi(self, draf):
        self.lampirkan(draf)

    def dari_arsip(self, draf):
        """Attach what the archive holds, also where each request brings its own."""
        for berkas in draf.sudo().berkas_ids:
            dokumen = self.env["asn.dokumen"].search(
                [
                    ("employee_id", "=", self.pegawai.id),
                    ("jenis_id", "=", berkas.jenis_dokumen_id.id),
                ],
                limit=1,
            )
            berkas._mesin().write({"dokumen_id": dokumen.id})

    def contoh(self):
        draf = self.buat_permohonan("pegawai", self.layanan, **self.vals_contoh())
        self.dari_arsip(draf)
        draf.action_submit()
        return draf.with_env(self.env)

    def tindak(self, permohonan, jenis, **nilai):
        aksi = permohonan.with_user(self.u["pegawai"]).action_tindak(jenis, "Keliru")
        baru = self.env["asn.permohonan"].browse(aksi["res_id"])
        self.dari_arsip(baru)
        baru.with_user(self.u["pegawai"]).action_submit()
        return baru

    def jalankan(self, permohonan, tiap_tahap=None):
        KontrakLayanan.jalankan(self, permohonan, tiap_tahap)


@tagged("post_install", "-at_install")
class TestAturanCltn(CltnCommon, TransactionCase):
    """The conditions of grant and extension, boundaries to the day."""

    def test_cuti_l_01_five_years_to_the_day_and_pns_only(self):
        self.pegawai.tmt_cpns = "2021-06-02"
        self.pastikan_kode("CUTI-L-01", "cltn", "cltn_orang_tua", **TIGA_TAHUN)
        self.pegawai.tmt_cpns = "2021-06-01"
        self.assertEqual(self.minta().state, "in_review")
        self.pegawai_dari("pegawai2").status_pegawai = "cpns"
        self.pastikan_kode(
            "CUTI-K-01", "cltn", "cltn_orang_tua", nama="pegawai2", **TIGA_TAHUN
        )

    def test_cuti_l_02_one_of_six_reasons_with_its_papers(self):
        sebab = self.env["asn.sebab.cuti"].search([("jenis", "=", "cltn")])
        self.assertEqual(len(sebab), 6)
        with self.assertRaises(UserError), self.cr.savepoint():
            self.ajukan_jenis("cltn", **TIGA_TAHUN)
        draf = self.draf_jenis("cltn", berkas=False, **TIGA_TAHUN)
        self.assertEqual(self.jawaban(draf)["CUTI-L-02"][0], "gagal")
        for kode, ada, tidak in (
            ("cltn_mendampingi_bekerja", {"AKTA_NIKAH", "KK"}, set()),
            ("cltn_keturunan", {"AKTA_NIKAH"}, {"KK"}),
            ("cltn_orang_tua", {"KK", "BUKTI_ALASAN_CLTN"}, {"AKTA_NIKAH"}),
        ):
            with self.subTest(sebab=kode):
                draf.sebab_cuti_id = self.sebab(kode)
                minta = self.diminta(draf)
                self.assertEqual(self.jawaban(draf)["CUTI-L-02"][0], "lulus")
                self.assertLessEqual(ada, minta)
                self.assertFalse(tidak & minta)
                self.assertFalse({"SK_CLTN", "LAPOR_SELESAI_CLTN"} & minta)

    def test_cuti_l_03_three_years_to_the_day(self):
        self.pastikan_kode(
            "CUTI-L-03",
            "cltn",
            "cltn_orang_tua",
            mulai="2026-06-01",
            selesai="2029-06-01",
        )
        p = self.minta()
        self.assertEqual((p.lama, p.satuan_lama), (36, "bulan"))

    def test_cuti_l_03_one_extension_of_one_year_without_a_gap(self):
        self.catat_cltn("2023-07-01", "2026-06-30")
        for mulai, selesai in (
            ("2026-07-01", "2027-07-01"),
            ("2026-07-02", "2027-06-30"),
        ):
            with self.subTest(mulai=mulai, selesai=selesai):
                self.pastikan_kode(
                    "CUTI-L-03",
                    "cltn",
                    "cltn_orang_tua",
                    cltn_bentuk="perpanjangan",
                    mulai=mulai,
                    selesai=selesai,
                )
        p = self.lanjut("2026-07-01", "2027-06-30")
        self.assertEqual((p.lama, p.satuan_lama), (12, "bulan"))
        self.assertIn("SK_CLTN", self.diminta(p))

    def test_cuti_l_03_nobody_extends_twice(self):
        self.catat_cltn("2025-07-01", "2026-06-30", "5", "13")
        self.pastikan_kode(
            "CUTI-L-03",
            "cltn",
            "cltn_orang_tua",
            cltn_bentuk="perpanjangan",
            mulai="2026-07-01",
            selesai="2027-06-30",
        )

    def test_cuti_l_04_three_months_before_the_end(self):
        baris = self.catat_cltn("2023-06-02", "2026-06-01")
        self.pastikan_kode(
            "CUTI-L-04",
            "cltn",
            "cltn_orang_tua",
            cltn_bentuk="perpanjangan",
            mulai="2026-06-02",
            selesai="2027-06-01",
        )
        baris._batalkan("uji")
        self.catat_cltn("2023-06-03", "2026-06-02")
        p = self.lanjut("2026-06-03", "2027-06-02")
        with self.pada("2026-04-20"):
            self.assertEqual(self.jawaban(p)["CUTI-L-04"][0], "lulus")

    def test_cuti_l_05_only_the_ppk_signs_after_bkn_agreed(self):
        self.env["asn.layanan.mandat"].create(
            {
                "name": "Kepala BKPSDM a.n. Wali Kota",
                "sequence": 0,
                "layanan_id": self.cuti.id,
                "penandatangan_jabatan": "kepala_bkpsdm",
                "kapasitas": "an",
                "atas_nama": "Wali Kota",
            }
        )
        Delegasi = self.env["asn.delegasi"].sudo()._mesin()
        Delegasi.create(
            {
                "dari_id": self.u["wali_kota"].id,
                "kepada_id": self.u["penandatangan"].id,
                "tanggal_mulai": "2026-03-02",
                "tanggal_selesai": "2026-12-31",
                "kapasitas": "plh",
                "dasar": "Surat tugas",
            }
        )
        p = self.minta()
        self.sampai(p, "eksternal")
        self.assertIn("CUTI-L-05", self.jawaban(p))
        self.assertEqual(self.sampai(p, "ttd"), self.u["wali_kota"])
        self.assertIn("J-1", self.jawaban(p)["CUTI-L-05"][1])
        p.eksternal_ids._mesin().write({"hasil": "lengkapi"})
        self.assertEqual(self.jawaban(p)["CUTI-L-05"][0], "gagal")

    def test_cuti_l_05_it_may_be_refused_and_never_deferred(self):
        p = self.minta()
        self.assertFalse(self.sebagai("atasan", p).can_defer)
        with self.assertRaises(UserError), self.cr.savepoint():
            self.sebagai("atasan", p).action_defer("Kepentingan dinas")
        self.sebagai("atasan", p).action_reject("Tenaga sangat dibutuhkan")
        self.assertIn("36", str(p.surat_tolak_id.isi))
        self.assertFalse(self.pegawai.riwayat_cuti_ids)

    def test_cuti_l_09_a_running_punishment_warns(self):
        jenis = self.env["asn.jenis.hukuman"].search([("tingkat", "=", "S")], limit=1)
        self.env["asn.riwayat.hukuman"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "jenis_hukuman_id": jenis.id,
                    "tmt": "2026-01-01",
                    "lama_bulan": 12,
                    "tanggal_selesai": "2026-12-31",
                    "nomor_sk": "HD",
                    "tanggal_sk": "2026-01-01",
                }
            ]
        )
        p = self.minta()
        self.assertEqual(p.state, "in_review")
        self.assertEqual(self.jawaban(p)["CUTI-L-09"][0], "gagal")

    def test_the_whole_leave_lies_before_the_pension(self):
        nip = self.pegawai.nip
        self.pegawai.write({"nip": f"19710101{nip[8:]}", "tanggal_lahir": "1971-01-01"})
        self.pastikan_kode("CUTI-X-01", "cltn", "cltn_orang_tua", **TIGA_TAHUN)

    def test_the_office_has_thirty_working_days(self):
        p = self.minta()
        batas = p._kalender_kota()._asn_tambah_hari_kerja(p.tanggal_ajuan, 30)
        self.assertEqual(p.batas_waktu, batas)


@tagged("post_install", "-at_install")
class TestAturanKembali(CltnCommon, TransactionCase):
    """The way back on duty, and what somebody on this leave may file."""

    def test_cuti_l_07_reported_one_month_after_the_end(self):
        """UMUM-01: who is on this leave may file the way back."""
        baris = self.catat_cltn("2023-02-02", "2026-02-01")
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "02")
        p = self.kembali()
        self.assertEqual(p.state, "in_review")
        self.assertEqual(self.jawaban(p)["CUTI-L-07"][0], "gagal")
        self.assertIn("hormat", self.pesan(p, "CUTI-L-07"))
        self.assertEqual(self.jawaban(p)["UMUM-01"][0], "lulus")
        self.sebagai("pegawai", p).action_cancel("Diperbaiki")
        baris._batalkan("uji")
        self.catat_cltn("2023-02-03", "2026-02-02")
        self.assertEqual(self.jawaban(self.kembali())["CUTI-L-07"][0], "lulus")

    def pesan(self, permohonan, kode):
        """Return the message of a rule, in the language of the office."""
        sudo = permohonan.sudo().with_context(lang="id_ID")
        return {s[0]: s[3] for s in sudo._handler()._periksa(sudo)}[kode]

    def test_cuti_l_07_the_papers_of_the_way_back(self):
        self.catat_cltn("2023-02-03", "2026-02-02")
        draf = self.buat_permohonan("pegawai", self.cuti, **self.isian_kembali())
        self.assertEqual(
            self.diminta(draf),
            {
                "SURAT_PERMOHONAN",
                "SURAT_PENGANTAR_OPD",
                "SK_PANGKAT",
                "SK_CLTN",
                "LAPOR_SELESAI_CLTN",
            },
        )
        self.assertIn("2 Maret 2026", draf.with_context(lang="id_ID").keterangan_cuti)

    def test_cuti_l_08_without_a_post_nothing_is_signed(self):
        self.catat_cltn("2023-02-03", "2026-02-02")
        p = self.kembali(cltn_jabatan_id=False)
        self.assertEqual(self.jawaban(p)["CUTI-L-08"][0], "manual")
        self.assertEqual(self.sampai(p, "ttd"), self.u["wali_kota"])
        with self.ditolak_aturan("CUTI-L-08"):
            self.sebagai("wali_kota", p).action_sign("sandi-uji")

    def test_cuti_l_08_a_post_that_is_held_is_refused(self):
        self.catat_cltn("2023-02-03", "2026-02-02")
        with self.ditolak_aturan("CUTI-L-08"):
            self.kembali(cltn_jabatan_id=self.jab_kepala_a.id)

    def test_who_is_on_leave_files_nothing_else(self):
        self.catat_cltn("2024-02-03", "2027-02-02")
        self.pastikan_ditolak(UserError, "[UMUM-01]")
        with self.assertRaisesRegex(UserError, "CLTN"), self.cr.savepoint():
            self.minta(
                cltn_bentuk="pemberian", mulai="2027-03-01", selesai="2027-05-31"
            )

    def test_extension_and_return_need_a_running_leave(self):
        with self.assertRaisesRegex(UserError, "CLTN"), self.cr.savepoint():
            self.kembali()
        with self.assertRaisesRegex(UserError, "CLTN"), self.cr.savepoint():
            self.lanjut("2026-07-01", "2027-06-30")

    def test_the_form_that_fits_is_offered_first(self):
        def awal():
            return self.buat_permohonan(
                "pegawai", self.cuti, jenis_cuti="cltn"
            ).cltn_bentuk

        self.assertEqual(awal(), "pemberian")
        baris = self.catat_cltn("2024-02-03", "2027-02-02")
        self.assertEqual(awal(), "perpanjangan")
        baris._batalkan("uji")
        self.catat_cltn("2023-02-03", "2026-02-02")
        self.assertEqual(awal(), "pengaktifan")

    def test_the_facilitator_files_for_somebody_away(self):
        self.catat_cltn("2023-02-03", "2026-02-02")
        draf = self.buat_permohonan(
            "fasilitator",
            self.cuti,
            **self.isian_kembali(
                employee_id=self.pegawai.id, dasar_wakil="Surat kuasa"
            ),
        )
        self.lampirkan(draf)
        draf.action_submit()
        self.jalankan(draf.with_env(self.env))
        self.assertEqual(draf.state, "issued")

    def test_dates_of_the_return_are_checked(self):
        self.catat_cltn("2023-02-03", "2026-02-02")
        for salah in ({"lapor": "2026-03-03"}, {"aktif": "2026-03-01"}):
            with self.subTest(salah=salah), self.assertRaises(ValidationError):
                with self.cr.savepoint():
                    self.kembali(**salah)

    def test_submitted_answers_stay(self):
        self.catat_cltn("2023-02-03", "2026-02-02")
        p = self.kembali()
        with self.assertRaises(UserError):
            self.sebagai("pegawai", p).write({"cltn_tmt_aktif": "2026-05-01"})

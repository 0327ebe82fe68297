from datetime import date

from odoo.addons.asn_arsip.tests.common import pdf
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from .common_kp import TMT, KpCommon


@tagged("post_install", "-at_install")
class TestKenaikanPangkatPilihan(KpCommon, TransactionCase):
    """Functional posts, education, anumerta, pengabdian, and the President."""

    # ---- functional posts ------------------------------------------------------

    def test_kp_f_01_kp_f_02_credit_since_the_last_rank(self):
        """III/c to III/d: 100; Sangat Baik twice and Baik once is enough (KP-F-03)."""
        self.menjadi("III/c", "2022-04-01")
        self.duduk("jf_ahli_muda")
        for tahun, persen in ((2023, 150), (2024, 150)):
            self.pak(tahun, persen)
        draf = self.buat_permohonan("pegawai", self.kp)
        self.assertEqual(
            (draf.kp_jenis, draf.kp_kredit, draf.kp_kredit_perlu),
            ("fungsional", 75, 100),
        )
        self.assertEqual(self.hasil(draf)["KP-F-02"], "gagal")
        self.pak(2025, 100)
        hasil = self.hasil(draf)
        for kode in ("KP-F-01", "KP-F-02", "KP-F-04", "KP-F-06"):
            self.assertEqual(hasil[kode], "lulus", kode)
        self.assertNotIn("KP-07", hasil, "functional posts are free of the exam")
        self.menjadi("III/c", "2024-06-01")
        self.assertEqual(self.hasil(draf)["KP-F-01"], "gagal")

    def test_kp_f_04_the_level_is_raised_first(self):
        self.menjadi("III/d", "2022-04-01")
        self.duduk("jf_ahli_muda")
        for tahun in (2023, 2024, 2025):
            self.pak(tahun, 150)
        draf = self.buat_permohonan("pegawai", self.kp)
        self.assertEqual(self.hasil(draf)["KP-F-04"], "gagal")
        # Raised to the next level the credit was proved and starts at 0.
        self.duduk("jf_ahli_madya", "2026-01-01")
        hasil = self.hasil(draf)
        self.assertEqual((hasil["KP-F-04"], hasil["KP-F-02"]), ("lulus", "lulus"))
        self.assertEqual(self.hitung(jenis="fungsional").kredit, 0)

    def test_kp_f_06_gap_between_decrees(self):
        self.menjadi("III/c", "2022-04-01")
        self.duduk("jf_ahli_muda")
        for tahun in (2023, 2025):
            self.pak(tahun, 150)
        draf = self.buat_permohonan("pegawai", self.kp)
        self.assertEqual(self.hasil(draf)["KP-F-06"], "gagal")
        self.pak(2024, 100)
        self.assertEqual(self.hasil(draf)["KP-F-06"], "lulus")

    def test_kp_f_07_extra_credit_of_a_degree_only_where_the_city_gives_it(self):
        self.menjadi("III/c", "2022-04-01")
        self.duduk("jf_ahli_muda")
        for tahun in (2023, 2024):
            self.pak(tahun, 150)
        self.pendidikan(self.pegawai, "S2", "Magister Ekonomi", 2024)
        handler = self.env["asn.layanan.handler.kenaikan_pangkat"]
        kp = self.hitung()
        pegawai = self.pegawai.sudo()
        self.assertEqual(handler._kredit_cukup(pegawai, kp)[0], "gagal")
        self.assertEqual(handler._kredit_cukup(pegawai, kp, 25)[0], "lulus")

    def test_functional_decree_names_the_credit(self):
        self.menjadi("III/c", "2022-04-01")
        self.duduk("jf_ahli_muda")
        for tahun in (2023, 2024, 2025):
            self.pak(tahun, 150)
        self.arsip(self.pegawai, "PAK", "SK_JF_PERTAMA", "BA_SUMPAH")
        permohonan = self.ajukan("pegawai", self.kp)
        self.jalankan(permohonan)
        self.assertIn("112,500", permohonan.surat_id._preview_html())
        baris = self.pegawai.riwayat_golongan_ids.sorted("tmt")[-1]
        self.assertEqual(baris.jenis_kp, "fungsional")

    # ---- education -------------------------------------------------------------

    def test_kp_i_01_to_i_06_education_adjustment(self):
        """II/b with a degree to III/a: the rank jumps, the MKG falls by five years."""
        self.menjadi("II/b", "2025-05-01", mkg_tahun=8)
        draf = self.buat_permohonan("pegawai", self.kp, kp_jenis="penyesuaian_ijazah")
        self.assertEqual(
            (draf.kp_golongan_id.kode, draf.kp_mkg_tahun, draf.kp_tmt),
            ("III/a", 4, TMT),
        )
        hasil = self.hasil(draf)
        for kode in ("KP-I-01", "KP-I-02", "KP-I-05", "KP-02"):
            self.assertEqual(hasil[kode], "lulus", kode)
        self.assertEqual(hasil["KP-I-03"], "gagal", "UKPPI")
        self.arsip(self.pegawai, "STLUKPPI")
        self.assertEqual(self.hasil(draf)["KP-I-03"], "lulus")
        self.assertEqual(hasil["KP-I-04"], "lulus", "earned before the appointment")
        # KP-I-04: permission to study and the accreditation are obligatory.
        kurang = set(draf.sudo()._berkas_kurang().jenis_dokumen_id.mapped("kode"))
        self.assertLessEqual({"SK_TUBEL", "AKREDITASI", "URAIAN_TUGAS"}, kurang)
        self.menjadi("III/a", "2024-05-01")
        self.assertEqual(self.hasil(draf)["KP-I-01"], "gagal")

    def test_kp_i_03_and_kp_i_04_after_a_study_assignment(self):
        """Released from the post and graduated: permitted, and free of the exam."""
        self.menjadi("II/c", "2020-05-01")
        studi = {
            "jenis": "tb_dibebaskan",
            "pendanaan": "daerah",
            "is_dibebaskan": True,
            "pendidikan_id": self.env.ref("asn_base.pendidikan_s1").id,
            "tanggal_mulai": date(2006, 9, 1),
            "tanggal_selesai": date(2010, 8, 31),
            "tanggal_kembali": date(2009, 12, 1),
            "hasil": "lulus",
        }
        baris = self.contoh_riwayat("asn.riwayat.tugas.belajar", self.pegawai, **studi)
        draf = self.buat_permohonan("pegawai", self.kp, kp_jenis="penyesuaian_ijazah")
        hasil = self.hasil(draf)
        self.assertEqual((hasil["KP-I-03"], hasil["KP-I-04"]), ("lulus", "lulus"))
        self.assertTrue(draf.sudo().is_kp_bebas_ukppi)
        diminta = set(draf.sudo().berkas_ids.jenis_dokumen_id.mapped("kode"))
        self.assertNotIn("STLUKPPI", diminta)
        baris._batalkan("uji")
        izin = self.contoh_riwayat(
            "asn.riwayat.tugas.belajar",
            self.pegawai,
            **{**studi, "jenis": "tb_mandiri", "is_dibebaskan": False},
        )
        hasil = self.hasil(draf)
        self.assertEqual((hasil["KP-I-03"], hasil["KP-I-04"]), ("gagal", "lulus"))
        izin._batalkan("uji")
        self.lahir(self.pegawai.tanggal_lahir, date(2008, 3, 1))
        self.assertEqual(self.hasil(draf)["KP-I-04"], "manual", "TB-12")

    def test_kp_i_02_and_kp_i_05_time_in_rank_and_credit(self):
        self.menjadi("II/c", "2025-06-01")
        self.duduk("jf_terampil")
        draf = self.buat_permohonan(
            "pegawai", self.kp, kp_jenis="penyesuaian_ijazah", kp_tmt=TMT
        )
        hasil = self.hasil(draf)
        self.assertEqual((hasil["KP-I-02"], hasil["KP-I-05"]), ("gagal", "gagal"))

    # ---- anumerta and pengabdian -----------------------------------------------

    def test_kp_a_01_kp_a_02_kp_a_04_posthumous(self):
        """One step on the day of death, past every ceiling, with its pay."""
        self.menjadi("III/d", "2025-05-01")
        self.arsip(
            self.pegawai,
            *"SURAT_PENGANTAR_OPD BA_KEJADIAN VISUM SURAT_TUGAS".split(),
            *"LAPORAN_PIMPINAN SK_SEMENTARA_ANUMERTA".split(),
        )
        draf = self.buat_permohonan(
            "pegawai", self.kp, kp_jenis="anumerta", kp_tanggal_peristiwa="2026-02-28"
        )
        self.assertEqual(draf.kp_tmt, date(2026, 2, 28))
        self.assertNotIn("gagal", self.hasil(draf).values())
        draf.action_submit()
        permohonan = draf.with_env(self.env)
        self.jalankan(permohonan)
        self.assertEqual(
            permohonan.surat_id.penandatangan_id, self.u["wali_kota"].employee_id
        )
        self.assertEqual(self.pegawai.golongan_id.kode, "IV/a")
        gaji = self.pegawai.riwayat_gaji_ids.sorted("tmt")[-1]
        self.assertEqual((gaji.tmt, gaji.golongan_id.kode), (draf.kp_tmt, "IV/a"))
        naskah = permohonan.surat_id._preview_html()
        for teks in ("anumerta", "dinyatakan tewas", "ahli waris Pegawai Negeri"):
            self.assertIn(teks, naskah)
        self.assertNotIn("dipandang cakap", naskah)
        self.assertIn("Promotion III/d to IV/a", permohonan.ringkasan)

    def test_kp_a_02_provisional_decree_is_obligatory(self):
        draf = self.buat_permohonan(
            "pegawai", self.kp, kp_jenis="anumerta", kp_tanggal_peristiwa="2026-02-28"
        )
        kurang = set(draf.sudo()._berkas_kurang().jenis_dokumen_id.mapped("kode"))
        self.assertIn("SK_SEMENTARA_ANUMERTA", kurang)
        draf.kp_tanggal_peristiwa = False
        self.assertEqual(self.hasil(draf)["KP-01"], "gagal")

    def test_kp_a_03_a_candidate_is_first_made_pns(self):
        self.pegawai.status_pegawai = "cpns"
        with self.assertRaises(UserError):
            self.ajukan("pegawai", self.kp, kp_jenis="anumerta")

    def test_a_person_who_left_is_promoted_by_the_event_only(self):
        draf = self.buat_permohonan(
            "pegawai", self.kp, kp_jenis="pengabdian", kp_tanggal_peristiwa="2026-02-10"
        )
        self.pegawai.kedudukan_hukum = self.env.ref("asn_base.kedudukan_88")
        self.assertEqual(self.hasil(draf)["UMUM-01"], "lulus")
        draf.sudo().kp_jenis = "reguler"
        self.assertEqual(self.hasil(draf)["UMUM-01"], "gagal")

    def test_kp_p_01_to_p_06_devotion(self):
        """At BUP: a month before the pension; at death: that day (KP-P-04).

        KP-P-06: the file goes with the DPCP of the pension.
        """
        self.lahir(date(1968, 4, 10), date(1996, 3, 1))
        draf = self.buat_permohonan("pegawai", self.kp, kp_jenis="pengabdian")
        self.assertEqual(self.pegawai.tmt_pensiun, date(2026, 5, 1))
        self.assertEqual(draf.kp_tmt, date(2026, 4, 1))
        hasil = self.hasil(draf)
        for kode in ("KP-01", "KP-P-01", "KP-P-02", "KP-P-03"):
            self.assertEqual(hasil[kode], "lulus", kode)
        kurang = set(draf.sudo()._berkas_kurang().jenis_dokumen_id.mapped("kode"))
        self.assertIn("DPCP", kurang)
        self.assertNotIn("AKTA_KEMATIAN", kurang)
        draf.kp_tanggal_peristiwa = "2026-02-28"
        self.assertEqual(draf.kp_tmt, date(2026, 2, 28))
        self.assertIn("meninggal", draf._handler()._alasan(draf)["alasan_kp"])
        self.lahir(date(1968, 4, 10), date(2018, 3, 1))
        self.assertEqual(self.hasil(draf)["KP-P-02"], "gagal")
        self.lahir(date(1985, 4, 10), date(2018, 3, 1))
        draf.kp_tanggal_peristiwa = False
        self.assertEqual(self.hasil(draf)["KP-P-01"], "gagal")

    def test_kp_p_05_disabled_on_duty(self):
        draf = self.buat_permohonan(
            "pegawai",
            self.kp,
            kp_jenis="pengabdian_cacat",
            kp_tanggal_peristiwa="2026-02-20",
        )
        hasil = self.hasil(draf)
        self.assertEqual((draf.kp_tmt, hasil["KP-P-01"]), (date(2026, 2, 20), "lulus"))
        self.assertNotIn("KP-P-02", hasil)

    # ---- the President -----------------------------------------------------------

    def test_kp_09_from_iv_c_on_the_president_decides(self):
        """The history names the decree of the President, the letter hands it on."""
        self.menjadi("IV/b", "2021-04-01")
        self.duduk("jpt_pratama_iib", "2024-01-01")
        self.arsip(
            self.pegawai, *"SK_JABATAN_LAMA SPP SPMT SPMJ DRH BA_PELANTIKAN".split()
        )
        permohonan = self.ajukan("pegawai", self.kp)
        self.assertEqual(self.hasil(permohonan)["KP-09"], "manual")
        self.jalankan(permohonan)
        self.assertEqual(permohonan.surat_id.jenis_id.kode, "SURAT_PENYAMPAIAN_KP")
        baris = self.pegawai.riwayat_golongan_ids.sorted("tmt")[-1]
        self.assertEqual(
            (baris.golongan_id.kode, baris.nomor_sk, baris.nomor_pertek),
            ("IV/c", "AG-keputusan_presiden", "AG-pertimbangan_bkn"),
        )

    def test_kp_07_newest_certificate_of_the_exam_counts(self):
        """Level I of 2012 does not hide level II of 2024."""
        self.menjadi("III/d", "2022-04-01", mkg_tahun=10)
        for nomor, tanggal in (("UD2", date(2024, 1, 1)), ("UD1", date(2012, 1, 1))):
            self.env["asn.dokumen"]._arsipkan(
                self.pegawai,
                "STLUD",
                pdf(nomor),
                f"{nomor}.pdf",
                nomor=nomor,
                tanggal=tanggal,
            )
        draf = self.buat_permohonan("pegawai", self.kp)
        self.assertEqual(self.hasil(draf)["KP-07"], "lulus")

    def test_pay_before_is_that_of_the_table_in_force(self):
        """A decree of 2022 names the pay of the table before that of 2024."""
        self.env["asn.riwayat.gaji"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "golongan_id": self.pegawai.golongan_id.id,
                    "tmt": date(2022, 4, 1),
                    "mkg_tahun": 6,
                    "gaji_pokok": 2950600,
                    "nomor_sk": "KGB-2022",
                    "tanggal_sk": date(2022, 2, 1),
                }
            ]
        )
        kp = self.hitung(tmt="2026-05-01")
        self.assertEqual((kp.gaji_lama, kp.gaji_baru), (3186600, 3321400))

    def test_documents_of_other_kinds_are_not_offered(self):
        """Exam and training only before another group, credit papers in their kind."""

        def lain(**nilai):
            draf = self.buat_permohonan("pegawai", self.kp, **nilai)
            kode = draf.berkas_ids.filtered(lambda b: b.wajib == "opsional")
            hasil = set(kode.jenis_dokumen_id.mapped("kode"))
            draf.unlink()
            return hasil

        self.assertEqual(lain(), set())
        self.menjadi("III/d", "2020-04-01")
        self.assertEqual(lain(), {"STLUD", "PIM"})
        self.duduk("administrator_iiia")
        self.assertEqual(lain(), {"STLUD", "PIM", "SK_PEMBEBASAN_JF"})

    def test_a_correction_rests_on_the_rank_before_and_not_on_its_own_decree(self):
        permohonan = self.ajukan("pegawai", self.kp)
        self.jalankan(permohonan)

        def sk(satu):
            berkas = satu.sudo().berkas_ids
            return berkas.filtered(lambda b: b.jenis_dokumen_id.kode == "SK_PANGKAT")

        semula = sk(permohonan).dokumen_id
        pegawai = permohonan.with_user(self.u["pegawai"])
        ralat = pegawai.action_tindak("koreksi", "Salah ketik")
        ralat = self.env["asn.permohonan"].browse(ralat["res_id"])
        self.assertTrue(semula)
        self.assertNotEqual(semula, permohonan.sudo().dokumen_produk_id)
        self.assertEqual(sk(ralat).dokumen_id, semula)

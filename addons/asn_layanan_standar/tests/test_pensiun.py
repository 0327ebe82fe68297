"""Who asks for which pension, and what comes of it."""

from datetime import date, timedelta

from freezegun import freeze_time
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .test_layanan_pensiun import ALAMAT, PensiunCommon


@tagged("post_install", "-at_install")
class TestPensiun(PensiunCommon, TransactionCase):
    def henti(self):
        """Return the rows of the end of service that are in force."""
        return self.env["asn.riwayat.pemberhentian"].search(
            [("employee_id", "=", self.pegawai.id), ("status", "=", "sah")]
        )

    def test_request_is_filled_in_by_the_profile(self):
        draf = self.buat_permohonan("pegawai", self.pensiun, properti=ALAMAT)
        self.assertEqual(
            (
                draf.pensiun_jenis,
                draf.pensiun_tmt,
                draf.pensiun_bup,
                draf.pensiun_masa_kerja,
                draf.pensiun_gaji,
                draf.pensiun_taksiran,
                draf.pensiun_ada_anak,
            ),
            ("bup", date(2026, 6, 1), 58, 363, 4301200, 3225900, True),
        )

    # ---- rules ---------------------------------------------------------

    def test_pen_01_own_age_of_the_post_beats_that_of_its_kind(self):
        """PEN-02: what the named post has goes before its level."""
        guru = self.buat_jabatan("Guru Ahli Pertama", "jf_ahli_pertama")
        self.jabatan(self.pegawai, guru, self.bidang_a, date(2021, 1, 1))
        self.assertEqual(self.pegawai.tmt_pensiun, date(2026, 6, 1))
        guru.bup_id = self.env.ref("asn_base.bup_guru")
        self.assertEqual(self.pegawai.bup_tahun, 60)
        self.assertEqual(self.pegawai.tmt_pensiun, date(2028, 6, 1))

    def test_pen_01_04_promotion_to_a_higher_level_moves_the_day(self):
        muda = self.buat_jabatan("Analis Ahli Muda", "jf_ahli_muda")
        madya = self.buat_jabatan("Analis Ahli Madya", "jf_ahli_madya")
        self.jabatan(self.pegawai, muda, self.bidang_a, date(2021, 1, 1))
        self.assertEqual(self.pegawai.tmt_pensiun, date(2026, 6, 1))
        Pensiun = self.env["asn.pensiun"]
        self.assertEqual(Pensiun._tmt_bila(self.pegawai, madya), date(2028, 6, 1))
        baris = self.jabatan(self.pegawai, madya, self.bidang_a, date(2026, 2, 1))
        self.assertEqual(self.pegawai.tmt_pensiun, date(2028, 6, 1))
        baris._batalkan("keliru")
        self.assertEqual(self.pegawai.tmt_pensiun, date(2026, 6, 1), "undone")

    def test_pen_04_warning_before_a_post_that_retires_at_once(self):
        """Beyond 58 nobody leaves a post of 60 for one of 58 unseen."""
        self.lahir(self.pegawai, date(1967, 1, 10))
        madya = self.buat_jabatan("Analis Ahli Madya", "jf_ahli_madya")
        self.jabatan(self.pegawai, madya, self.bidang_a, date(2021, 1, 1))
        draf = self.env["asn.riwayat.jabatan"].create(
            {
                "employee_id": self.pegawai.id,
                "jabatan_id": self.jab_pelaksana.id,
                "unit_id": self.bidang_a.id,
                "tmt": date(2026, 4, 1),
            }
        )
        self.assertIn("1 Februari 2025", draf.peringatan_pensiun)
        draf.jabatan_id = madya
        self.assertFalse(draf.peringatan_pensiun)

    def test_pen_03_not_earlier_than_fifteen_months_before(self):
        self.lahir(self.pegawai, date(1969, 6, 30))
        self.assertEqual(self.pegawai.tmt_pensiun, date(2027, 7, 1))
        with self.assertRaisesRegex(UserError, "1 April 2026"):
            self.ajukan_pensiun()
        self.lahir(self.pegawai, date(1969, 4, 30))
        self.ajukan_pensiun()

    def test_pen_03_later_than_three_months_is_for_the_officer(self):
        self.assertEqual(self.jawaban(self.ajukan_pensiun(), "PEN-03")[0], "manual")

    def test_pen_05_birth_date_other_than_in_the_nip_stops_it(self):
        """Rows from before the check of the profile: PRF-NIP-02 refuses new ones."""
        self.env.cr.execute(
            "UPDATE hr_employee SET tanggal_lahir = '1968-05-18' WHERE id = %s",
            [self.pegawai.id],
        )
        self.pegawai.invalidate_recordset(["tanggal_lahir"])
        with self.assertRaisesRegex(UserError, "Tanggal lahir"):
            self.ajukan_pensiun()

    def test_pen_06_no_own_request_during_a_punishment(self):
        self.lahir(self.pegawai, date(1970, 1, 1))
        isi = {"pensiun_tmt_usul": "2026-08-01"}
        self.ajukan_pensiun("aps", **isi).with_user(self.u["pegawai"]).action_cancel(
            "Pembanding"
        )
        self.contoh_riwayat(
            "asn.riwayat.hukuman",
            self.pegawai,
            tmt=date(2026, 1, 1),
            tingkat="S",
            lama_bulan=12,
            tanggal_selesai=date(2026, 12, 31),
        )
        with self.assertRaises(UserError):
            self.ajukan_pensiun("aps", **isi)
        self.pegawai.kedudukan_hukum = self.env.ref("asn_base.kedudukan_15")
        with self.assertRaises(UserError):
            self.ajukan_pensiun("aps", **isi)

    def test_pen_07_heirs_need_the_death_and_the_family(self):
        with self.assertRaisesRegex(UserError, "kematian"):
            self.ajukan_pensiun("janda_duda", nama="fasilitator", **self.untuk())
        self.pegawai.write({"status_hidup": "meninggal", "tgl_meninggal": "2026-02-20"})
        permohonan = self.ajukan_pensiun(
            "janda_duda", nama="fasilitator", **self.untuk()
        )
        self.assertEqual(permohonan.pensiun_tmt, date(2026, 3, 1))
        self.assertEqual(self.jawaban(permohonan, "PEN-07"), ("lulus", "Ratna"))
        self.jalankan(permohonan)
        baris = self.henti()
        self.assertEqual(
            (baris.jenis_henti, baris.tanggal_meninggal, baris.tmt),
            ("2", date(2026, 2, 20), date(2026, 3, 1)),
        )
        self.assertIn("Ratna", permohonan._pratinjau_surat(self.u["admin_aplikasi"]))

    def untuk(self):
        return {"employee_id": self.pegawai.id}

    def test_pen_08_estimate_is_for_information(self):
        self.assertEqual(self.ajukan_pensiun().pensiun_taksiran, 3225900)

    def test_pen_09_own_request_needs_age_and_service(self):
        self.lahir(self.pegawai, date(1980, 3, 1), date(2004, 1, 1))
        isi = {"pensiun_tmt_usul": "2026-08-01"}
        with self.assertRaisesRegex(UserError, "masa kerja"):
            self.ajukan_pensiun("aps", **isi)
        permohonan = self.ajukan_pensiun("aps_tanpa_hak", **isi)
        self.jalankan(permohonan)
        self.assertEqual(
            (self.henti().kedudukan_hukum_id.kode, self.henti().is_hak_pensiun),
            ("77", False),
        )

    def test_pen_09_unfit_needs_four_years_unless_by_duty(self):
        self.lahir(self.pegawai, date(1990, 3, 1), date(2023, 1, 1))
        isi = {"pensiun_tmt_usul": "2026-05-01"}
        with self.assertRaises(UserError):
            self.ajukan_pensiun("uzur", **isi)
        permohonan = self.ajukan_pensiun("uzur", pensiun_sebab_dinas=True, **isi)
        self.jalankan(permohonan)
        self.assertEqual(self.henti().jenis_henti, "5")

    def test_pen_10_promotion_for_service_is_looked_at_together(self):
        self.assertEqual(self.jawaban(self.ajukan_pensiun(), "PEN-10")[0], "manual")

    def test_pension_of_the_president_is_not_decided_here(self):
        utama = self.buat_jabatan("Widyaiswara Ahli Utama", "jf_ahli_utama")
        self.lahir(self.pegawai, date(1961, 5, 17))
        self.jabatan(self.pegawai, utama, self.bidang_a, date(2021, 1, 1))
        with self.assertRaisesRegex(UserError, "Presiden"):
            self.ajukan_pensiun()

    def test_pension_begins_on_the_first_of_a_month(self):
        with self.assertRaises(ValidationError):
            self.ajukan_pensiun("aps", pensiun_tmt_usul="2026-08-02")

    def test_decided_values_cannot_be_typed(self):
        draf = self.buat_permohonan("pegawai", self.pensiun, properti=ALAMAT)
        with self.assertRaises(AccessError):
            draf.write({"pensiun_tmt": "2020-01-01"})
        with self.assertRaises(AccessError):
            self.buat_permohonan("pegawai", self.pensiun, pensiun_gaji=9_000_000)
        permohonan = self.ajukan_pensiun()
        with self.assertRaises(AccessError):
            permohonan.with_user(self.u["pegawai"]).write({"pensiun_jenis": "uzur"})

    def test_documents_follow_the_kind(self):
        draf = self.buat_permohonan("pegawai", self.pensiun, properti=ALAMAT)

        def kode():
            return set(draf.sudo().berkas_ids.jenis_dokumen_id.mapped("kode"))

        self.assertLessEqual({"DPCP", "AKTA_NIKAH", "AKTA_ANAK", "REKENING"}, kode())
        self.assertFalse({"VISUM", "SURAT_TIM_PENGUJI", "AKTA_CERAI"} & kode())
        draf.write({"pensiun_jenis": "uzur"})
        self.assertIn("SURAT_TIM_PENGUJI", kode())
        draf.write({"pensiun_jenis": "mpp"})
        self.assertFalse({"DPCP", "REKENING", "SURAT_TIM_PENGUJI"} & kode())
        self.assertIn("SKP_2", kode())

    # ---- effects -------------------------------------------------------

    def test_decree_ends_service_and_posts_on_the_day(self):
        permohonan = self.ajukan_pensiun()
        self.jalankan(permohonan)
        baris = self.henti()
        self.assertEqual(
            (
                baris.tmt,
                baris.jenis_henti,
                baris.kedudukan_hukum_id.kode,
                baris.is_hak_pensiun,
                baris.nomor_pertek,
                baris.dokumen_id,
            ),
            (date(2026, 6, 1), "1", "98", True, "J-1", permohonan.dokumen_produk_id),
        )
        jabatan = self.pegawai.riwayat_jabatan_ids.filtered(lambda j: j.status == "sah")
        self.assertEqual(jabatan.mapped("tmt_selesai"), [date(2026, 5, 31)])
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "01", "still in service")
        with freeze_time("2026-06-01 02:00:00"):
            self.env["hr.employee"]._cron_project_riwayat()
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "98")

    def test_open_requests_and_leave_end_with_the_service(self):
        cuti = self.env.ref("asn_layanan_standar.layanan_cuti")
        hari = date(2026, 5, 4)
        terbuka = self.buat_permohonan(
            "pegawai",
            cuti,
            tanggal_mulai=hari,
            tanggal_selesai=hari + timedelta(days=1),
            alasan="Keluarga",
            alamat_cuti="Jalan Melati 9",
        )
        self.jalankan(self.ajukan_pensiun())
        with freeze_time("2026-06-01 02:00:00"):
            self.env["hr.employee"]._cron_project_riwayat()
        self.assertEqual(terbuka.sudo().state, "cancelled")
        self.assertEqual(self.pegawai.saldo_cuti_tersedia, 0)

    def test_revocation_brings_the_person_back(self):
        permohonan = self.ajukan_pensiun()
        self.jalankan(permohonan)
        with freeze_time("2026-06-01 02:00:00"):
            self.env["hr.employee"]._cron_project_riwayat()
            petugas = permohonan.with_user(self.u["fasilitator"])
            aksi = petugas.action_tindak("pencabutan", "Tanggal lahir keliru")
            cabut = self.env["asn.permohonan"].browse(aksi["res_id"])
            cabut.with_user(self.u["fasilitator"]).action_submit()
            self.jalankan(cabut)
            self.assertEqual(permohonan.state, "revoked")
            self.assertFalse(self.henti())
            self.assertEqual(self.pegawai.kedudukan_hukum.kode, "01")
        jabatan = self.pegawai.riwayat_jabatan_ids.filtered(lambda j: j.status == "sah")
        self.assertEqual(jabatan.mapped("tmt_selesai"), [False])

    def test_mpp_releases_from_the_post_without_bkn(self):
        permohonan = self.ajukan_pensiun("mpp", pensiun_tmt_usul="2026-04-02")
        # The service ends with the pension of 1 June, not with the preparation.
        self.assertEqual(permohonan.pensiun_tmt_akhir, date(2026, 6, 1))
        self.assertEqual(permohonan.pensiun_masa_kerja, 30 * 12 + 3)
        self.jalankan(permohonan)
        self.assertFalse(permohonan.eksternal_ids)
        self.assertEqual(permohonan.dokumen_produk_id.jenis_id.kode, "SK_MPP")
        with freeze_time("2026-04-02 02:00:00"):
            self.env["hr.employee"]._cron_project_riwayat()
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "20")
        # The pension itself follows.
        self.jalankan(self.ajukan_pensiun())
        with freeze_time("2026-06-01 02:00:00"):
            self.env["hr.employee"]._cron_project_riwayat()
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "98")

    def test_mpp_is_asked_a_month_ahead(self):
        with self.assertRaises(UserError):
            self.ajukan_pensiun("mpp", pensiun_tmt_usul="2026-04-01")

    # ---- list, notices, form -------------------------------------------

    def test_list_says_how_far_each_pension_is(self):
        keadaan = self.pegawai._fields["pensiun_keadaan"]
        self.assertTrue(keadaan)
        self.pegawai.invalidate_recordset(["pensiun_keadaan"])
        self.assertEqual(self.pegawai.pensiun_keadaan, "perlu")
        self.assertTrue(self.pegawai.pensiun_ada_dpcp)
        permohonan = self.ajukan_pensiun()
        self.pegawai.invalidate_recordset(["pensiun_keadaan"])
        self.assertEqual(self.pegawai.pensiun_keadaan, "proses")
        self.jalankan(permohonan)
        self.pegawai.invalidate_recordset(["pensiun_keadaan"])
        self.assertEqual(self.pegawai.pensiun_keadaan, "terbit")
        lain = self.u["pegawai2"].employee_id
        self.lahir(lain, date(1967, 5, 17))
        self.assertEqual(lain.pensiun_keadaan, "terlambat")
        Pegawai = self.env["hr.employee"]
        self.assertEqual(Pegawai.search([("pensiun_keadaan", "=", "terlambat")]), lain)
        berkas = Pegawai.search([("pensiun_ada_dpcp", "=", True)])
        self.assertEqual(berkas, self.pegawai, "the others have no DPCP yet")
        # A decree long before the retirement age is no pension of later.
        self.assertEqual(self.pegawai.pensiun_tmt_sk, date(2026, 6, 1))
        self.lahir(self.pegawai, date(1975, 5, 17))
        terbit = Pegawai.search([("pensiun_keadaan", "=", "terbit")])
        self.assertEqual(terbit, self.pegawai)
        nanti = Pegawai.search([("pensiun_keadaan", "=", "nanti")])
        self.assertNotIn(self.pegawai, nanti)

    def test_employee_and_head_are_told_once_a_year_ahead(self):
        Kabar = self.env["asn.pemberitahuan"]
        awal = Kabar.search_count([])
        self.env["hr.employee"]._cron_beritahu_pensiun()
        baru = Kabar.search([], limit=Kabar.search_count([]) - awal)
        self.assertEqual(baru.user_id, self.u["pegawai"] | self.u["atasan"])
        self.env["hr.employee"]._cron_beritahu_pensiun()
        self.assertEqual(Kabar.search_count([]), awal + 2)

    def test_home_page_shows_the_way_to_the_pension(self):
        """6.3: the pension begins on 1 June 2026, proposals close on 1 March."""

        def bagian(nama):
            semua = self.env["asn.beranda"].with_user(self.u[nama])._bagian()
            return [b for b in semua if b["key"] == "linimasa_pensiun"]

        (satu,) = bagian("pegawai")
        baris = satu["isi"]["baris"]
        self.assertEqual(
            [b["tanggal"] for b in baris],
            [
                "1 Maret 2025",
                "1 Juni 2025",
                "1 Maret 2026",
                "31 Mei 2026",
                "1 Juni 2026",
            ],
        )
        self.assertEqual(
            [bool(b["lencana"]) for b in baris], [False] * 3 + [True, False]
        )
        self.assertFalse(bagian("pegawai2"))

    def test_dpcp_prints_person_family_and_address(self):
        draf = self.buat_permohonan("pegawai", self.pensiun, properti=ALAMAT)
        laporan = self.env["report.asn_layanan_standar.dpcp"]
        nilai = laporan.with_user(self.u["pegawai"])._get_report_values(draf.ids)
        satu = nilai["dpcp"][0]
        self.assertEqual(satu["pasangan"][0]["nama"], "Ratna")
        self.assertEqual(satu["anak"][0]["nama"], "Bima")
        self.assertEqual(satu["alamat_pensiun"], ALAMAT["alamat_pensiun"])
        # Grade of 1 October 2021 with 4 years, counted to 1 June 2026 and not to today.
        golongan = self.pegawai.golongan_id
        self.pegawai.riwayat_golongan_ids._batalkan("uji")
        self.golongan(self.pegawai, golongan, date(2021, 10, 1), mkg_tahun=4)
        nilai = laporan._get_report_values(draf.ids)["dpcp"][0]
        self.assertIn("8 tahun 8 bulan", str(nilai))
        surat = draf._handler()._nilai_surat(draf)
        self.assertEqual(surat["masa_kerja_golongan"], "8 tahun 8 bulan")
        self.assertEqual(surat["alamat"], ALAMAT["alamat_pensiun"])
        with self.assertRaises(AccessError):
            laporan.with_user(self.u["pegawai2"])._get_report_values(draf.ids)

    def test_pen_04_promotion_meanwhile_is_worked_out_anew(self):
        """PRO-15: no decree for June 2026 for who serves until 2028 by then."""
        permohonan = self.ajukan_pensiun()
        madya = self.buat_jabatan("Analis Ahli Madya", "jf_ahli_madya")
        self.jabatan(self.pegawai, madya, self.bidang_a, date(2026, 2, 1))
        with self.ditolak_aturan("PEN-04"):
            self.jalankan(permohonan)
        self.assertFalse(self.henti())

    def test_rules_cost_no_more_queries_for_many_people(self):
        versi = self.pensiun.versi_live_id
        handler = self.env["asn.layanan.handler.pensiun"]
        orang = self.env["hr.employee"].search([("tanggal_lahir", "!=", False)])
        self.assertGreater(len(orang), 8)
        handler._periksa_orang(versi, orang, date(2026, 3, 2))

        def hitung(siapa):
            self.env.invalidate_all()
            sebelum = self.env.cr.sql_log_count
            handler._periksa_orang(versi, siapa, date(2026, 3, 2))
            return self.env.cr.sql_log_count - sebelum

        self.assertLessEqual(hitung(orang), hitung(orang[:2]) + 4)

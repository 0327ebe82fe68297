from datetime import date, timedelta

from odoo.tests import TransactionCase, freeze_time

from .common import PegawaiCommon


class TestProyeksi(PegawaiCommon, TransactionCase):
    """Current values follow the newest valid riwayat, and nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pegawai = cls.orang("proyeksi_pegawai", unit=cls.dinas_a)
        cls.besok = cls.hari_ini + timedelta(days=1)

    def test_newest_valid_grade_is_current(self):
        self.golongan(self.pegawai, self.gol_iiia, date(2015, 3, 1), mkg_tahun=2)
        self.golongan(
            self.pegawai, self.gol_iiib, date(2019, 4, 1), mkg_tahun=6, mkg_bulan=1
        )

        self.assertEqual(self.pegawai.golongan_id, self.gol_iiib)
        self.assertEqual(self.pegawai.tmt_golongan, date(2019, 4, 1))
        self.assertEqual(self.pegawai.golongan_awal_id, self.gol_iiia)
        self.assertEqual(self.pegawai.mkg_sk_tahun, 6)

    def test_older_row_recorded_later_does_not_become_current(self):
        self.golongan(self.pegawai, self.gol_iiib, date(2019, 4, 1))
        self.golongan(self.pegawai, self.gol_iiia, date(2015, 3, 1))

        self.assertEqual(self.pegawai.golongan_id, self.gol_iiib)

    def test_future_tmt_becomes_current_by_the_cron_on_its_day(self):
        self.golongan(self.pegawai, self.gol_iiia, date(2015, 3, 1))
        self.golongan(self.pegawai, self.gol_iiib, self.besok)
        self.assertEqual(self.pegawai.golongan_id, self.gol_iiia)

        with freeze_time(self.besok):
            self.env["hr.employee"]._cron_project_riwayat()

        self.assertEqual(self.pegawai.golongan_id, self.gol_iiib)

    def test_equal_tmt_greatest_decree_date_wins(self):
        self.jabatan(
            self.pegawai,
            self.jab_pelaksana,
            self.bidang_a,
            tanggal_sk=date(2020, 1, 9),
        )
        lain = self.buat_jabatan("Pengolah Data")
        self.jabatan(self.pegawai, lain, self.dinas_b, tanggal_sk=date(2019, 12, 1))

        self.assertEqual(self.pegawai.jabatan_id, self.jab_pelaksana)
        self.assertEqual(self.pegawai.unit_id, self.bidang_a)

    def test_correction_replaces_and_keeps_the_old_row(self):
        salah = self.golongan(self.pegawai, self.gol_iiib, date(2019, 4, 1))
        benar = self.golongan(
            self.pegawai, self.gol_iiia, date(2019, 4, 1), koreksi_dari_id=salah.id
        )

        self.assertEqual(salah.status, "dikoreksi")
        self.assertEqual(benar.status, "sah")
        self.assertEqual(self.pegawai.golongan_id, self.gol_iiia)

    def test_voided_correction_makes_the_corrected_row_valid_again(self):
        asal = self.golongan(self.pegawai, self.gol_iiia, date(2019, 4, 1))
        koreksi = self.golongan(
            self.pegawai, self.gol_iiib, date(2019, 4, 1), koreksi_dari_id=asal.id
        )
        koreksi._batalkan("Pencabutan")

        self.assertEqual((asal.status, koreksi.status), ("sah", "batal"))
        self.assertEqual(self.pegawai.golongan_id, self.gol_iiia)

    def test_voided_only_row_clears_the_value(self):
        baris = self.golongan(self.pegawai, self.gol_iiib, date(2019, 4, 1))
        baris._batalkan("SK dicabut")

        self.assertFalse(self.pegawai.golongan_id)
        self.assertEqual(baris.status, "batal")

    def test_post_sets_unit_and_core_department(self):
        self.jabatan(self.pegawai, self.jab_pelaksana, self.bidang_a)

        self.assertEqual(self.pegawai.unit_id, self.bidang_a)
        self.assertEqual(self.pegawai.department_id, self.bidang_a)
        self.assertEqual(self.pegawai.job_id, self.jab_pelaksana)
        self.assertEqual(self.pegawai.job_title, "Penelaah")
        self.assertEqual(self.pegawai.jenis_jabatan_id.kode, "pelaksana")

    def test_pay_and_education(self):
        self.env["asn.riwayat.gaji"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "golongan_id": self.gol_iiia.id,
                    "gaji_pokok": 2785700,
                    "mkg_tahun": 0,
                    "tmt": date(2024, 3, 1),
                }
            ]
        )
        s1 = self.env.ref("asn_base.pendidikan_s1")
        s2 = self.env.ref("asn_base.pendidikan_s2")
        self.env["asn.riwayat.pendidikan"]._catat(
            [
                {"employee_id": self.pegawai.id, "pendidikan_id": s2.id,
                 "tahun_lulus": 2015, "program": "Administrasi"},
                {"employee_id": self.pegawai.id, "pendidikan_id": s1.id,
                 "tahun_lulus": 2018},
            ]
        )  # fmt: skip

        self.assertEqual(self.pegawai.gaji_pokok, 2785700)
        self.assertEqual(self.pegawai.pendidikan_id, s2)
        self.assertEqual(self.pegawai.tahun_lulus, 2015)
        self.assertEqual(self.pegawai.program_studi, "Administrasi")

    def test_pension_is_first_of_the_month_after_bup(self):
        for lahir, jenis, tmt in (
            (date(1968, 5, 17), "pelaksana", date(2026, 6, 1)),
            (date(1968, 5, 1), "pelaksana", date(2026, 6, 1)),
            (date(1966, 12, 31), "jpt_pratama_iib", date(2027, 1, 1)),
            (date(1968, 2, 29), "pelaksana", date(2026, 3, 1)),
        ):
            with self.subTest(lahir=lahir, jenis=jenis):
                jabatan = self.buat_jabatan(f"J {lahir}", jenis)
                pegawai = self.env["hr.employee"].create(
                    {"name": "Uji", "tanggal_lahir": lahir, "jabatan_id": jabatan.id}
                )
                self.assertEqual(pegawai.tmt_pensiun, tmt)

    def test_service_is_counted_to_today(self):
        self.pegawai.tmt_cpns = date(2010, 1, 1)
        with freeze_time("2026-07-15"):
            self.pegawai.invalidate_recordset(["masa_kerja_tahun", "masa_kerja_bulan"])
            self.assertEqual(self.pegawai.masa_kerja_tahun, 16)
            self.assertEqual(self.pegawai.masa_kerja_bulan, 6)

    def test_personal_data_reach_core(self):
        self.pegawai.write(
            {
                "tanggal_lahir": date(1985, 3, 17),
                "jenis_kelamin": "P",
                "status_perkawinan": "menikah",
                "tempat_lahir": "Lubuk Uji",
            }
        )
        self.assertEqual(self.pegawai.birthday, date(1985, 3, 17))
        self.assertEqual(self.pegawai.sex, "female")
        self.assertEqual(self.pegawai.marital, "married")
        self.assertEqual(self.pegawai.place_of_birth, "Lubuk Uji")

    def test_current_version_cron_is_one_statement(self):
        versi = self.pegawai.create_version({"date_version": self.besok})
        with freeze_time(self.besok):
            self.env["hr.employee"]._cron_update_current_version_id()
        self.assertEqual(self.pegawai.current_version_id, versi)


class TestKepala(PegawaiCommon, TransactionCase):
    """Who heads a unit and who is whose superior."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kadis = cls.orang("kepala_kadis", unit=cls.dinas_a)
        cls.kabid = cls.orang("kepala_kabid", unit=cls.bidang_a)
        cls.staf = cls.orang("kepala_staf", unit=cls.bidang_a)
        cls.jabatan(cls.kadis, cls.jab_kepala_a, cls.dinas_a)
        cls.jabatan(cls.kabid, cls.jab_kabid, cls.bidang_a)
        cls.jabatan(cls.staf, cls.jab_pelaksana, cls.bidang_a)

    def test_head_and_superiors_follow_the_posts(self):
        self.assertEqual(self.dinas_a.manager_id, self.kadis)
        self.assertEqual(self.bidang_a.manager_id, self.kabid)
        self.assertEqual(self.staf.parent_id, self.kabid)
        self.assertEqual(self.kabid.parent_id, self.kadis)
        self.assertFalse(self.kadis.parent_id)

    def test_head_moves_away_and_plt_takes_over(self):
        self.jabatan(self.kabid, self.jab_pelaksana, self.dinas_b, self.hari_ini)
        self.assertFalse(self.bidang_a.manager_id)
        self.assertEqual(self.staf.parent_id, self.kadis)

        self.jabatan(
            self.kadis, self.jab_kabid, self.bidang_a, self.hari_ini,
            jenis_penugasan="plt",
        )  # fmt: skip
        self.assertEqual(self.bidang_a.manager_id, self.kadis)
        self.assertEqual(self.dinas_a.manager_id, self.kadis)
        self.assertEqual(self.kadis.unit_id, self.dinas_a)
        self.assertEqual(self.staf.parent_id, self.kadis)

    def test_plt_ends_on_its_last_day(self):
        self.jabatan(
            self.staf, self.jab_kabid, self.bidang_a, self.hari_ini,
            jenis_penugasan="plt", tmt_selesai=self.hari_ini,
        )  # fmt: skip
        self.assertEqual(self.bidang_a.manager_id, self.staf)

        with freeze_time(self.hari_ini + timedelta(days=1)):
            self.env["hr.employee"]._cron_project_riwayat()
        self.assertEqual(self.bidang_a.manager_id, self.kabid)

    def test_daily_acting_never_becomes_head(self):
        self.jabatan(
            self.staf, self.jab_kabid, self.bidang_a, self.hari_ini,
            jenis_penugasan="plh", tmt_selesai=self.hari_ini,
        )  # fmt: skip
        self.assertEqual(self.bidang_a.manager_id, self.kabid)

    def test_new_head_sees_the_unit_at_once(self):
        self.kabid.user_id.group_ids += self.peran("pimpinan")
        Pegawai = self.env["hr.employee"].with_user(self.kabid.user_id)
        self.assertEqual(Pegawai.search([]), self.kabid | self.staf)

        self.jabatan(self.kabid, self.jab_pelaksana, self.dinas_b, self.hari_ini)
        self.env.invalidate_all()
        self.assertEqual(Pegawai.search([]), self.kabid)

    def test_archived_head_heads_no_longer(self):
        self.kabid.action_archive()
        self.assertFalse(self.bidang_a.manager_id)
        self.assertEqual(self.staf.parent_id, self.kadis)

    def test_head_set_by_hand_moves_superiors(self):
        lurah = self.orang("kepala_lurah", unit=self.dinas_b)
        staf = self.orang("kepala_staf_b", unit=self.dinas_b)
        self.dinas_b.manager_id = lurah
        self.assertEqual(staf.parent_id, lurah)

    def test_unit_moved_below_another_changes_superiors(self):
        self.dinas_b.manager_id = self.staf
        self.bidang_a.parent_id = self.dinas_b
        self.assertEqual(self.kabid.parent_id, self.staf)

from datetime import date

from freezegun import freeze_time
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestCutiBersama(CutiCommon, TransactionCase):
    """Joint leave: no request, no charge, and a day more for who had to work."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.imlek = cls.env["asn.hari.libur"].search(
            [("jenis", "=", "cuti_bersama"), ("tanggal", "=", "2026-02-16")]
        )
        cls.nyepi = cls.env["asn.hari.libur"].search(
            [("jenis", "=", "cuti_bersama"), ("tanggal", "=", "2026-03-18")]
        )

    def tugas(self, nama="pegawai", libur=None, oleh="fasilitator"):
        """Return the duty of a person as the facilitator lists it."""
        return (
            self.env["asn.cuti.bersama.tugas"]
            .with_user(self.u[oleh])
            .create(
                {
                    "libur_id": (libur or self.imlek).id,
                    "employee_id": self.pegawai_dari(nama).id,
                    "dasar": "Surat Tugas 800/12/2026",
                }
            )
        )

    def test_cuti_bs_01_joint_leave_is_no_request(self):
        jenis = self.env.ref("asn_layanan_standar.jenis_cuti_bersama")
        self.assertFalse(jenis.is_terbuka)
        self.assertNotIn("bersama", self.draf_cuti().jenis_cuti_pilihan)
        self.assertTrue(self.imlek and self.nyepi, "the calendar has the days")

    def test_cuti_bs_02_joint_leave_costs_no_annual_leave(self):
        self.assertEqual(self.tersedia(), 12)
        # 18, 20, 23 and 24 March are joint leave, 19, 21 and 22 holidays
        p = self.draf_cuti(mulai="2026-03-16", selesai="2026-03-27")
        self.assertEqual(p.lama, 5)

    def test_cuti_07_a_year_whose_holidays_nobody_recorded_is_named(self):
        """Else 1 January is charged and nobody sees why."""
        draf = self.draf_cuti(mulai="2026-12-28", selesai="2027-01-06")
        inggris = draf.with_context(lang="en_US")
        self.assertIn("holidays of 2027 are not recorded", inggris._teks_rincian())
        self.env["asn.hari.libur"].create(
            {
                "name": "Tahun Baru",
                "tanggal": "2027-01-01",
                "jenis": "libur_nasional",
                "sumber": "SKB",
            }
        )
        self.assertNotIn("not recorded", inggris._teks_rincian())

    def test_cuti_bs_03_duty_adds_a_day_of_the_same_year(self):
        """CUTI-T-09: the added day lapses on 31 December."""
        tugas = self.tugas()
        self.assertEqual(self.tersedia(), 12, "listed is not yet confirmed")
        tugas.with_user(self.u["atasan"]).action_sahkan()
        tugas.with_user(self.u["atasan"]).action_sahkan()
        self.assertEqual((tugas.state, self.tersedia()), ("sah", 13))
        lain = self.tersedia("pegawai2", 2027, date(2027, 1, 4))
        self.assertEqual(self.tersedia("pegawai", 2027, date(2027, 1, 4)), lain)

    def test_cuti_bs_03_the_added_day_is_named_with_its_end(self):
        """It is none of earlier years: balance and home page say whose it is."""
        self.tugas().with_user(self.u["atasan"]).action_sahkan()
        orang = self.pegawai_dari()
        self.assertEqual(orang.saldo_cuti_tambahan, 1)
        self.assertEqual(orang.saldo_cuti_hangus, 1)
        beranda = self.env["asn.beranda"].with_user(self.u["pegawai"])
        angka = beranda._angka_saldo_cuti(orang, 2026)
        self.assertIn("1", angka[1]["keterangan"])
        self.assertNotEqual(angka[2]["warna"], "warning", "nothing was carried")

    def test_cuti_bs_03_only_the_head_or_leave_administrators_confirm(self):
        tugas = self.tugas()
        for nama in ("pegawai", "pegawai2", "fasilitator", "pengawas", "monev"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                tugas.with_user(self.u[nama]).action_sahkan()
        self.u["admin_aplikasi"].layanan_ids -= self.cuti
        with self.assertRaises(AccessError):
            tugas.with_user(self.u["admin_aplikasi"]).action_sahkan()
        self.u["admin_aplikasi"].layanan_ids |= self.cuti
        tugas.with_user(self.u["admin_aplikasi"]).action_sahkan()
        self.assertEqual(tugas.state, "sah")

    def test_cuti_bs_03_nobody_confirms_the_own_duty(self):
        tugas = self.tugas("atasan")
        with self.assertRaises(AccessError):
            tugas.with_user(self.u["atasan"]).action_sahkan()
        tugas.with_user(self.u["penandatangan"]).action_sahkan()
        self.assertEqual(self.tersedia("atasan"), 13)

    def test_cuti_bs_03_a_day_to_come_is_not_confirmed(self):
        tugas = self.tugas(libur=self.nyepi)
        with self.assertRaises(UserError):
            tugas.with_user(self.u["atasan"]).action_sahkan()
        with freeze_time("2026-03-19 02:00:00"):
            tugas.with_user(self.u["atasan"]).action_sahkan()

    def test_cancelling_takes_the_day_back_unless_used(self):
        tugas = self.tugas()
        tugas.with_user(self.u["atasan"]).action_sahkan()
        self.ajukan_cuti(mulai="2026-06-02", selesai="2026-06-19")
        self.assertLess(self.tersedia(), 1)
        with self.assertRaises(UserError), self.cr.savepoint():
            tugas.with_user(self.u["atasan"]).action_batal()
        lain = self.tugas("pegawai2")
        lain.with_user(self.u["atasan"]).action_sahkan()
        lain.with_user(self.u["atasan"]).action_batal()
        self.assertEqual((lain.state, self.tersedia("pegawai2")), ("batal", 12))
        self.tugas("pegawai2")

    def test_lists_keep_what_was_confirmed_and_hold_real_days(self):
        tugas = self.tugas()
        with self.assertRaises(AccessError):
            tugas.write({"state": "sah"})
        tugas.with_user(self.u["atasan"]).action_sahkan()
        with self.assertRaises(UserError):
            tugas.with_user(self.u["fasilitator"]).write({"dasar": "lain"})
        with self.assertRaises(UserError):
            tugas.with_user(self.u["fasilitator"]).unlink()
        hari_biasa = self.env["asn.hari.libur"].search(
            [("jenis", "=", "libur_nasional")], limit=1
        )
        with self.assertRaises(ValidationError):
            self.tugas(libur=hari_biasa)

    def test_cuti_k_09_school_holidays_of_pppk_teachers_are_a_setting(self):
        self.jadikan_pppk("pegawai", date(2024, 1, 1), date(2028, 12, 31))
        pegawai = self.pegawai_dari()
        guru = self.buat_jabatan(
            "Guru Ahli Pertama", "jf_ahli_pertama", pegawai.unit_id
        )
        guru.bup_id = self.env["asn.bup"].search([("kode", "=", "guru")], limit=1)
        self.jabatan(pegawai, guru, pegawai.unit_id, date(2026, 1, 1))
        self.assertEqual(self.ajukan_cuti().state, "in_review")
        self.env.company.asn_cuti_libur_sekolah_pppk = True
        self.pastikan_ditolak(
            UserError, "[CUTI-K-09]", mulai="2026-07-06", selesai="2026-07-07"
        )

    def test_cuti_01_other_decisions_than_approval_need_a_reason(self):
        p = self.ajukan_cuti()
        for metode in ("action_return", "action_reject", "action_defer"):
            with self.subTest(metode=metode), self.assertRaises(ValidationError):
                getattr(self.sebagai("atasan", p), metode)(" ")

    def test_cuti_04_leave_abroad_is_granted_by_the_ppk(self):
        negara = self.env.ref("base.sg")
        p = self.ajukan_jenis(
            "alasan_penting",
            "penting_menikah",
            di_luar_negeri=True,
            negara_tujuan_id=negara.id,
        )
        mandat = self.env.ref("asn_layanan_standar.mandat_cuti_luar_negeri")
        self.assertEqual(
            mandat.penandatangan_jabatan, "kepala_daerah", "and no delegation"
        )
        self.assertTrue(p.filtered_domain([("di_luar_negeri", "=", True)]))
        self.assertTrue(self.cuti.mandat_ids.sorted("sequence")[:1] == mandat)


@tagged("post_install", "-at_install")
class TestPanggilKembali(CutiCommon, TransactionCase):
    """Recall from leave that has begun (CUTI-05), cancelling before (CUTI-08)."""

    def test_cuti_05_dialog_takes_the_last_day_and_gives_the_rest_back(self):
        p = self.ajukan_jenis(
            "alasan_penting",
            "penting_menikah",
            mulai="2026-03-10",
            selesai="2026-03-20",
        )
        self.terbitkan(p)
        with freeze_time("2026-03-12 02:00:00"):
            dialog = (
                self.env["asn.permohonan.tindak"]
                .with_user(self.u["penandatangan"])
                .create(
                    {
                        "permohonan_id": p.id,
                        "jenis": "penggantian",
                        "alasan": "Kepentingan dinas mendesak",
                        "hari_terakhir": "2026-03-11",
                    }
                )
            )
            self.assertTrue(dialog.is_cuti_berjalan)
            aksi = dialog.action_mulai()
            ganti = self.env["asn.permohonan"].browse(aksi["res_id"])
            self.assertEqual(ganti.tanggal_selesai, date(2026, 3, 11))
            self.assertEqual(ganti.lama, 2)

    def test_cuti_05_nobody_is_called_back_from_maternity_leave(self):
        p = self.ajukan_jenis("melahirkan", mulai="2026-03-03", selesai="2026-06-02")
        self.terbitkan(p)
        with freeze_time("2026-03-12 02:00:00"):
            aksi = self.sebagai("admin_aplikasi", p).action_tindak(
                "penggantian", "Kepentingan dinas"
            )
            ganti = self.env["asn.permohonan"].browse(aksi["res_id"])
            ganti.with_user(self.u["admin_aplikasi"]).write(
                {"tanggal_selesai": "2026-03-12"}
            )
            self.lampirkan(ganti)
            with self.assertRaisesRegex(UserError, "pemanggilan kembali|called back"):
                ganti.with_user(self.u["admin_aplikasi"]).action_submit()

    def test_cuti_08_revoked_before_the_first_day_leaves_nothing(self):
        p = self.ajukan_jenis(
            "alasan_penting",
            "penting_menikah",
            mulai="2026-03-10",
            selesai="2026-03-20",
        )
        self.terbitkan(p)
        aksi = self.sebagai("pegawai", p).action_tindak("pencabutan", "Batal menikah")
        cabut = self.env["asn.permohonan"].browse(aksi["res_id"])
        self.sebagai("pegawai", cabut).action_submit()
        self.terbitkan(cabut)
        self.assertEqual(p.riwayat_cuti_ids.mapped("status"), ["batal"])
        self.assertFalse(
            self.env["resource.calendar.leaves"].search([("permohonan_id", "=", p.id)])
        )

from datetime import date

from odoo.exceptions import UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestMasukanBuruk(CutiCommon, TransactionCase):
    """Each bad input: one clear message, and nothing half-saved."""

    def pesan_aturan(self, kode, **nilai):
        """Check that exactly one rule refuses the form; return the message."""
        pesan = self.pastikan_ditolak(UserError, f"[{kode}]", **nilai)
        self.assertEqual(pesan.count("[CUTI-"), 1, pesan)
        return pesan

    def test_end_before_start(self):
        sebelum = self.env["asn.permohonan"].search_count([])
        pesan = self.pastikan_ditolak(
            ValidationError, mulai="2026-06-12", selesai="2026-06-08"
        )
        self.assertIn("12 Juni 2026", pesan)
        self.assertEqual(self.env["asn.permohonan"].search_count([]), sebelum)

    def test_cuti_09_weekend_only(self):
        self.pesan_aturan("CUTI-09", mulai="2026-06-13", selesai="2026-06-14")

    def test_cuti_09_holiday_and_joint_leave_only(self):
        self.pesan_aturan("CUTI-09", mulai="2026-05-14", selesai="2026-05-17")

    def test_cuti_02_past_start(self):
        pesan = self.pesan_aturan("CUTI-02", mulai="2026-02-23", selesai="2026-02-25")
        self.assertIn("23 Februari 2026", pesan)

    def test_cuti_02_starts_today(self):
        self.pesan_aturan("CUTI-02", mulai="2026-03-02", selesai="2026-03-02")

    def test_cuti_02_window_is_a_setting(self):
        self.env.company.asn_cuti_mulai_minimal_hari = 7
        self.pesan_aturan("CUTI-02", mulai="2026-03-06", selesai="2026-03-06")
        self.env.company.asn_cuti_mulai_minimal_hari = 0
        self.assertEqual(
            self.ajukan_cuti(mulai="2026-03-02", selesai="2026-03-02").state,
            "in_review",
        )

    def test_cuti_03_overlap(self):
        satu = self.ajukan_cuti()
        pesan = self.pesan_aturan("CUTI-03", mulai="2026-06-12", selesai="2026-06-15")
        self.assertIn(satu.nomor, pesan)
        self.assertIn("8-12 Juni 2026", pesan)

    def test_cuti_03_day_after_is_no_overlap(self):
        self.ajukan_cuti()
        dua = self.ajukan_cuti(mulai="2026-06-15", selesai="2026-06-15")
        self.assertEqual(dua.state, "in_review")

    def test_cuti_03_withdrawn_leave_frees_its_days(self):
        satu = self.ajukan_cuti()
        self.sebagai("pegawai", satu).action_cancel("Tidak jadi")
        self.assertEqual(self.ajukan_cuti().state, "in_review")

    def test_cuti_03_recorded_leave_counts(self):
        self.env["asn.riwayat.cuti"]._catat(
            [
                {
                    "employee_id": self.pegawai_dari().id,
                    "jenis_cuti": "sakit",
                    "tanggal_mulai": "2026-06-09",
                    "tanggal_selesai": "2026-06-09",
                    "nomor_surat": "800/1",
                    "tanggal_surat": "2026-06-01",
                }
            ]
        )
        self.assertIn("800/1", self.pesan_aturan("CUTI-03"))

    def test_cuti_03_others_may_be_away(self):
        self.ajukan_cuti()
        self.assertEqual(self.ajukan_cuti("pegawai2").state, "in_review")

    def test_cuti_t_02_more_than_the_balance(self):
        pesan = self.pesan_aturan("CUTI-T-02", mulai="2026-06-02", selesai="2026-06-19")
        self.assertIn("2026", pesan)

    def test_cuti_t_02_pending_request_takes_its_days(self):
        self.ajukan_cuti(mulai="2026-06-02", selesai="2026-06-15")
        self.assertEqual(self.tersedia(), 2)
        self.pesan_aturan("CUTI-T-02", mulai="2026-07-06", selesai="2026-07-08")
        boleh = self.ajukan_cuti(mulai="2026-07-06", selesai="2026-07-07")
        self.assertEqual(boleh.state, "in_review")
        self.assertEqual(self.tersedia(), 0)

    def test_cuti_07_crossing_new_year_needs_both_balances(self):
        self.ajukan_cuti(mulai="2026-11-02", selesai="2026-11-13")
        pesan = self.pesan_aturan("CUTI-T-02", mulai="2026-12-28", selesai="2027-01-05")
        self.assertIn("2026", pesan)
        self.assertNotIn("2027", pesan)

    def test_cuti_t_01_less_than_one_year(self):
        self.pegawai_dari().write({"status_pegawai": "cpns", "tmt_cpns": "2025-07-01"})
        pesan = self.pesan_aturan("CUTI-T-01")
        self.assertIn("1 Juli 2025", pesan)

    def test_cuti_t_01_one_year_on_the_first_day_is_enough(self):
        self.pegawai_dari().write({"status_pegawai": "cpns", "tmt_cpns": "2025-06-08"})
        self.assertEqual(self.ajukan_cuti().state, "in_review")

    def test_cuti_t_08_year_with_long_leave(self):
        self.env["asn.riwayat.cuti"]._catat(
            [
                {
                    "employee_id": self.pegawai_dari().id,
                    "jenis_cuti": "besar",
                    "tanggal_mulai": "2026-01-05",
                    "tanggal_selesai": "2026-02-04",
                    "nomor_surat": "800/2",
                    "tanggal_surat": "2026-01-02",
                }
            ]
        )
        self.pesan_aturan("CUTI-T-08")

    def test_cuti_x_01_beyond_pension(self):
        pegawai = self.pegawai_dari()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_employee SET tmt_pensiun = '2026-06-10' WHERE id = %s",
            [pegawai.id],
        )
        pegawai.invalidate_recordset(["tmt_pensiun"])
        self.assertIn("10 Juni 2026", self.pesan_aturan("CUTI-X-01"))

    def test_cuti_k_08_beyond_contract(self):
        self.jadikan_pppk("pegawai", date(2024, 1, 1), date(2026, 6, 10))
        self.assertIn("10 Juni 2026", self.pesan_aturan("CUTI-K-08"))

    def test_cuti_k_02_pppk_before_one_year(self):
        self.jadikan_pppk("pegawai", date(2025, 9, 1), date(2027, 8, 31))
        self.pesan_aturan("CUTI-K-02")

    def test_cuti_k_05_special_reason_has_six_days(self):
        self.jadikan_pppk("pegawai", date(2025, 9, 1), date(2027, 8, 31))
        p = self.ajukan_cuti(alasan_khusus="sakit_keras")
        self.assertEqual((p.state, p.lama), ("in_review", 5))
        self.pesan_aturan(
            "CUTI-K-05",
            mulai="2026-07-06",
            selesai="2026-07-07",
            alasan_khusus="meninggal",
        )
        satu = self.ajukan_cuti(
            mulai="2026-07-06", selesai="2026-07-06", alasan_khusus="meninggal"
        )
        self.assertEqual(satu.state, "in_review")

    def test_cuti_k_01_kind_that_is_not_open(self):
        self.env.ref("asn_layanan_standar.jenis_cuti_tahunan_pppk").is_terbuka = False
        self.jadikan_pppk("pegawai", date(2024, 1, 1), date(2028, 12, 31))
        self.pesan_aturan("CUTI-K-01")
        self.pastikan_kode("CUTI-K-01", "besar", "besar_lain")

    def test_cuti_04_abroad_needs_the_country(self):
        self.pesan_aturan("CUTI-04", di_luar_negeri=True)

    def test_cuti_t_03_travel_days_only_where_hard_to_reach(self):
        self.pesan_aturan("CUTI-T-03", hari_perjalanan=2)
        self.pegawai_dari().unit_id.parent_id.is_daerah_sulit = True
        self.pesan_aturan("CUTI-T-03", hari_perjalanan=13)
        self.pesan_aturan("CUTI-T-03", hari_perjalanan=-1)
        p = self.ajukan_cuti(hari_perjalanan=12)
        self.assertEqual((p.lama, p.akhir_cuti), (5, date(2026, 6, 24)))
        self.assertEqual(self.tersedia(), 7)
        self.pesan_aturan("CUTI-03", mulai="2026-06-24", selesai="2026-06-25")
        self.terbitkan(p)
        absen = self.env["resource.calendar.leaves"].search(
            [("permohonan_id", "=", p.id)]
        )
        self.assertEqual(absen.date_to.date(), date(2026, 6, 24))
        self.assertIn("12 hari kalender", str(p.surat_id.isi))

    def test_cuti_k_04_pppk_have_six_travel_days(self):
        self.jadikan_pppk("pegawai", date(2024, 1, 1), date(2028, 12, 31))
        self.pegawai_dari().unit_id.is_daerah_sulit = True
        self.pesan_aturan("CUTI-K-04", hari_perjalanan=7)
        self.assertEqual(self.ajukan_cuti(hari_perjalanan=6).state, "in_review")

    def test_empty_reason_and_address(self):
        for nama in ("alasan", "alamat_cuti"):
            for kosong in (False, "", "   "):
                with self.subTest(nama=nama, kosong=kosong):
                    self.pastikan_ditolak(UserError, **{nama: kosong})

    def test_no_dates(self):
        self.pastikan_ditolak(UserError, mulai=False, selesai=False)

    def test_absurd_dates(self):
        self.pastikan_ditolak(ValidationError, mulai="2026-06-08", selesai="2099-01-01")

    def test_decisions_need_a_reason(self):
        p = self.ajukan_cuti()
        for metode in ("action_return", "action_reject", "action_defer"):
            with self.assertRaises(ValidationError):
                getattr(self.sebagai("atasan", p), metode)("  ")
        self.assertEqual(p.state, "in_review")

    def test_deferral_only_where_the_step_allows_it(self):
        p = self.ajukan_cuti()
        self.sebagai("atasan", p).action_approve()
        with self.assertRaises(UserError):
            self.sebagai("fasilitator", p).action_defer("Kepentingan dinas")
        self.assertEqual(self.tersedia(), 7)

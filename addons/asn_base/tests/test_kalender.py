from datetime import date, datetime

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import TransactionCase
from odoo.tools import mute_logger
from psycopg2.errors import UniqueViolation

from .common import AsnCommon
from .test_hari_kerja import VEKTOR


class TestKalender(AsnCommon, TransactionCase):
    """Holidays and working days on the calendars of the city."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.lima = cls.env.ref("asn_base.kalender_5_hari")
        cls.enam = cls.env.ref("asn_base.kalender_6_hari")
        cls.Libur = cls.env["asn.hari.libur"]

    def test_weeks_are_of_37_and_a_half_hours(self):
        self.assertEqual(self.lima.hours_per_week, 37.5)
        self.assertEqual(self.enam.hours_per_week, 37.5)
        self.assertEqual(self.lima._asn_hari_kerja_mingguan(), frozenset(range(5)))
        self.assertEqual(self.enam._asn_hari_kerja_mingguan(), frozenset(range(6)))

    def test_vectors_of_2026(self):
        for a, b, lima, enam in VEKTOR:
            with self.subTest(a=a, b=b):
                self.assertEqual(self.lima._asn_jumlah_hari_kerja(a, b), lima)
                if enam is not None:
                    self.assertEqual(self.enam._asn_jumlah_hari_kerja(a, b), enam)

    def test_core_counts_the_same_working_time(self):
        hours = self.lima.get_work_hours_count(
            datetime(2026, 3, 15, 17), datetime(2026, 3, 27, 17)
        )
        self.assertEqual(hours, 5 * 7.5)

    def test_new_holiday_counts_at_once_and_moves(self):
        a, b = date(2027, 3, 1), date(2027, 3, 5)
        self.assertEqual(self.lima._asn_jumlah_hari_kerja(a, b), 5)
        libur = self.Libur.create({"name": "Contoh", "tanggal": date(2027, 3, 2)})
        self.assertEqual(self.lima._asn_jumlah_hari_kerja(a, b), 4)
        self.assertEqual(libur.leave_id.date_from, datetime(2027, 3, 1, 17, 0))
        self.assertEqual(libur.leave_id.date_to, datetime(2027, 3, 2, 16, 59, 59))
        self.assertFalse(libur.leave_id.calendar_id)
        self.assertFalse(libur.leave_id.resource_id)
        libur.tanggal = date(2027, 3, 6)
        self.assertEqual(self.lima._asn_jumlah_hari_kerja(a, b), 5)
        self.assertEqual(libur.leave_id.date_from, datetime(2027, 3, 5, 17, 0))
        leave = libur.leave_id
        libur.unlink()
        self.assertFalse(leave.exists())

    def test_every_holiday_has_one_calendar_entry(self):
        semua = self.Libur.search([])
        self.assertEqual(len(semua.leave_id), len(semua))

    def test_calendar_entry_cannot_be_handed_in(self):
        other = self.env["resource.calendar.leaves"].create(
            {"name": "Lain", "date_from": "2027-05-01", "date_to": "2027-05-02"}
        )
        libur = self.Libur.create(
            {"name": "X", "tanggal": "2027-06-01", "leave_id": other.id}
        )
        self.assertNotEqual(libur.leave_id, other)
        libur.leave_id = other
        libur.unlink()
        self.assertTrue(other.exists())

    @mute_logger("odoo.sql_db")
    def test_date_twice_is_refused(self):
        with self.assertRaises(UniqueViolation), self.env.cr.savepoint():
            self.Libur.create({"name": "Lagi", "tanggal": "2026-08-17"})

    def test_administrator_without_calendar_rights_keeps_the_list(self):
        utama = self.buat_user("kal_utama", ("admin_utama",))
        libur = self.Libur.with_user(utama).create(
            {"name": "Contoh", "tanggal": "2027-04-01"}
        )
        self.assertTrue(libur.sudo().leave_id)
        libur.unlink()
        pegawai = self.buat_user("kal_pegawai")
        with self.assertRaises(AccessError):
            self.Libur.with_user(pegawai).create({"name": "X", "tanggal": "2027-04-02"})

    def test_add_days_to_dates_and_moments(self):
        maju = self.lima._asn_tambah_hari_kerja
        self.assertEqual(maju(date(2026, 3, 17), 1), date(2026, 3, 25))
        self.assertEqual(maju(date(2026, 12, 31), 1), date(2027, 1, 1))
        # 18.00 UTC on Thursday is Friday in Jakarta: the next day is Monday.
        self.assertEqual(
            maju(datetime(2026, 4, 9, 18, 0), 1), datetime(2026, 4, 12, 18, 0)
        )
        self.assertEqual(
            self.lima._asn_akhir_hari(date(2026, 4, 10)),
            datetime(2026, 4, 10, 16, 59, 59),
        )

    def test_empty_calendar_is_the_citys(self):
        kosong = self.env["resource.calendar"]
        self.assertEqual(kosong._asn_kalender(), self.env.company.resource_calendar_id)
        self.assertFalse(kosong._asn_is_hari_kerja(date(2026, 8, 17)))
        self.assertTrue(kosong._asn_is_hari_kerja(date(2026, 8, 18)))

    def test_changed_hours_change_the_week_at_once(self):
        self.assertEqual(len(self.lima._asn_hari_kerja_mingguan()), 5)
        jumat = self.lima.attendance_ids.filtered(lambda j: j.dayofweek == "4")
        jumat.unlink()
        self.assertEqual(self.lima._asn_hari_kerja_mingguan(), frozenset(range(4)))
        self.lima.attendance_ids = [
            Command.create(
                {"name": "x", "dayofweek": "6", "hour_from": 8, "hour_to": 12}
            )
        ]
        self.assertIn(6, self.lima._asn_hari_kerja_mingguan())

    def test_asking_again_costs_no_query(self):
        a, b = date(2026, 1, 1), date(2026, 12, 31)
        self.lima._asn_jumlah_hari_kerja(a, b)
        with self.assertQueryCount(0):
            self.lima._asn_jumlah_hari_kerja(a, b)
            self.lima._asn_tambah_hari_kerja(a, 100)

"""People who work in shifts: leave by the roster of the unit (services 3.2)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import BaseCase, TransactionCase, tagged

from ..domain import jadwal
from .common import CutiCommon

JUNI = date(2026, 6, 1)


class TestDomainJadwal(BaseCase):
    def test_days_are_read_as_they_are_written(self):
        for teks, jumlah, rapi in (
            ("1-5, 8,10 - 12", 9, "1-5, 8, 10-12"),
            ("30", 1, "30"),
            ("", 0, ""),
            ("3,2,1,2", 3, "1-3"),
        ):
            with self.subTest(teks=teks):
                hari = jadwal.baca_hari(teks, JUNI)
                self.assertEqual((len(hari), jadwal.tulis_hari(hari)), (jumlah, rapi))

    def test_what_is_no_day_of_the_month_is_refused(self):
        for teks in ("31", "0", "5-3", "senin", "1;2", "1-", "29-31"):
            with self.subTest(teks=teks), self.assertRaises(ValueError):
                jadwal.baca_hari(teks, JUNI)
        self.assertEqual(len(jadwal.baca_hari("28-29", date(2028, 2, 1))), 2)
        with self.assertRaises(ValueError):
            jadwal.baca_hari("29", date(2026, 2, 1))

    @given(st.sets(st.integers(1, 30)))
    def test_writing_and_reading_are_inverse(self, nomor):
        hari = {JUNI.replace(day=n) for n in nomor}
        self.assertEqual(jadwal.baca_hari(jadwal.tulis_hari(hari), JUNI), hari)


@tagged("post_install", "-at_install")
class TestJadwalDinas(CutiCommon, TransactionCase):
    """``pegawai`` works in shifts in June 2026, also at the weekend."""

    def jadwal(self, hari="6-7, 10, 12-14", bulan=JUNI, nama="fasilitator", **nilai):
        return (
            self.env["asn.jadwal.dinas"]
            .with_user(self.u[nama])
            .create(
                {
                    "employee_id": self.pegawai_dari().id,
                    "bulan": bulan,
                    "hari": hari,
                    **nilai,
                }
            )
        )

    def test_leave_costs_the_days_on_duty(self):
        """8 to 14 June: the calendar counts five days, the roster four."""
        draf = self.draf_cuti(mulai="2026-06-08", selesai="2026-06-14")
        self.assertEqual(draf.lama, 5)
        self.jadwal()
        lain = self.draf_cuti(mulai="2026-06-08", selesai="2026-06-14")
        self.assertEqual(lain.lama, 4)
        self.assertIn("roster", lain.rincian_lama)
        lain.action_submit()
        self.assertEqual(self.mutasi(lain.with_env(self.env)), [("pesan", 2026, -4)])

    def test_months_without_a_roster_follow_the_calendar(self):
        """29 June to 3 July: no duty in June after the 14th, three days in July."""
        self.jadwal()
        draf = self.draf_cuti(mulai="2026-06-29", selesai="2026-07-03")
        self.assertEqual(draf.lama, 3)

    def test_nobody_keeps_the_own_roster(self):
        with self.assertRaises(AccessError):
            self.jadwal(employee_id=self.pegawai_dari("fasilitator").id)
        with self.assertRaises(AccessError):
            self.jadwal(nama="pegawai")
        baris = self.jadwal()
        with self.assertRaises(AccessError):
            baris.employee_id = self.pegawai_dari("fasilitator")

    def test_a_month_in_which_leave_was_counted_stays(self):
        baris = self.jadwal()
        self.ajukan_cuti(mulai="2026-06-10", selesai="2026-06-12")
        for ubah in (
            lambda: baris.write({"hari": "1"}),
            lambda: baris.write({"bulan": "2026-07-01"}),
            baris.unlink,
        ):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                ubah()
        self.jadwal(bulan=date(2026, 7, 15)).hari = "1-3"

    def test_a_roster_is_one_a_month_and_holds_real_days(self):
        self.assertEqual(self.jadwal(bulan=date(2026, 7, 15)).bulan, date(2026, 7, 1))
        with self.assertRaises(ValidationError), self.cr.savepoint():
            self.jadwal("1-31")

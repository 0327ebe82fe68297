from odoo.exceptions import AccessError
from odoo.tests import TransactionCase

from .test_pintu_inti import Pintu

#: Columns of core that only personnel officers read, with something to ask for.
TERTUTUP = ("marital", "employee_type", "distance_home_work_unit", "currency_id")


class TestMedanTertutup(Pintu, TransactionCase):
    """A column that is closed to reading, and who asks for it in other ways."""

    def test_closed_columns_are_no_condition_order_or_group(self):
        pegawai = self.env["hr.employee"].with_user(self.ani)
        self.assertTrue(pegawai.search([]))
        for nama in TERTUTUP:
            with self.subTest(medan=nama):
                with self.assertRaises(AccessError):
                    pegawai.search_count([(nama, "!=", False)])
                with self.assertRaises(AccessError):
                    pegawai.search_count([(f"parent_id.{nama}", "!=", False)])
                with self.assertRaises(AccessError):
                    pegawai.search([], order=f"{nama} desc")
                with self.assertRaises(AccessError):
                    pegawai.formatted_read_group([], [nama], ["__count"])

    def test_an_officer_searches_by_them(self):
        petugas = self.buat_user("medan_petugas", ("admin_sistem",))
        pegawai = self.env["hr.employee"].with_user(petugas)
        for nama in TERTUTUP:
            with self.subTest(medan=nama):
                self.assertGreater(pegawai.search_count([(nama, "!=", False)]), 1)
        self.assertTrue(pegawai.search([], order="marital desc"))
        self.assertTrue(pegawai.formatted_read_group([], ["marital"], ["__count"]))

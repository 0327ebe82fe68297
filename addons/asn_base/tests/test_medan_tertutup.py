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

    def test_attachments_answer_nothing_about_what_others_keep_to_themselves(self):
        """Core looks for them without rules; so did conditions on other records."""
        Lampiran = self.env["ir.attachment"]
        berkas = Lampiran.create(
            {"name": "a.txt", "raw": b"a", "public": True, "company_id": 1}
        )
        badu = self.buat_pegawai_user("lampiran_badu")
        badu.employee_id.private_phone = "0812000777"
        ani = Lampiran.with_user(self.ani)
        ini = [("id", "=", berkas.id)]
        for jalan in (
            "company_id.user_ids.employee_ids.private_phone",
            "create_uid.company_id.user_ids.employee_ids.private_phone",
        ):
            tanya = [*ini, (jalan, "=", "0812000777")]
            self.assertEqual(Lampiran.search_count(tanya), 1)
            for satu in (tanya, [*ini, "!", tanya[1]]):
                with self.subTest(tanya=satu), self.assertRaises(AccessError):
                    ani.search_count(satu)
                with self.assertRaises(AccessError):
                    ani.search(satu, limit=1)
                with self.assertRaises(AccessError):
                    ani.formatted_read_group(satu, [], ["__count"])
        nama = self.env.company.name
        self.assertEqual(ani.search([*ini, ("company_id.name", "=", nama)]), berkas)
        self.assertEqual(ani.search([*ini, ("company_id", "ilike", nama)]), berkas)
        self.assertFalse(ani.search([*ini, ("company_id.name", "!=", nama)]))
        self.assertFalse(ani.search([*ini, ("create_uid", "=", self.ani.id)]))

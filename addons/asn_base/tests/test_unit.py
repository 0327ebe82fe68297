from odoo.tests import TransactionCase
from odoo.tools import mute_logger
from psycopg2.errors import UniqueViolation

from .common import AsnCommon


class TestUnit(AsnCommon, TransactionCase):
    """The tree of work units."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kota = cls.buat_unit("Kota", "pemda")
        cls.dinas = cls.buat_unit("Dinas", "opd", cls.kota, kode="D1", singkatan="Dn")
        cls.bidang = cls.buat_unit("Bidang", "bidang", cls.dinas)
        cls.seksi = cls.buat_unit("Seksi", "seksi", cls.bidang)
        cls.kadis = cls.buat_pegawai_user("unit_kadis", unit=cls.dinas).employee_id

    def test_ancestors_nearest_first(self):
        self.assertEqual(
            list(self.seksi._leluhur()),
            [self.seksi, self.bidang, self.dinas, self.kota],
        )

    def test_head_is_the_nearest_above(self):
        self.assertFalse(self.seksi._kepala())
        self.dinas.manager_id = self.kadis
        self.assertEqual(self.seksi._kepala(), self.kadis)
        self.assertEqual(self.dinas._kepala(), self.kadis)
        self.assertFalse(self.kota._kepala())

    def test_regional_body(self):
        self.assertEqual(self.seksi._perangkat_daerah(), self.dinas)
        self.assertEqual(self.dinas._perangkat_daerah(), self.dinas)
        self.assertEqual(self.kota._perangkat_daerah(), self.kota)

    def test_calendar_comes_from_above(self):
        lima = self.env.company.resource_calendar_id
        enam = self.env.ref("asn_base.kalender_6_hari")
        self.assertEqual(self.seksi._kalender(), lima)
        self.dinas.kalender_id = enam
        self.assertEqual(self.seksi._kalender(), enam)
        self.seksi.kalender_id = lima
        self.assertEqual(self.seksi._kalender(), lima)

    def test_unit_is_found_by_name_code_and_short_name(self):
        Unit = self.env["hr.department"]
        for text in ("Dinas", "D1", "Dn"):
            with self.subTest(text=text):
                self.assertIn(self.dinas.id, [r[0] for r in Unit.name_search(text)])

    @mute_logger("odoo.sql_db")
    def test_code_twice_is_refused(self):
        with self.assertRaises(UniqueViolation), self.env.cr.savepoint():
            self.buat_unit("Lain", kode="D1")

    def test_core_example_unit_is_put_away(self):
        contoh = self.env.ref("hr.dep_administration", raise_if_not_found=False)
        self.assertFalse(contoh and contoh.active)

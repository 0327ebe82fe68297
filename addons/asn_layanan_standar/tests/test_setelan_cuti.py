"""What the city decides about leave holds from a day on (services dossier, numbers)."""

from datetime import date

from freezegun import freeze_time
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestSetelanCuti(CutiCommon, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.setelan = cls.env["asn.setelan.cuti"]

    def hari(self, pada):
        return self.setelan._pada(date.fromisoformat(pada))["mulai_minimal_hari"]

    def test_a_change_holds_from_today_and_not_before(self):
        self.env.company.asn_cuti_mulai_minimal_hari = 7
        self.assertEqual(self.env.company.asn_cuti_mulai_minimal_hari, 7)
        self.assertEqual(self.env.company.asn_cuti_susulan_hari, 3, "the rest stays")
        self.assertEqual(
            [self.hari(h) for h in ("1999-01-01", "2026-03-01", "2026-03-02")],
            [1, 1, 7],
        )
        self.env.company.asn_cuti_mulai_minimal_hari = 5
        self.assertEqual(self.hari("2026-03-02"), 5, "today is still open")
        self.assertEqual(self.setelan.search_count([]), 2)

    def test_a_rule_of_next_year_waits_for_its_day(self):
        admin = self.setelan.with_user(self.u["admin_sistem"])
        nanti = admin.create({"berlaku_mulai": "2027-01-01", "mulai_minimal_hari": 3})
        self.assertEqual(self.env.company.asn_cuti_mulai_minimal_hari, 1)
        with freeze_time("2027-01-01 02:00:00"):
            self.assertEqual(self.saldo._setelan("cuti_mulai_minimal_hari"), 3)
            with self.assertRaises(ValidationError), self.cr.savepoint():
                self.env.ref("asn_layanan_standar.setelan_cuti_awal").susulan_hari = 9
        nanti.unlink()
        self.assertEqual(self.hari("2027-01-01"), 1)

    def test_what_has_begun_is_neither_changed_nor_deleted(self):
        awal = self.env.ref("asn_layanan_standar.setelan_cuti_awal")
        for ubah in (
            lambda: awal.write({"susulan_hari": 5}),
            lambda: awal.write({"berlaku_mulai": "2026-04-01"}),
            awal.unlink,
            lambda: self.setelan.create({"berlaku_mulai": "2026-03-01"}),
        ):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                ubah()
        with self.assertRaises(AccessError):
            awal.with_user(self.u["fasilitator"]).write({"susulan_hari": 5})

    def test_pro_15_last_years_case_keeps_the_settings_of_last_year(self):
        """Filed a week ahead; a year later the city asks for ten days."""
        permohonan = self.ajukan_cuti(mulai="2026-03-09", selesai="2026-03-10")
        with freeze_time("2027-03-02 02:00:00"):
            self.env.company.asn_cuti_mulai_minimal_hari = 10
            self.assertEqual(self.saldo._setelan("cuti_mulai_minimal_hari"), 10)
            self.assertEqual(permohonan.sudo()._beda_uji_ulang()[0], [])

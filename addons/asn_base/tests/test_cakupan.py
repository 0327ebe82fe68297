from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import TransactionCase

from .common import AsnCommon


class TestCakupan(AsnCommon, TransactionCase):
    """A grant counts at once, and so does its end (hr_employee finding 3)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kota = cls.buat_unit("Kota", "pemda")
        cls.a = cls.buat_unit("Dinas A", "opd", cls.kota)
        cls.a1 = cls.buat_unit("Bidang A1", "bidang", cls.a)
        cls.b = cls.buat_unit("Dinas B", "opd", cls.kota)
        cls.fas = cls.buat_pegawai_user("cakupan_fas", ("fasilitator",), cls.a)
        cls.kepala = cls.buat_pegawai_user("cakupan_kepala", ("pimpinan",), cls.a)
        # Any model will do: what is tested is the cached domain of a rule.
        model = cls.env["ir.model"]._get_id("hr.department")
        Rule = cls.env["ir.rule"]
        cls.env["ir.model.access"].create(
            {
                "name": "uji",
                "model_id": model,
                "group_id": cls.env.ref("asn_base.group_pegawai").id,
                "perm_read": True,
            }
        )
        for peran, field in (
            ("fasilitator", "asn_scope_unit_ids"),
            ("pimpinan", "asn_unit_dipimpin_ids"),
        ):
            Rule.create(
                {
                    "name": f"uji {peran}",
                    "model_id": model,
                    "groups": [Command.link(cls.peran(peran).id)],
                    "domain_force": f"[('id', 'in', user.{field}.ids)]",
                }
            )

    def lihat(self, user):
        """Return the units of this test that the rules let a user see."""
        semua = self.kota | self.a | self.a1 | self.b
        units = self.env["hr.department"].with_user(user)
        return units.with_context(active_test=False).search([("id", "in", semua.ids)])

    def test_units_granted_and_below(self):
        self.assertFalse(self.lihat(self.fas))
        self.fas.asn_unit_ids = self.a
        self.assertEqual(self.lihat(self.fas), self.a | self.a1)

    def test_revoked_grant_ends_at_once(self):
        self.fas.asn_unit_ids = self.a
        self.assertTrue(self.lihat(self.fas))
        self.fas.asn_unit_ids = [Command.clear()]
        self.assertFalse(self.lihat(self.fas))

    def test_grant_written_on_the_unit_counts_at_once(self):
        self.assertFalse(self.lihat(self.fas))
        self.b.fasilitator_ids = self.fas
        self.assertEqual(self.lihat(self.fas), self.b)
        self.b.fasilitator_ids = [Command.clear()]
        self.assertFalse(self.lihat(self.fas))

    def test_moved_unit_leaves_the_grant(self):
        self.fas.asn_unit_ids = self.a
        self.assertIn(self.a1, self.lihat(self.fas))
        self.a1.parent_id = self.b
        self.assertEqual(self.lihat(self.fas), self.a)

    def test_new_unit_joins_the_grant(self):
        self.fas.asn_unit_ids = self.a
        self.lihat(self.fas)
        baru = self.buat_unit("Bidang A2", "bidang", self.a)
        self.assertIn(baru, self.fas.asn_scope_unit_ids)
        self.assertTrue(baru.with_user(self.fas).has_access("read"))

    def test_head_sees_own_unit_and_below(self):
        self.assertFalse(self.lihat(self.kepala))
        self.a.manager_id = self.kepala.employee_id
        self.assertEqual(self.lihat(self.kepala), self.a | self.a1)

    def test_head_replaced_sees_nothing_at_once(self):
        self.a.manager_id = self.kepala.employee_id
        self.lihat(self.kepala)
        self.a.manager_id = self.fas.employee_id
        self.assertFalse(self.lihat(self.kepala))

    def test_account_moved_from_the_head(self):
        self.a.manager_id = self.kepala.employee_id
        self.lihat(self.kepala)
        self.kepala.employee_id.user_id = False
        self.assertFalse(self.lihat(self.kepala))

    def test_archived_head_leads_nothing(self):
        self.a.manager_id = self.kepala.employee_id
        self.lihat(self.kepala)
        self.kepala.employee_id.active = False
        self.assertFalse(self.lihat(self.kepala))

    def test_nobody_grants_units_to_oneself(self):
        for user in (self.fas, self.kepala):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                user.with_user(user).write({"asn_unit_ids": [Command.link(self.b.id)]})

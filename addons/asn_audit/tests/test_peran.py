from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import TransactionCase, tagged

from ..models.asn_pemberian_peran import PERAN_DIJAGA
from .common import AuditCommon


@tagged("post_install", "-at_install")
class TestPeran(AuditCommon, TransactionCase):
    """LL-16-2: access rights by decision, with letter and dates on record."""

    def _ajukan(self, peran="fasilitator", siapa=None, oleh=None):
        return self.sebagai(oleh or self.sistem, "asn.pemberian.peran").create(
            {
                "user_id": (siapa or self.ani).user_id.id,
                "role_id": self.env.ref(f"asn_base.role_{peran}").id,
                "alasan": "Pengganti pejabat lama",
                "tanggal_selesai": fields.Date.context_today(self.env.user)
                + timedelta(days=365),
            }
        )

    def test_an_approved_grant_gives_the_role_with_its_letter(self):
        beri = self._ajukan()
        self.assertFalse(self.ani.user_id.has_group("asn_base.group_fasilitator"))
        beri.with_user(self.kaban.user_id)._setujui(
            "800/7", fields.Date.context_today(self.env.user)
        )
        self.assertTrue(self.ani.user_id.has_group("asn_base.group_fasilitator"))
        baris = self.ani.user_id.role_line_ids
        self.assertEqual(baris.pemberian_id, beri)
        self.assertEqual(baris.nomor_surat, "800/7")
        self.assertEqual(baris.date_to, beri.tanggal_selesai)
        with self.assertRaises(UserError):
            beri.with_user(self.sistem.user_id).write({"tanggal_selesai": "2099-01-01"})

    def test_who_decides(self):
        beri = self._ajukan()
        hari_ini = fields.Date.context_today(self.env.user)
        for siapa in (self.sistem, self.utama, self.fasil, self.ani):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                beri.with_user(siapa.user_id)._setujui("1", hari_ini)
        diri = self._ajukan("admin_sistem", siapa=self.kaban)
        with self.assertRaises(AccessError):
            diri.with_user(self.kaban.user_id)._setujui("1", hari_ini)
        for nomor, tanggal in (
            ("", hari_ini),
            ("1", False),
            ("1", hari_ini + timedelta(days=1)),
        ):
            with self.assertRaises(UserError):
                beri.with_user(self.kaban.user_id)._setujui(nomor, tanggal)
        beri.with_user(self.kaban.user_id)._tolak("Masih ada pejabat lama")
        self.assertEqual(beri.state, "ditolak")
        with self.assertRaises(AccessError):
            beri.with_user(self.kaban.user_id)._setujui("1", hari_ini)

    def _pintu(self, grup, role):
        """Yield every door by which an administrator could give a right."""
        sistem = self.sistem.user_id
        role_biasa = self.env.ref("asn_base.role_pegawai").with_user(sistem)
        grup_biasa = self.env.ref("asn_base.group_pegawai").with_user(sistem)
        besok = fields.Date.context_today(self.env.user) + timedelta(days=1)
        tambah = {"implied_ids": [(4, grup.id)]}
        yield "groups", lambda u: u.write({"group_ids": [(4, grup.id)]})
        baris = [Command.create({"role_id": role.id})]
        yield "role line", lambda u: u.write({"role_line_ids": baris})
        nanti = {"role_id": role.id, "date_from": besok}
        yield (
            "later line",
            lambda u: u.env["res.users.role.line"].create({"user_id": u.id, **nanti}),
        )
        anggota = grup.with_user(sistem)
        yield "members", lambda u: anggota.write({"user_ids": [(4, u.id)]})
        yield "implied group", lambda u: grup_biasa.write(tambah)
        yield "role's content", lambda u: role_biasa.write(dict(tambah))
        yield "new role", lambda u: role_biasa.create({"name": "X", **tambah})
        akun = {"name": "X", "login": "x_baru", "group_ids": [(6, 0, grup.ids)]}
        yield "new account", lambda u: u.create(akun)
        yield (
            "new group",
            lambda u: u.env["res.groups"].create(
                {"name": "X", "user_ids": [(4, u.id)], **tambah}
            ),
        )

    def test_no_other_way_to_a_guarded_right(self):
        korban = self.ani.user_id
        for peran in (*PERAN_DIJAGA, "penandatangan"):
            grup = self.env.ref(f"asn_base.group_{peran}")
            role = self.env.ref(f"asn_base.role_{peran}")
            for nama, buka in self._pintu(grup, role):
                with self.subTest(peran=peran, pintu=nama):
                    with self.assertRaises(AccessError), self.env.cr.savepoint():
                        buka(korban.with_user(self.sistem.user_id))
                self.env.invalidate_all()
                self.env.registry.clear_all_caches()
                self.assertFalse(korban.has_group(f"asn_base.group_{peran}"), nama)

    def test_a_signer_is_appointed_like_the_others(self):
        beri = self._ajukan("penandatangan")
        beri.with_user(self.kaban.user_id)._setujui(
            "800/7", fields.Date.context_today(self.env.user)
        )
        self.assertTrue(self.ani.user_id.has_group("asn_base.group_penandatangan"))

    def test_no_right_of_the_platform_beside_the_roles(self):
        """An account without role lines keeps what is put into its groups."""
        akun = self.buat_user("tanpa_baris").with_user(self.sistem.user_id)
        akun.write({"group_ids": [(4, self.env.ref("asn_base.group_pegawai").id)]})
        for nama in (
            "base.group_system",
            "base.group_erp_manager",
            "hr.group_hr_user",
            "hr.group_hr_manager",
            "base.group_partner_manager",
            "mail.group_mail_template_editor",
        ):
            grup = self.env.ref(nama)
            for user in (akun, self.sistem.user_id.with_user(self.sistem.user_id)):
                if user.has_group(nama):
                    continue
                with self.subTest(grup=nama, akun=user.login):
                    with self.assertRaises(AccessError), self.env.cr.savepoint():
                        user.write({"group_ids": [(4, grup.id)]})
                    self.env.invalidate_all()
                    self.env.registry.clear_all_caches()
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                akun.create({"name": "X", "login": "x", "group_ids": [(4, grup.id)]})

    def test_the_superiors_role_follows_from_the_post(self):
        role = self.env.ref("asn_base.role_pimpinan")
        sistem = self.sistem.user_id
        Baris = self.env["res.users.role.line"].with_user(sistem)
        isi = {"user_id": self.ani.user_id.id, "role_id": role.id}
        grup = self.env.ref("asn_base.group_pimpinan")
        for buka in (
            lambda: Baris.create(dict(isi)),
            lambda: self.ani.user_id.with_user(sistem).write(
                {"group_ids": [(4, grup.id)]}
            ),
        ):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                buka()
        self.bidang_a.manager_id = self.ani
        self.dinas_b.manager_id = self.sistem
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertTrue(Baris.create(dict(isi)))
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            Baris.create({"user_id": sistem.id, "role_id": role.id})

    def test_forged_grants_are_refused(self):
        Pemberian = self.sebagai(self.sistem, "asn.pemberian.peran")
        isi = {
            "user_id": self.ani.user_id.id,
            "role_id": self.env.ref("asn_base.role_monev").id,
            "alasan": "x",
            "tanggal_selesai": fields.Date.context_today(self.env.user),
        }
        for vals, konteks in (
            ({"state": "disetujui"}, {}),
            ({"nomor_surat": "1"}, {}),
            ({}, {"default_state": "disetujui"}),
            ({}, {"default_state": "disetujui", "asn_mesin": True}),
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                Pemberian.with_context(**konteks).create({**isi, **vals})
        beri = Pemberian.create(isi)
        with self.assertRaises(AccessError):
            self.sebagai(self.sistem, "res.users.role.line").create(
                {
                    "user_id": self.ani.user_id.id,
                    "role_id": isi["role_id"],
                    "pemberian_id": beri.id,
                }
            )

    def test_ordinary_roles_and_ending_stay_with_the_administrator(self):
        beri = self._ajukan()
        beri.with_user(self.kaban.user_id)._setujui(
            "1", fields.Date.context_today(self.env.user)
        )
        baris = self.ani.user_id.role_line_ids.with_user(self.sistem.user_id)
        with self.assertRaises(AccessError):
            baris.write({"date_to": beri.tanggal_selesai + timedelta(days=1)})
        with self.assertRaises(AccessError):
            baris.write({"date_to": False})
        with self.assertRaises(AccessError):
            baris.write({"user_id": self.badu.user_id.id})
        baris.write({"date_to": fields.Date.today() - timedelta(days=1)})
        self.ani.user_id.set_groups_from_roles()
        self.assertFalse(self.ani.user_id.has_group("asn_base.group_fasilitator"))
        self.badu.user_id.with_user(self.sistem.user_id).write(
            {
                "role_line_ids": [
                    Command.create(
                        {"role_id": self.env.ref("asn_base.role_pegawai").id}
                    )
                ]
            }
        )

    def test_the_first_head_of_agency(self):
        """LL-4-1: management is delegated to Kepala Badan by a dated letter."""
        beri = self._ajukan("kepala_badan")
        with self.assertRaises(AccessError):
            beri.with_user(self.sistem.user_id)._setujui(
                "1", fields.Date.context_today(self.env.user)
            )
        kepala = self.env.ref("asn_base.group_kepala_badan").all_user_ids
        kepala.write({"active": False})
        beri.with_user(self.sistem.user_id)._setujui(
            "1", fields.Date.context_today(self.env.user)
        )
        self.assertTrue(self.ani.user_id.has_group("asn_base.group_kepala_badan"))

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase

from .organisasi_common import OrganisasiCommon

PALSU = (
    {"state": "approved"},
    {"state": "applied"},
    {"disetujui_oleh_id": 1},
    {"diterapkan_pada": "2026-01-01 00:00:00"},
    {"jejak": [["tulis", "res.users", 2, {}, {}]]},
    {"galat": "x"},
)


class TestPenjagaOrganisasi(OrganisasiCommon, TransactionCase):
    """LL-13-1: who may change the organisation, by which way, and undo it."""

    def test_forged_values_are_refused_on_every_way(self):
        p = self.perubahan(self.ganti_nama())
        Model = self.env["asn.perubahan.organisasi"].with_user(self.admin)
        vals = {"name": "x", "tanggal_berlaku": self.hari_ini}
        for palsu in PALSU:
            with self.subTest(palsu=palsu):
                with self.assertRaises(AccessError):
                    p.write(palsu)
                with self.assertRaises(AccessError):
                    p.sudo().write(palsu)
                with self.assertRaises(AccessError):
                    p.with_context(asn_mesin=True).write(palsu)
                with self.assertRaises(AccessError):
                    Model.create({**vals, **palsu})
        with self.assertRaises(AccessError):
            Model.with_context(default_state="approved").create(vals)
        self.env["ir.default"].with_user(self.admin).set(
            "asn.perubahan.organisasi", "state", "approved", user_id=True
        )
        with self.assertRaises(AccessError):
            Model.create(vals)

    def test_only_the_roles_of_the_matrix_act(self):
        p = self.perubahan(self.ganti_nama())
        for peran in ("pegawai", "fasilitator", "pimpinan", "admin_utama", "monev"):
            user = self.buat_user(f"org_{peran}", (peran,))
            Model = self.env["asn.perubahan.organisasi"].with_user(user)
            with self.subTest(peran=peran):
                with self.assertRaises(AccessError):
                    Model.search([])
                for aksi in ("action_submit", "action_approve", "action_undo"):
                    with self.assertRaises(AccessError):
                        getattr(p.with_user(user), aksi)()
        with self.assertRaises(AccessError):
            p.with_user(self.kepala_badan).action_submit()
        p.action_submit()
        with self.assertRaises(AccessError):
            p.action_approve()
        with self.assertRaises(AccessError):
            self._kembalikan(p, self.admin)

    def test_who_prepared_it_does_not_approve_it(self):
        """Four eyes: also for who holds both roles or wrote only a line."""
        dua_peran = self.buat_user("org_dua_peran", ("admin_sistem", "kepala_badan"))
        p = self.perubahan(self.ganti_nama()).with_user(dua_peran)
        p.action_submit()
        with self.assertRaisesRegex(AccessError, "four eyes"):
            p.action_approve()
        lain = self.perubahan(self.ganti_nama())
        lain.baris_ids.with_user(dua_peran).nama_baru = "Dinas Beta"
        lain.action_submit()
        with self.assertRaisesRegex(AccessError, "four eyes"):
            lain.with_user(dua_peran).action_approve()

    def test_submitted_change_is_closed(self):
        p = self.perubahan(self.ganti_nama())
        p.action_submit()
        lain = self.perubahan(self.ganti_nama("Dinas Lain"))
        for coba in (
            lambda: p.write({"name": "x"}),
            lambda: p.write({"baris_ids": [Command.clear()]}),
            lambda: p.baris_ids.write({"nama_baru": "x"}),
            lambda: p.baris_ids.unlink(),
            lambda: p.unlink(),
            lambda: lain.baris_ids.write({"perubahan_id": p.id}),
            lambda: p.baris_ids.copy({"perubahan_id": p.id}),
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                coba()
                self.env.flush_all()

    def test_line_does_not_claim_a_unit_it_did_not_make(self):
        p = self.perubahan(self.ganti_nama())
        with self.assertRaises(AccessError):
            p.baris_ids.write({"unit_baru_id": self.dinas_b.id})

    def test_former_names_are_typed_by_nobody(self):
        for user in (self.admin, self.kepala_badan):
            with self.assertRaises(AccessError):
                self.env["asn.nama.lama"].with_user(user).create(
                    {"unit_id": self.dinas_a.id, "nama": "x", "sampai": self.hari_ini}
                )
        with self.assertRaises(AccessError):
            self.env["asn.nama.lama"].create(
                {"unit_id": self.dinas_a.id, "nama": "x", "sampai": self.hari_ini}
            )

    def test_needs_its_legal_basis_and_sense(self):
        for nilai, pesan in (
            ({"nomor_dasar": False}, "number and date"),
            ({"tanggal_dasar": False}, "number and date"),
            ({"baris_ids": []}, "at least one"),
        ):
            with self.subTest(nilai=nilai), self.assertRaisesRegex(UserError, pesan):
                self.perubahan(
                    *([] if "baris_ids" in nilai else [self.ganti_nama()]), **nilai
                ).action_submit()
        with self.assertRaisesRegex(UserError, "Change 2"):
            self.perubahan(self.ganti_nama(), self.ganti_nama("B")).action_submit()
        self.dinas_b.kode = "7.7"
        with self.assertRaisesRegex(UserError, "belongs to"):
            self.perubahan(self.ganti_nama() | {"kode_baru": "7.7"}).action_submit()

    def test_second_click_is_told_what_happened(self):
        p = self.perubahan(self.ganti_nama())
        self.setujui(p)
        with self.assertRaisesRegex(UserError, "is now"):
            p.with_user(self.kepala_badan).action_approve()
        with self.assertRaisesRegex(UserError, "is now"):
            p.action_submit()

    def _kembalikan(self, perubahan, user):
        aksi = perubahan.with_user(user).action_return()
        Putusan = self.env[aksi["res_model"]].with_user(user)
        Putusan.with_context(**aksi["context"]).create(
            {"alasan": "Nama belum sesuai"}
        ).action_kembalikan()

    def test_returned_change_can_be_mended(self):
        p = self.perubahan(self.ganti_nama())
        p.action_submit()
        self._kembalikan(p, self.kepala_badan)
        self.assertEqual((p.state, p.alasan), ("draft", "Nama belum sesuai"))
        p.baris_ids.nama_baru = "Dinas Gama"
        self.setujui(p)
        self.assertEqual(self.dinas_a.name, "Dinas Gama")

    # -- undo --------------------------------------------------------------

    def _potret(self):
        self.env.flush_all()
        self.env.invalidate_all()
        orang = self.satu | self.dua | self.kepala_a
        unit = self.dinas_a | self.dinas_b | self.bidang_a
        jabatan = self.jab_a | self.jab_a2 | self.jab_kepala_a
        return (
            orang.mapped(lambda p: (p.unit_id.id, p.jabatan_id.id, p.tmt_jabatan)),
            unit.mapped(
                lambda u: (u.name, u.active, u.parent_id.id, u.manager_id.id, u.kode)
            ),
            jabatan.mapped(
                lambda j: (j.name, j.active, j.department_id.id, j.is_kepala)
            ),
            self.env["asn.nama.lama"].search_count([]),
        )

    def _besar(self):
        return self.perubahan(
            {
                "jenis": "pecah",
                "unit_id": self.dinas_a.id,
                "nama_baru": "Dinas Arsip",
                "kode_baru": "9.2",
                "jabatan_pindah_ids": [Command.set(self.jab_a2.ids)],
            },
            {
                "jenis": "ganti_nama_jabatan",
                "jabatan_id": self.jab_a.id,
                "nama_baru": "Analis Alfa",
            },
            {
                "jenis": "ganti_nama",
                "unit_id": self.dinas_b.id,
                "nama_baru": "Dinas Beta",
            },
            {
                "jenis": "gabung",
                "unit_id": self.dinas_a.id,
                "unit_tujuan_id": self.dinas_b.id,
                "jabatan_kepala_id": self.jab_pelaksana.id,
            },
        )

    def test_undo_puts_everything_back(self):
        sebelum = self._potret()
        p = self.setujui(self._besar())
        self.assertNotEqual(self._potret(), sebelum)
        p.with_user(self.kepala_badan).action_undo()
        self.assertEqual(self._potret(), sebelum)
        self.assertEqual(p.state, "undone")
        self.assertFalse(p.baris_ids.unit_baru_id.active)
        batal = self.satu.riwayat_jabatan_ids.filtered(lambda r: r.status == "batal")
        self.assertIn("Perwali 12/2026", batal.catatan)

    def test_undo_gives_people_without_history_their_unit_back(self):
        polos = self.orang("org_polos", unit=self.dinas_a, jabatan_id=self.jab_a.id)
        p = self.setujui(self._besar())
        self.assertEqual(polos.unit_id, self.dinas_b)
        p.with_user(self.kepala_badan).action_undo()
        self.assertEqual((polos.unit_id, polos.jabatan_id), (self.dinas_a, self.jab_a))

    def test_undo_refuses_when_something_was_built_on_it(self):
        p = self.setujui(self._besar())
        baru = p.baris_ids.unit_baru_id
        titik = [
            lambda: self.jabatan(self.satu, self.jab_a2, self.dinas_b, self.hari_ini),
            lambda: self.dinas_b.write({"name": "Dinas Lain"}),
            lambda: self.buat_unit("Bidang Baru", "bidang", baru),
            lambda: baru.write({"fasilitator_ids": [Command.link(self.admin.id)]}),
            lambda: self.jab_a.write({"department_id": self.kota.id}),
        ]
        for bangun in titik:
            with self.assertRaisesRegex(UserError, "cannot be undone"):
                with self.env.cr.savepoint():
                    bangun()
                    p.with_user(self.kepala_badan).action_undo()
            self.env.invalidate_all()
        self.assertEqual(p.state, "applied")
        p.with_user(self.kepala_badan).action_undo()
        self.assertEqual(p.state, "undone")

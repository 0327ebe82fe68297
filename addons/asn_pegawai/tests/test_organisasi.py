from datetime import timedelta

from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import TransactionCase

from .organisasi_common import OrganisasiCommon


class TestOrganisasi(OrganisasiCommon, TransactionCase):
    """LL-4-5-c, LL-11-3-j, LL-12-1: units change, old decrees keep their words."""

    def test_rename_keeps_the_name_of_the_old_decree(self):
        self.setujui(self.perubahan(self.ganti_nama()))
        self.assertEqual(self.dinas_a.name, "Dinas Alfa")
        self.assertEqual(self.sk_satu.nama_unit, "Dinas A")
        baru = self.jabatan(self.satu, self.jab_a2, self.dinas_a, self.hari_ini)
        self.assertEqual(baru.nama_unit, "Dinas Alfa")
        # A decree of that time, recorded late, has the name of that time.
        telat = self.jabatan(self.dua, self.jab_a, self.dinas_a, self.kemarin)
        self.assertEqual(telat.nama_unit, "Dinas A")

    def test_rename_reaches_every_language(self):
        self.env["res.lang"]._activate_lang("id_ID")
        self.setujui(self.perubahan(self.ganti_nama()))
        for kode in ("en_US", "id_ID"):
            self.assertEqual(self.dinas_a.with_context(lang=kode).name, "Dinas Alfa")

    def test_old_name_is_found(self):
        self.setujui(self.perubahan(self.ganti_nama()))
        user = self.orang("org_pencari").user_id
        temuan = self.env["hr.department"].with_user(user).name_search("Dinas A")
        self.assertIn(self.dinas_a.id, [satu for satu, _nama in temuan])
        lama = self.dinas_a.with_user(user).nama_lama_ids
        self.assertEqual((lama.nama, lama.sampai), ("Dinas A", self.kemarin))

    def test_rename_with_short_name_code_and_kind(self):
        self.setujui(
            self.perubahan(
                self.ganti_nama()
                | {"singkatan_baru": "DA", "kode_baru": "9.1", "jenis_unit": "badan"}
            )
        )
        self.assertRecordValues(
            self.dinas_a, [{"singkatan": "DA", "kode": "9.1", "jenis_unit": "badan"}]
        )

    def test_merge_moves_people_posts_units_and_closes(self):
        self.setujui(self._gabung())
        self.assertFalse(self.dinas_a.active)
        self.assertEqual(self.bidang_a.parent_id, self.dinas_b)
        self.assertEqual(self.jab_a.department_id, self.dinas_b)
        self.assertFalse(self.jab_kepala_a.active)
        for orang in (self.satu, self.dua, self.kepala_a):
            self.assertEqual(orang.unit_id, self.dinas_b)
            baris = orang.riwayat_jabatan_ids.filtered(lambda r: r.tmt == self.hari_ini)
            self.assertRecordValues(
                baris,
                [
                    {
                        "nomor_sk": "Perwali 12/2026",
                        "status": "sah",
                        "jenis_mutasi": "MU",
                    }
                ],
            )
        self.assertEqual(self.kepala_a.jabatan_id, self.jab_pelaksana)
        self.assertEqual(self.sk_satu.nama_unit, "Dinas A")
        self.assertFalse(self.dinas_a.manager_id)
        # Who looks for the old name finds where it went.
        temuan = self.env["hr.department"].name_search("Dinas A")
        self.assertIn(self.dinas_b.id, [satu for satu, _nama in temuan])

    def _gabung(self, **nilai):
        return self.perubahan(
            {
                "jenis": "gabung",
                "unit_id": self.dinas_a.id,
                "unit_tujuan_id": self.dinas_b.id,
                "jabatan_kepala_id": self.jab_pelaksana.id,
                **nilai,
            }
        )

    def test_merge_needs_a_post_for_the_former_head(self):
        with self.assertRaisesRegex(UserError, "heads Dinas A"):
            self._gabung(jabatan_kepala_id=False).action_submit()

    def test_two_units_into_a_new_one(self):
        p = self.perubahan(
            {
                "jenis": "buat",
                "induk_id": self.kota.id,
                "nama_baru": "Dinas AB",
                "nama_kepala": "Kepala Dinas AB",
            }
        )
        buat = p.baris_ids
        p.baris_ids = [
            Command.create(
                {
                    "sequence": n,
                    "jenis": "gabung",
                    "unit_id": unit.id,
                    "baris_tujuan_id": buat.id,
                    "jabatan_kepala_id": self.jab_pelaksana.id,
                }
            )
            for n, unit in ((5, self.dinas_a), (6, self.dinas_b))
        ]
        self.setujui(p)
        baru = buat.sudo().unit_baru_id
        self.assertEqual(self.satu.unit_id, baru)
        self.assertEqual(baru.jobs_ids.filtered("is_kepala").name, "Kepala Dinas AB")
        self.assertFalse(self.dinas_b.active)

    def test_split_takes_the_chosen_posts_with_their_people(self):
        p = self.setujui(
            self.perubahan(
                {
                    "jenis": "pecah",
                    "unit_id": self.dinas_a.id,
                    "nama_baru": "Dinas Arsip",
                    "kode_baru": "9.2",
                    "jabatan_pindah_ids": [Command.set(self.jab_a2.ids)],
                }
            )
        )
        baru = p.baris_ids.unit_baru_id
        self.assertEqual((baru.parent_id, baru.kode), (self.kota, "9.2"))
        self.assertEqual((self.satu.unit_id, self.dua.unit_id), (self.dinas_a, baru))
        self.assertEqual(self.jab_a2.department_id, baru)

    def test_move_below_another_unit(self):
        self.setujui(
            self.perubahan(
                {
                    "jenis": "pindah",
                    "unit_id": self.bidang_a.id,
                    "induk_id": self.dinas_b.id,
                }
            )
        )
        self.assertEqual(self.bidang_a.parent_id, self.dinas_b)
        self.assertEqual(self.bidang_a.nama_lama_ids.induk_id, self.dinas_a)

    def test_close_refuses_a_unit_with_people(self):
        p = self.perubahan({"jenis": "tutup", "unit_id": self.dinas_a.id})
        p.action_submit()
        with self.assertRaisesRegex(UserError, "not empty"):
            p.with_user(self.kepala_badan).action_approve()
        self.assertTrue(self.dinas_a.active)

    def test_posts_are_renamed_and_merged(self):
        self.setujui(
            self.perubahan(
                {
                    "jenis": "ganti_nama_jabatan",
                    "jabatan_id": self.jab_a.id,
                    "nama_baru": "Analis Alfa",
                },
                {
                    "jenis": "gabung_jabatan",
                    "jabatan_id": self.jab_a2.id,
                    "jabatan_tujuan_id": self.jab_a.id,
                },
            )
        )
        self.assertEqual(self.sk_satu.nama_jabatan, "Analis A")
        self.assertEqual(self.dua.jabatan_id, self.jab_a)
        self.assertEqual(self.dua.jabatan_id.name, "Analis Alfa")
        self.assertFalse(self.jab_a2.active)
        temuan = self.env["hr.job"].name_search("Arsiparis A")
        self.assertIn(self.jab_a.id, [satu for satu, _nama in temuan])

    def test_who_was_appointed_later_stops_it(self):
        p = self._gabung()
        p.action_submit()
        self.jabatan(self.satu, self.jab_a2, self.dinas_a, self.hari_ini)
        with self.assertRaisesRegex(UserError, "was appointed"):
            p.with_user(self.kepala_badan).action_approve()

    def test_future_change_waits_for_its_day(self):
        p = self.setujui(
            self.perubahan(
                self.ganti_nama(), tanggal_berlaku=self.hari_ini + timedelta(days=1)
            )
        )
        self.assertEqual((p.state, self.dinas_a.name), ("approved", "Dinas A"))
        self.env["asn.perubahan.organisasi"]._cron_terapkan()
        self.assertEqual(p.state, "approved")
        # The day comes.
        p._mesin().tanggal_berlaku = self.hari_ini
        self.env["asn.perubahan.organisasi"]._cron_terapkan()
        self.assertEqual((p.state, self.dinas_a.name), ("applied", "Dinas Alfa"))

    def test_one_that_fails_in_the_night_says_why_and_stops_no_other(self):
        besok = self.hari_ini + timedelta(days=1)
        tutup = self.setujui(
            self.perubahan(
                {"jenis": "tutup", "unit_id": self.dinas_a.id}, tanggal_berlaku=besok
            )
        )
        nama = self.setujui(self.perubahan(self.ganti_nama(), tanggal_berlaku=besok))
        (tutup | nama)._mesin().tanggal_berlaku = self.hari_ini
        self.env["asn.perubahan.organisasi"]._cron_terapkan()
        self.assertEqual((tutup.state, nama.state), ("approved", "applied"))
        self.assertIn("not empty", tutup.galat)

    def test_preview_names_who_moves_and_what_ends(self):
        self.dinas_a.fasilitator_ids = self.orang("org_fas", ("fasilitator",)).user_id
        p = self._gabung()
        self.assertEqual(p.jumlah_pegawai, 3)
        for kata in (self.satu.name, "Kepala Dinas A", "Bidang A1", "Facilitators"):
            self.assertIn(kata, p.dampak)
        self.assertEqual(self.dinas_a.name, "Dinas A")
        orang = p.action_lihat_pegawai()["domain"][0][2]
        self.assertEqual(set(orang), set((self.satu | self.dua | self.kepala_a).ids))

    def test_preview_escapes_what_people_type(self):
        p = self.perubahan(self.ganti_nama("<script>alert(1)</script>"))
        self.assertNotIn("<script>", p.dampak)

    def test_preview_costs_the_same_for_many_people(self):
        p = self._gabung()
        p.dampak  # noqa: B018  warm caches
        self.env.invalidate_all()
        awal = self.env.cr.sql_log_count
        p.dampak  # noqa: B018
        sedikit = self.env.cr.sql_log_count - awal
        for n in range(10):
            self.orang(f"org_banyak_{n}", unit=self.dinas_a)
        self.env.invalidate_all()
        awal = self.env.cr.sql_log_count
        p.dampak  # noqa: B018
        self.assertLess(self.env.cr.sql_log_count - awal, sedikit + 5)

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import TransactionCase, tagged

from .test_gerbang import GerbangCommon


@tagged("post_install", "-at_install")
class TestPenutupan(GerbangCommon, TransactionCase):
    """LL-31-2-a: rights end by themselves, and every ending has its reason."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        user = cls.calon.user_id
        cls.env["asn.pakta"].with_user(user)._tandatangani(
            {t.id: t.sha256 for t in user._asn_pernyataan_terbuka()}, "calon"
        )
        user.asn_unit_ids = cls.dinas_a
        cls.env["res.users.apikeys"].with_user(user)._generate(
            None, "kunci", fields.Datetime.now() + timedelta(days=1)
        )

    def henti(self, kedudukan, jenis="1", mundur=0):
        """Record that the person left the service so many days ago."""
        return self.env["asn.riwayat.pemberhentian"]._catat(
            [
                {
                    "employee_id": self.calon.id,
                    "tmt": self.hari - timedelta(days=mundur),
                    "jenis_henti": jenis,
                    "kedudukan_hukum_id": self.env.ref(
                        f"asn_base.kedudukan_{kedudukan}"
                    ).id,
                    "nomor_sk": "1",
                    "tanggal_sk": self.hari,
                }
            ]
        )

    def log(self):
        baris = self.env["asn.akun.penutupan"].search(
            [("user_id", "=", self.calon.user_id.id)], order="id"
        )
        return baris.mapped("jenis")

    def test_retirement_ends_roles_at_once_and_the_account_after_the_grace(self):
        self.assertTrue(self.punya(self.calon))
        self.henti("99")
        user = self.calon.user_id
        self.assertFalse(self.punya(self.calon))
        self.assertTrue(user.active)
        self.assertTrue(self.punya(self.calon, "pegawai"))
        self.assertFalse(user.asn_unit_ids)
        self.assertEqual(self.log(), ["peran", "unit", "kunci"])
        self.malam()
        self.assertEqual(len(self.log()), 3)
        self.env.cr.execute(
            "UPDATE asn_riwayat_pemberhentian SET tmt = %s WHERE employee_id = %s",
            (self.hari - timedelta(days=91), self.calon.id),
        )
        self.malam()
        self.assertFalse(user.active)
        self.assertEqual(self.log()[-1], "akun")
        akhir = self.env["asn.akun.penutupan"].search([], limit=1)
        self.assertIn("Pensiun", akhir.alasan)
        self.assertIn(user.name, akhir.display_name)
        self.assertFalse(akhir.with_user(self.sistem.user_id).is_akun_terbuka)

    def test_dismissal_and_death_close_at_once(self):
        self.henti("66", "7")
        self.assertFalse(self.calon.user_id.active)
        self.badu.status_hidup = "meninggal"
        self.assertFalse(self.badu.user_id.active)

    def test_what_is_yet_to_come_ends_nothing_today(self):
        self.henti("99", mundur=-5)
        self.assertTrue(self.punya(self.calon))
        self.assertFalse(self.log())

    def _cltn(self, jenis="1", mundur=0):
        self.env["asn.riwayat.cltn"]._catat(
            [
                {
                    "employee_id": self.calon.id,
                    "jenis": jenis,
                    "tanggal_mulai": self.hari - timedelta(days=mundur),
                    "nomor_sk": jenis,
                    "tanggal_sk": self.hari,
                }
            ]
        )

    def test_long_leave_suspends_and_the_return_opens_again(self):
        self._cltn(mundur=3)
        user = self.calon.user_id
        self.assertFalse(user.active)
        self.assertEqual(self.log()[-1], "tangguh")
        sebagai = user.with_user(self.sistem.user_id)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            sebagai._asn_buka_akun("Kembali bertugas hari ini")
        self.env.invalidate_all()
        self._cltn("3")
        with self.assertRaises(UserError):
            sebagai._asn_buka_akun("x")
        for siapa in (self.kaban, self.utama, self.fasil):
            with self.assertRaises(AccessError):
                user.with_user(siapa.user_id)._asn_buka_akun(
                    "Kembali bertugas hari ini"
                )
        with self.assertRaises(AccessError):
            sebagai.write({"active": True})
        with self.assertRaises(AccessError):
            sebagai.action_unarchive()
        sebagai._asn_buka_akun("Kembali bertugas hari ini")
        self.assertTrue(user.active)
        self.assertFalse(self.punya(self.calon))
        self.assertTrue(self.punya(self.calon, "pegawai"))
        self.assertEqual(self.log()[-1], "buka")

    def kontrak(self, jenis, mulai, selesai):
        """Record a contract by days from today; ``selesai`` is its last day."""
        geser = self.hari + timedelta(days=mulai)
        self.env["asn.riwayat.kontrak"]._catat(
            [
                {
                    "employee_id": self.calon.id,
                    "jenis": jenis,
                    "tmt": geser,
                    "tanggal_selesai": selesai is not None
                    and self.hari + timedelta(days=selesai),
                    "nomor_sk": f"{jenis} {mulai}",
                    "tanggal_sk": self.hari - timedelta(days=400),
                }
            ]
        )

    def malam(self):
        """Run the rules as every night."""
        self.env["asn.akun.aturan"]._cron_tutup()

    def test_the_end_of_a_contract_ends_roles_and_after_the_grace_the_account(self):
        """PPPK: the last day still works; the day after nothing but the own letters."""
        user = self.calon.user_id
        self.kontrak("baru", -365, 0)
        self.malam()
        self.assertEqual(self.calon.status_pegawai, "pppk")
        self.assertTrue(self.punya(self.calon), "the last day")
        self.env.cr.execute(
            "UPDATE asn_riwayat_kontrak SET tanggal_selesai = %s"
            " WHERE employee_id = %s",
            (self.hari - timedelta(days=1), self.calon.id),
        )
        self.malam()
        self.assertFalse(self.punya(self.calon))
        self.assertTrue(user.active)
        self.assertEqual(self.log(), ["peran", "unit", "kunci"])
        log = self.env["asn.akun.penutupan"].search([], limit=1)
        self.assertEqual(log.tanggal, self.hari)
        self.assertIn("Perjanjian kerja PPPK berakhir", log.alasan)
        self.malam()
        self.assertEqual(len(self.log()), 3, "repeatable")
        self.env.cr.execute(
            "UPDATE asn_riwayat_kontrak SET tanggal_selesai = %s"
            " WHERE employee_id = %s",
            (self.hari - timedelta(days=31), self.calon.id),
        )
        self.malam()
        self.assertFalse(user.active)
        sebagai = user.with_user(self.sistem.user_id)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            sebagai._asn_buka_akun("Perpanjangan menyusul")
        self.env.invalidate_all()
        self.kontrak("perpanjangan", 0, 365)
        sebagai._asn_buka_akun("Perjanjian kerja diperpanjang")
        self.assertTrue(user.active)

    def test_an_extension_keeps_and_an_early_end_does_not(self):
        """A contract that follows on the next day leaves no day without one."""
        self.kontrak("baru", -800, -366)
        self.assertTrue(self.punya(self.calon), "the history is still being typed")
        self.kontrak("perpanjangan", -365, 10)
        self.kontrak("perpanjangan", 11, 400)
        self.malam()
        self.assertTrue(self.punya(self.calon))
        self.kontrak("pengakhiran", 5, None)
        self.assertTrue(self.punya(self.calon), "not yet")
        self.kontrak("pengakhiran", 0, None)
        self.assertFalse(self.punya(self.calon))
        self.assertTrue(self.calon.user_id.active)

    def test_who_has_no_contract_or_became_a_civil_servant_keeps_the_account(self):
        """A contract to come, and an old one of who is PNS today, end nothing."""
        self.kontrak("baru", 5, 400)
        self.malam()
        self.assertTrue(self.punya(self.calon))
        self.kontrak("baru", -900, -500)
        self.malam()
        self.assertFalse(self.punya(self.calon))
        self.env["asn.riwayat.cpns.pns"]._catat(
            [
                {
                    "employee_id": self.badu.id,
                    "jenis": "cpns",
                    "tmt": self.hari - timedelta(days=300),
                    "nomor_sk": "C",
                    "tanggal_sk": self.hari - timedelta(days=300),
                }
            ]
        )
        self.calon = self.badu
        self.kontrak("baru", -900, -500)
        self.malam()
        self.assertEqual(self.badu.status_pegawai, "cpns")
        self.assertTrue(self.badu.user_id.active)
        self.assertFalse(self.log())

    def test_a_transfer_out_ends_rights_and_a_secondment_does_not(self):
        def pindah(jenis):
            self.env["asn.riwayat.pindah"]._catat(
                [
                    {
                        "employee_id": self.calon.id,
                        "tmt": self.hari,
                        "arah": "keluar",
                        "jenis_pindah": jenis,
                        "instansi_asal": "Kota",
                        "instansi_tujuan": "Provinsi",
                        "nomor_sk": jenis,
                        "tanggal_sk": self.hari,
                    }
                ]
            )

        pindah("dpk")
        self.assertTrue(self.punya(self.calon))
        pindah("antar_provinsi")
        self.assertFalse(self.punya(self.calon))
        self.assertTrue(self.calon.user_id.active)

    def test_a_move_to_another_office_takes_the_units_and_the_role(self):
        self.jabatan(self.calon, self.jab_pelaksana, self.dinas_a)
        self.assertTrue(self.punya(self.calon))
        self.jabatan(self.calon, self.jab_pelaksana, self.dinas_b, tmt=self.hari)
        self.assertFalse(self.punya(self.calon))
        self.assertFalse(self.calon.user_id.asn_unit_ids)
        self.assertEqual(set(self.log()), {"unit", "peran"})
        self.assertTrue(self.calon.user_id.active)

    def test_a_head_who_heads_nothing_any_more_is_no_head(self):
        self.beri(self.ani, "pimpinan")
        self.jabatan(self.ani, self.jab_kabid, self.bidang_a)
        self.assertTrue(self.punya(self.ani, "pimpinan"))
        self.jabatan(self.ani, self.jab_pelaksana, self.dinas_a, tmt=self.hari)
        self.assertFalse(self.punya(self.ani, "pimpinan"))

    def test_groups_given_without_a_line_end_as_well(self):
        user = self.fasil.user_id
        self.assertFalse(user.role_line_ids)
        self.fasil.status_hidup = "tewas"
        self.assertFalse(user.active)
        self.assertFalse(user.has_group("asn_base.group_fasilitator"))
        self.assertTrue(user.has_group("asn_base.group_pegawai"))

    def test_the_log_and_the_rules_belong_to_their_keepers(self):
        self.henti("99")
        baris = self.env["asn.akun.penutupan"].search([], limit=1)
        for siapa in (self.sistem, self.kaban, self.calon):
            Log = self.sebagai(siapa, "asn.akun.penutupan")
            with self.assertRaises(AccessError):
                Log.browse(baris.id).write({"alasan": "lain"})
            with self.assertRaises(AccessError):
                Log.browse(baris.id).unlink()
            with self.assertRaises(AccessError):
                Log.create({"alasan": "x"})
        with self.assertRaises(AccessError):
            self.sebagai(self.kaban, "asn.akun.aturan").search([], limit=1).write(
                {"masa_tenggang": 700}
            )
        grup = self.env.ref("asn_base.group_fasilitator")
        self.calon.user_id.with_user(self.sistem.user_id).write(
            {"group_ids": [Command.link(grup.id)]}
        )
        self.assertFalse(self.punya(self.calon))

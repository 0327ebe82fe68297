import io
from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged
from openpyxl import load_workbook

from .common import AksesCommon


@tagged("post_install", "-at_install")
class TestTinjauan(AksesCommon, TransactionCase):
    """LL-31-2-a, F90: who holds what, and the yearly review of it."""

    def _buka(self, oleh=None):
        oleh = oleh or self.kaban
        aksi = self.sebagai(oleh, "asn.tinjauan.akses").action_buka_tinjauan()
        return (
            self.env["asn.tinjauan.akses"]
            .with_user(oleh.user_id)
            .browse(aksi["res_id"])
        )

    def _baris(self, tinjauan, orang, oleh=None):
        baris = tinjauan.sudo().baris_ids.filtered(lambda b: b.user_id == orang.user_id)
        return baris.with_user((oleh or self.kaban).user_id)

    def _hak(self, orang):
        self.env.flush_all()
        return self.sebagai(self.kaban, "asn.pemegang.peran").search(
            [("user_id", "=", orang.user_id.id), ("is_dijaga", "=", True)]
        )

    def test_who_holds_what_by_which_letter(self):
        self.angkat(hari=20)
        hak = self._hak(self.ani)
        self.assertEqual((hak.nomor_surat, hak.status), ("800/7", "segera"))
        self.assertEqual(hak.cakupan, self.dinas_a.name)
        self.assertFalse(hak.is_tanpa_dasar or hak.is_pindah or hak.is_keluar)
        self.ani.unit_id = self.dinas_b
        self.assertTrue(self._hak(self.ani).is_pindah)
        # A right that nobody appointed stands out.
        self.assertTrue(self._hak(self.utama).is_tanpa_dasar)
        for orang in (self.ani, self.pim, self.utama, self.fasil):
            with self.subTest(siapa=orang.name), self.assertRaises(AccessError):
                self.sebagai(orang, "asn.pemegang.peran").search([])

    def test_a_review_has_a_row_per_right_and_opens_once(self):
        self.angkat(hari=20)
        tinjauan = self._buka()
        self.assertEqual(self._buka(self.sistem), tinjauan)
        baris = self._baris(tinjauan, self.ani)
        self.assertEqual(baris.nomor_surat, "800/7")
        self.assertEqual(baris.peninjau_id, self.pim.user_id)
        self.assertIn("30", baris.temuan)
        semua = tinjauan.baris_ids.user_id
        self.assertLessEqual((self.sistem | self.utama | self.kaban).user_id, semua)
        self.assertNotIn(self.badu.user_id, semua)
        for orang in (self.ani, self.pim, self.utama):
            with self.subTest(siapa=orang.name), self.assertRaises(AccessError):
                self._buka(orang)

    def test_the_head_of_the_unit_reviews_the_own_facilitators_only(self):
        self.angkat()
        tinjauan = self._buka()
        self.env.flush_all()
        terlihat = self.sebagai(self.pim, "asn.tinjauan.akses.baris").search([])
        self.assertEqual(terlihat.user_id, (self.ani | self.fasil).user_id)
        terlihat.action_tetap()
        self.assertEqual(set(terlihat.mapped("hasil")), {"tetap"})
        self.assertEqual(terlihat.diputus_oleh_id, self.pim.user_id)
        with self.assertRaises(AccessError):
            self._baris(tinjauan, self.utama, self.pim).action_tetap()
        for orang in (self.ani, self.fasil, self.utama):
            with self.subTest(siapa=orang.name), self.assertRaises(AccessError):
                self._baris(tinjauan, self.sistem, orang).action_tetap()

    def test_nobody_reviews_the_own_right(self):
        tinjauan = self._buka()
        with self.assertRaises(AccessError):
            self._baris(tinjauan, self.kaban).action_tetap()
        # Without an account of the superior, the letter is recorded by the system's
        # administrator, who cannot decide on anything else.
        self._baris(tinjauan, self.kaban, self.sistem).action_tetap()
        for orang in (self.sistem, self.utama):
            with self.subTest(siapa=orang.name), self.assertRaises(AccessError):
                self._baris(tinjauan, orang, self.sistem).action_tetap()

    def test_a_revoked_right_ends_at_once(self):
        beri = self.angkat()
        tinjauan = self._buka()
        baris = self._baris(tinjauan, self.ani, self.pim)
        with self.assertRaises(UserError):
            baris._cabut("x")
        baris._cabut("Sudah pindah ke bidang lain")
        self.assertFalse(self.punya(self.ani, "fasilitator"))
        self.assertFalse(self.ani.user_id.asn_unit_ids)
        self.assertEqual((beri.state, beri.jenis_akhir), ("dicabut", "tinjauan"))
        with self.assertRaises(UserError):
            baris.action_tetap()
        # Also a right without an appointment.
        self._baris(tinjauan, self.utama)._cabut("Tidak ada surat pengangkatannya")
        self.assertFalse(self.punya(self.utama, "admin_utama"))
        self.assertTrue(self.punya(self.utama, "pegawai"))

    def test_a_closed_review_is_never_changed(self):
        tinjauan = self._buka()
        with self.assertRaises(UserError):
            tinjauan.action_tutup()
        self._baris(tinjauan, self.kaban, self.sistem).action_tetap()
        terbuka = tinjauan.baris_ids.filtered("can_putus")
        self.assertEqual(tinjauan.jumlah_giliran, len(terbuka))
        terbuka.action_tetap()
        self.assertEqual(tinjauan.kemajuan, 100)
        tinjauan.action_tutup()
        for ubah in (
            lambda: tinjauan.action_tutup(),
            lambda: tinjauan.baris_ids[0].action_tetap(),
        ):
            with self.assertRaises(UserError):
                ubah()
        for ubah in (
            lambda: tinjauan.sudo().write({"state": "berjalan"}),
            lambda: tinjauan.sudo().baris_ids[0].write({"hasil": "belum"}),
            lambda: tinjauan.sudo().baris_ids[0].unlink(),
            lambda: tinjauan.sudo().create({"tahun": 1, "name": "x"}),
        ):
            with self.assertRaises(AccessError):
                ubah()

    def test_the_scheduler_opens_it_and_reminds_weekly_when_overdue(self):
        Tinjauan = self.env["asn.tinjauan.akses"]
        self.env.company.asn_bulan_tinjauan = 0
        Tinjauan._cron_tinjauan()
        self.assertFalse(Tinjauan.search([]))
        self.env.company.asn_bulan_tinjauan = self.hari_ini.month
        Tinjauan._cron_tinjauan()
        tinjauan = Tinjauan.search([])
        self.assertEqual(tinjauan.tahun, self.hari_ini.year)
        tinjauan._mesin().write({"batas_waktu": self.hari_ini - timedelta(days=1)})
        self.assertEqual([Tinjauan._cron_tinjauan(), Tinjauan._cron_tinjauan()], [1, 0])
        tinjauan._mesin().write({"diingatkan_pada": self.hari_ini - timedelta(days=7)})
        self.assertEqual(Tinjauan._cron_tinjauan(), 1)

    def test_the_auditor_gets_a_traced_spreadsheet(self):
        self.angkat()
        tinjauan = self._buka()
        self._baris(tinjauan, self.ani)._cabut("=1+1 tidak ada lagi di unit")
        buku = load_workbook(io.BytesIO(tinjauan._isi_xlsx()))
        teks = [c.value for baris in buku.active for c in baris]
        self.assertIn("800/7", teks)
        self.assertIn("=1+1 tidak ada lagi di unit", teks)
        jejak = self.env["asn.jejak.ekspor"].search(
            [("apa", "=", "asn.tinjauan.akses.baris")]
        )
        self.assertEqual(jejak.user_id, self.kaban.user_id)
        self.assertTrue(self.sebagai(self.sistem, "asn.pemegang.peran")._isi_xlsx())
        for orang in (self.pim, self.ani, self.utama):
            with self.subTest(siapa=orang.name), self.assertRaises(AccessError):
                tinjauan.with_user(orang.user_id)._isi_xlsx()
            with self.subTest(siapa=orang.name), self.assertRaises(AccessError):
                self.sebagai(orang, "asn.pemegang.peran")._isi_xlsx()

from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import TataKelolaCommon


@tagged("post_install", "-at_install")
class TestInsiden(TataKelolaCommon, TransactionCase):
    """UU 27/2022 Pasal 46: notice within 3 x 24 hours, and its record."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.laporan = cls.env["asn.laporan.gangguan"].create(
            {
                "name": "Daftar pegawai terbuka",
                "kategori": "keamanan",
                "pelapor_id": cls.ani.user_id.id,
            }
        )

    def setUp(self):
        super().setUp()
        self.insiden = self.oleh(self.laporan, self.sistem)
        self.insiden.action_insiden()

    def test_clock_runs_and_kepala_badan_is_told(self):
        selisih = self.insiden.batas_pemberitahuan - self.insiden.diketahui_pada
        self.assertEqual(selisih, timedelta(hours=72))
        self.assertIn(self.insiden.sisa_jam, (71, 72))
        self.assertTrue(self.pesan_kepada(self.kaban, self.insiden))
        with self.assertRaises(UserError):
            self.insiden.action_insiden()

    def test_facilitators_do_not_read_incidents(self):
        Lapor = self.sebagai(self.fasil, "asn.laporan.gangguan")
        self.assertFalse(Lapor.search([("id", "=", self.laporan.id)]))
        self.assertTrue(
            self.sebagai(self.ani, "asn.laporan.gangguan").search(
                [("id", "=", self.laporan.id)]
            )
        )

    def test_notice_has_what_the_law_asks_for_and_stays(self):
        with self.assertRaises(UserError):
            self.insiden.action_pemberitahuan()
        self.insiden.write(
            {
                "data_terdampak": "NIP dan pangkat 12 orang, tautan terbuka 2 hari",
                "upaya_pemulihan": "Tautan ditutup, sandi diganti",
                "penerima_pemberitahuan": "12 pegawai dan lembaga PDP",
                "nomor_pemberitahuan": "800/77/2026",
                "jumlah_terdampak": 12,
            }
        )
        self.insiden.action_pemberitahuan()
        self.assertEqual(self.insiden.diberitahukan_oleh_id, self.sistem.user_id)
        self.assertEqual(self.insiden.sisa_jam, 0)
        with self.assertRaises(UserError):
            self.insiden.jumlah_terdampak = 2
        with self.assertRaises(UserError):
            self.insiden.action_pemberitahuan()
        with self.assertRaises(UserError):
            self.oleh(self.laporan, self.kaban).action_bukan_insiden()

    def test_last_day_is_announced_once(self):
        Lapor = self.env["asn.laporan.gangguan"]
        self.assertEqual(Lapor._cron_ingatkan_insiden(), 0)
        self.laporan.sudo()._mesin().diketahui_pada -= timedelta(hours=50)
        self.assertEqual(Lapor._cron_ingatkan_insiden(), 1)
        self.assertEqual(Lapor._cron_ingatkan_insiden(), 0)

    def test_only_kepala_badan_takes_the_mark_back(self):
        with self.assertRaises(AccessError):
            self.insiden.action_bukan_insiden()
        with self.assertRaises(AccessError):
            self.oleh(self.laporan, self.ani).action_insiden()
        self.oleh(self.laporan, self.kaban).action_bukan_insiden()
        self.assertFalse(self.laporan.is_insiden)

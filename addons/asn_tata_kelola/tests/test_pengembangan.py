from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import TataKelolaCommon


@tagged("post_install", "-at_install")
class TestPengembangan(TataKelolaCommon, TransactionCase):
    """LL-6-1-b, LL-7-1-e, LL-7-1-f, LL-8-1-c: evaluation, proposal, release."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pejabat = cls.orang("pejabat", ("validator",), unit=cls.dinas_b)
        cls.lain = cls.orang("lain", ("validator",), unit=cls.dinas_b)
        cls.aplikasi = cls.orang("aplikasi", ("admin_aplikasi",), unit=cls.dinas_b)

    def usulan(self, **nilai):
        Usulan = self.sebagai(self.utama, "asn.usulan.pengembangan")
        return Usulan.create(
            {
                "name": "Sisa cuti pada kartu",
                "kebutuhan": "Pegawai sering bertanya",
                "penerima_id": self.pejabat.user_id.id,
                **nilai,
            }
        )

    def cadangan(self, **nilai):
        return self.env["asn.cadangan"]._catat(
            {
                "folder": "20260101T013000Z",
                "mulai": "2026-01-01T01:30:00Z",
                "selesai": "2026-01-01T01:40:00Z",
                "hasil": "baik",
                **nilai,
            }
        )

    def test_proposal_goes_from_utama_to_the_pejabat_and_into_a_release(self):
        """LL-5-a, LL-6-1-b: the Pejabat Administrator decides what Utama asks."""
        usulan = self.usulan()
        self.assertFalse(
            self.sebagai(self.pejabat, "asn.usulan.pengembangan").search([])
        )
        usulan.action_ajukan()
        putusan = self.sebagai(self.pejabat, "asn.usulan.pengembangan.putusan")
        putusan.create(
            {
                "usulan_id": usulan.id,
                "hasil": "dikembalikan",
                "alasan": "Sebutkan manfaatnya",
            }
        ).action_simpan()
        self.assertEqual(usulan.state, "dikembalikan")
        self.assertTrue(self.pesan_kepada(self.utama, usulan))
        usulan.manfaat = "Pertanyaan berkurang"
        usulan.action_ajukan()
        self.oleh(usulan, self.pejabat)._putuskan("disetujui", "")
        self.assertTrue(usulan.can_lanjut)
        self.assertFalse(self.oleh(usulan, self.pejabat).can_lanjut)
        usulan.action_kerjakan()
        with self.assertRaises(UserError):
            usulan.action_selesai()
        rilis = self.sebagai(self.sistem, "asn.rilis").create(
            {"name": "19.1", "tanggal": self.hari_ini, "perubahan": "Sisa cuti"}
        )
        usulan.rilis_id = rilis.id
        usulan.action_selesai()
        self.assertEqual(usulan.state, "selesai")

    def test_nobody_else_decides_and_nothing_sent_is_changed(self):
        usulan = self.usulan()
        usulan.action_ajukan()
        with self.assertRaises(UserError):
            usulan.kebutuhan = "Lain"
        with self.assertRaises(AccessError):
            usulan.state = "disetujui"
        for pegawai in (self.utama, self.sistem, self.kaban, self.lain, self.ani):
            with self.subTest(pegawai=pegawai.name), self.assertRaises(AccessError):
                self.oleh(usulan, pegawai)._putuskan("disetujui", "")
        with self.assertRaises(UserError):
            self.oleh(usulan, self.pejabat)._putuskan("ditolak", "")
        with self.assertRaises(AccessError):
            self.usulan(pengusul_id=self.ani.user_id.id)
        with self.assertRaises(UserError):
            usulan.unlink()

    def test_evaluations_of_both_administrators_reach_utama(self):
        for pegawai in (self.sistem, self.aplikasi):
            with self.subTest(pegawai=pegawai.name):
                satu = self.sebagai(pegawai, "asn.evaluasi.sistem").create(
                    {"name": "Lambat", "temuan": "5 detik", "rekomendasi": "Indeks"}
                )
                Milik = self.sebagai(self.utama, "asn.evaluasi.sistem")
                self.assertNotIn(satu, Milik.search([]))
                satu.action_sampaikan()
                self.assertIn(satu, Milik.search([]))
                with self.assertRaises(UserError):
                    satu.temuan = "6 detik"
                with self.assertRaises(AccessError):
                    self.oleh(satu, self.sistem)._tanggapi("dicatat", "x")
                self.sebagai(self.utama, "asn.evaluasi.sistem.tanggapan").create(
                    {"evaluasi_id": satu.id, "teks": "Masuk usulan berikutnya"}
                ).action_simpan()
                self.assertEqual(satu.state, "ditindaklanjuti")
                self.assertTrue(self.pesan_kepada(pegawai, satu))
        asing = self.sebagai(self.aplikasi, "asn.evaluasi.sistem")
        self.assertEqual(asing.search([]).pengaju_id, self.aplikasi.user_id)
        with self.assertRaises(AccessError):
            self.sebagai(self.ani, "asn.evaluasi.sistem").create(
                {"name": "x", "temuan": "x", "rekomendasi": "x"}
            )

    def test_release_is_installed_after_a_backup_and_stays_as_it_was(self):
        rilis = self.sebagai(self.sistem, "asn.rilis").create(
            {"name": "19.2", "tanggal": self.hari_ini, "perubahan": "Perbaikan"}
        )
        Umum = self.sebagai(self.ani, "asn.rilis")
        self.assertFalse(Umum.search([("id", "=", rilis.id)]))
        with self.assertRaises(UserError):
            rilis.action_pasang()
        rilis.cadangan_id = self.cadangan()
        rilis.action_pasang()
        self.assertEqual(rilis.pelaksana_id, self.sistem.user_id)
        self.assertTrue(Umum.search([("id", "=", rilis.id)]))
        with self.assertRaises(UserError):
            rilis.perubahan = "Lain"
        with self.assertRaises(UserError):
            rilis.unlink()
        with self.assertRaises(AccessError):
            self.oleh(rilis, self.ani).action_mundur()
        with self.assertRaises(UserError):
            rilis.action_mundur()
        rilis.catatan = "Halaman cuti galat"
        rilis.action_mundur()
        self.assertEqual(rilis.state, "mundur")

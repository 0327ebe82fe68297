from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from ..domain import risiko
from .common import TataKelolaCommon


@tagged("post_install", "-at_install")
class TestRisiko(TataKelolaCommon, TransactionCase):
    """LL-31-1-a, LL-31-2-b: the register of risks and of assets."""

    def risiko(self, **nilai):
        Risiko = self.sebagai(self.sistem, "asn.risiko")
        return Risiko.create(
            {"name": "Server mati", "kemungkinan": "3", "dampak": "5", **nilai}
        )

    def test_levels_follow_likelihood_times_impact(self):
        for kemungkinan, dampak, tingkat in (
            (1, 4, "rendah"),
            (1, 5, "sedang"),
            (3, 3, "sedang"),
            (2, 5, "tinggi"),
            (4, 4, "sangat_tinggi"),
            (5, 5, "sangat_tinggi"),
            (0, 5, False),
        ):
            with self.subTest(kemungkinan=kemungkinan, dampak=dampak):
                angka = risiko.nilai(kemungkinan, dampak)
                self.assertEqual(risiko.tingkat(angka), tingkat)

    def test_residual_follows_the_controls(self):
        satu = self.risiko()
        self.assertRegex(satu.kode, r"^R-\d{3}$")
        self.assertEqual((satu.nilai, satu.nilai_sisa), (15, 15))
        satu.write({"kemungkinan_sisa": "1"})
        self.assertEqual((satu.tingkat, satu.tingkat_sisa), ("tinggi", "sedang"))

    def test_review_is_due_and_done_by_the_owner(self):
        satu = self.risiko(
            pemilik_id=self.ani.user_id.id,
            tanggal_tinjau=self.hari_ini - timedelta(days=2),
        )
        Risiko = self.env["asn.risiko"]
        self.assertEqual(Risiko.search([("is_lewat_tinjau", "=", True)]), satu)
        milik = self.oleh(satu, self.ani)
        self.assertTrue(milik.is_lewat_tinjau)
        milik.action_tinjau()
        self.assertEqual(satu.ditinjau_oleh_id, self.ani.user_id)
        self.assertGreater(satu.tanggal_tinjau, self.hari_ini)
        lain = self.oleh(satu, self.kaban)
        self.assertTrue(milik.can_tinjau)
        self.assertFalse(lain.can_tinjau)
        with self.assertRaises(AccessError):
            lain.action_tinjau()

    def test_who_reads_and_writes_the_register(self):
        satu = self.risiko()
        for pegawai, lihat in (
            (self.sistem, True),
            (self.kaban, True),
            (self.utama, True),
            (self.fasil, False),
            (self.ani, False),
        ):
            with self.subTest(pegawai=pegawai.name):
                ada = self.sebagai(pegawai, "asn.risiko").search([("id", "=", satu.id)])
                self.assertEqual(bool(ada), lihat)
        for pegawai in (self.kaban, self.utama, self.ani):
            with self.subTest(menulis=pegawai.name), self.assertRaises(AccessError):
                self.oleh(satu, pegawai).name = "x"
        with self.assertRaises(UserError):
            satu.unlink()
        with self.assertRaises(AccessError):
            satu.ditinjau_pada = self.hari_ini

    def test_assets_that_end_soon_are_found(self):
        Aset = self.sebagai(self.sistem, "asn.aset.tik")
        segera, lama = Aset.create(
            [
                {
                    "kode": "AS-1",
                    "name": "Sertifikat TLS",
                    "jenis": "sertifikat",
                    "berlaku_sampai": self.hari_ini + timedelta(days=20),
                },
                {
                    "kode": "AS-2",
                    "name": "Server",
                    "berlaku_sampai": self.hari_ini + timedelta(days=400),
                },
            ]
        )
        cari = Aset.search([("is_segera_habis", "=", True)])
        self.assertIn(segera, cari)
        self.assertNotIn(lama, cari)
        self.assertTrue(segera.is_segera_habis)
        with self.assertRaises(UserError):
            segera.unlink()

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from ..domain import keadaan
from .common import TataKelolaCommon


@tagged("post_install", "-at_install")
class TestOperasi(TataKelolaCommon, TransactionCase):
    """LL-4-2-a, LL-4-4-a, LL-4-4-c, LL-7-1-b, LL-7-1-d, LL-30-2-c, LL-31-2-d."""

    def cadangan(self, jam, **nilai):
        mulai = fields.Datetime.now() - timedelta(hours=jam)
        return self.env["asn.cadangan"]._catat(
            {
                "folder": mulai.strftime("%Y%m%dT%H%M%SZ"),
                "mulai": mulai.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "selesai": mulai.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "hasil": "baik",
                "tidak_dikenal": "diabaikan",
                **nilai,
            }
        )

    def test_age_of_the_last_good_backup_warns(self):
        Cadangan = self.env["asn.cadangan"]
        self.assertEqual(Cadangan._keadaan(), ("gawat", None))
        self.cadangan(60)
        self.assertEqual(Cadangan._keadaan(), ("gawat", 60))
        self.cadangan(1, hasil="gagal", pesan="Cakram penuh")
        self.assertEqual(Cadangan._keadaan()[0], "gawat")
        self.cadangan(35)
        self.assertEqual(Cadangan._keadaan(), ("perhatian", 35))
        self.cadangan(2, uji_pulih="baik", rincian_uji="412 tabel sama")
        self.assertEqual(Cadangan._keadaan(), ("baik", 2))
        self.assertEqual(Cadangan._terakhir("uji_pulih").rincian_uji, "412 tabel sama")

    def test_nobody_writes_the_log_of_backups(self):
        baris = self.cadangan(1)
        for pegawai in (self.sistem, self.kaban, self.ani):
            with self.subTest(pegawai=pegawai.name), self.assertRaises(AccessError):
                self.oleh(baris, pegawai).hasil = "gagal"
        with self.assertRaises(AccessError):
            baris.sudo().hasil = "gagal"
        with self.assertRaises(AccessError):
            baris.sudo().unlink()

    def test_state_of_the_system_shows_real_figures_to_two_roles(self):
        self.cadangan(2)
        self.env.ref("asn_tata_kelola.cron_gangguan_tutup").sudo().failure_count = 3
        for pegawai in (self.sistem, self.kaban):
            with self.subTest(pegawai=pegawai.name):
                data = self.sebagai(pegawai, "asn.keadaan.sistem").get_data()
                angka = {satu["key"]: satu for satu in data["angka"]}
                self.assertEqual(angka["cadangan"]["keadaan"], "baik")
                self.assertEqual(angka["uji_pulih"]["keadaan"], "perhatian")
                self.assertEqual(angka["cron"]["keadaan"], "gawat")
                self.assertEqual(data["keadaan"], "gawat")
                self.assertRegex(angka["cakram"]["nilai"], r"^\d+ %$")
                self.assertRegex(angka["basis_data"]["nilai"], r"\d (MB|GB)$")
        for pegawai in (self.ani, self.utama, self.fasil):
            with self.subTest(pegawai=pegawai.name), self.assertRaises(AccessError):
                self.sebagai(pegawai, "asn.keadaan.sistem").get_data()

    def test_states_and_sizes(self):
        self.assertEqual(keadaan.menurut(79, 80, 90), "baik")
        self.assertEqual(keadaan.menurut(80, 80, 90), "perhatian")
        self.assertEqual(keadaan.menurut(95, 80, 90), "gawat")
        self.assertEqual(keadaan.terburuk([]), "baik")
        self.assertEqual(keadaan.terburuk(["baik", "gawat", "perhatian"]), "gawat")
        self.assertEqual(keadaan.ukuran(1536 * 1024**2), "1,5 GB")
        self.assertEqual(keadaan.ukuran(5 * 1024**5), "5120,0 TB")

    def panduan(self, **nilai):
        Panduan = self.sebagai(self.sistem, "asn.panduan")
        return Panduan.create({"name": "SOP usulan", "isi": "<p>Langkah</p>", **nilai})

    def test_a_guide_is_published_read_and_replaced_by_a_version(self):
        satu = self.panduan(is_wajib=True)
        Umum = self.sebagai(self.ani, "asn.panduan")
        self.assertFalse(Umum.search([("id", "=", satu.id)]))
        satu.action_terbit()
        milik = Umum.search([("id", "=", satu.id), ("is_sudah_baca", "=", False)])
        self.assertEqual(milik, satu)
        milik.action_sudah_baca()
        milik.action_sudah_baca()
        self.assertTrue(milik.is_sudah_baca)
        self.assertEqual(satu.baca_ids.user_id, self.ani.user_id)
        with self.assertRaises(UserError):
            satu.isi = "<p>Lain</p>"
        baru = satu.browse(satu.action_versi_baru()["res_id"])
        baru.isi = "<p>Langkah baru</p>"
        self.assertEqual((baru.versi, satu.state), (2, "terbit"))
        baru.action_terbit()
        self.assertEqual((baru.state, satu.state), ("terbit", "diganti"))
        self.assertFalse(self.oleh(baru, self.ani).is_sudah_baca)
        baru.action_cabut()
        self.assertFalse(Umum.search([("id", "=", baru.id)]))
        with self.assertRaises(UserError):
            self.panduan(isi=False).action_terbit()
        with self.assertRaises(AccessError):
            self.oleh(satu, self.ani).action_cabut()

    def test_guides_of_administrators_are_for_them(self):
        satu = self.panduan(sasaran="pengelola")
        satu.action_terbit()
        for pegawai, lihat in ((self.ani, False), (self.fasil, True)):
            with self.subTest(pegawai=pegawai.name):
                Panduan = self.sebagai(pegawai, "asn.panduan")
                self.assertEqual(bool(Panduan.search([("id", "=", satu.id)])), lihat)
        with self.assertRaises(AccessError):
            self.env["asn.panduan.baca"].with_user(self.ani.user_id).create(
                {"panduan_id": satu.id, "user_id": self.ani.user_id.id}
            )

    def test_trainings_are_recorded_and_each_sees_the_own(self):
        latih = self.sebagai(self.sistem, "asn.pelatihan.sistem").create(
            {
                "name": "Fasilitator angkatan I",
                "tanggal": self.hari_ini,
                "peserta_ids": (self.fasil | self.ani).ids,
            }
        )
        self.assertEqual(latih.jumlah_peserta, 2)
        for pegawai, lihat in ((self.ani, True), (self.badu, False)):
            with self.subTest(pegawai=pegawai.name):
                Latih = self.sebagai(pegawai, "asn.pelatihan.sistem")
                self.assertEqual(bool(Latih.search([("id", "=", latih.id)])), lihat)
        self.assertEqual(self.oleh(latih, self.ani).jumlah_peserta, 2)

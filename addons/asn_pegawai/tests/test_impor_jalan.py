import base64
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from ..domain import impor_templat
from ..models import asn_impor_periksa
from .impor_common import ImporCommon


@tagged("post_install", "-at_install")
class TestImporJalan(ImporCommon, TransactionCase):
    """A run that is killed, cancelled, forged or met by surprises."""

    def setUp(self):
        super().setUp()
        self.patch(asn_impor_periksa, "UKURAN_BAGIAN", 10)

    def test_killed_between_batches_goes_on_without_doubles(self):
        baris = self.orang(35)
        impor = self.periksa(baris)
        impor.action_jalankan()
        for _giliran in range(2):
            impor._satu_giliran({})
        asli = type(impor)._simpan

        def mati(diri, *bagian):
            asli(diri, *bagian)
            raise KeyboardInterrupt  # people are written, the commit never comes

        with (
            patch.object(type(impor), "_simpan", mati),
            self.assertRaises(KeyboardInterrupt),
            self.cr.savepoint(),
        ):
            impor._satu_giliran({})
        self.assertEqual((impor.state, impor.posisi), ("berjalan", 20))
        self.assertAlmostEqual(impor.kemajuan, 100 * 20 / 35)

        self.cron()

        self.assertEqual((impor.state, impor.jumlah_baru), ("selesai", 35))
        nip = [satu["nip"] for satu in baris]
        self.assertEqual(self.env["hr.employee"].search_count([("nip", "in", nip)]), 35)
        domain = [("employee_id.nip", "in", nip)]
        self.assertEqual(self.env["asn.riwayat.jabatan"].search_count(domain), 35)

    def test_run_out_of_time_asks_for_its_next_turn_itself(self):
        impor = self.periksa(self.orang(11))
        impor.action_jalankan()
        cron = self.env.ref("asn_pegawai.ir_cron_impor")

        def giliran():
            sebelum = self.env["ir.cron.trigger"].search([("cron_id", "=", cron.id)])
            self.cron()
            sesudah = self.env["ir.cron.trigger"].search([("cron_id", "=", cron.id)])
            return len(sesudah - sebelum), impor.state

        with patch.object(type(impor), "_bergilir", lambda diri: False):
            self.assertEqual(giliran(), (1, "berjalan"))
        self.assertEqual(giliran(), (0, "selesai"))

    def test_cancelled_run_stops_and_keeps_what_is_in(self):
        baris = self.orang(25)
        impor = self.periksa(baris)
        impor.action_jalankan()
        impor._satu_giliran({})
        impor.action_batal()
        self.cron()
        self.assertEqual((impor.state, impor.posisi), ("dibatalkan", 10))
        self.assertFalse(impor._bagian("siap"))
        with self.assertRaises(UserError):
            impor.action_periksa()
        ulang = self.periksa(baris)
        self.assertEqual((ulang.jumlah_sama, ulang.jumlah_baru), (10, 15))

    def test_data_that_changed_since_the_check_stops_all_or_none(self):
        baris = self.orang(12)
        impor = self.periksa(baris)
        impor.action_jalankan()
        self.env["hr.employee"].create({"name": "Lain", "nik": baris[3]["nik"]})
        self.cron()
        self.assertEqual((impor.state, impor.posisi), ("gagal", 0))
        self.assertFalse(self.pegawai(baris[0]["nip"]))
        self.assertTrue(impor.pesan)

    def test_row_that_fails_late_is_noted_and_others_go_on(self):
        baris = self.orang(12)
        impor = self.periksa(baris, mode="baik")
        impor.action_jalankan()
        self.env["hr.employee"].create({"name": "Lain", "nik": baris[3]["nik"]})
        self.cron()
        self.assertEqual((impor.state, impor.jumlah_baru), ("selesai", 11))
        masalah = impor.masalah_ids
        self.assertEqual((masalah.kunci, masalah.baris), ("gagal_simpan", 5))

    def test_unexpected_error_stops_with_a_reason(self):
        impor = self.periksa(self.orang(3))
        impor.action_jalankan()
        with (
            patch.object(type(impor), "_simpan", side_effect=RuntimeError("rusak")),
            self.assertLogs("odoo.addons.asn_pegawai", "ERROR"),
        ):
            self.cron()
        self.assertEqual(impor.state, "gagal")
        self.assertIn("log", impor.pesan)

    def test_steps_are_the_only_way(self):
        impor = self.periksa(self.orang(2))
        for vals in (
            {"state": "berjalan"},
            {"posisi": 5},
            {"jumlah_galat": 0},
            {"bagian_ids": [(5,)]},
            {"masalah_ids": [(5,)]},
            {"is_pratinjau": True},
            {"dijalankan_oleh_id": self.admin.id},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                impor.write(vals)
        for vals in (
            {"state": "diperiksa"},
            {"is_pratinjau": True},
            {"jumlah_siap": 9},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                self.Impor.create(vals)
            bawaan = {f"default_{nama}": nilai for nama, nilai in vals.items()}
            with self.subTest(bawaan=bawaan), self.assertRaises(AccessError):
                self.Impor.with_context(**bawaan).create({"nama_file": "x.xlsx"})
        for catatan in (self.env["asn.impor.bagian"], self.env["asn.impor.lembar"]):
            milik = catatan.search([("impor_id", "=", impor.id)])
            self.assertTrue(milik)
            rahasia = {"isi", "jejak", "ditolak"} & catatan._fields.keys()
            for nama in rahasia:
                with self.assertRaises(AccessError):
                    milik.with_user(self.admin).read([nama])
        with self.assertRaises(AccessError):
            self.env["asn.impor.masalah"].with_user(self.admin).create(
                {"impor_id": impor.id, "kunci": "x", "pesan": "x"}
            )

    def test_order_of_the_steps(self):
        impor = self.unggah(impor_templat.isi(self.orang(2)))
        with self.assertRaises(UserError):
            impor.action_jalankan()
        with self.assertRaises(UserError):
            impor.action_batal()
        impor.action_periksa()
        impor.action_jalankan()
        for langkah in (impor.action_jalankan, impor.action_periksa, impor.unlink):
            with self.assertRaises(UserError):
                langkah()
        with self.assertRaises(UserError):
            impor.mode = "baik"

    def test_new_file_needs_a_new_check(self):
        impor = self.periksa([{"nip": "1", "nama": "Ratna"}])
        self.assertTrue(impor.masalah_ids)
        impor.write({"file": base64.b64encode(impor_templat.isi(self.orang(1)))})
        self.assertEqual((impor.state, impor.jumlah_baris), ("draft", 0))
        self.assertFalse(impor.masalah_ids)

    def test_hostile_upload_is_refused_at_once_and_not_stored(self):
        for nama, isi in (
            ("daftar.xlsx", b"<html></html>"),
            ("daftar.xlsx", b"nip;nama"),
            ("daftar.xlsm", impor_templat.isi([])),
            ("daftar.xlsx", b"PK\x03\x04" + b"\0" * 16 * 1024 * 1024),
        ):
            with self.subTest(nama=nama, isi=isi[:9]), self.assertRaises(UserError):
                self.unggah(isi, nama)
        impor = self.Impor.create({"nama_file": "kosong.xlsx"})
        with self.assertRaises(UserError):
            impor.action_periksa()

    def test_other_roles_see_nothing(self):
        impor = self.periksa([{"nip": "1", "nama": "Ratna"}])
        for peran in (
            "pegawai",
            "fasilitator",
            "admin_aplikasi",
            "admin_utama",
            "monev",
        ):
            user = self.buat_user(f"impor_{peran}", (peran,))
            for catatan in (impor, impor.masalah_ids):
                with self.subTest(peran=peran), self.assertRaises(AccessError):
                    catatan.with_user(user).read(["display_name"])
            with self.assertRaises(AccessError):
                impor.with_user(user).action_periksa()

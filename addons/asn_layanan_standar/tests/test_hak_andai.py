from datetime import date

from odoo.addons.asn_layanan_standar.domain.andai import geser
from odoo.exceptions import AccessError
from odoo.tests import BaseCase, Form, TransactionCase, tagged

from .test_layanan_kgb import KgbCommon


class TestGeser(BaseCase):
    """How far a day moves."""

    def test_direction_and_distance(self):
        lama, baru = date(2027, 1, 1), date(2028, 4, 1)
        for kini, nanti, harap in (
            (lama, lama, ("tetap", 0, 0, 0)),
            (None, None, ("tetap", 0, 0, 0)),
            (None, baru, ("baru", 0, 0, 0)),
            (lama, None, ("hilang", 0, 0, 0)),
            (lama, baru, ("lambat", 1, 3, 0)),
            (baru, lama, ("awal", 1, 3, 0)),
            (lama, date(2027, 1, 15), ("lambat", 0, 0, 14)),
        ):
            with self.subTest(kini=kini, nanti=nanti):
                self.assertEqual(geser(kini, nanti), harap)


@tagged("post_install", "-at_install")
class TestHakAndai(KgbCommon, TransactionCase):
    """What if: what a lay person reads of it, on 2 March 2026."""

    def andai(self, nama="pegawai", **nilai):
        Andai = self.env["asn.hak.andai"].with_user(self.u[nama])
        andai = Andai.with_context(lang="id_ID").create({})
        andai.write(nilai)
        return andai

    def test_difference_is_said_in_words_and_rupiah(self):
        """A grade two months later: KGB of April is not due, later ones stay."""
        naik = self.pegawai.golongan_id.berikutnya_id
        andai = self.andai()
        self.assertEqual(andai.jumlah_berubah, 0)
        self.assertEqual(set(andai.baris_ids.mapped("beda")), {"Tetap"})
        self.assertIn(self.pegawai.golongan_id.kode, andai.tercatat)
        andai.write({"golongan_id": naik.id, "tmt_golongan": "2026-05-01"})
        baris = andai.baris_ids.filtered(lambda b: b.layanan_id == self.kgb)
        baris = baris.sorted("langkah")
        self.assertEqual(
            baris.mapped("beda"), ["Tidak lagi dalam lima tahun", "Tetap", "Tetap"]
        )
        for satu in baris[1:]:
            self.assertEqual(satu.beda_gaji, satu.gaji_andai - satu.gaji_kini)
            self.assertTrue(satu.is_berubah, "the pay is another")
        self.assertGreaterEqual(andai.jumlah_berubah, 3)
        andai.write({"golongan_id": self.pegawai.golongan_id.id, "mkg_tahun": 8})
        self.assertIn("lebih awal", " ".join(andai.baris_ids.mapped("beda")))

    def test_nonsense_is_refused_in_words(self):
        pppk = self.env["asn.golongan"].search([("jenis", "=", "pppk")], limit=1)
        for nilai, kata in (
            ({"mkg_tahun": 999_999}, "0 sampai 50 tahun"),
            ({"mkg_tahun": 2_000_000_000}, "0 sampai 50 tahun"),
            ({"mkg_tahun": -1}, "0 sampai 50 tahun"),
            ({"mkg_bulan": 12}, "0 sampai 11 bulan"),
            ({"tmt_golongan": "1900-01-01"}, "sebelum masa kerja"),
            ({"tmt_golongan": "9999-12-31"}, "paling lambat 2 Maret 2031"),
            ({"tmt_golongan": False}, "Isi golongan"),
            ({"golongan_id": False}, "Isi golongan"),
            ({"golongan_id": pppk.id}, "jenis pegawai lain"),
        ):
            with self.subTest(nilai=nilai):
                andai = self.andai(**nilai)
                self.assertIn(kata, andai.keberatan)
                self.assertFalse(andai.baris_ids)
                andai.unlink()
        self.assertFalse(self.andai().keberatan)

    def test_who_may_not_see_pay_sees_the_days(self):
        """Analysis (admin_utama) has no columns of pay; the dialog opens all the same."""
        utama = self.orang("uji_utama", ("admin_utama",), unit=self.badan).user_id
        with Form(self.env["asn.hak.andai"].with_user(utama)) as form:
            form.employee_id = self.pegawai
        andai = form.record
        self.assertTrue(andai.baris_ids)
        self.assertTrue(andai.baris_ids[0].beda)
        with self.assertRaises(AccessError):
            andai.baris_ids.read(["gaji_kini"])
        self.assertFalse(any(andai.sudo().baris_ids.mapped("gaji_andai")))

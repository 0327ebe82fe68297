from odoo.exceptions import UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from ..domain import impor_templat
from .impor_common import ImporCommon


@tagged("post_install", "-at_install")
class TestImporKolom(ImporCommon, TransactionCase):
    """What a person said about a heading once is offered the next time."""

    def berkas(self, judul):
        satu = self.orang(1)[0]
        return impor_templat.isi(
            [{k: satu[k] for k in ("nip", "nama", "rt")}], judul={"rt": judul}
        )

    def test_choice_is_remembered_and_can_be_forgotten(self):
        impor = self.unggah(self.berkas("Rukun Tangga"))
        impor.action_periksa()
        self.assertTrue(impor.ada_galat_berkas)
        kolom = impor.kolom_ids.filtered(lambda k: k.judul == "Rukun Tangga")
        self.assertEqual(
            (kolom.asal, kolom.tujuan, kolom.contoh != ""), ("asing", False, True)
        )
        self.assertIn("rt", {kode for kode, _judul in kolom.pilihan})

        kolom.tujuan = "rt"
        self.assertEqual(impor.state, "draft")
        impor.action_periksa()

        self.assertFalse(impor.ada_galat_berkas)
        kolom = impor.kolom_ids.filtered(lambda k: k.judul == "Rukun Tangga")
        self.assertEqual((kolom.asal, kolom.tujuan), ("pilihan", "rt"))
        lain = self.unggah(self.berkas("RUKUN-TANGGA"))
        lain.action_periksa()
        self.assertEqual(lain.jumlah_galat, 0)
        self.assertEqual(
            lain.kolom_ids.filtered(lambda k: k.tujuan == "rt").asal, "ingat"
        )
        self.env["asn.impor.pemetaan"].with_user(self.admin).search([]).unlink()
        lain.action_periksa()
        self.assertTrue(lain.ada_galat_berkas)

    def test_column_can_be_left_out(self):
        impor = self.unggah(self.berkas("Hobi"))
        impor.action_periksa()
        impor.kolom_ids.filtered(lambda k: k.judul == "Hobi").tujuan = "-"
        impor.action_periksa()
        self.assertEqual(impor.jumlah_galat, 0)
        self.jalankan(impor)
        self.assertFalse(self.pegawai(self.orang(1)[0]["nip"]).rt)

    def test_only_fields_of_the_sheet_and_only_before_the_run(self):
        impor = self.unggah(self.berkas("rt"))
        impor.action_periksa()
        kolom = impor.kolom_ids[0]
        for tujuan in ("employee_id", "status", "hr.employee", "res.users"):
            with self.subTest(tujuan=tujuan), self.assertRaises(ValidationError):
                kolom.tujuan = tujuan
        self.jalankan(impor)
        with self.assertRaises(UserError):
            kolom.tujuan = "-"
        with self.assertRaises(UserError):
            impor.lembar_ids.jenis = False

    def test_mapping_of_another_office_is_not_used(self):
        self.env["asn.impor.pemetaan"].create(
            {
                "company_id": self.env["res.company"].create({"name": "Kota Lain"}).id,
                "jenis": "roster",
                "kunci": "hobi",
                "judul": "Hobi",
                "tujuan": "rt",
            }
        )
        impor = self.unggah(self.berkas("Hobi"))
        impor.action_periksa()
        self.assertTrue(impor.ada_galat_berkas)

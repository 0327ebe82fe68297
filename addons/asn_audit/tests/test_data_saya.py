import base64
import io
import json
import zipfile

import openpyxl
from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import BaseCase, TransactionCase, tagged

from ..domain.data_saya import buku_kerja, nama_aman
from ..models import asn_data_saya
from .common import NIK_P, AuditCommon


class TestDomainDataSaya(BaseCase):
    """The workbook and the names of files."""

    def test_names(self):
        for nama, hasil in (
            ("SK CPNS.pdf", "SK_CPNS.pdf"),
            ("../../etc/passwd", "passwd"),
            ("..\\..\\x.pdf", "x.pdf"),
            ("", "berkas"),
            ("...", "berkas"),
        ):
            with self.subTest(nama=nama):
                self.assertEqual(nama_aman(nama), hasil)

    def test_workbook(self):
        isi = {
            "profil": [{"Nama": "Ani", "Rumus": "=1+1"}],
            "asn.riwayat.golongan": [{"TMT": "a"}, {"TMT": "b"}],
            "kosong": [],
        }
        buku = openpyxl.load_workbook(io.BytesIO(buku_kerja(isi, "tanda & air")))
        self.assertEqual(buku.sheetnames, ["profil", "riwayat.golongan"])
        self.assertEqual(buku["profil"]["B2"].value, "=1+1")
        self.assertEqual(buku["profil"]["B2"].data_type, "s")
        self.assertEqual(buku["riwayat.golongan"]["A3"].value, "b")
        self.assertIn("tanda", buku["profil"].oddFooter.left.text)


@tagged("post_install", "-at_install")
class TestDataSaya(AuditCommon, TransactionCase):
    """F89: everything about oneself, for oneself."""

    def _kemas(self, siapa):
        self.sebagai(siapa, "asn.data.saya").action_minta()
        return self.env["asn.data.saya"].search(
            [("user_id", "=", siapa.user_id.id)], limit=1
        )

    def test_the_copy_holds_the_person_and_nobody_else(self):
        self.golongan(self.ani, self.gol_iiia, "2012-04-01", nomor_sk="SK-ANI")
        self.golongan(self.badu, self.gol_iiia, "2012-04-01", nomor_sk="SK-BADU")
        self.sebagai(self.fasil).browse(self.ani.id).read(["nik"])
        self.jejak()
        data = self._kemas(self.ani)
        self.assertEqual(data.state, "siap")
        arsip = zipfile.ZipFile(io.BytesIO(base64.b64decode(data.berkas)))
        self.assertEqual(
            set(arsip.namelist()), {"data.json", "data.xlsx", "BACA_SAYA.txt"}
        )
        isi = arsip.read("data.json").decode()
        self.assertIn(NIK_P, isi)
        self.assertIn("SK-ANI", isi)
        self.assertNotIn("SK-BADU", isi)
        self.assertEqual(len(json.loads(isi)["profil"]), 1)
        self.assertEqual(len(json.loads(isi)["asn.jejak.akses"]), 1)
        buku = openpyxl.load_workbook(io.BytesIO(arsip.read("data.xlsx")))
        self.assertIn("profil", buku.sheetnames)

    def test_it_is_recorded_as_an_export(self):
        data = self._kemas(self.ani)
        jejak = self.env["asn.jejak.ekspor"].search([("apa", "=", "data.saya")])
        self.assertEqual(jejak.kode, data.kode_ekspor)
        self.assertEqual(jejak.user_id, self.ani.user_id)
        self.assertFalse(self.jejak(self.ani))

    def test_only_the_person_reads_it(self):
        data = self._kemas(self.ani)
        for siapa in (self.badu, self.fasil, self.sistem, self.kaban):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                data.with_user(siapa.user_id).read(["berkas"])
        with self.assertRaises(AccessError):
            data.with_user(self.ani.user_id).write({"berkas": False})

    def test_many_documents_go_to_the_scheduler(self):
        self.patch(asn_data_saya, "_LANGSUNG_BYTE", -1)
        data = self._kemas(self.ani)
        self.assertEqual(data.state, "menunggu")
        self.patch(type(self.env["ir.cron"]), "_commit_progress", lambda *a, **k: 1)
        self.env["asn.data.saya"]._cron_kemas()
        self.assertEqual(data.state, "siap")

    def test_the_file_goes_after_a_week(self):
        data = self._kemas(self.ani)
        self.assertEqual(self.env["asn.data.saya"]._cron_hapus(), 0)
        data._mesin().berlaku_sampai = fields.Datetime.subtract(
            fields.Datetime.now(), seconds=1
        )
        self.assertEqual(self.env["asn.data.saya"]._cron_hapus(), 1)
        self.assertFalse(data.berkas)
        self.assertEqual(data.state, "berakhir")

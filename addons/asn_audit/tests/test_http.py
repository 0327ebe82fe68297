import base64
import io
import json

import openpyxl
from odoo import http
from odoo.addons.asn_arsip.tests.common import pdf
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import AuditCommon


@tagged("post_install", "-at_install")
class TestHttp(AuditCommon, HttpCase):
    """LL-17-1: the web client's own addresses pass the same gate and trace."""

    def _ekspor(
        self, jenis, bidang, ids, cari=(), headers=None, kasar=False, **konteks
    ):
        data = {
            "model": "hr.employee",
            "fields": [{"name": n, "label": n, "type": "char"} for n in bidang],
            "ids": ids,
            "domain": list(cari),
            "import_compat": kasar,
            "context": konteks,
        }
        isi = {"data": json.dumps(data), "csrf_token": http.Request.csrf_token(self)}
        return self.url_open(f"/web/export/{jenis}", data=isi, headers=headers)

    def test_public_export_carries_its_code(self):
        """LL-20-3, LL-17-1"""
        self.authenticate("fasil", "fasil")
        for jenis in ("csv", "xlsx"):
            jawab = self._ekspor(jenis, ["name"], self.ani.ids, asn_tujuan="Rapat")
            self.assertEqual(jawab.status_code, 200)
            jejak = self.env["asn.jejak.ekspor"].search([], limit=1)
            self.assertEqual(jejak.tujuan, "Rapat")
            if jenis == "csv":
                self.assertIn(jejak.kode, jawab.text)
                self.assertTrue(jawab.text.rstrip().splitlines()[-1].startswith("# "))
            else:
                lembar = openpyxl.load_workbook(io.BytesIO(jawab.content)).active
                self.assertEqual(lembar["A6"].value, "Ani")
                self.assertIn(jejak.kode, lembar.oddFooter.left.text)
                self.assertIn(jejak.kode, lembar.cell(lembar.max_row, 1).value)

    def test_exported_list_is_fit_to_be_printed_and_filtered(self):
        """LL-17-1: with title, headings in view, filter and paper."""
        self.authenticate("fasil", "fasil")
        orang = self.ani | self.badu
        tampilan = self.env["ir.ui.view"].create(
            {
                "name": "daftar uji",
                "model": "hr.employee",
                "arch": "<list default_order='name desc'><field name='name'/></list>",
            }
        )
        aksi = self.env["ir.actions.act_window"].create(
            {
                "name": "Daftar Uji",
                "res_model": "hr.employee",
                "path": "daftar-uji",
                "view_id": tampilan.id,
            }
        )
        asal = {"Referer": f"{self.base_url()}/odoo/{aksi.path}"}
        cari = [("id", "in", orang.ids)]
        jawab = self._ekspor("xlsx", ["name", "id"], False, cari, headers=asal)
        self.assertIn("Daftar%20Uji", jawab.headers["Content-Disposition"])
        lembar = openpyxl.load_workbook(io.BytesIO(jawab.content)).active
        self.assertEqual(
            (lembar["A2"].value, lembar["A5"].value), ("DAFTAR UJI", "name")
        )
        self.assertEqual((lembar.freeze_panes, lembar.auto_filter.ref), ("B6", "A5:B7"))
        self.assertEqual(lembar.print_title_rows, "$5:$5")
        self.assertEqual(lembar.page_setup.orientation, "landscape")
        nama = [lembar["A6"].value, lembar["A7"].value]
        self.assertEqual(nama, sorted(orang.mapped("name"), reverse=True))
        jawab = self._ekspor("xlsx", ["name"], orang.ids, kasar=True)
        lembar = openpyxl.load_workbook(io.BytesIO(jawab.content)).active
        self.assertEqual(lembar["A1"].value, "name")

    def test_exported_names_never_become_formulas(self):
        """LL-17-1, LL-31-2-e: what a name begins with runs on nobody's machine."""
        self.authenticate("fasil", "fasil")
        for nama in ("=HYPERLINK(A)", "@SUM(A)", "+A", "file:///etc/passwd"):
            self.ani.name = nama
            jawab = self._ekspor("xlsx", ["name"], self.ani.ids, asn_tujuan="Rapat")
            sel = openpyxl.load_workbook(io.BytesIO(jawab.content)).active["A6"]
            self.assertEqual((sel.data_type, sel.hyperlink), ("s", None), nama)
            jawab = self._ekspor("csv", ["name"], self.ani.ids, asn_tujuan="Rapat")
            isi = jawab.content.decode("utf-8-sig").splitlines()[1].strip('"')
            self.assertNotIn(isi[:1], ("=", "@", "+", "\t"), nama)
        # A pivot table comes ready made from the browser.
        self.authenticate("sistem", "sistem")
        kepala = {"title": "=1+1", "width": 1, "height": 1, "is_bold": False}
        data = {
            "title": "Pivot", "model": "hr.department", "measure_count": 1,
            "origin_count": 1, "col_group_headers": [[kepala]], "measure_headers": [],
            "origin_headers": [], "rows": [
                {"title": "=cmd|x", "indent": 0, "values": [{"value": "=2+2"}]},
            ],
        }  # fmt: skip
        isi = {"data": json.dumps(data), "csrf_token": http.Request.csrf_token(self)}
        jawab = self.url_open("/web/pivot/export_xlsx", data=isi)
        lembar = openpyxl.load_workbook(io.BytesIO(jawab.content)).active
        jenis = {sel.data_type for baris in lembar.iter_rows() for sel in baris}
        self.assertNotIn("f", jenis)

    def test_export_on_approval_is_refused_in_words_and_without_noise(self):
        """LL-20-4"""
        self.authenticate("sistem", "sistem")
        with self.assertNoLogs("odoo.addons.web.controllers.export", "ERROR"):
            jawab = self._ekspor("xlsx", ["name", "nik"], self.ani.ids)
        self.assertEqual(jawab.status_code, 500)
        self.assertIn("AccessError", jawab.text)
        self.assertFalse(self.env["asn.jejak.ekspor"].search([]))

    def test_print_of_what_is_not_there_is_not_found(self):
        """An id that nobody has, one beyond every id, a name that no report has."""
        nama = "asn_audit.uji"
        self.env["ir.actions.report"].create(
            {
                "name": "Uji",
                "model": "hr.employee",
                "report_name": nama,
                "report_type": "qweb-html",
            }
        )
        self.authenticate("sistem", "sistem")
        with self.assertNoLogs("odoo.http", "ERROR"), mute_logger("odoo.http"):
            for akhir in (
                f"pdf/{nama}/999999",
                f"html/{nama}/999999",
                f"html/{nama}/{self.ani.id},999999",
                f"html/{nama}/99999999999",
                "html/asn_audit.tidak_ada/1",
                "html/tanpa_titik/1",
            ):
                with self.subTest(akhir=akhir):
                    jawab = self.url_open(f"/report/{akhir}")
                    self.assertEqual(jawab.status_code, 404)
        self.assertFalse(self.env["asn.jejak.ekspor"].search([]))

    def test_reading_over_the_network_is_noted(self):
        self.authenticate("fasil", "fasil")
        for metode, args in (
            ("read", [self.ani.ids, ["nik"]]),
            ("web_read", [self.ani.ids, {"nik": {}}]),
        ):
            self.make_jsonrpc_request(
                f"/web/dataset/call_kw/hr.employee/{metode}",
                {
                    "model": "hr.employee",
                    "method": metode,
                    "args": args if metode == "read" else args[:1],
                    "kwargs": {} if metode == "read" else {"specification": args[1]},
                },
            )
        jejak = self.env["asn.jejak.akses"].search(
            [("employee_id", "=", self.ani.id), ("user_id", "=", self.fasil.user_id.id)]
        )
        self.assertEqual(jejak.jumlah, 2)

    def test_download_of_a_document_is_noted(self):
        dokumen = self.env["asn.dokumen"]._arsipkan(
            self.ani, "SK_CPNS", pdf(), "sk.pdf"
        )
        self.authenticate("sistem", "sistem")
        jawab = self.url_open(f"/web/content/asn.dokumen/{dokumen.id}/file")
        self.assertEqual(jawab.status_code, 200)
        jejak = self.jejak(self.ani, kanal="unduh")
        self.assertEqual(jejak.objek, f"asn.dokumen,{dokumen.id}")
        self.authenticate("cici", "cici")
        jawab = self.url_open(f"/web/content/asn.dokumen/{dokumen.id}/file")
        self.assertEqual(jawab.status_code, 404)
        self.assertEqual(len(self.jejak(self.ani, kanal="unduh")), 1)

    def test_picture_of_a_colleague_is_public_and_not_noted(self):
        self.authenticate("sistem", "sistem")
        jawab = self.url_open(f"/web/image/hr.employee/{self.ani.id}/avatar_256")
        self.assertEqual(jawab.status_code, 200)
        self.assertFalse(self.jejak(self.ani, kanal="unduh"))

    def test_own_copy_is_downloaded_by_its_owner_only(self):
        self.sebagai(self.ani, "asn.data.saya").action_minta()
        data = self.env["asn.data.saya"].search([], limit=1)
        alamat = f"/web/content/asn.data.saya/{data.id}/berkas?download=true"
        for login, status in (("ani", 200), ("badu", 404), ("sistem", 404)):
            self.authenticate(login, login)
            with self.subTest(login=login):
                jawab = self.url_open(alamat)
                self.assertEqual(jawab.status_code, status)
                if status == 200:
                    self.assertEqual(jawab.content, base64.b64decode(data.berkas))

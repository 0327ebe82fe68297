import io
from datetime import date, timedelta

import openpyxl
from odoo import fields
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import HttpCase, TransactionCase, tagged

from .common import ArsipCommon, pdf


class KurangCommon(ArsipCommon):
    """One requirement at a time, so that cases are easy to read."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["asn.dokumen.wajib"].search([]).active = False
        cls.ani.sudo().write({"status_pegawai": "pns"})
        cls.budi.sudo().write({"status_pegawai": "pppk"})

    def wajib(self, jenis, **nilai):
        return self.env["asn.dokumen.wajib"].create({"jenis_id": jenis.id, **nilai})

    def kurang(self, pegawai):
        self.env.flush_all()
        self.env.invalidate_all()
        return self.env["asn.dokumen.kurang"].search([("employee_id", "=", pegawai.id)])


@tagged("post_install", "-at_install")
class TestKurang(KurangCommon, TransactionCase):
    """What people should have and have not."""

    def test_status_and_marriage_decide_who_needs_it(self):
        """LL-11-1: profiles are backed by documents, and what lacks is listed."""
        self.wajib(self.kk, untuk_pppk=False)
        self.assertTrue(self.kurang(self.ani))
        self.assertFalse(self.kurang(self.budi))
        nikah = self.env.ref("asn_arsip.jenis_dokumen_akta_nikah")
        self.wajib(nikah, status_perkawinan="menikah")
        self.assertFalse(self.kurang(self.budi))
        self.budi.sudo().status_perkawinan = "menikah"
        self.assertEqual(self.kurang(self.budi).jenis_id, nikah)

    def test_document_serves_until_refused_or_expired(self):
        self.wajib(self.kk)
        dokumen = self.unggah(self.ani)
        self.assertFalse(self.kurang(self.ani))
        dokumen.with_user(self.fas.user_id).action_refuse("Buram")
        self.assertTrue(self.kurang(self.ani))
        kemarin = fields.Date.context_today(self.env.user) - timedelta(days=1)
        self.unggah(self.ani, isi=pdf("lama"), berlaku_sampai=kemarin)
        self.assertTrue(self.kurang(self.ani))
        self.unggah(
            self.ani, isi=pdf("baru"), berlaku_sampai=kemarin + timedelta(days=1)
        )
        self.assertFalse(self.kurang(self.ani))

    def test_another_kind_may_serve_as_well(self):
        ktp = self.env.ref("asn_arsip.jenis_dokumen_ktp")
        self.wajib(self.kk, setara_ids=ktp.ids)
        self.unggah(self.ani, jenis=ktp)
        self.assertFalse(self.kurang(self.ani))
        self.assertTrue(self.kurang(self.budi))

    def test_each_valid_row_needs_its_document(self):
        """LL-12-4: each decree of the history by its number."""
        self.wajib(self.sk, riwayat="asn.riwayat.golongan", per_baris=True)
        self.assertFalse(self.kurang(self.ani))
        self.golongan(self.ani, self.gol_iiia, date(2012, 4, 1), nomor_sk="SK/1")
        self.golongan(self.ani, self.gol_iiib, date(2016, 4, 1), nomor_sk="SK/2")
        self.assertEqual(self.kurang(self.ani).jumlah, 2)
        self.unggah(self.ani, jenis=self.sk, isi=pdf("1"), nomor=" sk/1 ")
        self.assertEqual(self.kurang(self.ani).jumlah, 1)
        lain = self.unggah(self.ani, jenis=self.sk, isi=pdf("2"), nomor="lain")
        self.golongan(
            self.ani, self.gol_iva, date(2020, 4, 1), "2020-04-01", dokumen_id=lain.id
        )
        self.assertEqual(self.kurang(self.ani).jumlah, 1)

    def test_single_requirement_of_a_riwayat(self):
        self.wajib(self.sk, riwayat="asn.riwayat.golongan")
        self.assertFalse(self.kurang(self.ani))
        self.golongan(self.ani, self.gol_iiia, date(2012, 4, 1))
        self.golongan(self.ani, self.gol_iiib, date(2016, 4, 1))
        self.assertEqual(self.kurang(self.ani).jumlah, 1)
        self.unggah(self.ani, jenis=self.sk)
        self.assertFalse(self.kurang(self.ani))

    def test_every_riwayat_can_be_required(self):
        for model in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            with self.subTest(model=model):
                wajib = self.wajib(self.kk, riwayat=model, per_baris=True)
                self.contoh_riwayat(model, self.ani)
                self.assertEqual(self.kurang(self.ani).wajib_id, wajib)
                wajib.active = False

    def test_rows_are_seen_by_whom_the_document_would_be(self):
        umum, spesifik, rahasia = self.sk, self.kk, self.visum
        for jenis in (umum, spesifik, rahasia):
            self.wajib(jenis)
        utama = self.orang("utama", ("admin_utama",), unit=self.dinas_b)
        badan = self.orang("badan", ("kepala_badan",), unit=self.dinas_b)
        for siapa, tampak in (
            (self.ani, umum | spesifik | rahasia),
            (self.budi, self.env["asn.jenis.dokumen"]),
            (self.kepala, umum),
            (self.fas, umum | spesifik),
            (self.admin, umum | spesifik | rahasia),
            (utama, umum),
            (badan, umum | spesifik | rahasia),
        ):
            with self.subTest(siapa=siapa.name):
                ada = self.sebagai(siapa, "asn.dokumen.kurang").search(
                    [("employee_id", "=", self.ani.id)]
                )
                self.assertEqual(ada.jenis_id, tampak)

    def test_conditions_reach_the_people_before_documents_are_looked_up(self):
        """A condition with a query inside is asked of everybody's rows at the end.

        The home page of each employee took seconds in a city of 15,000.
        """
        utama = self.orang("utama", ("admin_utama",), unit=self.dinas_b)
        self.wajib(self.kk)
        for siapa in (self.ani, self.kepala, self.fas, self.admin, utama):
            with self.subTest(siapa=siapa.name):
                Kurang = self.sebagai(siapa, "asn.dokumen.kurang")
                milik = [("is_milik_saya", "=", True)]
                syarat = Kurang._search(milik).where_clause.code
                self.assertIn("employee_id", syarat)
                self.assertNotIn("SELECT", syarat)
                self.assertEqual(Kurang.search(milik).employee_id, siapa & self.ani)

    def test_nobody_writes_the_list(self):
        self.wajib(self.kk)
        baris = self.kurang(self.ani)
        for siapa in (self.ani, self.fas, self.admin):
            with self.subTest(siapa=siapa.name), self.assertRaises(AccessError):
                baris.with_user(siapa.user_id).write({"jumlah": 0})

    def test_document_per_row_needs_a_riwayat(self):
        with self.assertRaises(ValidationError):
            self.wajib(self.kk, per_baris=True)

    def test_queries_do_not_grow_with_people(self):
        self.wajib(self.kk)
        self.wajib(self.sk)
        Kurang = self.sebagai(self.fas, "asn.dokumen.kurang")
        kolom = {"employee_id": {"fields": {"display_name": {}}}, "jenis_id": {}}

        def hitung():
            self.env.flush_all()
            self.env.invalidate_all()
            awal = self.cr.sql_log_count
            Kurang.web_search_read([], kolom)
            return self.cr.sql_log_count - awal

        hitung()
        sedikit = hitung()
        for n in range(12):
            self.orang(f"baru_{chr(97 + n)}", unit=self.dinas_a, status_pegawai="pns")
        hitung()
        self.assertLessEqual(hitung(), sedikit)
        self.assertLess(sedikit, 15)

    def test_delivered_requirements_are_sound(self):
        semua = self.env["asn.dokumen.wajib"].with_context(active_test=False).search([])
        self.assertGreater(len(semua), 12)
        self.assertFalse(semua.filtered(lambda w: w.per_baris and not w.riwayat))


@tagged("post_install", "-at_install")
class TestKurangXlsx(KurangCommon, HttpCase):
    """The spreadsheet over HTTP."""

    def test_spreadsheet_holds_the_reach_of_the_user(self):
        self.wajib(self.kk)
        self.env.flush_all()
        for login, nama in (("fas", "Ani"), ("ani", "Ani"), ("budi", "Budi")):
            self.authenticate(login, login)
            with self.subTest(login=login):
                jawab = self.url_open("/asn/arsip/kurang.xlsx")
                self.assertEqual(jawab.status_code, 200)
                buku = openpyxl.load_workbook(io.BytesIO(jawab.content))
                rinci, rekap = buku.worksheets
                orang = {b[2] for b in rinci.iter_rows(min_row=2, values_only=True)}
                self.assertIn(nama, orang)
                self.assertEqual("Budi" in orang, login == "budi")
                self.assertEqual(rinci.freeze_panes, "A2")
                jumlah = list(rekap.iter_rows(values_only=True))[-1][2]
                self.assertEqual(jumlah, rinci.max_row - 1)

    def test_visitor_is_sent_to_the_login(self):
        self.authenticate(None, None)
        jawab = self.url_open("/asn/arsip/kurang.xlsx", allow_redirects=False)
        self.assertNotEqual(jawab.status_code, 200)

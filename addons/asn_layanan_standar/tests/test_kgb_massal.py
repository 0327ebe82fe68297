import base64
import io
from datetime import date, datetime
from unittest.mock import patch

import openpyxl
from freezegun import freeze_time
from lxml import etree
from odoo.addons.asn_arsip.tests.common import pdf
from odoo.addons.asn_layanan.tests.common import SANDI
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .test_layanan_kgb import KgbCommon

#: As a workbook holds the first of April: a date, not a text.
TMT = datetime(2026, 4, 1)


class MassalCommon(KgbCommon):
    """The increments of April 2026; who files them is not who verifies (PRO-10)."""

    DOKUMEN = ("SK_PANGKAT", "SK_KGB", "SKP_1")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.tambah_orang(
            "pengusul", ("admin_aplikasi",), cls.badan, cls.jab_pelaksana
        ).layanan_ids = cls.kgb
        cls.lain = cls.u["pegawai2"].employee_id
        cls.gaji(cls.lain, date(2024, 4, 1), 4, 3089300)
        cls.env["asn.hak.layanan"]._segarkan()
        cls.env.flush_all()

    @classmethod
    def siapkan(cls, pegawai):
        """Put the obligatory documents of an increment into the archive."""
        for kode in cls.DOKUMEN:
            cls.env["asn.dokumen"]._arsipkan(
                pegawai, kode, pdf(f"{kode} {pegawai.id}"), f"{kode}.pdf"
            )

    def massal(self, nama="pengusul", **nilai):
        """Return a checked list of April 2026 of the unit of the two employees."""
        massal = (
            self.env["asn.kgb.massal"]
            .with_user(self.u[nama])
            .create({"bulan": "2026-04-01", "unit_id": self.bidang_a.id, **nilai})
        )
        massal.action_periksa()
        return massal

    def baris(self, massal, pegawai):
        return massal.baris_ids.filtered(lambda b: b.employee_id == pegawai)

    def jalan(self):
        """Run the job as the scheduler does."""
        cron = type(self.env["ir.cron"])
        with patch.object(cron, "_commit_progress", lambda *a, **k: 60):
            self.env["asn.kgb.massal"]._cron_ajukan()
        self.env.invalidate_all()

    def ajukan_massal(self, massal):
        massal.action_ajukan()
        self.jalan()

    def terbitkan_semua(self, massal):
        """Let everybody entitled decide in batches, through the dialog of the engine."""
        for nama in ("fasilitator", "admin_aplikasi", "pengawas", "administrator"):
            Massal = self.env["asn.permohonan.massal"].with_user(self.u[nama])
            ids = massal.baris_ids.permohonan_id.ids
            dialog = Massal.with_context(active_ids=ids).create({"jenis": "approve"})
            dialog.action_putuskan()
            self.assertEqual(set(dialog.baris_ids.mapped("hasil")), {"ok"}, nama)
        Massal = self.env["asn.permohonan.massal"].with_user(self.u["penandatangan"])
        dialog = Massal.with_context(active_ids=ids).create({"jenis": "sign"})
        while dialog.action_tandatangani(SANDI)["sisa"]:
            continue
        self.assertEqual(set(dialog.baris_ids.mapped("hasil")), {"ok"})


@tagged("post_install", "-at_install")
class TestKgbMassal(MassalCommon, TransactionCase):
    """A month's increments by BKPSDM, on 2 March 2026."""

    def test_document_with_a_condition_is_missing_before_it_is_filed(self):
        """The last KGB is asked for from the second increment on: not ready without."""
        for kode in ("SK_PANGKAT", "SKP_1"):
            self.env["asn.dokumen"]._arsipkan(self.lain, kode, pdf(kode), "a.pdf")
        baris = self.baris(self.massal(), self.lain)
        self.assertEqual(baris.hasil, "belum")
        self.assertIn("kenaikan gaji berkala", baris.pesan)
        self.assertNotIn("CPNS", baris.pesan)
        self.siapkan(self.lain)
        massal = baris.massal_id
        massal.action_periksa()
        self.assertEqual(self.baris(massal, self.lain).hasil, "siap")

    def test_list_says_who_is_due_and_what_is_missing(self):
        massal = self.massal()
        siap, belum = (self.baris(massal, p) for p in (self.pegawai, self.lain))
        self.assertEqual((siap.keadaan, siap.pesan), ("siap", False))
        self.assertEqual(
            (siap.tmt, siap.langkah, siap.gaji_lama, siap.gaji_baru),
            (date(2026, 4, 1), 6, 3089300, 3186600),
        )
        self.assertEqual(belum.keadaan, "belum")
        self.assertIn("Obligatory documents are missing", belum.pesan)
        self.assertFalse(belum.bisa_tunda)
        self.assertFalse(
            self.env["asn.permohonan"].search([("employee_id", "=", self.pegawai.id)])
        )

    def test_a_new_list_offers_the_check_at_once(self):
        """The button saves; nobody looks for the save icon first."""
        Massal = self.env["asn.kgb.massal"].with_user(self.u["pengusul"])
        pandang = Massal.get_view(view_type="form")
        pohon = etree.fromstring(pandang["arch"])
        tombol = pohon.xpath("//button[@name='action_periksa']")
        self.assertEqual(tombol[0].get("invisible"), "jumlah_siap or is_antre")

    def test_performance_is_named_and_leads_to_the_deferral(self):
        self.siapkan(self.lain)
        self.contoh_riwayat(
            "asn.riwayat.kinerja",
            self.lain,
            tahun=2025,
            hasil_kerja="bawah",
            perilaku="bawah",
        )
        massal = self.massal()
        baris = self.baris(massal, self.lain)
        self.assertIn("The performance of the last", baris.pesan)
        self.assertTrue(baris.bisa_tunda)
        konteks = baris.action_tunda()["context"]
        self.assertEqual(konteks["default_kgb_jenis"], "penundaan")
        self.assertEqual(konteks["default_employee_id"], self.lain.id)

    def test_deferral_is_not_offered_before_an_increment_may_be_filed(self):
        self.contoh_riwayat(
            "asn.riwayat.kinerja",
            self.lain,
            tahun=2024,
            hasil_kerja="bawah",
            perilaku="bawah",
        )
        with freeze_time("2025-12-20"):
            baris = self.baris(self.massal(), self.lain)
        self.assertIn("The performance of the last", baris.pesan)
        self.assertFalse(baris.bisa_tunda)

    def test_filed_decided_in_batches_and_issued(self):
        self.siapkan(self.lain)
        massal = self.massal()
        self.ajukan_massal(massal)
        for pegawai in (self.pegawai, self.lain):
            baris = self.baris(massal, pegawai)
            self.assertEqual((baris.keadaan, baris.pesan), ("proses", False))
            self.assertEqual(baris.permohonan_id.pengaju_id, self.u["pengusul"])
        self.assertFalse(massal.is_antre)
        self.terbitkan_semua(massal)
        self.env.invalidate_all()
        terbit = self.baris(massal, self.pegawai) | self.baris(massal, self.lain)
        self.assertEqual(set(terbit.mapped("keadaan")), {"terbit"})
        for pegawai in (self.pegawai, self.lain):
            gaji = pegawai.riwayat_gaji_ids.sorted("tmt")[-1]
            self.assertEqual((gaji.tmt, gaji.gaji_pokok), (date(2026, 4, 1), 3186600))
        nomor = terbit.permohonan_id.surat_id.mapped("nomor_urut")
        self.assertEqual(sorted(nomor), list(range(min(nomor), max(nomor) + 1)))

    def test_draft_of_the_employee_is_left_alone(self):
        draf = self.buat_permohonan("pegawai", self.kgb)
        massal = self.massal()
        self.ajukan_massal(massal)
        baris = self.baris(massal, self.pegawai)
        self.assertNotEqual(baris.permohonan_id, draf.with_env(self.env))
        self.assertEqual((draf.state, baris.keadaan), ("draft", "proses"))

    def test_failure_stays_with_its_person_and_is_tried_again(self):
        self.siapkan(self.lain)
        massal = self.massal()
        # The punishment comes between the check and the filing.
        berkas = self.env["asn.dokumen"].search(
            [("employee_id", "=", self.lain.id), ("jenis_id.kode", "=", "SK_KGB")]
        )
        berkas._cabut_mesin("uji")
        self.ajukan_massal(massal)
        gagal = self.baris(massal, self.lain)
        self.assertEqual(gagal.keadaan, "gagal")
        self.assertTrue(gagal.pesan)
        self.assertEqual(self.baris(massal, self.pegawai).keadaan, "proses")
        self.siapkan(self.lain)
        self.ajukan_massal(massal)
        self.assertEqual(gagal.keadaan, "proses")

    def test_second_check_keeps_what_was_filed(self):
        massal = self.massal()
        self.ajukan_massal(massal)
        permohonan = self.baris(massal, self.pegawai).permohonan_id
        self.siapkan(self.lain)
        massal.action_periksa()
        self.assertEqual(self.baris(massal, self.pegawai).permohonan_id, permohonan)
        self.assertEqual(self.baris(massal, self.lain).keadaan, "siap")

    def test_running_request_of_the_employee_is_shown_and_not_filed_again(self):
        permohonan = self.ajukan("pegawai", self.kgb)
        massal = self.massal()
        baris = self.baris(massal, self.pegawai)
        self.assertEqual((baris.keadaan, baris.permohonan_id), ("proses", permohonan))

    def test_who_may_decide_is_led_to_the_dialog_and_others_are_not(self):
        massal = self.massal()
        self.ajukan_massal(massal)
        with self.assertRaisesRegex(UserError, "waits for you|menunggu Anda"):
            massal.action_putuskan()
        permohonan = self.baris(massal, self.pegawai).permohonan_id
        for nama in ("fasilitator", "admin_aplikasi"):
            permohonan.with_user(self.u[nama]).action_approve()
        aksi = massal.with_user(self.u["pengawas"]).action_putuskan()
        self.assertEqual(aksi["context"]["active_ids"], permohonan.ids)
        self.assertEqual(aksi["context"]["default_jenis"], "approve")

    def test_only_officers_of_the_service_have_the_list(self):
        massal = self.massal()
        self.u["admin_aplikasi"].layanan_ids -= self.kgb
        for nama in ("pegawai", "fasilitator", "monev", "admin_sistem"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                massal.with_user(self.u[nama]).read(["judul"])
        tanpa = self.env["asn.kgb.massal"].with_user(self.u["admin_aplikasi"])
        self.assertFalse(tanpa.search([]))
        with self.assertRaises(AccessError):
            tanpa.create({"bulan": "2026-05-01"})
        with self.assertRaises(AccessError):
            massal.with_user(self.u["pengawas"]).action_ajukan()
        with self.assertRaises(AccessError):
            massal.baris_ids.with_user(self.u["pengusul"]).write({"hasil": "antre"})
        with self.assertRaises(AccessError):
            massal.with_user(self.u["pengusul"]).write({"is_antre": True})

    def test_a_month_begins_on_its_first_day(self):
        with self.assertRaises(ValidationError):
            self.massal(bulan="2026-04-02")


@tagged("post_install", "-at_install")
class TestKgbRencana(MassalCommon, TransactionCase):
    """The plan of a year, in the scope of who asks."""

    def rencana(self, nama, **nilai):
        Rencana = self.env["asn.kgb.rencana"].with_user(self.u[nama])
        return Rencana.create({"mulai": "2026-01-01", **nilai})

    def isi_berkas(self, rencana):
        rencana.action_unduh()
        buku = openpyxl.load_workbook(io.BytesIO(base64.b64decode(rencana.file)))
        daftar, rekap = buku.worksheets
        return [[s.value for s in b] for b in daftar.iter_rows()], [
            [s.value for s in b] for b in rekap.iter_rows()
        ]

    def test_workbook_by_month_and_unit_with_pay(self):
        daftar, rekap = self.isi_berkas(self.rencana("pengusul"))
        orang = next(b for b in daftar if self.pegawai.nip in b)
        for nilai in ("April 2026", "Bidang A1", 3089300, 3186600, TMT):
            self.assertIn(nilai, orang)
        baris = next(b for b in rekap if b[1] == "Bidang A1")
        april = next(b for b in rekap if "04-2026" in b).index("04-2026")
        self.assertGreaterEqual(baris[april], 2)
        self.assertEqual(baris[-2], sum(baris[2:14]))

    def test_scope_is_that_of_the_forecast(self):
        self.u["fasilitator"].asn_unit_ids = self.badan
        daftar, _rekap = self.isi_berkas(self.rencana("fasilitator"))
        self.assertFalse([b for b in daftar if self.pegawai.nip in b])

    def test_nothing_due_is_said(self):
        with self.assertRaisesRegex(UserError, "twelve months|dua belas bulan"):
            self.rencana("pengusul", mulai="2020-01-01").action_unduh()
        with freeze_time("2026-03-02"):
            aksi = self.rencana("pengusul").action_lihat()
        self.assertEqual(aksi["res_model"], "asn.hak.layanan")
        self.assertNotIn("search_default", str(aksi["context"]), "all twelve months")

from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import SANDI, LayananCommon


@tagged("post_install", "-at_install")
class TestPengajuan(LayananCommon, TransactionCase):
    """Who may file, in which period, with which survey (KDR-8-a, KDR-13-1)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pegawai = cls.u["pegawai"].employee_id

    def layanan_dengan(self, code, **versi):
        layanan, terbit = self.buat_layanan(code, code.title(), **versi)
        self.u["admin_aplikasi"].layanan_ids |= layanan
        for nama in ("pengawas", "administrator"):
            self.u[nama].layanan_ids |= layanan
        return layanan, terbit

    def test_numbers_begin_with_the_short_code_of_the_service(self):
        """Later numbers follow a new code; those that were given stay."""
        layanan, _versi = self.layanan_dengan("layanan_panjang")
        lama = self.ajukan("pegawai", layanan)
        self.assertTrue(lama.nomor.startswith("LAYANAN_PANJANG-"))
        layanan.kode_nomor = "LP"
        baru = self.ajukan("pegawai2", layanan)
        self.assertRegex(baru.nomor, r"^LP-\d{4}-000002$")
        for salah in ("lp", "A", "KP 1", "=A1"):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                layanan.kode_nomor = salah

    def periode(self, layanan, mulai, selesai, nama="Maret"):
        return self.env["asn.layanan.periode"].create(
            {
                "layanan_id": layanan.id,
                "name": nama,
                "buka": self.hari_ini + timedelta(days=mulai),
                "tutup": self.hari_ini + timedelta(days=selesai),
            }
        )

    def test_only_those_the_version_names_may_file(self):
        layanan, _versi = self.layanan_dengan(
            "petugas_saja", pengaju_pegawai=False, pengaju_fasilitator=False
        )
        untuk = {"employee_id": self.pegawai.id}
        for nama in ("pegawai", "fasilitator", "penandatangan"):
            with self.subTest(nama=nama), self.assertRaises(AccessError):
                self.buat_permohonan(nama, layanan, **untuk)
        p = self.buat_permohonan("admin_aplikasi", layanan, **untuk)
        p.action_submit()
        self.assertEqual(p.state, "in_review")

    def test_head_of_the_unit_files_for_the_unit_where_allowed(self):
        layanan, _versi = self.layanan_dengan("pimpinan", pengaju_pimpinan=True)
        untuk = {"employee_id": self.pegawai.id}
        p = self.buat_permohonan("penandatangan", layanan, **untuk)
        p.action_submit()
        self.assertEqual(p.state, "in_review")
        with self.assertRaises(AccessError):
            self.buat_permohonan("penandatangan", self.layanan, **untuk)

    def test_closed_period_refuses_and_names_the_next_one(self):
        layanan, _versi = self.layanan_dengan("berkala", pembukaan="selalu")
        draf = layanan.versi_live_id.copy({"versi": 0, "pembukaan": "periode"})
        with self.assertRaisesRegex(UserError, "period"):
            draf.action_publish()
        self.periode(layanan, 30, 40, "April")
        draf.action_publish()
        p = self.buat_permohonan(layanan=layanan)
        with self.assertRaisesRegex(UserError, "April"):
            p.action_submit()
        self.assertFalse(layanan.is_terbuka)
        self.periode(layanan, -1, 1, "Maret")
        layanan.invalidate_recordset()
        self.assertTrue(layanan.is_terbuka)
        p.action_submit()
        self.assertEqual(p.state, "in_review")
        with self.assertRaises(ValidationError):
            self.periode(layanan, 0, 3, "Bertumpuk")

    def test_officer_files_late_with_a_reason_where_allowed(self):
        layanan, versi = self.layanan_dengan("susulan")
        draf = versi.copy({"versi": 0, "pembukaan": "periode", "boleh_susulan": True})
        self.periode(layanan, -20, -10)
        draf.action_publish()
        p = self.buat_permohonan(layanan=layanan)
        p.alasan_susulan = "Lupa"
        with self.assertRaises(UserError):
            p.action_submit()
        q = self.buat_permohonan("admin_aplikasi", layanan, employee_id=self.pegawai.id)
        with self.assertRaisesRegex(UserError, "late|susulan"):
            q.action_submit()
        q.alasan_susulan = "Berkas tercecer, nota dinas 12/2026"
        q.action_submit()
        self.assertEqual(q.state, "in_review")

    def test_without_a_survey_the_product_is_released_at_once(self):
        layanan, _versi = self.layanan_dengan("tanpa_survei", survei="tanpa")
        p = self.ajukan(layanan=layanan)
        self.setujui_sampai(p)
        self.sebagai("penandatangan", p).action_sign(SANDI)
        self.assertEqual((p.state, p.fase), ("done", "selesai"))
        self.assertTrue(p.surat_id.dirilis)
        self.assertFalse(p.dokumen_produk_id.ditahan)
        self.assertEqual(self.hasil(p)[-2:], ["issue", "release"])
        self.assertFalse(p.keputusan_ids._verify_chain())

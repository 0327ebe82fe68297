from datetime import date

from freezegun import freeze_time
from odoo.addons.asn_arsip.tests.common import pdf
from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .test_layanan_kgb import KgbCommon


class TundaCommon(KgbCommon):
    """The increment of 1 April 2026 (step 6) is deferred by the office."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Four eyes: who proposes at BKPSDM is not who verifies there.
        cls.tambah_orang(
            "pengusul", ("admin_aplikasi",), cls.badan, cls.jab_pelaksana
        ).layanan_ids = cls.kgb
        cls.env["asn.dokumen"]._arsipkan(
            cls.pegawai, "SK_HUKDIS", pdf("SK_HUKDIS"), "SK_HUKDIS.pdf"
        )
        cls.env.flush_all()

    def usul(self, nama="pengusul", **nilai):
        """Return a draft of a deferral of twelve months."""
        return self.buat_permohonan(
            nama,
            self.kgb,
            **{
                "employee_id": self.pegawai.id,
                "kgb_jenis": "penundaan",
                "kgb_tunda_sebab": "kinerja",
                "kgb_tunda_bulan": 12,
                "kgb_tunda_alasan": "predikat kinerja tahun 2025 Kurang",
                **nilai,
            },
        )

    def tunda(self, **nilai):
        """Return the issued request of a deferral."""
        draf = self.usul(**nilai)
        draf.action_submit()
        permohonan = draf.with_env(self.env)
        KontrakLayanan.jalankan(self, permohonan)
        return permohonan

    def berikut(self):
        return self.env["asn.kgb"]._hitung(self.pegawai)[self.pegawai.id]

    def kinerja_kurang(self):
        self.contoh_riwayat(
            "asn.riwayat.kinerja",
            self.pegawai,
            tahun=2025,
            hasil_kerja="bawah",
            perilaku="bawah",
        )


@tagged("post_install", "-at_install")
class TestKgbPenundaan(TundaCommon, TransactionCase):
    """KGB-08, KGB-09: deferred by a decree, a year at most, the next one not moved."""

    def test_kgb_08_decree_moves_the_pay_and_kgb_09_not_the_next_step(self):
        self.kinerja_kurang()
        permohonan = self.tunda()
        self.assertEqual(permohonan.state, "done")
        self.assertEqual(permohonan.surat_id.jenis_id.kode, "SK_TUNDA_KGB")
        self.assertIn("predikat kinerja tahun 2025 Kurang", permohonan.surat_id.isi)
        self.assertIn("1 April 2027", permohonan.surat_id.isi)
        self.assertEqual(permohonan.dokumen_produk_id.jenis_id.kode, "SK_TUNDA_KGB")
        baris = self.env["asn.kgb.penundaan"].search([])
        self.assertEqual(
            (baris.mulai, baris.sampai, baris.langkah, baris.keadaan),
            (date(2026, 4, 1), date(2027, 4, 1), 6, "berlaku"),
        )
        self.assertEqual(baris.nomor_sk, permohonan.surat_id.nomor)
        berikut = self.berikut()
        self.assertEqual(
            (berikut.tmt, berikut.semula, berikut.langkah, berikut.berikutnya),
            (date(2027, 4, 1), date(2026, 4, 1), 6, date(2028, 4, 1)),
        )
        self.assertFalse(
            self.pegawai.riwayat_gaji_ids.filtered(lambda g: g.mkg_tahun == 6)
        )

    def test_deferred_increment_is_filed_near_the_end_and_its_letter_says_so(self):
        self.tunda()
        with self.assertRaisesRegex(UserError, "belum waktunya"):
            self.ajukan("pegawai", self.kgb)
        with freeze_time("2027-02-01 02:00:00"):
            permohonan = self.ajukan("pegawai", self.kgb)
            self.assertEqual(permohonan.kgb_tmt, date(2027, 4, 1))
            isi = permohonan.sudo()._pratinjau_surat(self.u["admin_aplikasi"])
            self.assertIn("1 April 2027", isi)
            self.assertIn("1 April 2028", isi)
            KontrakLayanan.jalankan(self, permohonan)
        baris = self.pegawai.riwayat_gaji_ids.sorted("tmt")[-1]
        self.assertEqual((baris.tmt, baris.mkg_tahun), (date(2027, 4, 1), 6))
        self.assertEqual(self.berikut().tmt, date(2028, 4, 1))

    def test_forecast_shows_the_deferred_day(self):
        self.tunda()
        Hak = self.env["asn.hak.layanan"]
        hak = Hak.search([("employee_id", "=", self.pegawai.id), ("kode", "=", "kgb")])
        self.assertEqual(
            hak.mapped("tanggal"),
            [date(2027, 4, 1), date(2028, 4, 1), date(2030, 4, 1)],
        )

    def test_kgb_08_lifted_it_is_paid_from_the_next_month(self):
        permohonan = self.tunda()
        with freeze_time("2026-08-20 02:00:00"):
            aksi = permohonan.with_user(self.u["pengusul"]).action_tindak(
                "pencabutan", "Kinerja sudah membaik"
            )
            cabut = self.env["asn.permohonan"].browse(aksi["res_id"])
            cabut.with_user(self.u["pengusul"]).action_submit()
            KontrakLayanan.jalankan(self, cabut)
            self.assertEqual((permohonan.state, cabut.state), ("revoked", "done"))
            baris = self.env["asn.kgb.penundaan"].search([])
            self.assertEqual(
                (baris.keadaan, baris.sampai), ("dicabut", date(2026, 9, 1))
            )
            self.assertEqual(self.berikut().tmt, date(2026, 9, 1))
            hak = self.env["asn.hak.layanan"].search(
                [("employee_id", "=", self.pegawai.id), ("kode", "=", "kgb")], limit=1
            )
            self.assertEqual(hak.tanggal, date(2026, 9, 1))

    def test_corrected_decree_counts_instead_of_the_first(self):
        permohonan = self.tunda()
        aksi = permohonan.with_user(self.u["pengusul"]).action_tindak(
            "koreksi", "Lama penundaan keliru"
        )
        baru = self.env["asn.permohonan"].browse(aksi["res_id"])
        self.assertEqual((baru.kgb_jenis, baru.kgb_tunda_bulan), ("penundaan", 12))
        baru.with_user(self.u["pengusul"]).write({"kgb_tunda_bulan": 6})
        baru.with_user(self.u["pengusul"]).action_submit()
        KontrakLayanan.jalankan(self, baru)
        self.assertEqual(self.berikut().tmt, date(2026, 10, 1))

    def test_kgb_08_a_second_year_needs_a_second_decree(self):
        self.tunda()
        for bulan in (13, 24, -1):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                self.usul(kgb_tunda_bulan=bulan).flush_recordset()
        with freeze_time("2027-03-01 02:00:00"):
            self.tunda(kgb_tunda_bulan=12)
            self.assertEqual(self.berikut().tmt, date(2028, 4, 1))
        mulai = self.env["asn.kgb.penundaan"].search([]).mapped("mulai")
        self.assertEqual(sorted(mulai), [date(2026, 4, 1), date(2027, 4, 1)])

    def test_two_steps_of_one_day_are_both_paid(self):
        """Deferred twice the step meets the next one: both are written."""
        self.tunda()
        with freeze_time("2027-03-01 02:00:00"):
            self.tunda()
        with freeze_time("2028-03-01 02:00:00"):
            for langkah in (6, 8):
                permohonan = self.ajukan("pegawai", self.kgb)
                self.assertEqual(
                    (permohonan.kgb_tmt, permohonan.kgb_langkah),
                    (date(2028, 4, 1), langkah),
                )
                KontrakLayanan.jalankan(self, permohonan)
            self.assertEqual(self.berikut().tmt, date(2030, 4, 1))

    def test_employee_neither_defers_nor_withdraws_nor_lifts_it(self):
        with self.assertRaises(AccessError), self.cr.savepoint():
            self.usul("pegawai").action_submit()
        draf = self.usul()
        draf.action_submit()
        permohonan = draf.with_env(self.env)
        self.assertFalse(permohonan.persetujuan)
        with self.assertRaises(AccessError):
            permohonan.with_user(self.u["pegawai"]).action_cancel("Tidak setuju")
        KontrakLayanan.jalankan(self, permohonan)
        with self.assertRaises(AccessError):
            permohonan.with_user(self.u["pegawai"]).action_tindak("pencabutan", "x")
        # It is the employee's to read and to download, without a survey.
        milik = permohonan.with_user(self.u["pegawai"])
        self.assertTrue(milik.action_download())
        baris = self.env["asn.kgb.penundaan"].with_user(self.u["pegawai"])
        self.assertEqual(len(baris.search([])), 1)
        lain = self.env["asn.kgb.penundaan"].with_user(self.u["pegawai2"])
        self.assertFalse(lain.search([]))

    def test_deferral_for_discipline_asks_for_the_decree(self):
        draf = self.usul(kgb_tunda_sebab="disiplin").with_env(self.env)
        kode = draf.sudo().berkas_ids.jenis_dokumen_id.mapped("kode")
        self.assertIn("SK_HUKDIS", kode)
        kode = self.usul().sudo().berkas_ids.jenis_dokumen_id.mapped("kode")
        self.assertNotIn("SK_HUKDIS", kode)

    def test_reason_facts_and_months_are_asked(self):
        for kosong in (
            {"kgb_tunda_alasan": " "},
            {"kgb_tunda_bulan": 0},
            {"kgb_tunda_sebab": False},
        ):
            with self.subTest(kosong=kosong), self.assertRaises(UserError):
                self.usul(**kosong).action_submit()

    def test_grant_and_deferral_never_run_together(self):
        """UMUM-03: one decision on one increment."""
        self.ajukan("pegawai", self.kgb)
        with self.assertRaisesRegex(UserError, "UMUM-03|proses"):
            self.usul().action_submit()

    def test_rows_are_written_by_nobody(self):
        permohonan = self.tunda()
        baris = self.env["asn.kgb.penundaan"].search([])
        for siapa in ("admin_sistem", "pengusul"):
            with self.assertRaises(AccessError):
                baris.with_user(self.u[siapa]).write({"sampai": "2026-04-01"})
        with self.assertRaises(AccessError):
            baris.sudo().write({"sampai": "2026-04-01"})
        with self.assertRaises(AccessError):
            permohonan.with_user(self.u["pengusul"]).write({"kgb_tunda_bulan": 1})

from datetime import date

from odoo.addons.asn_arsip.tests.common import pdf
from odoo.addons.asn_layanan.domain.pustaka import Kasus
from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from .test_layanan_kgb import KgbCommon


@tagged("post_install", "-at_install")
class TestKgbPppk(KgbCommon, TransactionCase):
    """Increments of a PPPK, on 2 March 2026."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for kode in ("SK_PPPK", "SKP_2", "SK_TELADAN"):
            cls.env["asn.dokumen"]._arsipkan(
                cls.pegawai, kode, pdf(kode), f"{kode}.pdf"
            )
        cls.handler = cls.env["asn.layanan.handler.kgb"]
        cls.versi = cls.kgb.versi_live_id

    def pppk(self, golongan, mulai, selesai, tmt=None):
        """Make the employee a PPPK with one contract and one grade."""
        nip = self.pegawai.nip
        self.pegawai.write(
            {
                # PPPK: year of appointment and number of the contract from 21
                "nip": f"{nip[:8]}{mulai.year}21{nip[14:]}",
                "status_pegawai": "pppk",
                "tmt_cpns": False,
                "tmt_kontrak_mulai": mulai,
                "tmt_kontrak_selesai": selesai,
            }
        )
        self.pegawai.riwayat_golongan_ids._batalkan("uji")
        self.pegawai.riwayat_gaji_ids._batalkan("uji")
        ref = self.env.ref(f"asn_base.golongan_pppk_{golongan}")
        self.golongan(self.pegawai, ref, tmt or mulai)

    def kinerja(self, *predikat):
        """Record the performance of the last years, newest first."""
        for tahun, (hasil, perilaku) in zip((2025, 2024), predikat, strict=False):
            self.contoh_riwayat(
                "asn.riwayat.kinerja",
                self.pegawai,
                tahun=tahun,
                hasil_kerja=hasil,
                perilaku=perilaku,
            )

    def jawab(self, kode, pada=date(2026, 3, 2)):
        aturan = self.versi.aturan_ids.filtered(lambda a: a.kode == kode)
        kasus = Kasus(pada)
        periksa = getattr(self.handler, f"_orang_{kode.lower().replace('-', '_')}")
        return periksa(self.versi, self.pegawai, aturan, kasus)[self.pegawai.id]

    def berikut(self):
        return self.env["asn.kgb"]._hitung(self.pegawai)[self.pegawai.id]

    def parameter(self, kode, teks):
        aturan = self.versi.aturan_ids.filtered(lambda a: a.kode == kode)
        self.env.cr.execute(
            "UPDATE asn_layanan_aturan SET parameter = %s WHERE id = %s",
            [teks, aturan.id],
        )
        self.env.invalidate_all()

    baik = ("sesuai", "sesuai")
    sangat = ("atas", "atas")
    buruk = ("bawah", "sesuai")

    def test_kgb_k_01_two_years_of_at_least_good(self):
        self.pppk("ix", date(2024, 4, 1), date(2029, 3, 31))
        for predikat, nilai in (
            ((self.baik, self.buruk), "gagal"),
            ((self.baik,), "manual"),
            ((self.baik, self.sangat), "lulus"),
        ):
            with self.subTest(predikat=predikat), self.cr.savepoint() as titik:
                self.kinerja(*predikat)
                self.assertEqual(self.jawab("KGB-K-01")[0], nilai)
                titik.rollback()
                self.env.invalidate_all()

    def test_kgb_k_02_golongan_v_after_one_year_with_one_year_of_performance(self):
        self.pppk("v", date(2025, 4, 1), date(2030, 3, 31))
        self.kinerja(self.baik)
        berikut = self.berikut()
        self.assertEqual((berikut.tmt, berikut.langkah), (date(2026, 4, 1), 1))
        self.assertEqual(self.jawab("KGB-K-01")[0], "lulus")
        draf = self.buat_permohonan("pegawai", self.kgb).sudo()
        self.assertTrue(draf.is_kgb_setahun)
        kode = draf.berkas_ids.jenis_dokumen_id.mapped("kode")
        self.assertIn("SKP_1", kode)
        self.assertNotIn("SKP_2", kode)
        draf.with_user(self.u["pegawai"]).action_submit()
        self.assertEqual(draf.state, "in_review")

    def test_kgb_k_02_other_grades_and_the_second_increment_ask_for_two_years(self):
        self.pppk("v", date(2023, 4, 1), date(2028, 3, 31))
        self.gaji(self.pegawai, date(2024, 4, 1), 1, 2_600_000)
        self.kinerja(self.baik)
        self.assertEqual(self.berikut().langkah, 3)
        self.assertEqual(self.jawab("KGB-K-01")[0], "manual")
        draf = self.buat_permohonan("pegawai", self.kgb).sudo()
        self.assertIn("SKP_2", draf.berkas_ids.jenis_dokumen_id.mapped("kode"))

    def test_kgb_k_01_k_02_forecast_asks_for_the_same_years_of_performance(self):
        Hak = self.env["asn.hak.layanan"]
        for golongan, mulai, tahun in (("v", 2025, [1, 0]), ("ix", 2024, [2, 0])):
            self.pppk(golongan, date(mulai, 4, 1), date(2030, 3, 31))
            Hak._segarkan(self.pegawai)
            hak = Hak.search(
                [("employee_id", "=", self.pegawai.id), ("kode", "=", "kgb")], limit=2
            )
            self.assertEqual(hak.mapped("kinerja_wajib"), tahun, hak.mapped("langkah"))

    def istimewa(self, **nilai):
        return self.buat_permohonan(
            "pegawai",
            self.kgb,
            **{
                "kgb_jenis": "istimewa",
                "kgb_teladan_nomor": "188/42/2026",
                "kgb_teladan_tanggal": "2026-02-10",
                **nilai,
            },
        )

    def test_kgb_k_03_exemplary_gets_the_step_early_and_the_next_stays(self):
        self.pppk("ix", date(2025, 1, 1), date(2029, 12, 31))
        self.kinerja(self.sangat, self.sangat)
        draf = self.istimewa()
        self.assertIn(
            "SK_TELADAN", draf.sudo().berkas_ids.jenis_dokumen_id.mapped("kode")
        )
        draf.action_submit()
        permohonan = draf.with_env(self.env)
        self.assertEqual(
            (permohonan.kgb_tmt, permohonan.kgb_langkah, permohonan.kgb_semula),
            (date(2026, 3, 1), 2, date(2027, 1, 1)),
        )
        KontrakLayanan.jalankan(self, permohonan)
        self.assertIn("188/42/2026", permohonan.surat_id.isi)
        berikut = self.berikut()
        self.assertEqual((berikut.tmt, berikut.langkah), (date(2029, 1, 1), 4))

    def test_kgb_k_03_is_refused_without_one_of_its_conditions(self):
        self.pppk("ix", date(2025, 1, 1), date(2029, 12, 31))
        self.kinerja(self.sangat, self.baik)
        with self.assertRaisesRegex(UserError, "KGB-K-03|teladan"):
            self.istimewa().action_submit()
        self.env["asn.riwayat.kinerja"].search(
            [("employee_id", "=", self.pegawai.id)]
        )._batalkan("uji")
        self.kinerja(self.sangat, self.sangat)
        with self.assertRaisesRegex(UserError, "KGB-K-03|teladan"):
            self.istimewa(kgb_teladan_nomor=False).action_submit()

    def test_kgb_k_03_is_not_for_civil_servants(self):
        with self.assertRaisesRegex(UserError, "KGB-K-03|teladan"):
            self.istimewa().action_submit()

    def test_kgb_k_04_a_further_contract_goes_on_or_begins_anew(self):
        """Three contracts of a year: together long enough, or never."""
        self.pppk("ix", date(2026, 4, 1), date(2027, 3, 31), tmt=date(2024, 4, 1))
        self.kinerja(self.baik, self.baik)
        self.assertEqual(self.berikut().tmt, date(2026, 4, 1))
        self.assertEqual(self.jawab("KGB-K-01")[0], "lulus")
        self.assertIn("1 April 2024", self.jawab("KGB-K-04")[1])
        self.bandingkan(date(2026, 4, 1))
        self.parameter("KGB-K-04", '{"lanjut": false}')
        self.assertEqual(self.berikut().tmt, date(2028, 4, 1))
        self.assertEqual(self.jawab("KGB-K-01")[0], "gagal")
        self.assertIn("1 April 2026", self.jawab("KGB-K-04")[1])
        self.bandingkan(None)

    def bandingkan(self, tanggal):
        """The forecast says the same."""
        Hak = self.env["asn.hak.layanan"]
        Hak._segarkan(self.pegawai)
        hak = Hak.search(
            [("employee_id", "=", self.pegawai.id), ("kode", "=", "kgb")], limit=1
        )
        self.assertEqual(hak.tanggal or None, tanggal)

    def test_contract_that_ends_within_the_month_still_has_its_increment(self):
        """KGB-K-01: due on 1 April, contract until the 30th, or until 31 March."""
        self.pppk("ix", date(2024, 4, 1), date(2026, 4, 30))
        self.bandingkan(date(2026, 4, 1))
        self.pegawai.tmt_kontrak_selesai = date(2026, 4, 1)
        self.bandingkan(date(2026, 4, 1))
        self.pegawai.tmt_kontrak_selesai = date(2026, 3, 31)
        self.bandingkan(None)

    def test_kgb_02_nothing_is_due_after_the_end_of_the_contract(self):
        """Due on 1 April: on the last day of the contract yes, a day later no."""
        for selesai, harap in (
            (date(2026, 4, 1), ("lulus", "1 April 2026")),
            (date(2026, 3, 31), ("gagal", "31 Maret 2026")),
        ):
            with self.subTest(selesai=selesai), self.cr.savepoint() as titik:
                self.pppk("ix", date(2024, 4, 1), selesai)
                hasil, fakta = self.jawab("KGB-02")
                self.assertEqual(hasil, harap[0])
                self.assertIn(harap[1], fakta)
                titik.rollback()
                self.env.invalidate_all()

    def test_kgb_02_says_from_which_day_it_may_be_filed(self):
        """Three months before 1 April: not on 31 December, on 1 January."""
        self.pppk("ix", date(2024, 4, 1), date(2029, 3, 31))
        self.assertEqual(
            self.jawab("KGB-02", date(2025, 12, 31)),
            ("gagal", "1 April 2026, may be filed from 1 Januari 2026"),
        )
        self.assertEqual(
            self.jawab("KGB-02", date(2026, 1, 1)), ("lulus", "1 April 2026")
        )

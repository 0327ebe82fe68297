from datetime import date

from lxml import etree
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestCutiSakit(CutiCommon, TransactionCase):
    """Sick leave: letters by length, one spell, longest time, PPPK."""

    def sakit(self, mulai, selesai, sebab="sakit_biasa", **nilai):
        return self.ajukan_jenis("sakit", sebab, mulai=mulai, selesai=selesai, **nilai)

    def test_cuti_s_01_doctors_letter_up_to_14_days(self):
        """One to fourteen days: any doctor's letter, and nothing goes without it."""
        draf = self.draf_jenis(
            "sakit",
            "sakit_biasa",
            berkas=False,
            mulai="2026-03-02",
            selesai="2026-03-15",
        )
        self.assertEqual(self.diminta(draf), {"SURAT_DOKTER"})
        self.assertEqual((draf.lama, draf.satuan_lama), (14, "hari"))
        with self.ditolak_aturan("UMUM-05"):
            draf.action_submit()
        self.lampirkan(draf)
        draf.action_submit()
        self.assertEqual(draf.state, "in_review")
        self.assertFalse(self.mutasi(draf.with_env(self.env)), "no balance is touched")

    def test_cuti_s_02_government_doctor_beyond_14_days(self):
        draf = self.draf_jenis(
            "sakit",
            "sakit_biasa",
            berkas=False,
            mulai="2026-03-02",
            selesai="2026-03-16",
        )
        self.assertEqual(self.diminta(draf), {"SURAT_DOKTER_PEMERINTAH"})
        draf.tanggal_selesai = "2026-03-13"
        self.assertEqual(self.diminta(draf), {"SURAT_DOKTER"}, "the list follows")

    def test_cuti_s_02_continuous_spells_are_added_up(self):
        self.terbitkan(self.sakit("2026-03-02", "2026-03-13"))
        draf = self.draf_jenis(
            "sakit",
            "sakit_biasa",
            berkas=False,
            mulai="2026-03-16",
            selesai="2026-03-18",
        )
        self.assertEqual(draf.sudo().awal_sakit, date(2026, 3, 2))
        self.assertEqual(draf.sudo().hari_sakit, 17)
        self.assertEqual(self.diminta(draf), {"SURAT_DOKTER_PEMERINTAH"})
        draf.tanggal_mulai = "2026-03-17"
        self.assertEqual(draf.sudo().hari_sakit, 2, "a day at work lies between")

    def test_cuti_s_02_the_sum_is_read_after_the_decision(self):
        """Who comes from the list of long illness sees since when and how long."""
        layar = self.env["asn.permohonan"].get_view(
            self.env.ref("asn_layanan.asn_permohonan_view_form").id, "form"
        )
        isian = etree.fromstring(layar["arch"]).xpath("//group[@name='cuti']")[0]
        for nama in ("awal_sakit", "hari_sakit", "sakit_langkah"):
            syarat = isian.xpath(f"field[@name='{nama}']/@invisible")
            self.assertTrue(syarat and "issued" not in syarat[0], nama)

    def test_cuti_02_sick_leave_is_filed_up_to_three_days_after_the_return(self):
        self.assertEqual(self.sakit("2026-02-23", "2026-02-25").state, "in_review")
        pesan = self.pastikan_kode(
            "CUTI-02", "sakit", "sakit_biasa", mulai="2026-02-16", selesai="2026-02-20"
        )
        self.assertIn("25 Februari 2026", pesan)
        self.env.company.asn_cuti_susulan_hari = 10
        self.assertEqual(self.sakit("2026-02-16", "2026-02-20").state, "in_review")

    def test_cuti_s_03_beyond_one_year_with_the_examining_team(self):
        self.catat_cuti("sakit", "2025-03-10", "2026-03-08")
        draf = self.draf_jenis(
            "sakit",
            "sakit_biasa",
            berkas=False,
            mulai="2026-03-09",
            selesai="2026-04-08",
        )
        self.assertEqual(draf.sudo().awal_sakit, date(2025, 3, 10))
        self.assertTrue(draf.sudo().is_perpanjangan_sakit)
        teks = draf.with_context(lang="en_US").keterangan_cuti
        self.assertIn("government doctor is needed", teks)
        self.assertIn("examining team is needed", teks)
        self.assertIn("SURAT_TIM_PENGUJI", self.diminta(draf))

    def test_cuti_s_03_no_longer_than_eighteen_months(self):
        self.catat_cuti("sakit", "2025-03-10", "2026-03-08")
        pesan = self.pastikan_kode(
            "CUTI-S-03",
            "sakit",
            "sakit_biasa",
            mulai="2026-03-09",
            selesai="2026-09-10",
        )
        self.assertIn("9 September 2026", pesan)

    def test_cuti_s_04_the_last_extension_warns_of_the_examination(self):
        self.catat_cuti("sakit", "2025-03-10", "2026-03-08")
        p = self.sakit("2026-03-09", "2026-09-09")
        hasil = p.hasil_periksa_ids.filtered(lambda h: h.kode == "CUTI-S-04")
        self.assertEqual((hasil.hasil, hasil.keras), ("gagal", False))
        self.assertEqual(p.state, "in_review")

    def test_cuti_s_05_miscarriage_has_45_days_and_its_own_history(self):
        self.pastikan_kode(
            "CUTI-S-05",
            "sakit",
            "sakit_gugur",
            mulai="2026-03-02",
            selesai="2026-04-16",
        )
        p = self.sakit("2026-03-02", "2026-04-15", "sakit_gugur")
        self.assertEqual(self.diminta(p), {"SURAT_DOKTER"}, "doctor or midwife")
        self.terbitkan(p)
        self.assertEqual(p.riwayat_cuti_ids.jenis_cuti, "sakit_gugur_kandungan")
        self.assertEqual((p.lama, p.satuan_lama), (45, "hari"))

    def test_cuti_s_05_is_for_women(self):
        self.pastikan_kode(
            "CUTI-S-05",
            "sakit",
            "sakit_gugur",
            nama="pegawai2",
            mulai="2026-03-02",
            selesai="2026-03-10",
        )

    def test_cuti_s_06_accident_on_duty_has_no_limit_but_a_report(self):
        p = self.sakit("2026-03-02", "2027-03-01", "sakit_kecelakaan")
        self.assertIn("SURAT_KECELAKAAN_KERJA", self.diminta(p))
        self.assertFalse(p.is_perpanjangan_sakit)

    def test_cuti_s_07_full_income_and_service_goes_on(self):
        for nama in ("sakit", "sakit_kecelakaan", "sakit_pppk"):
            jenis = self.env.ref(f"asn_layanan_standar.jenis_cuti_{nama}")
            self.assertEqual(
                (jenis.penghasilan, jenis.is_hentikan_masa_kerja), ("penuh", False)
            )
        p = self.sakit("2026-03-03", "2026-03-16")
        self.terbitkan(p)
        isi = str(p.surat_id.isi)
        for teks in (
            "Cuti Sakit",
            "14 (empat belas) hari,",
            "penghasilan penuh",
            "17 Maret 2026",
        ):
            self.assertIn(teks, isi)
        self.assertNotIn("sisa cuti tahunan", isi)
        self.assertNotIn("Keperluan keluarga", isi, "the illness is nobody's matter")
        riwayat = p.riwayat_cuti_ids
        self.assertEqual(
            (riwayat.jenis_cuti, riwayat.lama, riwayat.satuan), ("sakit", 14, "hari")
        )
        self.assertEqual(self.tersedia(), 12)

    def test_cuti_k_06_pppk_have_one_month(self):
        self.jadikan_pppk("pegawai", date(2025, 1, 1), date(2027, 12, 31))
        self.pastikan_kode(
            "CUTI-K-06",
            "sakit",
            "sakit_biasa",
            mulai="2026-03-03",
            selesai="2026-04-03",
        )
        p = self.sakit("2026-03-03", "2026-04-02")
        self.assertEqual((p.lama, p.satuan_lama), (1, "bulan"))
        self.pastikan_kode(
            "CUTI-K-06",
            "sakit",
            "sakit_biasa",
            mulai="2026-04-03",
            selesai="2026-04-03",
        )

    def test_cuti_k_06_accident_lasts_until_the_contract_ends(self):
        """CUTI-K-08: no leave of PPPK reaches beyond the contract."""
        self.jadikan_pppk("pegawai", date(2025, 1, 1), date(2026, 12, 31))
        self.pastikan_kode(
            "CUTI-K-08",
            "sakit",
            "sakit_kecelakaan",
            mulai="2026-03-03",
            selesai="2027-01-01",
        )
        p = self.sakit("2026-03-03", "2026-12-31", "sakit_kecelakaan")
        self.assertEqual(p.state, "in_review")

    def test_cuti_s_02_the_length_of_the_spell_cannot_be_typed(self):
        draf = self.draf_jenis(
            "sakit",
            "sakit_biasa",
            berkas=False,
            mulai="2026-03-02",
            selesai="2026-03-20",
        )
        for nilai in (
            {"hari_sakit": 3},
            {"is_perpanjangan_sakit": True},
            {"awal_sakit": "2026-03-19"},
        ):
            with self.subTest(**nilai), self.assertRaises(AccessError):
                draf.write(nilai)
        salah = (
            self.env["asn.permohonan"]
            .with_user(self.u["pegawai2"])
            .with_context(default_hari_sakit=3)
            .create(
                {
                    "layanan_id": self.cuti.id,
                    "jenis_cuti": "sakit",
                    "sebab_cuti_id": self.sebab("sakit_biasa").id,
                    **self.isian("2026-03-02", "2026-03-20"),
                }
            )
        )
        self.assertEqual(self.diminta(salah), {"SURAT_DOKTER_PEMERINTAH"})

    def test_cuti_s_03_what_replaces_a_leave_keeps_its_limits(self):
        p = self.sakit("2026-03-10", "2026-04-10", "sakit_gugur")
        self.terbitkan(p)
        aksi = self.sebagai("pegawai", p).action_tindak("penggantian", "Belum sembuh")
        ganti = self.env["asn.permohonan"].browse(aksi["res_id"])
        ganti = self.sebagai("pegawai", ganti)
        ganti.tanggal_selesai = "2026-04-24"
        self.lampirkan(ganti)
        with self.ditolak_aturan("CUTI-S-05"):
            ganti.action_submit()

    def test_a_reason_is_compulsory_where_the_kind_has_reasons(self):
        draf = self.draf_jenis("sakit", None, mulai="2026-03-03", selesai="2026-03-04")
        with self.assertRaises(UserError):
            draf.action_submit()

    def test_sick_leave_cannot_be_deferred(self):
        p = self.sakit("2026-03-03", "2026-03-04")
        self.assertFalse(self.sebagai("atasan", p).can_defer)
        with self.assertRaisesRegex(UserError, "ditangguhkan|deferred"):
            self.sebagai("atasan", p).action_defer("Kepentingan dinas")

    def test_revoked_sick_leave_leaves_the_history(self):
        p = self.sakit("2026-03-10", "2026-03-12")
        self.terbitkan(p)
        aksi = self.sebagai("pegawai", p).action_tindak("pencabutan", "Sembuh")
        cabut = self.env["asn.permohonan"].browse(aksi["res_id"])
        self.sebagai("pegawai", cabut).action_submit()
        self.terbitkan(cabut)
        self.assertEqual(p.riwayat_cuti_ids.mapped("status"), ["batal"])

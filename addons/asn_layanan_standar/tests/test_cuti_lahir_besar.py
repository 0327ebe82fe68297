from datetime import date

from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestCutiMelahirkan(CutiCommon, TransactionCase):
    """Maternity leave: months, children since the appointment, women only."""

    TIGA = {"mulai": "2026-06-01", "selesai": "2026-08-31"}
    ANAK = ("2012-01-01", "2014-01-01", "2016-01-01")

    def test_cuti_m_01_three_months_with_letter_history_and_calendar(self):
        self.lahir("2012-01-01")
        p = self.ajukan_jenis("melahirkan", **self.TIGA)
        self.assertEqual((p.lama, p.satuan_lama), (3, "bulan"))
        self.assertEqual(self.diminta(p), {"SURAT_HPL"})
        self.terbitkan(p)
        isi = str(p.surat_id.isi)
        for teks in (
            "3 (tiga) bulan",
            "anak ke-2 (dua)",
            "1 Juni 2026",
            "31 Agustus 2026",
            "1 September 2026",
        ):
            self.assertIn(teks, isi)
        riwayat = p.riwayat_cuti_ids
        self.assertEqual(
            (riwayat.jenis_cuti, riwayat.lama, riwayat.satuan),
            ("melahirkan", 3, "bulan"),
        )
        absen = self.env["resource.calendar.leaves"].search(
            [("permohonan_id", "=", p.id)]
        )
        self.assertEqual(len(absen), 1)
        self.assertEqual(self.tersedia(), 12)

    def test_cuti_m_01_fourth_child_is_refused_and_told_the_way(self):
        self.lahir(*self.ANAK)
        pesan = self.pastikan_kode("CUTI-M-01", "melahirkan", **self.TIGA)
        self.assertIn("besar", pesan)

    def test_cuti_m_05_twins_and_births_before_the_appointment(self):
        self.lahir("2009-05-05", "2012-01-01", "2012-01-01", "2014-01-01")
        self.assertEqual(self.ajukan_jenis("melahirkan", **self.TIGA)._anak_ke(), 3)

    def test_cuti_m_05_stepchildren_and_adopted_ones_do_not_count(self):
        self.lahir(*self.ANAK, status_anak="angkat")
        p = self.ajukan_jenis("melahirkan", **self.TIGA)
        self.assertEqual(p._anak_ke(), 1)

    def test_cuti_m_03_shorter_on_request_and_never_longer(self):
        self.pastikan_kode(
            "CUTI-M-03", "melahirkan", mulai="2026-06-01", selesai="2026-09-01"
        )
        p = self.ajukan_jenis("melahirkan", mulai="2026-06-01", selesai="2026-07-15")
        self.assertEqual((p.lama, p.satuan_lama), (45, "hari"))

    def test_cuti_m_04_women_only_with_full_income(self):
        self.pastikan_kode("CUTI-M-04", "melahirkan", nama="pegawai2", **self.TIGA)
        jenis = self.env.ref("asn_layanan_standar.jenis_cuti_melahirkan")
        self.assertEqual(jenis.penghasilan, "penuh")

    def test_cuti_k_07_pppk_count_since_their_contract(self):
        self.jadikan_pppk("pegawai", date(2020, 1, 1), date(2028, 12, 31))
        self.lahir(*self.ANAK)
        p = self.ajukan_jenis("melahirkan", **self.TIGA)
        self.assertEqual((p.state, p._anak_ke()), ("in_review", 1))
        self.sebagai("pegawai", p).action_cancel("Tidak jadi")
        self.lahir("2021-01-01", "2022-06-01", "2024-01-01")
        self.pastikan_kode("CUTI-K-07", "melahirkan", **self.TIGA)

    def test_maternity_leave_cannot_be_deferred(self):
        p = self.ajukan_jenis("melahirkan", **self.TIGA)
        with self.assertRaises(UserError):
            self.sebagai("atasan", p).action_defer("Kepentingan dinas")


@tagged("post_install", "-at_install")
class TestCutiBesar(CutiCommon, TransactionCase):
    """Long leave: five years, three months less annual days, once in five years."""

    TIGA = {"mulai": "2026-06-01", "selesai": "2026-08-31"}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Long leave is signed by the head of the agency, by mandate.
        cls.u["penandatangan"].group_ids |= cls.peran("kepala_badan")

    def besar(self, sebab="besar_lain", **nilai):
        return self.ajukan_jenis("besar", sebab, **{**self.TIGA, **nilai})

    def test_cuti_b_01_five_years_to_the_day(self):
        pegawai = self.pegawai_dari()
        pegawai.tmt_cpns = "2021-06-02"
        self.pastikan_kode("CUTI-B-01", "besar", "besar_lain", **self.TIGA)
        pegawai.tmt_cpns = "2021-06-01"
        self.assertEqual(self.besar().state, "in_review")

    def test_cuti_b_02_first_pilgrimage_and_fourth_child_need_no_years(self):
        self.pegawai_dari().tmt_cpns = "2024-01-01"
        p = self.besar("besar_ibadah")
        self.assertIn("BUKTI_HAJI", self.diminta(p))
        self.sebagai("pegawai", p).action_cancel("Ditunda")
        self.lahir("2024-02-01", "2024-12-01", "2025-09-25")
        p = self.besar("besar_kelahiran")
        self.assertIn("SURAT_HPL", self.diminta(p))

    def test_cuti_m_02_long_leave_for_birth_is_for_the_fourth_child(self):
        self.lahir("2012-01-01", "2014-01-01")
        self.pastikan_kode("CUTI-M-02", "besar", "besar_kelahiran", **self.TIGA)
        self.lahir("2016-01-01")
        self.assertEqual(self.besar("besar_kelahiran").state, "in_review")

    def test_cuti_b_03_annual_leave_used_shortens_and_is_closed(self):
        """CUTI-T-08: the year of long leave has no further annual leave."""
        self.terbitkan(self.ajukan_cuti(mulai="2026-04-06", selesai="2026-04-10"))
        pesan = self.pastikan_kode("CUTI-B-03", "besar", "besar_lain", **self.TIGA)
        self.assertIn("21 Agustus 2026", pesan)
        p = self.besar(selesai="2026-08-21")
        self.terbitkan(p)
        self.assertEqual(p.riwayat_cuti_ids.jenis_cuti, "besar")
        self.assertEqual(self.tersedia(), 0)
        self.pastikan_ditolak(
            UserError, "[CUTI-T-08]", mulai="2026-11-02", selesai="2026-11-03"
        )

    def test_cuti_b_04_deferral_only_where_it_can_wait(self):
        p = self.besar()
        self.assertTrue(self.sebagai("atasan", p).can_defer)
        self.assertTrue(self.sebagai("atasan", p).meja_rinci()["boleh"]["tangguh"])
        self.sebagai("atasan", p).action_defer("Pemeriksaan keuangan")
        isi = str(p.surat_tolak_id.isi)
        self.assertIn("1 Juni 2027", isi)
        self.assertNotIn("dapat digunakan dalam tahun", isi)
        self.assertFalse(self.mutasi(p))
        haji = self.besar("besar_ibadah")
        self.assertFalse(self.sebagai("atasan", haji).meja_rinci()["boleh"]["tangguh"])
        with self.assertRaisesRegex(UserError, "ditangguhkan|deferred"):
            self.sebagai("atasan", haji).action_defer("Pemeriksaan keuangan")

    def test_cuti_b_05_once_in_five_years_and_the_count_starts_again(self):
        """CUTI-B-07: the five years run from the end of the last long leave."""
        self.catat_cuti("besar", "2021-03-02", "2021-06-01")
        pesan = self.pastikan_kode("CUTI-B-05", "besar", "besar_lain", **self.TIGA)
        self.assertIn("1 Juni 2021", pesan)
        p = self.besar(mulai="2026-06-02")
        self.assertEqual(p.state, "in_review")

    def test_cuti_05_what_a_recall_left_of_long_leave_may_still_be_taken(self):
        """Called back after 45 days of three months: 47 days stay the employee's."""
        p = self.besar()
        self.terbitkan(p)
        aksi = self.sebagai("admin_aplikasi", p).action_tindak(
            "penggantian", "Dinas mendesak"
        )
        panggil = self.env["asn.permohonan"].browse(aksi["res_id"])
        # As after its signature, which the tests of follow-ups show.
        panggil._mesin().write({"tanggal_selesai": "2026-07-15", "state": "issued"})
        p._mesin().write({"state": "revoked"})
        p.riwayat_cuti_ids._batalkan("Dipanggil kembali")
        self.catat_cuti("besar", "2026-06-01", "2026-07-15")

        def jawab(selesai):
            draf = self.draf_jenis(
                "besar", "besar_lain", mulai="2026-09-01", selesai=selesai
            )
            hasil = draf.sudo()._handler()._periksa(draf.sudo())
            return next(h[1:3] for h in hasil if h[0] == "CUTI-B-05")

        self.assertEqual(jawab("2026-10-17")[0], "lulus")
        nilai, fakta = jawab("2026-10-18")
        self.assertEqual(nilai, "gagal")
        self.assertIn("47", fakta)
        panggil._mesin().write({"pengaju_id": self.u["pegawai"].id})
        self.assertEqual(jawab("2026-10-17")[0], "gagal", "ended by oneself, it lapses")

    def test_cuti_b_06_the_letter_names_the_income(self):
        p = self.besar()
        self.terbitkan(p)
        isi = str(p.surat_id.isi)
        for teks in (
            "gaji pokok, tunjangan keluarga, dan tunjangan pangan",
            "tidak berhak lagi atas cuti tahunan",
            "3 (tiga) bulan",
        ):
            self.assertIn(teks, isi)

from datetime import date, datetime

from freezegun import freeze_time
from odoo.addons.asn_layanan.tests.common import SANDI
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, TransactionCase, tagged

from .common import CutiCommon


@tagged("post_install", "-at_install")
class TestPerjalananCuti(CutiCommon, TransactionCase):
    """Annual leave from the phone of the applicant to the calendar of the unit."""

    def test_whole_journey_writes_balance_history_and_calendar(self):
        """LL-22-2-a, LL-8-1-b: the service brings the profile up to date."""
        p = self.ajukan_cuti()
        self.assertEqual(p.lama, 5)
        self.assertEqual(self.mutasi(p), [("pesan", 2026, -5)])
        self.assertEqual(self.tersedia(), 7)

        self.terbitkan(p)

        self.assertEqual(p.state, "issued")
        self.assertEqual(
            self.mutasi(p),
            [("pesan", 2026, -5), ("lepas", 2026, 5), ("pakai", 2026, -5)],
        )
        self.assertEqual(self.tersedia(), 7)
        riwayat = p.riwayat_cuti_ids
        self.assertEqual(
            (riwayat.status, riwayat.lama, riwayat.tahun_saldo, riwayat.sumber),
            ("sah", 5, 2026, "layanan"),
        )
        self.assertEqual(riwayat.nomor_surat, p.surat_id.nomor)
        self.assertEqual(riwayat.dokumen_id, p.dokumen_produk_id)
        absen = self.env["resource.calendar.leaves"].search(
            [("permohonan_id", "=", p.id)]
        )
        self.assertEqual(absen.resource_id, self.pegawai_dari().resource_id)
        # 8 June 00:00 in Jakarta is 7 June 17:00 in UTC.
        self.assertEqual(absen.date_from, datetime(2026, 6, 7, 17, 0))
        self.assertEqual(absen.date_to, datetime(2026, 6, 12, 16, 59, 59))

    def test_effects_are_written_once_even_when_issued_twice(self):
        p = self.ajukan_cuti()
        self.terbitkan(p)
        sebelum = self.mutasi(p)
        p.sudo()._handler()._on_issued(p.sudo())
        p.sudo()._handler()._on_issued(p.sudo())
        self.assertEqual(self.mutasi(p), sebelum)
        self.assertEqual(len(p.riwayat_cuti_ids), 1)
        absen = self.env["resource.calendar.leaves"]
        self.assertEqual(absen.search_count([("permohonan_id", "=", p.id)]), 1)

    def test_the_letter_says_what_an_office_expects(self):
        p = self.ajukan_cuti(mulai="2026-06-15", selesai="2026-06-19")
        self.terbitkan(p)
        isi = str(p.surat_id.isi)
        for teks in (
            "4 (empat) hari kerja",
            "15 Juni 2026",
            "19 Juni 2026",
            "Jalan Kenanga 7, Kota Contoh",
            "menyerahkan pekerjaannya",
            "melaporkan diri",
            "22 Juni 2026",
            "16 Juni 2026",
            "8 hari",
        ):
            self.assertIn(teks, isi)
        self.assertIn("CUTI TAHUNAN", isi.upper())

    def test_steps_signer_and_deadline_follow_the_tables(self):
        p = self.ajukan_cuti()
        # Those of leave outside state responsibility are in test_cltn.
        tahap = p.versi_id.tahap_ids._berlaku(p)
        self.assertEqual(
            tahap.mapped("jenis"),
            ["pertimbangan", "periksa", "verifikasi", "validasi", "validasi", "ttd"],
        )
        self.assertEqual(
            dict(zip(tahap.mapped("kode"), tahap.mapped("sla_hari"), strict=True)),
            {
                "pertimbangan_atasan": 1,
                "pemeriksaan_opd": 2,
                "verifikasi_bkpsdm": 1,
                "validasi_pengawas": 1,
                "validasi_administrator": 1,
                "pengesahan": 2,
            },
        )
        self.assertEqual(p.versi_id.batas_perbaikan_hari, 7)
        self.assertEqual(p.versi_id.sla_total_hari, 5)

    def test_rejection_gives_the_days_back_with_a_letter(self):
        p = self.ajukan_cuti()
        self.sebagai("atasan", p).action_reject("Tenaga sangat dibutuhkan")
        self.assertEqual(p.state, "rejected")
        self.assertEqual(self.tersedia(), 12)
        self.assertEqual(self.mutasi(p), [("pesan", 2026, -5), ("lepas", 2026, 5)])
        isi = str(p.surat_tolak_id.isi)
        self.assertIn("Tenaga sangat dibutuhkan", isi)
        self.assertIn("Peraturan Badan Kepegawaian Negara", isi)

    def test_withdrawal_gives_the_days_back_once(self):
        p = self.ajukan_cuti()
        self.sebagai("pegawai", p).action_cancel("Tidak jadi")
        self.sebagai("pegawai", p).action_cancel("Tidak jadi")
        self.assertEqual(self.tersedia(), 12)
        self.assertEqual(len(self.mutasi(p)), 2)

    def test_returned_keeps_the_days_and_resubmission_adjusts_them(self):
        p = self.ajukan_cuti()
        self.sebagai("atasan", p).action_return("Mohon dipersingkat")
        self.assertEqual(self.tersedia(), 7)
        self.sebagai("pegawai", p).write({"tanggal_selesai": "2026-06-09"})
        self.assertEqual(self.tersedia(), 7)
        self.sebagai("pegawai", p).action_resubmit()
        self.assertEqual(p.lama, 2)
        self.assertEqual(self.tersedia(), 10)
        self.assertEqual(self.mutasi(p), [("pesan", 2026, -5), ("lepas", 2026, 3)])

    def test_expiry_gives_the_days_back(self):
        p = self.ajukan_cuti()
        self.sebagai("atasan", p).action_return("Lengkapi alamat")
        with freeze_time("2026-04-30 02:00:00"):
            self.env["asn.permohonan"]._cron_kedaluwarsa()
            self.env["asn.permohonan"]._cron_kedaluwarsa()
        self.assertEqual(p.state, "rejected")
        self.assertEqual(self.tersedia(), 12)
        self.assertEqual(len(self.mutasi(p)), 2)
        self.assertIn("dilepas", p.mutasi_cuti_ids.sorted("id")[-1].keterangan)

    def test_cuti_t_06_deferral_books_the_days_for_next_year(self):
        p = self.ajukan_cuti()
        self.sebagai("atasan", p).action_defer("Penyusunan laporan keuangan")
        self.assertEqual(p.state, "rejected")
        self.assertEqual(
            self.mutasi(p),
            [("pesan", 2026, -5), ("lepas", 2026, 5), ("tangguh", 2027, 5)],
        )
        self.assertEqual(self.tersedia(), 7)
        # 12 own, 5 deferred, of the other 7 at most 6 carried
        self.assertEqual(self.tersedia(tahun=2027, pada=date(2027, 1, 4)), 23)
        isi = str(p.surat_tolak_id.isi)
        self.assertIn("5 (lima) hari kerja dapat digunakan dalam tahun 2027", isi)

    def test_cuti_07_new_year_is_split_in_balance_and_history(self):
        p = self.ajukan_cuti(mulai="2026-12-28", selesai="2027-01-05")
        self.assertEqual(p.lama, 7)
        self.assertEqual(self.mutasi(p), [("pesan", 2026, -4), ("pesan", 2027, -3)])
        self.terbitkan(p)
        riwayat = p.riwayat_cuti_ids.sorted("tahun_saldo")
        self.assertEqual(riwayat.mapped("tahun_saldo"), [2026, 2027])
        self.assertEqual(riwayat.mapped("lama"), [4, 3])
        self.assertEqual(riwayat[0].tanggal_selesai, date(2026, 12, 31))
        self.assertEqual(riwayat[1].tanggal_mulai, date(2027, 1, 1))
        absen = self.env["resource.calendar.leaves"]
        self.assertEqual(absen.search_count([("permohonan_id", "=", p.id)]), 1)

    def test_cuti_t_07_unit_with_six_days_counts_saturdays(self):
        unit = self.pegawai_dari().unit_id
        unit.kalender_id = self.env.ref("asn_base.kalender_6_hari")
        p = self.draf_cuti(mulai="2026-05-18", selesai="2026-05-26")
        self.assertEqual(p.lama, 8)
        unit.kalender_id = self.env.ref("asn_base.kalender_5_hari")
        p = self.draf_cuti(mulai="2026-05-18", selesai="2026-05-26")
        self.assertEqual(p.lama, 7)


@tagged("post_install", "-at_install")
class TestFormulir(CutiCommon, TransactionCase):
    """What the form does while it is filled in."""

    def form(self, nama="pegawai"):
        Permohonan = self.env["asn.permohonan"].with_user(self.u[nama])
        return Form(
            Permohonan.with_context(default_layanan_id=self.cuti.id, lang="id_ID")
        )

    def test_days_and_balance_follow_the_dates_at_once(self):
        form = self.form()
        self.assertEqual(form.jenis_cuti, "tahunan")
        form.tanggal_mulai = "2026-12-21"
        self.assertEqual(str(form.tanggal_selesai), "2026-12-21")
        form.tanggal_selesai = "2026-12-31"
        self.assertEqual(form.lama, 7)
        self.assertEqual(
            form.rincian_lama,
            "7 hari kerja; 24-25 Desember 2026 hari libur atau cuti bersama,"
            " tidak dihitung; 2 hari akhir pekan tidak dihitung",
        )
        self.assertEqual((form.cuti_tersedia, form.cuti_setelah), (12, 5))
        self.assertFalse(form.peringatan_cuti)

    def test_form_warns_before_anything_is_sent(self):
        form = self.form()
        form.tanggal_mulai = "2026-05-04"
        form.tanggal_selesai = "2026-06-30"
        self.assertIn("Saldo cuti tidak mencukupi", form.peringatan_cuti)
        self.assertLess(form.cuti_setelah, 0)

    def test_few_fields_are_enough(self):
        form = self.form()
        form.tanggal_mulai = "2026-06-08"
        form.alasan = "Mengantar anak"
        form.alamat_cuti = "Jalan Kenanga 7"
        p = form.save()
        p.action_submit()
        self.assertEqual((p.state, p.lama), ("in_review", 1))
        bagian = p.cuti_sisa_n2 + p.cuti_sisa_n1 + p.cuti_sisa_n
        self.assertEqual((bagian, p.cuti_tersedia, p.cuti_setelah), (12, 12, 11))

    def test_warning_when_many_of_the_unit_are_away(self):
        unit = self.pegawai_dari().unit_id
        orang = self.env["hr.employee"].search([("unit_id", "=", unit.id)])
        self.env.company.asn_cuti_batas_unit_persen = 100 * 2 // len(orang)
        self.ajukan_cuti("pegawai2")
        self.assertFalse(self.draf_cuti().peringatan_unit)
        self.env.company.asn_cuti_batas_unit_persen = 1
        p = self.draf_cuti()
        self.assertTrue(p.peringatan_unit)
        p.action_submit()
        hasil = p.hasil_periksa_ids.filtered(lambda h: h.kode == "CUTI-X-02")
        self.assertEqual((hasil.hasil, hasil.keras), ("gagal", False))

    def test_printed_form_has_the_fields_of_the_national_form(self):
        p = self.ajukan_cuti()
        self.sebagai("atasan", p).action_approve("Setuju")
        laporan = self.env.ref("asn_layanan_standar.formulir_cuti_report")
        html = (
            laporan.with_user(self.u["pegawai"])
            ._render_qweb_html(laporan.report_name, p.ids)[0]
            .decode()
        )
        for teks in (
            "FORMULIR PERMINTAAN DAN PEMBERIAN CUTI",
            "I. DATA PEGAWAI",
            "II. JENIS CUTI YANG DIAMBIL",
            "III. ALASAN CUTI",
            "IV. LAMANYA CUTI",
            "V. CATATAN CUTI",
            "VI. ALAMAT SELAMA MENJALANKAN CUTI",
            "VII. PERTIMBANGAN ATASAN LANGSUNG",
            "VIII. KEPUTUSAN PEJABAT YANG BERWENANG",
            "Keperluan keluarga",
            "Atasan",
        ):
            self.assertIn(teks, html)
        with self.assertRaises(AccessError):
            laporan.with_user(self.u["pegawai2"])._render_qweb_html(
                laporan.report_name, p.ids
            )

    def test_form_becomes_a_pdf(self):
        p = self.ajukan_cuti()
        laporan = self.env.ref("asn_layanan_standar.formulir_cuti_report")
        isi = laporan.with_context(force_report_rendering=True)._render_qweb_pdf(
            laporan.report_name, p.ids
        )[0]
        self.assertTrue(isi.startswith(b"%PDF"))

    def test_length_cannot_be_typed(self):
        p = self.draf_cuti()
        with self.assertRaises(AccessError):
            p.write({"lama": 1})
        with self.assertRaises(AccessError):
            self.draf_cuti(lama=1)

    def test_dates_are_closed_while_officials_decide(self):
        p = self.ajukan_cuti()
        for nama in ("pegawai", "atasan", "admin_sistem"):
            with self.assertRaises(UserError):
                self.sebagai(nama, p).write({"tanggal_selesai": "2026-06-30"})

    def test_signature_is_refused_when_the_balance_is_gone(self):
        p = self.ajukan_cuti()
        self.setujui_sampai(p)
        self.env.ref("asn_layanan_standar.jenis_cuti_tahunan").durasi_maks = 3
        with self.ditolak_aturan("CUTI-T-02"):
            self.sebagai("penandatangan", p).action_sign(SANDI)
        self.assertEqual(p.state, "approved")

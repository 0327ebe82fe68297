import base64
from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import TataKelolaCommon

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@tagged("post_install", "-at_install")
class TestGangguan(TataKelolaCommon, TransactionCase):
    """LL-26, LL-7-1-c, LL-10-3-d: trouble is reported, followed and answered."""

    def _selesaikan(self, lapor):
        petugas = self.oleh(lapor, self.sistem)
        petugas.action_tangani()
        petugas.write(
            {
                "sebab": "Huruf tidak terpasang",
                "tindakan": "Huruf dipasang",
                "jawaban": "Surat sudah dapat diunduh.",
            }
        )
        petugas.action_selesai()

    def test_anybody_reports_with_the_context_of_the_page(self):
        Lapor = self.sebagai(self.ani, "asn.laporan.gangguan").with_context(
            default_alamat="/odoo/permohonan/7?token=abc",
            default_halaman_model="hr.employee",
            default_halaman_rekam=7,
            default_galat="UserError: NIK 1673015703850001 salah",
            default_layar="390 × 844",
            default_peramban="Chrome/126.0 (Linux; Android 14)",
        )
        lapor = Lapor.create({"name": "Tombol kirim diam", "urgensi": "tinggi"})

        self.assertRegex(lapor.nomor, r"^GG/\d{4}/\d{4}$")
        self.assertEqual(lapor.state, "baru")
        self.assertEqual(lapor.alamat, "/odoo/permohonan/7")
        self.assertEqual(lapor.galat, "UserError: NIK ••• salah")
        self.assertEqual(lapor.peramban, "Chrome 126 · Android")
        self.assertEqual((lapor.layar, lapor.halaman_rekam), ("390 × 844", 7))
        self.assertEqual(lapor.unit_id, self.bidang_a)
        self.assertTrue(lapor.peran)
        self.assertTrue(self.pesan_kepada(self.sistem, lapor))
        self.assertEqual(lapor.action_terkirim()["params"]["type"], "success")

    def test_due_date_follows_urgency_in_working_days(self):
        Kalender = self.env["resource.calendar"]
        for urgensi, hari in (("kritis", 1), ("tinggi", 2), ("sedang", 5)):
            with self.subTest(urgensi=urgensi):
                self.assertEqual(
                    self.lapor(urgensi=urgensi).batas,
                    Kalender._asn_tambah_hari_kerja(self.hari_ini, hari),
                )
        lapor = self.lapor(urgensi="rendah")
        self.oleh(lapor, self.sistem).urgensi = "kritis"
        self.assertEqual(lapor.batas, Kalender._asn_tambah_hari_kerja(self.hari_ini, 1))

    def test_late_reports_are_found(self):
        lapor, lain = self.lapor(), self.lapor()
        lapor.sudo()._mesin().batas = self.hari_ini - timedelta(days=2)
        Lapor = self.env["asn.laporan.gangguan"]
        self.assertTrue(lapor.is_terlambat)
        self.assertEqual(
            Lapor.search(
                [("is_terlambat", "=", True), ("id", "in", (lapor + lain).ids)]
            ),
            lapor,
        )
        self.assertIn(lain, Lapor.search([("is_terlambat", "=", False)]))

    def test_who_sees_which_reports(self):
        lapor = self.lapor()
        for pegawai, lihat in (
            (self.ani, True),
            (self.badu, False),
            (self.cici, False),
            (self.fasil, True),
            (self.pim, False),
            (self.utama, False),
            (self.sistem, True),
            (self.kaban, True),
        ):
            with self.subTest(pegawai=pegawai.name):
                ada = self.sebagai(pegawai, "asn.laporan.gangguan").search(
                    [("id", "=", lapor.id)]
                )
                self.assertEqual(bool(ada), lihat)
        asing = self.lapor(self.cici)
        self.assertFalse(
            self.sebagai(self.fasil, "asn.laporan.gangguan").search(
                [("id", "=", asing.id)]
            )
        )

    def test_officer_handles_answers_and_reporter_confirms(self):
        lapor = self.lapor()
        petugas = self.oleh(lapor, self.sistem)
        petugas.action_tangani()
        self.assertEqual(lapor.petugas_id, self.sistem.user_id)
        with self.assertRaises(UserError):
            petugas.action_selesai()  # cause, action and answer are missing
        petugas.sebab, petugas.tindakan = "Huruf hilang", "Huruf dipasang"
        petugas.jawaban = "Sudah dapat diunduh."
        petugas.action_selesai()

        self.assertEqual(lapor.state, "selesai")
        self.assertTrue(lapor.tanggal_selesai)
        self.assertIn(
            "Sudah dapat diunduh.",
            "".join(self.pesan_kepada(self.ani, lapor).mapped("body")),
        )
        with self.assertRaises(AccessError):
            petugas.action_konfirmasi()  # only the reporter
        lapor.action_konfirmasi()
        self.assertEqual(lapor.state, "ditutup")
        with self.assertRaises(UserError):
            petugas.sebab = "Lain"

    def test_reporter_opens_again_what_is_not_solved(self):
        lapor = self.lapor()
        self._selesaikan(lapor)
        with self.assertRaises(UserError):
            lapor._balas("  ")
        lapor._balas("Masih tidak bisa")
        self.assertEqual((lapor.state, lapor.jumlah_dibuka_lagi), ("ditangani", 1))
        self.assertFalse(lapor.tanggal_selesai)
        self.assertIn("Masih tidak bisa", "".join(lapor.message_ids.mapped("body")))

    def test_clock_stands_still_while_the_reporter_is_asked(self):
        lapor = self.lapor()
        petugas = self.oleh(lapor, self.sistem)
        petugas.action_tangani()
        petugas.jawaban = "Peramban apa yang dipakai?"
        petugas.action_tanya()
        self.assertEqual(lapor.state, "menunggu")
        batas = lapor.batas
        lapor.sudo()._mesin().menunggu_sejak = self.hari_ini - timedelta(days=14)
        balas = self.env["asn.laporan.gangguan.balas"].with_user(self.ani.user_id)
        dialog = balas.create({"lapor_id": lapor.id, "teks": "Firefox"})
        self.assertEqual(dialog.jawaban, "Peramban apa yang dipakai?")
        dialog.action_kirim()

        self.assertEqual(lapor.state, "ditangani")
        self.assertGreater(lapor.batas, batas)

    def test_reports_of_one_problem_are_answered_together(self):
        masalah, duplikat = self.lapor(), self.lapor(self.cici)
        self.oleh(duplikat, self.sistem).induk_id = masalah
        self._selesaikan(masalah)
        self.assertEqual(duplikat.state, "selesai")
        self.assertEqual(duplikat.sebab, "Huruf tidak terpasang")
        self.assertTrue(self.pesan_kepada(self.cici, duplikat))
        with self.assertRaises(ValidationError):
            self.oleh(self.lapor(), self.sistem).induk_id = duplikat

    def test_nobody_forges_a_report(self):
        Lapor = self.sebagai(self.ani, "asn.laporan.gangguan")
        for nilai in (
            {"state": "selesai"},
            {"nomor": "GG/1"},
            {"unit_id": self.dinas_b.id},
            {"is_insiden": True},
            {"pelapor_id": self.badu.user_id.id},
            {"jawaban": "Sudah"},
            {"induk_id": self.lapor(self.cici).id},
        ):
            with self.subTest(nilai=nilai), self.assertRaises(AccessError):
                Lapor.create({"name": "x", **nilai})
        with self.assertRaises(AccessError):
            Lapor.with_context(default_state="ditutup").create({"name": "x"})
        lapor = self.lapor()
        with self.assertRaises(AccessError):
            lapor.write({"jawaban": "x"})
        with self.assertRaises(UserError):
            self.oleh(lapor, self.sistem).name = "Lain"
        with self.assertRaises(AccessError):
            self.oleh(lapor, self.sistem).state = "selesai"
        for langkah in ("action_tangani", "action_selesai", "action_tolak"):
            with self.subTest(langkah=langkah), self.assertRaises(AccessError):
                getattr(lapor, langkah)()
        with self.assertRaises(AccessError):
            self.oleh(lapor, self.badu).action_konfirmasi()
        with self.assertRaises(UserError):
            lapor.sudo().unlink()

    def test_a_screenshot_is_a_picture(self):
        lapor = self.lapor(tangkapan=base64.b64encode(PNG))
        self.assertTrue(lapor.tangkapan)
        for isi in (b"<svg onload=x>", b"%PDF-1.4", PNG[:20]):
            with self.subTest(isi=isi), self.assertRaises(ValidationError):
                self.lapor(tangkapan=base64.b64encode(isi))

    def test_silent_reporters_are_closed_after_a_while(self):
        lapor, baru = self.lapor(), self.lapor()
        self._selesaikan(lapor)
        self._selesaikan(baru)
        lapor.sudo()._mesin().tanggal_selesai -= timedelta(days=8)
        self.env["asn.laporan.gangguan"]._cron_tutup()
        self.assertEqual((lapor.state, baru.state), ("ditutup", "selesai"))

    def test_home_page_shows_answers_and_work(self):
        lapor = self.lapor()
        self._selesaikan(lapor)

        def kunci(pegawai):
            return {
                b["key"]
                for b in self.sebagai(pegawai, "asn.beranda").get_data()["bagian"]
            }

        self.assertIn("gangguan_saya", kunci(self.ani))
        self.assertNotIn("gangguan", kunci(self.ani))
        self.assertIn("gangguan", kunci(self.sistem))
        self.assertNotIn("gangguan_saya", kunci(self.badu))

    def test_officer_writes_down_what_was_told_by_telephone(self):
        lapor = self.sebagai(self.sistem, "asn.laporan.gangguan").create(
            {"name": "Tidak bisa masuk", "pelapor_id": self.cici.user_id.id}
        )
        self.assertEqual(lapor.unit_id, self.dinas_b)
        self.assertIn(self.cici.user_id.partner_id, lapor.message_partner_ids)

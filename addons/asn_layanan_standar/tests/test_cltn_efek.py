from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common_cltn import CltnCommon


@tagged("post_install", "-at_install")
class TestEfekCltn(CltnCommon, TransactionCase):
    """CUTI-L-06: what grant, extension and return leave in the profile."""

    def baris(self, jenis):
        """Return the valid rows of a history of the person."""
        return self.env[f"asn.riwayat.{jenis}"].search(
            [("employee_id", "=", self.pegawai.id), ("status", "=", "sah")]
        )

    def mulai_hari(self):
        """Let the nightly projection of the day run."""
        self.env["hr.employee"]._cron_project_riwayat()
        self.pegawai.invalidate_recordset()

    def test_cuti_l_06_released_from_the_post_without_service(self):
        awal = self.pegawai.masa_kerja_tahun * 12 + self.pegawai.masa_kerja_bulan
        p = self.terbit()
        cltn = self.baris("cltn")
        self.assertEqual((cltn.jenis, cltn.nomor_bkn), ("1", "J-1"))
        self.assertEqual(cltn.nomor_sk, p.surat_id.nomor)
        self.assertEqual(str(self.baris("jabatan").tmt_selesai), "2026-05-31")
        self.assertEqual(self.baris("cuti").jenis_cuti, "cltn")
        self.assertEqual(self.pegawai.kedudukan_hukum.kode, "01")
        with self.pada("2027-06-01"):
            self.mulai_hari()
            self.assertEqual(self.pegawai.kedudukan_hukum.kode, "02")
            kini = self.pegawai.masa_kerja_tahun * 12 + self.pegawai.masa_kerja_bulan
            # Two days before 1 March the month was not full: March, April and May.
            self.assertEqual(kini - awal, 3)

    def hak(self, kode):
        """Return the forecast of a kind, as ``[(step, day)]``."""
        Hak = self.env["asn.hak.layanan"]
        Hak._segarkan(self.pegawai)
        hak = Hak.search([("employee_id", "=", self.pegawai.id), ("kode", "=", kode)])
        return [(h.langkah, str(h.tanggal)) for h in hak]

    def test_cuti_l_06_increment_and_medal_follow(self):
        """KGB-11, SLK-03: the date moves by the 36 months, the medal is lost."""
        self.env["asn.riwayat.gaji"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "golongan_id": self.pegawai.golongan_id.id,
                    "tmt": "2026-04-01",
                    "mkg_tahun": 6,
                    "gaji_pokok": 3186600,
                    "nomor_sk": "KGB-6",
                    "tanggal_sk": "2026-02-01",
                }
            ]
        )
        Kgb = self.env["asn.kgb"]
        sebelum = Kgb._hitung(self.pegawai)[self.pegawai.id]
        self.assertEqual((sebelum.langkah, str(sebelum.tmt)), (8, "2028-04-01"))
        self.assertEqual(self.hak("kgb"), [(8, "2028-04-01"), (10, "2030-04-01")])
        self.assertTrue(self.hak("slks"))
        self.terbit()
        sesudah = Kgb._hitung(self.pegawai)[self.pegawai.id]
        self.assertEqual((sesudah.langkah, str(sesudah.tmt)), (8, "2031-04-01"))
        self.assertFalse(self.hak("kgb"), "beyond the five years of the forecast")
        self.assertFalse(self.hak("slks"))

    def test_the_decree_says_what_follows(self):
        p = self.terbit()
        isi = str(p.surat_id.isi)
        for teks in (
            "36 (tiga puluh enam) bulan",
            "1 Juni 2026",
            "31 Mei 2029",
            "28 Februari 2029",
            "30 Juni 2029",
            "J-1",
            "diberhentikan dari jabatannya",
        ):
            self.assertIn(teks, isi)
        self.assertEqual(p.surat_id.penandatangan_id, self.pegawai_dari("wali_kota"))
        self.assertEqual(p.dokumen_produk_id.jenis_id.kode, "SK_CLTN")

    def test_revocation_before_the_first_day_undoes_everything(self):
        p = self.terbit()
        self.sebagai("pegawai", p).action_tindak("pencabutan", "Tidak jadi berangkat")
        cabut = p.tindak_ids
        self.sebagai("pegawai", cabut).action_submit()
        self.jalankan(cabut)
        self.assertEqual((p.state, cabut.state), ("revoked", "done"))
        self.assertEqual(
            cabut.surat_id.penandatangan_id, self.pegawai_dari("wali_kota")
        )
        self.assertFalse(self.baris("cltn") | self.baris("cltn"))
        self.assertFalse(self.baris("pemberhentian"))
        self.assertFalse(self.baris("cuti"))
        self.assertFalse(self.baris("jabatan").tmt_selesai)
        with self.pada("2026-07-01"):
            self.mulai_hari()
            self.assertEqual(self.pegawai.kedudukan_hukum.kode, "01")

    def test_a_leave_that_was_extended_is_not_revoked_alone(self):
        p = self.terbit()
        self.jalankan(self.lanjut("2029-06-01", "2030-05-31"))
        self.sebagai("pegawai", p).action_tindak("pencabutan", "Tidak jadi berangkat")
        with self.assertRaisesRegex(UserError, "1 Juni 2029"):
            self.sebagai("pegawai", p.tindak_ids).action_submit()

    def test_a_leave_that_has_begun_is_not_revoked(self):
        p = self.terbit()
        self.sebagai("pegawai", p).action_tindak("pencabutan", "Tidak jadi berangkat")
        with self.pada("2026-06-01"), self.assertRaisesRegex(UserError, "CLTN"):
            self.sebagai("pegawai", p.tindak_ids).action_submit()

    def test_extension_is_recorded_behind_the_leave(self):
        self.catat_cltn("2023-07-01", "2026-06-30")
        p = self.lanjut("2026-07-01", "2027-06-30")
        self.jalankan(p)
        self.assertEqual(p.surat_id.jenis_id.kode, "SK_CLTN_PERPANJANGAN")
        self.assertIn("CLTN/2023-07-01", str(p.surat_id.isi))
        jalan = self.env["asn.riwayat.cltn"]._berjalan(self.pegawai)
        self.assertEqual((jalan.jenis, str(jalan.tanggal_selesai)), ("5", "2027-06-30"))
        with self.pada("2026-07-01"):
            self.mulai_hari()
            self.assertEqual(self.pegawai.kedudukan_hukum.kode, "13")

    def test_the_return_gives_position_post_and_service_back(self):
        self.catat_cltn("2024-02-03", "2027-02-02")
        self.catat_cuti("cltn", "2024-02-03", "2027-02-02")
        p = self.kembali(aktif="2026-04-01")
        self.jalankan(p)
        self.assertEqual(p.surat_id.jenis_id.kode, "SK_AKTIF_CLTN")
        self.assertIn("Analis Lowong", str(p.surat_id.isi))
        self.assertEqual(p.dokumen_produk_id.jenis_id.kode, "SK_AKTIF_CLTN")
        self.assertFalse(self.env["asn.riwayat.cltn"]._berjalan(self.pegawai))
        self.assertEqual(str(self.baris("cuti").tanggal_selesai), "2026-03-31")
        with self.pada("2026-04-01"):
            self.mulai_hari()
            self.assertEqual(self.pegawai.kedudukan_hukum.kode, "01")
            self.assertEqual(self.pegawai.jabatan_id, self.lowong)
            hari_ini = self.env["hr.employee"]._asn_hari_ini()
            potongan, __ = self.pegawai._asn_potongan_masa_kerja(hari_ini)
            self.assertEqual(str(potongan[self.pegawai.id][0][1]), "2026-03-31")
        self.assertEqual(self.ajukan_cuti().state, "in_review")

    def test_a_revoked_return_leaves_the_leave_running(self):
        self.catat_cltn("2023-02-03", "2026-02-02")
        p = self.kembali()
        self.jalankan(p)
        self.sebagai("pegawai", p).action_tindak("pencabutan", "Jabatan tidak jadi")
        self.sebagai("pegawai", p.tindak_ids).action_submit()
        self.jalankan(p.tindak_ids)
        jalan = self.env["asn.riwayat.cltn"]._berjalan(self.pegawai)
        self.assertEqual(str(jalan.tanggal_selesai), "2026-02-02")
        with self.pada("2026-04-01"):
            self.mulai_hari()
            self.assertEqual(self.pegawai.kedudukan_hukum.kode, "02")
            self.assertNotEqual(self.pegawai.jabatan_id, self.lowong)

    def test_effects_happen_once(self):
        p = self.terbit()
        jumlah = [len(self.baris(n)) for n in ("cltn", "cuti", "jabatan")]
        p.sudo()._handler()._on_issued(p.sudo())
        self.assertEqual(
            [len(self.baris(n)) for n in ("cltn", "cuti", "jabatan")], jumlah
        )


@tagged("post_install", "-at_install")
class TestCltnBerakhir(CltnCommon, TransactionCase):
    """The list of leave that ends, its notices, and who sees it."""

    def kabar(self, nama):
        """Return the titles of the notices of a person about CLTN."""
        return (
            self.env["asn.pemberitahuan"]
            .search([("user_id", "=", self.u[nama].id), ("judul", "ilike", "CLTN")])
            .mapped("judul")
        )

    def test_each_state_is_told_once(self):
        self.catat_cltn("2023-07-01", "2026-06-30")
        Cltn = self.env["asn.riwayat.cltn"]
        for hari, banyak in (
            ("2026-02-27", 0),
            ("2026-02-28", 1),
            ("2026-03-15", 1),
            ("2026-07-01", 2),
            ("2026-07-30", 2),
            ("2026-07-31", 3),
            ("2026-08-05", 3),
        ):
            with self.subTest(hari=hari), self.pada(hari):
                self.env.invalidate_all()
                Cltn._cron_ingatkan_cltn()
                # The own account may be closed by then; the office always knows.
                for nama in ("atasan", "fasilitator", "admin_aplikasi"):
                    # asn_akses closes the account of who is on leave.
                    akan = banyak if self.u[nama].active else 0
                    self.assertEqual(len(self.kabar(nama)), akan, nama)
                self.assertFalse(self.kabar("pegawai2"))

    def test_the_list_knows_who_is_not_back(self):
        lama = self.catat_cltn("2023-02-03", "2026-02-02")
        Cltn = self.env["asn.riwayat.cltn"]
        self.assertEqual(lama.keadaan, "lapor")
        self.assertEqual(str(lama.batas_lapor), "2026-03-02")
        self.assertIn(lama, Cltn.search([("is_berjalan", "=", True)]))
        self.assertIn(lama, Cltn.search([("keadaan", "=", "lapor")]))
        self.assertNotIn(lama, Cltn.search([("keadaan", "=", "dekat")]))
        baru = self.catat_cltn("2026-02-03", "2027-02-02", "5", "13")
        lama.invalidate_recordset()
        self.assertFalse(lama.is_berjalan)
        self.assertEqual(baru.keadaan, "jalan")
        self.assertFalse(baru.batas_perpanjangan)

    def test_others_do_not_see_whose_leave_ends(self):
        baris = self.catat_cltn("2023-02-03", "2026-02-02")
        cari = [("is_berjalan", "=", True)]
        for nama, boleh in (
            ("pegawai", True),
            ("fasilitator", True),
            ("pegawai2", False),
            ("monev", False),
        ):
            with self.subTest(nama=nama):
                try:
                    ada = baris.with_user(self.u[nama]).search(cari)
                except AccessError:
                    ada = baris.browse()
                self.assertEqual(bool(ada), boleh)

from datetime import date

from odoo.addons.asn_layanan.tests.common import KontrakLayanan
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from .common_kp import TMT, UMUM, KpCommon


@tagged("post_install", "-at_install")
class TestLayananKenaikanPangkat(KontrakLayanan, KpCommon, TransactionCase):
    """LL-22-2-d: the contract of services for promotions."""

    kode = "kenaikan_pangkat"


@tagged("post_install", "-at_install")
class TestKenaikanPangkat(KpCommon, TransactionCase):
    """Reguler and managerial posts, from the draft to the histories and back."""

    def test_request_is_filled_in_by_the_histories(self):
        """KP-01, KP-02, KP-08: the kind by the post, the TMT by the open period."""
        draf = self.buat_permohonan("pegawai", self.kp)
        self.assertEqual(
            (
                draf.kp_jenis,
                draf.kp_tmt,
                draf.kp_golongan_lama_id.kode,
                draf.kp_golongan_id.kode,
                draf.kp_bulan_pangkat,
                (draf.kp_mkg_tahun, draf.kp_mkg_bulan),
            ),
            ("reguler", TMT, "III/b", "III/c", 73, (6, 1)),
        )
        self.assertGreater(draf.kp_gaji_baru, draf.kp_gaji_lama)

    def test_reguler_is_decided_written_back_and_taken_back(self):
        """KP-09: PPK after BKN; pay, pertek and next KGB follow (4.8, B5)."""
        permohonan = self.ajukan("pegawai", self.kp)
        self.jalankan(permohonan)
        self.assertEqual(permohonan.state, "issued")
        sekda = self.u["sekda"].employee_id
        self.assertEqual(permohonan.surat_id.penandatangan_id, sekda)
        produk = permohonan.dokumen_produk_id
        golongan = self.pegawai.riwayat_golongan_ids.sorted("tmt")[-1]
        gaji = self.pegawai.riwayat_gaji_ids.sorted("tmt")[-1]
        self.assertEqual(
            (golongan.golongan_id.kode, golongan.tmt, golongan.jenis_kp),
            ("III/c", TMT, "reguler"),
        )
        self.assertEqual(golongan.nomor_pertek, "AG-pertimbangan_bkn")
        self.assertEqual((golongan | golongan).dokumen_id, produk)
        self.assertEqual(
            (gaji.golongan_id, gaji.tmt, gaji.dokumen_id, gaji.mkg_tahun),
            (golongan.golongan_id, TMT, produk, 6),
        )
        isi = permohonan.surat_id._preview_html()
        for teks in ("Penata, III/c", "AG-pertimbangan_bkn", "1 Mei 2026"):
            self.assertIn(teks, isi)
        cabut = permohonan.with_user(self.u["pegawai"]).action_tindak(
            "pencabutan", "Salah orang"
        )
        cabut = self.env["asn.permohonan"].browse(cabut["res_id"])
        cabut.with_user(self.u["pegawai"]).action_submit()
        self.jalankan(cabut)
        self.assertEqual((golongan.status, gaji.status), ("batal", "batal"))
        self.assertEqual(self.hitung().lama.kode, "III/b")

    def test_promotions_signed_together_are_written_once_each(self):
        lain = self.u["pegawai2"].employee_id
        self.pendidikan(lain, "S1", "Sarjana Hukum", 2009)
        self.arsip(lain, *UMUM)
        semua = self.ajukan("pegawai", self.kp) | self.ajukan("pegawai2", self.kp)
        handler = semua[:1].sudo()._handler()
        for _kali in range(2):
            handler._on_issued(semua.sudo())
            for permohonan in semua:
                pegawai = permohonan.employee_id
                golongan = pegawai.riwayat_golongan_ids.filtered(lambda r: r.tmt == TMT)
                gaji = pegawai.riwayat_gaji_ids.filtered(lambda r: r.tmt == TMT)
                self.assertEqual(golongan.golongan_id.kode, "III/c")
                self.assertEqual(golongan.nomor_sk, permohonan.nomor)
                self.assertEqual(gaji.gaji_pokok, permohonan.kp_gaji_baru)

    def test_a_promotion_on_which_a_later_one_rests_stays(self):
        permohonan = self.ajukan("pegawai", self.kp)
        self.jalankan(permohonan)
        self.naik(self.pegawai, "III/d", "2030-05-01")
        cabut = permohonan.with_user(self.u["pegawai"]).action_tindak(
            "pencabutan", "Salah orang"
        )
        cabut = self.env["asn.permohonan"].browse(cabut["res_id"])
        with self.assertRaisesRegex(UserError, "1 Mei 2030"):
            cabut.with_user(self.u["pegawai"]).action_submit()

    def test_a_promotion_on_which_an_increment_rests_stays(self):
        """Else pay of a grade would be in force that nobody holds (B5)."""
        permohonan = self.ajukan("pegawai", self.kp)
        self.jalankan(permohonan)
        self.env["asn.riwayat.gaji"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "golongan_id": permohonan.kp_golongan_id.id,
                    "tmt": "2028-04-01",
                    "mkg_tahun": 8,
                    "gaji_pokok": 3_600_000,
                    "nomor_sk": "KGB-2028",
                    "tanggal_sk": "2028-02-01",
                }
            ]
        )
        for jenis, pesan in (("pencabutan", "KGB-2028"), ("koreksi", None)):
            with self.subTest(jenis=jenis):
                aksi = permohonan.with_user(self.u["pegawai"]).action_tindak(jenis, "x")
                tindak = self.env["asn.permohonan"].browse(aksi["res_id"])
                tindak = tindak.with_user(self.u["pegawai"])
                if pesan:
                    with self.assertRaisesRegex(UserError, pesan):
                        tindak.action_submit()
                    tindak.action_cancel()
                else:
                    tindak.action_submit()
                    self.assertEqual(tindak.state, "in_review")

    def test_a_corrected_row_of_a_revoked_decree_is_void_too(self):
        """An officer corrected the number of the decree in the history since."""
        permohonan = self.ajukan("pegawai", self.kp)
        self.jalankan(permohonan)
        lama = self.pegawai.riwayat_golongan_ids.sorted("tmt")[-1]
        baru = lama._catat(
            [
                {
                    **lama._salinan(),
                    "koreksi_dari_id": lama.id,
                    "sumber": "mandiri",
                    "nomor_sk": "800/betul",
                }
            ]
        )
        aksi = permohonan.with_user(self.u["pegawai"]).action_tindak("pencabutan", "x")
        cabut = self.env["asn.permohonan"].browse(aksi["res_id"])
        cabut.with_user(self.u["pegawai"]).action_submit()
        self.jalankan(cabut)
        self.assertEqual((lama.status, baru.status), ("batal", "batal"))
        self.assertEqual(self.hitung().lama.kode, "III/b")

    def test_kp_08_month_by_month(self):
        """Windows are data: a period of BKPSDM goes before the usual one."""
        for hari, tmt in (
            ("2026-03-31", "2026-05-01"),
            ("2026-04-01", "2026-06-01"),
            ("2028-02-29", "2028-04-01"),
        ):
            self.assertEqual(
                self.kp._kp_tmt_pada(date.fromisoformat(hari)), date.fromisoformat(tmt)
            )
        self.kp.periode_ids.filtered(lambda p: p.buka.year < 2027).unlink()
        self.env["asn.layanan.periode"].create(
            {
                "layanan_id": self.kp.id,
                "name": "Susulan April",
                "buka": "2026-02-20",
                "tutup": "2026-03-10",
                "untuk_tanggal": "2026-04-01",
            }
        )
        draf = self.buat_permohonan("pegawai", self.kp)
        self.assertEqual(draf.kp_tmt, date(2026, 4, 1))
        self.assertEqual(self.hasil(draf)["KP-08"], "lulus")
        draf.kp_tmt = "2026-06-01"
        self.assertEqual(self.hasil(draf)["KP-08"], "gagal")
        with self.ditolak_aturan("KP-08"):
            draf.action_submit()

    def test_periods_are_written_once_for_two_years(self):
        self.kp.periode_ids.unlink()
        baru = self.env["asn.layanan"]._siapkan_periode_kp()
        self.assertEqual(len(baru), 24)
        self.assertEqual(
            (baru[0].untuk_tanggal, baru[0].buka, baru[0].tutup),
            (TMT, date(2026, 3, 1), date(2026, 3, 31)),
        )
        self.assertFalse(self.env["asn.layanan"]._siapkan_periode_kp())

    def test_kp_r_02_kp_03_four_years_in_rank(self):
        """A month short is refused; the next TMT proposed is the one that fits."""
        self.naik(self.pegawai, "III/c", "2022-06-01")
        draf = self.buat_permohonan("pegawai", self.kp)
        self.assertEqual(draf.kp_tmt, date(2026, 6, 1))
        draf.kp_tmt = TMT
        self.assertEqual(
            (draf.kp_bulan_pangkat, draf.kp_golongan_id.kode), (47, "III/d")
        )
        with self.ditolak_aturan("KP-R-02"):
            draf.action_submit()

    def test_leave_without_state_pay_moves_the_tmt(self):
        """Months of CLTN are no months in rank (KP-06)."""
        self.naik(self.pegawai, "III/c", "2022-05-01")
        self.contoh_riwayat(
            "asn.riwayat.cltn",
            self.pegawai,
            tanggal_mulai=date(2023, 1, 1),
            tanggal_selesai=date(2023, 6, 30),
        )
        self.assertEqual(self.hitung(tmt="2026-05-01").bulan_pangkat, 42)
        self.assertEqual(self.hitung().tmt, date(2026, 11, 1))

    def test_kp_r_03_kp_r_05_ceiling_of_the_recorded_education(self):
        """The certificate that is recorded counts, not the one in the drawer."""
        self.naik(self.pegawai, "III/d", "2021-04-01")
        draf = self.buat_permohonan("pegawai", self.kp)
        self.assertEqual(self.hasil(draf)["KP-R-03"], "gagal")
        self.pendidikan(self.pegawai, "S2", "Magister Ekonomi", 2024)
        self.assertEqual(self.hasil(draf)["KP-R-03"], "lulus")
        self.assertEqual(self.hasil(draf)["KP-07"], "lulus", "S2 is free of the exam")

    def test_kp_r_04_the_superior_is_no_limit(self):
        atasan = self.u["atasan"].employee_id
        self.assertEqual(atasan.golongan_id.kode, "III/b")
        self.assertEqual(self.pegawai.parent_id, atasan)
        draf = self.buat_permohonan("pegawai", self.kp)
        self.assertNotIn("gagal", self.hasil(draf).values())

    def test_kp_r_01_and_rules_of_other_kinds_are_left_out(self):
        """Whoever holds a managerial post is not promoted reguler."""
        draf = self.buat_permohonan("atasan", self.kp)
        self.assertEqual(draf.kp_jenis, "struktural")
        self.assertFalse([k for k in self.hasil(draf) if k.startswith("KP-R")])
        draf.kp_jenis = "reguler"
        hasil = self.hasil(draf)
        self.assertEqual(hasil["KP-R-01"], "gagal")
        self.assertFalse([k for k in hasil if k.startswith("KP-S")])
        # On a study assignment, too, for who held such a post before.
        kedudukan = self.env.ref("asn_base.kedudukan_03")
        for nama, harap in (("atasan", "gagal"), ("pegawai", "lulus")):
            self.u[nama].employee_id.kedudukan_hukum = kedudukan
            draf = self.buat_permohonan(nama, self.kp, kp_jenis="reguler")
            self.assertEqual(self.hasil(draf)["KP-R-01"], harap)

    def test_kp_04_performance_and_kp_05_discipline(self):
        draf = self.buat_permohonan("pegawai", self.kp)
        self.contoh_riwayat(
            "asn.riwayat.kinerja",
            self.pegawai,
            tahun=2024,
            hasil_kerja="sesuai",
            perilaku="bawah",
        )
        self.contoh_riwayat(
            "asn.riwayat.hukuman",
            self.pegawai,
            tmt=date(2026, 4, 1),
            jenis_hukuman_id=self.env["asn.jenis.hukuman"]
            .search([("tingkat", "=", "S"), ("lama_bulan", ">", 0)], limit=1)
            .id,
        )
        hasil = self.hasil(draf)
        self.assertEqual((hasil["KP-04"], hasil["KP-05"]), ("gagal", "gagal"))

    def test_kp_07_service_exam_into_the_next_group(self):
        """II/d to III/a: the exam, a degree or leadership training."""
        pegawai = self.u["pegawai2"].employee_id
        pegawai.riwayat_golongan_ids._batalkan("uji")
        self.golongan(
            pegawai,
            self.env.ref("asn_base.golongan_pns_ii_d"),
            date(2022, 5, 1),
            mkg_tahun=10,
            mkg_bulan=6,
        )
        self.pendidikan(pegawai, "SMA", "SMA IPS", 2004)
        draf = self.buat_permohonan("pegawai2", self.kp)
        self.assertEqual(
            (draf.kp_ujian, draf.kp_golongan_id.kode, draf.kp_mkg_tahun),
            (1, "III/a", 9),
        )
        self.assertEqual(self.hasil(draf)["KP-07"], "gagal")
        # Extraordinary achievement, an invention; a medal of ten years is neither.
        for kode, harap in (("SLKS_X", "gagal"), ("307", "lulus"), ("308", "lulus")):
            with self.cr.savepoint() as titik:
                jenis = self.env["asn.jenis.penghargaan"].search([("kode", "=", kode)])
                nilai = {"tahun": 2024, "jenis_penghargaan_id": jenis.id}
                self.contoh_riwayat("asn.riwayat.penghargaan", pegawai, **nilai)
                self.assertEqual(self.hasil(draf)["KP-07"], harap, kode)
                titik.rollback()
        self.arsip(pegawai, "STLUD")
        self.assertEqual(self.hasil(draf)["KP-07"], "lulus")

    def test_kp_10_a_decree_meanwhile_is_found_at_the_signature(self):
        permohonan = self.ajukan("pegawai", self.kp)
        self.assertEqual(self.hasil(permohonan)["KP-10"], "lulus")
        self.naik(self.pegawai, "III/c", "2026-01-01")
        self.assertEqual(self.hasil(permohonan)["KP-10"], "gagal")
        with self.ditolak_aturan("KP-10"):
            self.jalankan(permohonan)

    def test_what_is_worked_out_cannot_be_typed(self):
        draf = self.buat_permohonan("pegawai", self.kp)
        for vals in (
            {"kp_golongan_id": self.gol_iva.id},
            {"kp_gaji_baru": 9_000_000},
            {"is_kp_pertama": True},
        ):
            with self.assertRaises(AccessError):
                draf.write(vals)
            with self.assertRaises(AccessError):
                self.buat_permohonan("pegawai", self.kp, **vals)
        permohonan = self.ajukan("pegawai", self.kp)
        with self.assertRaises(AccessError):
            permohonan.with_user(self.u["pegawai"]).write({"kp_jenis": "anumerta"})

    # ---- managerial posts ------------------------------------------------------

    def jabat(self, jenis, tmt, kode="III/b", sejak="2020-04-01"):
        """Give ``atasan`` a managerial post, and the grade held since a day."""
        pegawai = self.u["atasan"].employee_id
        pegawai.riwayat_golongan_ids._batalkan("uji")
        self.naik(pegawai, kode, sejak)
        jabatan = self.buat_jabatan("Kepala Subbidang", jenis, self.bidang_a)
        self.jabatan(pegawai, jabatan, self.bidang_a, date.fromisoformat(tmt))
        return self.buat_permohonan("atasan", self.kp)

    def test_kp_s_01_to_s_05_and_s_07_time_and_ceiling(self):
        """Pengawas IV.a is for III/c to III/d; administrator III.b for III/d to IV/a."""
        for jenis, jabatan, kode, sejak, kode_aturan, hasil in (
            ("pengawas_iva", "2025-05-01", "III/b", "2025-05-01", "KP-S-02", "lulus"),
            ("pengawas_iva", "2025-06-01", "III/b", "2025-05-01", "KP-S-02", "gagal"),
            ("pengawas_iva", "2025-04-01", "III/b", "2025-06-01", "KP-S-02", "gagal"),
            ("pengawas_iva", "2026-02-01", "III/b", "2022-05-01", "KP-S-02", "lulus"),
            ("pengawas_iva", "2024-02-01", "III/c", "2022-06-01", "KP-S-02", "gagal"),
            ("pengawas_iva", "2024-02-01", "III/c", "2022-05-01", "KP-S-02", "lulus"),
            ("pengawas_iva", "2020-02-01", "III/d", "2020-05-01", "KP-S-01", "gagal"),
            (
                "administrator_iiib",
                "2020-02-01",
                "III/d",
                "2020-05-01",
                "KP-07",
                "gagal",
            ),
        ):
            with self.subTest(jenis=jenis, kode=kode, sejak=sejak):
                with self.cr.savepoint() as titik:
                    draf = self.jabat(jenis, jabatan, kode, sejak)
                    draf.kp_tmt = TMT
                    self.assertEqual(draf.kp_jenis, "struktural")
                    self.assertEqual(self.hasil(draf)[kode_aturan], hasil)
                    titik.rollback()
                self.env.invalidate_all()

    def test_kp_s_06_inauguration_is_proven_by_documents(self):
        draf = self.jabat("pengawas_iva", "2024-01-01").sudo()
        diminta = set(draf.berkas_ids.jenis_dokumen_id.mapped("kode"))
        self.assertLessEqual({"SPP", "SPMT", "SPMJ", "SK_JABATAN_LAMA"}, diminta)
        self.assertNotIn("PAK", diminta)

    def test_many_people_cost_no_more_queries(self):
        orang = self.env["hr.employee"].search([("golongan_id", "!=", False)], limit=8)
        Kp = self.env["asn.kp"]
        Kp._hitung(orang)

        def hitung(siapa):
            self.env.invalidate_all()
            sebelum = self.env.cr.sql_log_count
            Kp._hitung(siapa)
            return self.env.cr.sql_log_count - sebelum

        self.assertLessEqual(hitung(orang), hitung(orang[:2]) + 2)

    def test_rehearsal_asks_what_a_request_asks(self):
        handler = self.env["asn.layanan.handler.kenaikan_pangkat"]
        orang = self.pegawai | self.u["atasan"].employee_id
        jawab = handler._periksa_orang(self.kp.versi_live_id, orang, self.hari_ini)
        milik = {h[0]: h[1] for h in jawab[self.pegawai.id]}
        draf = self.buat_permohonan("pegawai", self.kp)
        for kode, nilai in self.hasil(draf).items():
            if kode.startswith("KP-"):
                self.assertEqual(milik[kode], nilai, kode)
        self.assertEqual(milik["KP-S-01"], "lulus", "not for this kind")

    def test_nominatif_lists_proposals_by_tmt_and_kind(self):
        permohonan = self.ajukan("pegawai", self.kp)
        Laporan = self.env["report.asn_layanan_standar.nominatif_kp"]
        petugas = Laporan.with_user(self.u["admin_aplikasi"])
        nilai = petugas._get_report_values(permohonan.ids)
        self.assertEqual(len(nilai["lembar"]), 1)
        baris = nilai["lembar"][0]["baris"][0]
        self.assertEqual((baris["lama"], baris["baru"]), ("III/b", "III/c"))
        with self.assertRaises(AccessError):
            Laporan.with_user(self.u["pegawai2"])._get_report_values(permohonan.ids)
        permohonan.with_user(self.u["fasilitator"]).action_reject(
            "Tidak memenuhi syarat"
        )
        with self.assertRaises(UserError):
            petugas._get_report_values(permohonan.ids)

from datetime import date

from dateutil.relativedelta import relativedelta
from odoo.addons.asn_layanan.domain.pustaka import Kasus
from odoo.tests import TransactionCase, tagged

from .common_kp import TMT, KpCommon

#: Rules that the forecast answers as the request does, by kind.
_DIJAWAB = {
    "reguler": ("KP-R-03",),
    "struktural": ("KP-S-01", "KP-S-02"),
    "fungsional": ("KP-F-02", "KP-F-04"),
}


@tagged("post_install", "-at_install")
class TestHakKenaikanPangkat(KpCommon, TransactionCase):
    """The forecast of promotions, on 2 March 2026: SQL and `asn.kp` say the same."""

    def hak(self, pegawai=None):
        """Work the forecast out and return the promotions of a person."""
        pegawai = pegawai or self.pegawai
        self.env["asn.hak.layanan"]._segarkan(pegawai)
        return self.env["asn.hak.layanan"].search(
            [("employee_id", "=", pegawai.id), ("kode", "in", list(_DIJAWAB))]
        )

    def menurut_aturan(self, pegawai):
        """Return (kind, TMT, order of the grade, pay) as `asn.kp` and the rules say."""
        kp = self.hitung(pegawai)
        batas = min(
            date(2026, 3, 2) + relativedelta(years=5), pegawai.tmt_pensiun or date.max
        )
        if not kp or not kp.baru or kp.tmt > batas or kp.tmt == pegawai.tmt_pensiun:
            return None
        handler = self.env["asn.layanan.handler.kenaikan_pangkat"]
        versi = self.kp.versi_live_id
        kasus = Kasus(date(2026, 3, 2))
        for aturan in versi.aturan_ids.filtered(lambda a: a.kode in _DIJAWAB[kp.jenis]):
            periksa = getattr(
                handler, "_orang_" + aturan.kode.lower().replace("-", "_")
            )
            if periksa(versi, pegawai.sudo(), aturan, kasus)[pegawai.id][0] != "lulus":
                return None
        return kp.jenis, kp.tmt, kp.baru.urutan, kp.gaji_baru

    def cocok(self, pegawai=None):
        """Check one person and return (kind, TMT, grade) of the next promotion."""
        pegawai = pegawai or self.pegawai
        hak = self.hak(pegawai)[:1]
        punya = hak and (hak.kode, hak.tanggal, hak.langkah, hak.gaji_baru)
        self.assertEqual(punya or None, self.menurut_aturan(pegawai), pegawai.name)
        return hak and (hak.kode, hak.tanggal, hak._teks_langkah())

    def test_time_in_rank_decides_the_day(self):
        """KP-01, KP-R-02: 29 February, the first of a month and the day after it."""
        for sejak, tmt in (
            ("2020-04-01", TMT),
            ("2024-02-29", date(2028, 3, 1)),
            ("2023-04-01", date(2027, 4, 1)),
            ("2023-04-02", date(2027, 5, 1)),
            ("2023-03-31", date(2027, 4, 1)),
        ):
            self.menjadi("III/b", sejak)
            self.assertEqual(self.cocok(), ("reguler", tmt, "III/c"), sejak)

    def test_kp_04_two_years_of_performance_count_for_the_readiness(self):
        """Years of what may be filed now; those of a later promotion nobody knows."""
        self.env["asn.riwayat.kinerja"].search(
            [("employee_id", "=", self.pegawai.id)]
        )._batalkan("uji")
        self.menjadi("III/b", "2022-03-01")
        kini = self.hak()[:1]
        self.assertEqual((kini.keadaan, kini.kinerja_wajib), ("terbuka", 2))
        self.assertIn("SKP 2025, SKP 2024", kini.kurang)
        dulu = kini.kesiapan
        self.contoh_riwayat(
            "asn.riwayat.kinerja",
            self.pegawai,
            tahun=2024,
            hasil_kerja="sesuai",
            perilaku="sesuai",
        )
        self.assertEqual(self.hak()[:1], kini)
        syarat = kini.dokumen_wajib + 2
        self.assertEqual(kini.kesiapan, 100 * (kini.dokumen_ada + 1) // syarat)
        self.assertGreater(kini.kesiapan, dulu)
        self.menjadi("III/b", "2025-04-01")
        self.assertEqual(self.hak()[:1].kinerja_wajib, 0)

    def test_first_promotion_counts_from_tmt_cpns(self):
        """KP-03: the appointment as PNS repeats the grade and does not begin it."""
        self.menjadi("III/a", "2024-03-01", jenis_kp="cpns")
        self.naik(self.pegawai, "III/a", "2025-03-01", jenis_kp=False, mkg_tahun=1)
        self.assertEqual(self.cocok(), ("reguler", date(2028, 3, 1), "III/b"))

    def test_group_ii_to_iii_drops_five_years(self):
        """KP-02, pay of III/a at the lower MKG; the table of the TMT counts."""
        self.pendidikan(self.pegawai, "S1", "Sarjana Ekonomi", 2019)
        self.menjadi("II/d", "2022-08-02", mkg_tahun=14, mkg_bulan=6)
        self.assertEqual(self.cocok(), ("reguler", date(2026, 9, 1), "III/a"))
        hak = self.hak()[:1]
        self.assertEqual((hak.gaji_lama, hak.gaji_baru), (3219200, 3355400))

    def test_new_salary_table_pays_what_takes_effect_under_it(self):
        self.menjadi("III/b", "2023-04-01", mkg_tahun=7)
        lama = self.hak().gaji_baru
        golongan = self.env["asn.golongan"]._by_kode("III/c")
        for baris in self.env["asn.gaji.pokok"].search(
            [("golongan_id", "=", golongan.id)]
        ):
            baris.copy(
                {
                    "berlaku_mulai": "2027-01-01",
                    "gaji_pokok": baris.gaji_pokok + 100000,
                }
            )
        self.cocok()
        self.assertEqual(self.hak().gaji_baru, lama + 100000)

    def test_kp_r_03_education_is_the_ceiling(self):
        self.menjadi("III/b", "2020-04-01")
        for kode, program, golongan in (
            ("SMA", "SMA", None),
            ("D3", "Ahli Madya Akuntansi", "III/c"),
            ("PROFESI", "Profesi Dokter", "III/c"),
            ("S2", "Magister Ekonomi", "III/c"),
        ):
            self.pegawai.riwayat_pendidikan_ids._batalkan("uji")
            self.pendidikan(self.pegawai, kode, program, 2019)
            hasil = self.cocok()
            self.assertEqual(hasil and hasil[2] or None, golongan, kode)
        self.menjadi("III/d", "2020-04-01")
        self.assertEqual(self.cocok()[2], "IV/a", "S2")
        for program, golongan in (("Profesi Ners", None), ("Profesi Dokter", "IV/a")):
            self.pegawai.riwayat_pendidikan_ids._batalkan("uji")
            self.pendidikan(self.pegawai, "PROFESI", program, 2019)
            hasil = self.cocok()
            self.assertEqual(hasil and hasil[2] or None, golongan, program)

    def test_kp_06_cltn_is_no_time_in_rank(self):
        self.menjadi("III/b", "2023-04-01")
        self.env["asn.riwayat.cltn"]._catat(
            [
                {
                    "employee_id": self.pegawai.id,
                    "jenis": "1",
                    "tanggal_mulai": "2024-02-01",
                    "tanggal_selesai": "2024-07-31",
                    "nomor_sk": "CLTN-1",
                    "tanggal_sk": "2024-01-15",
                }
            ]
        )
        self.assertEqual(self.cocok(), ("reguler", date(2027, 10, 1), "III/c"))

    def test_managerial_post_needs_a_year_in_rank_and_in_the_level(self):
        """KP-S-01 to KP-S-04: below, at and above the lowest rank of the post."""
        jabatan = self.buat_jabatan("Kasubbag", "pengawas_iva", self.bidang_a)
        for kode, sejak, duduk, hasil in (
            ("III/a", "2024-01-01", "2024-06-01", TMT),
            ("III/a", "2025-02-01", "2025-07-10", date(2026, 8, 1)),
            ("III/a", "2022-06-01", "2026-02-01", date(2026, 6, 1)),
            ("III/c", "2023-06-01", "2023-06-01", date(2027, 6, 1)),
            ("III/d", "2020-04-01", "2020-04-01", None),
        ):
            self.menjadi(kode, sejak)
            self.pegawai.riwayat_jabatan_ids._batalkan("uji")
            self.jabatan(
                self.pegawai, jabatan, self.bidang_a, date.fromisoformat(duduk)
            )
            punya = self.cocok()
            self.assertEqual(punya and punya[1] or None, hasil, (kode, duduk))

    def test_functional_post_appears_once_the_credit_is_there(self):
        """KP-F-01, KP-F-02, KP-F-04, KP-F-05: what was left over counts."""
        self.menjadi("III/c", "2022-04-01")
        self.duduk("jf_ahli_muda")
        for tahun in (2023, 2024):
            self.pak(tahun, 150)
        self.assertFalse(self.cocok(), "75 of 100")
        self.pak(2025, 100)
        self.assertEqual(self.cocok(), ("fungsional", TMT, "III/d"))
        self.assertEqual(len(self.hak()), 1, "credit to come is not guessed")
        self.naik(self.pegawai, "III/d", "2026-01-01")
        self.assertFalse(self.cocok(), "the next rank belongs to the next level")

    def test_everybody_and_the_step_after_the_next(self):
        """SQL agrees with `asn.kp` about everybody; nobody but PNS is promoted."""
        orang = self.env["hr.employee"].search([("golongan_id", "!=", False)])
        self.env["asn.hak.layanan"]._segarkan()
        self.assertGreater(sum(bool(self.cocok(p)) for p in orang), 4)
        self.menjadi("III/a", "2022-06-01")
        self.assertEqual(
            [(h.tanggal, h._teks_langkah()) for h in self.hak()],
            [(date(2026, 6, 1), "III/b"), (date(2030, 6, 1), "III/c")],
        )
        self.env.cr.execute(
            "UPDATE hr_employee SET tmt_pensiun = '2030-06-01' WHERE id = %s",
            [self.pegawai.id],
        )
        self.assertEqual(len(self.hak()), 1, "nobody is promoted on retirement")
        self.pegawai.status_pegawai = "cpns"
        self.env.flush_all()
        self.assertFalse(self.hak())

    def test_words_of_a_list_cost_the_same_for_more_rows(self):
        self.env["asn.hak.layanan"]._segarkan()
        semua = self.env["asn.hak.layanan"].search([("kode", "in", list(_DIJAWAB))])
        self.assertGreater(len(semua), 2)

        def hitung(hak):
            self.env.invalidate_all()
            self.env.cr.cache.clear()
            awal = self.env.cr.sql_log_count
            hak.mapped("uraian")
            return self.env.cr.sql_log_count - awal

        hitung(semua)
        self.assertEqual(hitung(semua), hitung(semua[0]))

    def test_window_and_words(self):
        """KP-08: the month's own period counts before the usual one."""
        self.menjadi("III/b", "2023-04-01")
        hak = self.hak()
        self.assertEqual(hak.buka, date(2027, 2, 1))
        periode = self.kp.periode_ids.filtered(lambda p: p.untuk_tanggal == hak.tanggal)
        periode.buka = "2027-02-11"
        self.env.flush_all()
        self.assertEqual(self.hak().buka, date(2027, 2, 11))
        hak = hak.with_context(lang="id_ID")
        self.assertIn("III/c", hak.uraian)
        self.assertIn("KP-R-02", hak.dasar)

    def test_what_if_with_another_education_and_post(self):
        self.menjadi("III/d", "2020-04-01")
        andai = self.env["asn.hak.andai"].with_user(self.u["pegawai"]).create({})

        def naik():
            baris = andai.baris_ids.filtered(lambda b: b.layanan_id == self.kp)
            return baris.mapped(lambda b: (b.tanggal_kini, b.tanggal_andai))

        self.assertEqual(naik(), [], "S1 ends at III/d")
        andai.pendidikan_id = self.env.ref("asn_base.pendidikan_s2")
        self.assertEqual(naik(), [(False, TMT)])
        andai.tmt_golongan = "2024-02-29"
        self.assertEqual(naik(), [(False, date(2028, 3, 1))])
        andai.pendidikan_id = self.env.ref("asn_base.pendidikan_s1")
        andai.jabatan_id = self.buat_jabatan("Kabid", "administrator_iiib", self.badan)
        self.assertEqual(naik(), [(False, date(2028, 3, 1))])

from datetime import date

from odoo.tests import TransactionCase, tagged

from .test_layanan_kgb import KgbCommon


@tagged("post_install", "-at_install")
class TestHakBatas(KgbCommon, TransactionCase):
    """Boundaries of the forecast of increments and pensions, on 2 March 2026."""

    def hak(self, pegawai=None, kode="kgb"):
        pegawai = pegawai or self.pegawai
        self.env["asn.hak.layanan"]._segarkan(pegawai)
        return self.env["asn.hak.layanan"].search(
            [("employee_id", "=", pegawai.id), ("kode", "=", kode)]
        )

    def golongan_kini(self, kode, sejak, **mkg):
        """Let ``pegawai`` hold only this grade, with the pay of its decree."""
        self.pegawai.riwayat_gaji_ids._batalkan("uji")
        self.pegawai.riwayat_golongan_ids._batalkan("uji")
        golongan = self.env["asn.golongan"]._by_kode(kode)
        self.golongan(self.pegawai, golongan, date.fromisoformat(sejak), **mkg)

    def test_kgb_on_29_february_and_on_the_first_of_a_month(self):
        """KGB-04: forecast and request say the same day, in every February."""
        for sejak in ("2024-02-29", "2024-03-01"):
            self.golongan_kini("III/a", sejak)
            hak = self.hak()
            satu = self.env["asn.kgb"]._hitung(self.pegawai)[self.pegawai.id]
            self.assertEqual(hak[0].tanggal, satu.tmt)
            self.assertEqual(hak[0].tanggal, date(2026, 3, 1))
            self.assertEqual(hak.mapped("langkah"), [2, 4, 6])

    def test_kgb_follows_the_mkg_from_golongan_ii_to_iii(self):
        """KGB-04: MKG 14 y 6 m in II/d is 9 y 6 m in III/a: step 10 on 1 October."""
        self.golongan_kini("III/a", "2026-01-01", mkg_tahun=9, mkg_bulan=3)
        hak = self.hak()[0]
        self.assertEqual((hak.tanggal, hak.langkah), (date(2026, 10, 1), 10))
        self.assertEqual((hak.gaji_lama, hak.gaji_baru), (3153600, 3252900))
        self.assertEqual(hak.biaya_tahun, 3 * (3252900 - 3153600))

    def test_kgb_04_step_owed_in_both_grades_stands_once(self):
        """I/d owes step 7 since 2023, II/a from June reaches step 7 in 2029.

        One key, one row: what is owed in the grade of today comes first. When it is
        given, the step of the grade that is decided takes its place.
        """
        self.golongan_kini("I/d", "2020-04-01", mkg_tahun=4)
        self.gaji(self.pegawai, date(2021, 4, 1), 5, 2000000)
        naik = self.env["asn.golongan"]._by_kode("II/a")
        mkg = {"mkg_tahun": 4, "mkg_bulan": 2}
        self.golongan(self.pegawai, naik, date(2026, 6, 1), **mkg)
        for _malam in range(2):
            self.assertEqual(
                [(h.langkah, h.tanggal) for h in self.hak()],
                [(7, date(2023, 4, 1)), (5, date(2027, 4, 1))],
            )
        satu = self.env["asn.kgb"]._hitung(self.pegawai)[self.pegawai.id]
        self.assertEqual((satu.langkah, satu.tmt), (7, date(2023, 4, 1)))
        self.gaji(self.pegawai, date(2023, 4, 1), 7, 2100000)
        self.gaji(self.pegawai, date(2025, 4, 1), 9, 2200000)
        self.assertEqual(
            [(h.langkah, h.tanggal) for h in self.hak()],
            [(5, date(2027, 4, 1)), (7, date(2029, 4, 1))],
        )

    def test_kgb_12_recognised_service_is_paid_from_its_own_day(self):
        """PMK from 1 January 2026 to MKG 7 years: step 6 at once, 8 a year later.

        Decided for 1 May instead: step 6 is due in April without it, and stands once.
        """
        for tmt, harap in (
            (date(2026, 1, 1), [date(2026, 1, 1), date(2027, 1, 1), date(2029, 1, 1)]),
            (date(2026, 5, 1), [date(2026, 4, 1), date(2027, 5, 1), date(2029, 5, 1)]),
        ):
            with self.subTest(tmt=tmt), self.cr.savepoint() as titik:
                golongan = self.pegawai.golongan_id
                self.golongan(self.pegawai, golongan, tmt, mkg_tahun=7)
                hak = self.hak()
                self.assertEqual(hak.mapped("tanggal")[:3], harap)
                self.assertEqual(hak.mapped("langkah")[:3], [6, 8, 10])
                self.assertEqual(
                    [(h.gaji_lama, h.gaji_baru) for h in hak[:2]],
                    [(3089300, 3186600), (3186600, 3287000)],
                )
                satu = self.env["asn.kgb"]._hitung(self.pegawai)[self.pegawai.id]
                self.assertEqual((satu.tmt, satu.langkah), (harap[0], 6))
                titik.rollback()

    def test_kgb_under_a_new_salary_table(self):
        """KGB-02: the table in force on the TMT pays, also what was before it."""
        for baris in self.env["asn.gaji.pokok"].search(
            [("golongan_id", "=", self.pegawai.golongan_id.id)]
        ):
            baris.copy(
                {
                    "berlaku_mulai": "2028-04-01",
                    "gaji_pokok": baris.gaji_pokok + 250000,
                }
            )
        self.assertEqual(
            [(h.tanggal, h.gaji_baru) for h in self.hak()],
            [
                (date(2026, 4, 1), 3186600),
                (date(2028, 4, 1), 3287000 + 250000),
                (date(2030, 4, 1), 3390500 + 250000),
            ],
        )

    def test_pppk_has_increments_to_the_end_of_the_contract(self):
        """KGB-K-01: longer than two years; none after the last day."""
        golongan = self.env["asn.golongan"].search(
            [("jenis", "=", "pppk"), ("kode", "=", "IX")]
        )
        orang = self.orang(
            "uji_pppk",
            unit=self.bidang_a,
            nama="Pppk",
            nip="199003032024211001",
            tanggal_lahir=date(1990, 3, 3),
            status_pegawai="pppk",
            kedudukan_hukum=self.env.ref("asn_base.kedudukan_01").id,
        )
        self.golongan(orang, golongan, date(2024, 5, 1))
        for selesai, jumlah in (
            ("2026-03-31", 0),
            ("2026-04-30", 0),
            ("2026-05-01", 1),
            ("2029-04-30", 2),
        ):
            self.env.cr.execute(
                "UPDATE hr_employee SET tmt_kontrak_mulai = '2024-05-01',"
                " tmt_kontrak_selesai = %s WHERE id = %s",
                [selesai, orang.id],
            )
            hak = self.hak(orang)
            self.assertEqual(len(hak), jumlah, selesai)
            lewat = [h for h in hak.mapped("tanggal") if str(h) > selesai]
            self.assertFalse(lewat)

    def test_higher_level_moves_the_retirement_age(self):
        """PEN-03: ahli muda retires at 58, ahli madya at 60; the what-if agrees."""
        nip = self.pegawai.nip
        self.pegawai.write(
            {
                "nip": f"19680415{nip[8:]}",
                "tanggal_lahir": date(1968, 4, 15),
            }
        )
        for jenis, sejak, tahun, tmt in (
            ("jf_ahli_muda", "2022-04-01", 58, date(2026, 5, 1)),
            ("jf_ahli_madya", "2026-02-01", 60, date(2028, 5, 1)),
        ):
            jabatan = self.buat_jabatan(f"Jabatan {jenis}", jenis, self.bidang_a)
            self.jabatan(
                self.pegawai, jabatan, self.bidang_a, date.fromisoformat(sejak)
            )
            hak = self.hak(kode="bup")
            self.assertEqual((hak.langkah, hak.tanggal), (tahun, tmt))
            self.assertFalse(self.hak().filtered(lambda h, t=tmt: h.tanggal >= t))

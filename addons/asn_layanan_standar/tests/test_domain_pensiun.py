"""Pensions, from the dossier's vectors and the boundaries beside them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from odoo.addons.asn_base.domain.pensiun import tmt_pensiun
from odoo.addons.asn_base.domain.tanggal import tambah_bulan
from odoo.tests import BaseCase

from ..domain import pensiun
from ..domain.pensiun import Anggota


def hari(teks):
    return date.fromisoformat(teks)


class TestTmt(BaseCase):
    def test_pen_03_first_of_the_month_after_the_birthday(self):
        for lahir, bup, tmt in (
            ("1968-05-17", 58, "2026-06-01"),
            ("1968-05-01", 58, "2026-06-01"),
            ("1968-05-31", 58, "2026-06-01"),
            ("1966-12-31", 60, "2027-01-01"),
            ("1966-12-01", 60, "2027-01-01"),
            ("1968-02-29", 58, "2026-03-01"),
            ("1968-02-29", 60, "2028-03-01"),
            ("1968-03-01", 58, "2026-04-01"),
            ("1961-11-30", 65, "2026-12-01"),
        ):
            with self.subTest(lahir=lahir, bup=bup):
                self.assertEqual(tmt_pensiun(hari(lahir), bup), hari(tmt))

    @given(
        st.dates(date(1950, 1, 1), date(2005, 12, 31)), st.sampled_from((58, 60, 65))
    )
    def test_pen_03_depends_on_the_month_of_birth_only(self, lahir, bup):
        tmt = tmt_pensiun(lahir, bup)
        self.assertEqual(tmt, tmt_pensiun(lahir.replace(day=1), bup))
        self.assertEqual(tmt.day, 1)
        # The birthday has come, and not longer ago than its month.
        self.assertGreater(tmt, tambah_bulan(lahir, 12 * bup))
        self.assertLessEqual(tambah_bulan(tmt, -1), tambah_bulan(lahir, 12 * bup))

    def test_pen_03_window_of_a_proposal(self):
        self.assertEqual(
            pensiun.jendela_bup(hari("2026-06-01")),
            (hari("2025-03-01"), hari("2026-03-01")),
        )

    def test_timeline_before_the_retirement_age(self):
        """6.3: the steps follow each other, whatever the month."""
        self.assertEqual(
            pensiun.linimasa(hari("2027-03-01")),
            [
                ("usul", hari("2025-12-01")),
                ("pemberitahuan", hari("2026-03-01")),
                ("batas", hari("2026-12-01")),
                ("akhir_dinas", hari("2027-02-28")),
                ("pensiun", hari("2027-03-01")),
            ],
        )

    def test_heirs_receive_it_from_the_month_after_the_death(self):
        for meninggal, tmt in (
            ("2026-05-17", "2026-06-01"),
            ("2026-05-01", "2026-06-01"),
            ("2024-02-29", "2024-03-01"),
            ("2026-12-31", "2027-01-01"),
        ):
            self.assertEqual(pensiun.tmt_ahli_waris(hari(meninggal)), hari(tmt))
        self.assertEqual(pensiun.akhir_dinas(hari("2026-03-01")), hari("2026-02-28"))

    def test_missing_are_taken_as_dead_at_the_end_of_the_twelfth_month(self):
        """Services 6.2, hilang [known]."""
        for sejak, boleh, tmt in (
            ("2025-01-10", "2026-01-10", "2026-02-01"),
            ("2025-01-31", "2026-01-31", "2026-02-01"),
            ("2024-02-29", "2025-02-28", "2025-03-01"),
            ("2025-12-01", "2026-12-01", "2027-01-01"),
        ):
            with self.subTest(sejak=sejak):
                self.assertEqual(pensiun.dianggap_meninggal(hari(sejak)), hari(boleh))
                self.assertEqual(pensiun.tmt_hilang(hari(sejak)), hari(tmt))
        self.assertEqual(pensiun.tmt_hilang(hari("2025-01-10"), 24), hari("2027-02-01"))

    def test_first_day_without_contract_by_its_cause(self):
        """Services 6.2, phk_pppk: only own request and punishment name the day."""
        tahu = {
            "kontrak": hari("2026-12-31"),
            "bup": hari("2027-06-01"),
            "meninggal": hari("2026-05-17"),
            "diminta": hari("2026-08-10"),
        }
        for sebab, tmt in (
            ("kontrak", "2027-01-01"),
            ("bup", "2027-06-01"),
            ("meninggal", "2026-06-01"),
            ("permintaan", "2026-08-10"),
            ("disiplin", "2026-08-10"),
        ):
            with self.subTest(sebab=sebab):
                self.assertEqual(pensiun.tmt_pemutusan(sebab, **tahu), hari(tmt))
                self.assertIsNone(pensiun.tmt_pemutusan(sebab))
        self.assertEqual(
            set(pensiun.PEMUTUSAN), set(tahu) - {"diminta"} | {"permintaan", "disiplin"}
        )

    def test_mpp_at_most_a_year_and_asked_a_month_ahead(self):
        tmt = hari("2027-06-01")
        for mulai, diajukan, masalah in (
            ("2026-06-01", "2026-05-01", None),
            ("2026-06-01", "2026-05-02", "terlambat"),
            ("2026-05-31", "2026-01-01", "terlalu_awal"),
            ("2027-05-31", "2027-04-30", None),
            ("2027-06-01", "2027-01-01", "setelah_pensiun"),
        ):
            with self.subTest(mulai=mulai, diajukan=diajukan):
                self.assertEqual(
                    pensiun.masalah_mpp(hari(mulai), tmt, hari(diajukan)), masalah
                )


class TestMasaKerja(BaseCase):
    def masa(self, mulai, tmt, **nilai):
        return pensiun.masa_kerja_bulan(hari(mulai), hari(tmt), **nilai)

    def test_pen_09_a_started_month_counts_as_full(self):
        self.assertEqual(self.masa("1996-03-01", "2026-06-01"), 30 * 12 + 3)
        self.assertEqual(self.masa("1996-03-15", "2026-06-01"), 30 * 12 + 3)
        self.assertEqual(
            self.masa("1996-03-15", "2026-06-01", bulatkan=False), 30 * 12 + 2
        )

    def test_cltn_shortens_and_earlier_service_lengthens(self):
        cltn = [(hari("2010-01-01"), hari("2010-12-31"))]
        self.assertEqual(self.masa("2000-01-01", "2020-01-01", potongan=cltn), 19 * 12)
        self.assertEqual(
            self.masa("2000-01-01", "2020-01-01", tambahan_bulan=30), 22 * 12 + 6
        )

    def memenuhi(self, jenis, lahir, masa, **nilai):
        return pensiun.is_memenuhi(
            jenis, hari(lahir), hari("2026-06-01"), masa, **nilai
        )

    def test_conditions_of_the_kinds(self):
        for jenis, lahir, masa, jawab in (
            ("bup", "1968-05-17", 120, True),
            ("bup", "1968-05-17", 119, False),
            ("aps", "1976-06-01", 240, True),
            ("aps", "1976-06-02", 240, False),
            ("aps", "1976-06-01", 239, False),
            ("aps_tanpa_hak", "1976-06-02", 240, True),
            ("aps_tanpa_hak", "1976-06-01", 240, False),
            ("uzur", "1990-01-01", 48, True),
            ("uzur", "1990-01-01", 47, False),
            ("janda_duda", "1990-01-01", 1, True),
            ("perampingan", "1976-06-01", 120, True),
            ("perampingan", "1976-06-02", 120, False),
            ("perampingan", "1976-06-01", 119, False),
            ("hilang", "1990-01-01", 1, True),
        ):
            with self.subTest(jenis=jenis, lahir=lahir, masa=masa):
                self.assertEqual(self.memenuhi(jenis, lahir, masa), jawab)
        self.assertTrue(self.memenuhi("uzur", "1990-01-01", 1, sebab_dinas=True))

    def test_own_request_by_the_other_reading_of_the_law(self):
        """PP 11/2017 Pasal 305 says 45 and 20: a parameter, like all ages here."""
        syarat = pensiun.Syarat(aps_usia=45)
        self.assertTrue(self.memenuhi("aps", "1981-06-01", 240, syarat=syarat))
        self.assertFalse(self.memenuhi("aps", "1981-06-02", 240, syarat=syarat))

    def test_pen_08_estimate(self):
        for jenis, gaji, bulan, rupiah in (
            ("bup", 4301200, 30 * 12, 3225900),
            ("bup", 4301200, 40 * 12, 3225900),
            ("bup", 4301200, 16 * 12, 1720480),
            ("bup", 4301200, 10 * 12, 1720480),
            ("aps", 4000000, 20 * 12 + 6, 2050000),
            ("janda_duda", 4301200, 30 * 12, 1548432),
            ("anumerta", 4301200, 30 * 12, 3096864),
            ("perampingan", 4000000, 20 * 12 + 6, 2050000),
            ("hilang", 4301200, 30 * 12, 1548432),
            ("phk_pppk", 4301200, 30 * 12, 0),
            ("aps_tanpa_hak", 4301200, 30 * 12, 0),
            ("mpp", 4301200, 30 * 12, 0),
        ):
            with self.subTest(jenis=jenis, bulan=bulan):
                self.assertEqual(pensiun.taksiran(jenis, gaji, bulan), rupiah)


class TestKeluarga(BaseCase):
    PADA = date(2026, 6, 1)

    def anak(self, lahir, **nilai):
        return Anggota("Anak", "anak", hari(lahir), **nilai)

    def test_pen_07_children_that_count(self):
        for lahir, nilai, jawab in (
            ("2010-01-01", {}, True),
            ("2005-06-02", {}, True),
            ("2005-06-01", {}, False),
            ("2005-06-01", {"is_sekolah": True}, True),
            ("2001-06-02", {"is_sekolah": True}, True),
            ("2001-06-01", {"is_sekolah": True}, False),
            ("2010-01-01", {"is_kawin": True}, False),
            ("2010-01-01", {"is_kerja": True}, False),
            ("2010-01-01", {"is_hidup": False}, False),
            ("2010-01-01", {"is_anak_sah": False}, False),
        ):
            with self.subTest(lahir=lahir, **nilai):
                anak = self.anak(lahir, **nilai)
                self.assertEqual(pensiun.is_anak_berhak(anak, self.PADA), jawab)

    def test_pen_07_letter_of_the_school_from_21_to_25(self):
        for lahir, perlu in (
            ("2005-06-02", False),
            ("2005-06-01", True),
            ("2001-06-01", False),
        ):
            anak = self.anak(lahir, is_sekolah=True)
            self.assertEqual(pensiun.perlu_surat_sekolah(anak, self.PADA), perlu)

    def test_pen_07_spouse_before_children_before_parents(self):
        istri = Anggota("Istri", "pasangan", is_kini=True)
        cerai = Anggota("Dulu", "pasangan")
        ibu = Anggota("Ibu", "orang_tua")
        anak = self.anak("2010-01-01")
        semua = [cerai, istri, anak, ibu]
        self.assertEqual(pensiun.penerima("janda_duda", semua, self.PADA), [istri])
        self.assertEqual(
            pensiun.penerima("janda_duda", [cerai, anak, ibu], self.PADA), [anak]
        )
        self.assertEqual(pensiun.penerima("janda_duda", [cerai, ibu], self.PADA), [])
        self.assertEqual(pensiun.penerima("anumerta", [cerai, ibu], self.PADA), [ibu])

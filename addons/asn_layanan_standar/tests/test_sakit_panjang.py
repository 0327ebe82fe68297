"""Spells of illness near their longest time, and the roster of who works in shifts."""

from datetime import date

from odoo.tests import BaseCase, TransactionCase, tagged

from ..domain import cuti_jenis, jadwal
from .common import CutiCommon

LIMA = frozenset(range(5))


class TestDomainSakit(BaseCase):
    def test_cuti_s_03_cuti_s_04_how_far_a_spell_is(self):
        """Ill since 10 March 2025: 9 March 2026 is a year, 9 September the end."""
        for akhir, bulan, lebih, keadaan in (
            (date(2026, 1, 7), 12, 6, "jalan"),
            (date(2026, 1, 8), 12, 6, "dekat"),
            (date(2026, 3, 9), 12, 6, "dekat"),
            (date(2026, 3, 10), 12, 6, "perpanjangan"),
            (date(2026, 7, 10), 12, 6, "perpanjangan"),
            (date(2026, 7, 11), 12, 6, "dekat_akhir"),
            (date(2026, 9, 8), 12, 6, "dekat_akhir"),
            (date(2026, 9, 9), 12, 6, "habis"),
            # CUTI-K-06: a month without extension; CUTI-S-06: no limit.
            (date(2025, 3, 20), 1, 0, "jalan"),
            (date(2025, 4, 5), 1, 0, "dekat_akhir"),
            (date(2025, 4, 9), 1, 0, "habis"),
            (date(2027, 4, 9), 0, 0, "jalan"),
        ):
            with self.subTest(akhir=akhir, bulan=bulan):
                self.assertEqual(
                    cuti_jenis.keadaan_sakit(date(2025, 3, 10), akhir, bulan, lebih),
                    keadaan,
                )

    def test_days_of_a_roster_take_the_place_of_weekdays_and_holidays(self):
        """June by the roster, July by the calendar with a holiday on the 1st."""
        juni = {date(2026, 6, 27), date(2026, 6, 28)}
        minggu, bebas = jadwal.hari_kerja(
            date(2026, 6, 26),
            date(2026, 7, 3),
            LIMA,
            {date(2026, 7, 1)},
            {date(2026, 6, 1): juni},
        )
        self.assertEqual(minggu, frozenset(range(7)))
        self.assertEqual(
            sorted(bebas),
            [
                date(2026, 6, 26),
                date(2026, 6, 29),
                date(2026, 6, 30),
                date(2026, 7, 1),
            ],
        )


@tagged("post_install", "-at_install")
class TestSakitPanjang(CutiCommon, TransactionCase):
    """``pegawai`` has been ill since March 2025, by letters from before the system."""

    def daftar(self, keadaan, nama="admin_aplikasi"):
        """Return who is on the list of a person in these states."""
        return (
            self.env["asn.permohonan"]
            .with_user(self.u[nama])
            .search([("sakit_keadaan", "in", keadaan)])
            .employee_id
        )

    def test_cuti_s_03_the_year_is_near_and_then_over(self):
        """The second leave of a spell continues the first one and stands for both."""
        self.catat_cuti("sakit", "2025-03-24", "2026-02-27")
        dekat = self.ajukan_jenis(
            "sakit", "sakit_biasa", mulai="2026-03-02", selesai="2026-03-13"
        )
        self.assertEqual(dekat.sakit_keadaan, "dekat")
        self.assertEqual(dekat.sakit_batas, date(2026, 3, 23))
        self.assertIn("CUTI-S-03", dekat.sakit_langkah)
        orang = self.pegawai_dari()
        self.assertEqual(self.daftar(["dekat"]), orang)
        self.assertFalse(self.daftar(["dekat"], "pegawai2"), "only who may read it")
        self.terbitkan(dekat)
        lewat = self.ajukan_jenis(
            "sakit", "sakit_biasa", mulai="2026-03-16", selesai="2026-09-23"
        )
        self.assertEqual(lewat.sakit_keadaan, "habis")
        self.assertIn("CUTI-S-04", lewat.sakit_langkah)
        self.assertFalse(self.daftar(["dekat"]), "one row for a spell")
        self.assertEqual(self.daftar(["habis"]), orang)

    def test_short_and_past_illness_is_not_on_the_list(self):
        self.ajukan_jenis(
            "sakit", "sakit_biasa", mulai="2026-03-02", selesai="2026-03-04"
        )
        semua = ["dekat", "perpanjangan", "dekat_akhir", "habis"]
        self.assertFalse(self.daftar(semua))
        self.assertEqual(self.daftar(["jalan"]), self.pegawai_dari())

    def test_a_spell_is_added_up_by_the_duty_roster(self):
        """A weekend on duty parts two illnesses, a free weekday joins them (3.2)."""
        self.terbitkan(
            self.ajukan_jenis(
                "sakit", "sakit_biasa", mulai="2026-03-09", selesai="2026-03-13"
            )
        )

        def hari_sakit():
            draf = self.draf_jenis(
                "sakit",
                "sakit_biasa",
                berkas=False,
                mulai="2026-03-16",
                selesai="2026-03-18",
            )
            hari = draf.sudo().hari_sakit
            draf.sudo().unlink()
            return hari

        self.assertEqual(hari_sakit(), 10, "by the calendar no working day between")
        jaga = self.env["asn.jadwal.dinas"].create(
            {
                "employee_id": self.pegawai_dari().id,
                "bulan": "2026-03-01",
                "hari": "9-13, 15-18",
            }
        )
        self.assertEqual(hari_sakit(), 3, "Sunday the 15th was a day on duty")
        jaga.hari = "9-13, 16-18"
        self.assertEqual(hari_sakit(), 10)

    def test_cuti_b_03_long_leave_is_shortened_by_days_of_the_roster(self):
        """Four days used: the roster goes back over weekends, too."""
        orang = self.pegawai_dari()
        self.env["asn.jadwal.dinas"].create(
            {"employee_id": orang.id, "bulan": "2026-07-01", "hari": "1-31"}
        )
        draf = self.draf_jenis(
            "besar", "besar_lain", mulai="2026-04-27", selesai="2026-05-29"
        )
        akhir = cuti_jenis.akhir_besar(
            date(2026, 4, 27),
            3,
            4,
            *draf.sudo()._hari_kerja_cuti(date(2026, 4, 27), date(2027, 4, 27)),
        )
        self.assertEqual(akhir, date(2026, 7, 22))

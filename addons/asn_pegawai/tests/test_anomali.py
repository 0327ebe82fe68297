from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from odoo.addons.asn_base.domain.masa_kerja import bulan_penuh
from odoo.tests import BaseCase, TransactionCase

from ..domain.anomali import Golongan, masalah_golongan
from .common import PegawaiCommon

#: A regular career: II/d, then III/a with MKG five years less.
RAPI = [
    Golongan("II/c", date(2008, 4, 1), 60, "cpns", "1"),
    Golongan("II/d", date(2012, 4, 1), 108, "reguler", "2"),
    Golongan("III/a", date(2016, 4, 1), 96, "reguler", "3"),
]


def _kunci(baris):
    return [(aturan, tmt) for aturan, _kunci, tmt in masalah_golongan(baris)]


class TestMasalahGolongan(BaseCase):
    """Histories of grades, from a table and from invented ones."""

    def test_regular_career_is_sound_in_any_order(self):
        self.assertEqual(_kunci(RAPI), [])
        self.assertEqual(_kunci(RAPI[::-1]), [])

    def test_too_early_promotion(self):
        dini = RAPI[2]._replace(tmt=date(2014, 4, 1), mkg_bulan=72)
        self.assertEqual(_kunci([*RAPI[:2], dini]), [("PRF-K-03", dini.tmt)])
        jf = dini._replace(jenis_kp="fungsional")
        self.assertEqual(_kunci([*RAPI[:2], jf]), [])

    def test_mkg_that_does_not_follow(self):
        salah = RAPI[2]._replace(mkg_bulan=156)
        self.assertEqual(_kunci([*RAPI[:2], salah]), [("PRF-K-04", salah.tmt)])
        pmk = salah._replace(jenis_kp="pmk")
        self.assertEqual(_kunci([*RAPI[:2], pmk]), [])

    def test_one_decree_on_two_rows(self):
        ganda = RAPI[1]._replace(nomor_sk="1")
        self.assertEqual(_kunci([RAPI[0], ganda]), [("PRF-K-16", ganda.tmt)])

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.integers(48, 90), max_size=6), st.integers(0, 120))
    def test_consistent_mkg_never_warns(self, jarak, awal):
        tmt, mkg = date(1990, 4, 1), awal
        baris = [Golongan("III/a", tmt, mkg, "cpns", "0")]
        for nomor, bulan in enumerate(jarak, 1):
            jumlah = tmt.year * 12 + tmt.month - 1 + bulan
            baru = date(jumlah // 12, jumlah % 12 + 1, 1)
            mkg += bulan_penuh(tmt, baru)
            tmt = baru
            baris.append(Golongan("III/b", tmt, mkg, "reguler", str(nomor)))
        self.assertEqual(_kunci(baris), [])


class TestAnomali(PegawaiCommon, TransactionCase):
    """Contradictions of a whole profile are listed and stop nothing."""

    def test_history_and_pay_against_tables(self):
        pegawai = self.env["hr.employee"].create(
            {"name": "Uji", "tmt_cpns": date(2010, 1, 1)}
        )
        self.golongan(pegawai, self.gol_iiia, date(2011, 1, 1))
        self.golongan(
            pegawai, self.gol_iiib, date(2012, 1, 1), mkg_tahun=1, jenis_kp="reguler"
        )
        jabatan = self.buat_jabatan("Kadis", "jpt_pratama_iib")
        self.jabatan(pegawai, jabatan, self.dinas_a)
        self.env["asn.riwayat.gaji"]._catat(
            [
                {
                    "employee_id": pegawai.id,
                    "golongan_id": self.gol_iiib.id,
                    "gaji_pokok": 1,
                    "tmt": date(2024, 3, 1),
                }
            ]
        )
        for aturan in ("PRF-K-01", "PRF-K-03", "PRF-K-05", "PRF-K-07"):
            with self.subTest(aturan=aturan):
                self.assertIn(aturan, pegawai.anomali)

    def test_active_after_the_pension_date(self):
        pegawai = self.env["hr.employee"].create(
            {
                "name": "Uji",
                "tanggal_lahir": date(1950, 1, 1),
                "jabatan_id": self.jab_pelaksana.id,
                "kedudukan_hukum": self.env.ref("asn_base.kedudukan_01").id,
            }
        )
        self.assertIn("PRF-K-12", pegawai.anomali)

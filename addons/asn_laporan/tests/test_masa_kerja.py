from datetime import date, timedelta

from odoo.addons.asn_base.domain import masa_kerja as aturan
from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL

from .common import PADA, LaporanCommon

#: Leave outside state responsibility: values of the rows of one person.
_CLTN = (
    (),
    ((date(2022, 1, 1), date(2022, 12, 31), None),),
    # Overlapping and adjoining rows count once.
    (
        (date(2021, 1, 1), date(2021, 8, 31), None),
        (date(2021, 6, 1), date(2021, 12, 31), None),
        (date(2022, 1, 1), date(2022, 6, 30), None),
    ),
    # Back on duty before the decree ends; on the very first day.
    ((date(2022, 1, 1), date(2024, 12, 31), date(2022, 4, 15)),),
    ((date(2022, 1, 1), date(2024, 12, 31), date(2022, 1, 1)),),
    # Still away; before the TMT of the grade; after the day of the list.
    ((date(2023, 11, 16), None, None),),
    ((date(2015, 1, 1), date(2016, 12, 31), None),),
    ((date(2025, 2, 1), date(2025, 3, 31), None),),
)


@tagged("post_install", "-at_install")
class TestMasaKerja(LaporanCommon, TransactionCase):
    """Service on a date without CLTN and with PMK, as the rule counts it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kasus = {}
        for nomor, baris in enumerate(_CLTN):
            orang = cls.asn(f"CLTN {chr(65 + nomor)}", tmt_golongan=date(2020, 4, 1))
            cls.kasus[orang] = baris
            cls.env["asn.riwayat.cltn"]._catat(
                [
                    {
                        "employee_id": orang.id,
                        "jenis": "1",
                        "tanggal_mulai": mulai,
                        "tanggal_selesai": selesai,
                        "tanggal_aktif": aktif,
                        "nomor_sk": f"CLTN-{urut}",
                        "tanggal_sk": mulai,
                    }
                    for urut, (mulai, selesai, aktif) in enumerate(baris)
                ]
            )
        cls.env.flush_all()

    def _bulan(self, pada, isi=None):
        """Return ``{id: (months of MKG, months of service)}`` on a date."""
        Keadaan = self.env["asn.keadaan"]
        query = isi(pada, [SQL("TRUE")]) if isi else Keadaan._sql(pada)
        self.env.cr.execute(
            SQL("SELECT id, mkg_bulan, masa_kerja_bulan FROM (%s) o", query)
        )
        return {orang: lama for orang, *lama in self.env.cr.fetchall()}

    def _harap(self, baris, pada):
        """Return what the rule of service says of one person."""
        hilang = []
        for mulai, selesai, aktif in baris:
            akhir = min(
                selesai or date.max, aktif - timedelta(days=1) if aktif else date.max
            )
            hilang.append((mulai, akhir))
        mkg = aturan.mkg(date(2020, 4, 1), 10, 0, pada, potongan=hilang)
        lama = aturan.masa_kerja(date(2010, 1, 1), pada, potongan=hilang)
        return [tahun * 12 + bulan for tahun, bulan in (mkg, lama)]

    def test_leave_does_not_count_on_any_date(self):
        for pada in (date(2022, 3, 15), date(2024, 1, 31), PADA, self.hari_ini):
            ada = self._bulan(pada)
            for orang, baris in self.kasus.items():
                with self.subTest(orang=orang.name, pada=pada):
                    self.assertEqual(ada[orang.id], self._harap(baris, pada))

    def test_lists_agree_with_the_profile(self):
        lama = {
            o.id: [
                o.mkg_tahun * 12 + o.mkg_bulan,
                o.masa_kerja_tahun * 12 + o.masa_kerja_bulan,
            ]
            for o in self.kasus
        }
        Keadaan = self.env["asn.keadaan"]
        for isi in (Keadaan._sql_kini, Keadaan._sql_lampau):
            ada = self._bulan(self.hari_ini, isi)
            self.assertEqual({n: ada[n] for n in lama}, lama)

    def test_earlier_service_counts_once_it_is_recognised(self):
        orang = next(iter(self.kasus))
        sebelum = self._bulan(PADA)[orang.id]
        self.env["asn.riwayat.pmk"]._catat(
            [
                {
                    "employee_id": orang.id,
                    "instansi": "Kantor lain",
                    "tmt": tmt,
                    "tahun": 2,
                    "bulan": 5,
                    "is_dinilai": dinilai,
                    "nomor_sk": f"PMK-{tmt}-{dinilai}",
                    "tanggal_sk": tmt,
                }
                for tmt, dinilai in (
                    (date(2023, 1, 1), True),
                    (date(2023, 1, 1), False),
                    (date(2025, 6, 1), True),
                )
            ]
        )
        self.env.flush_all()
        sesudah = self._bulan(PADA)[orang.id]
        # MKG changes by the grade row of the same decree only.
        self.assertEqual(sesudah, [sebelum[0], sebelum[1] + 29])

    def test_leave_lowers_the_place_in_the_duk(self):
        """Equal in everything but the CLTN: who was away stands below."""
        tanpa, setahun = list(self.kasus)[:2]
        urut = self.nama(self.buat_daftar(unit_id=self.dinas_a.id))
        self.assertLess(urut.index(tanpa.name), urut.index(setahun.name))

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, TransactionCase, tagged

from .common import PADA, LaporanCommon, buka_xlsx


@tagged("post_install", "-at_install")
class TestStatistik(LaporanCommon, TransactionCase):
    """LL-20-1: figures in tables and charts, in the scope of the reader."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for nomor in range(6):
            cls.asn(f"Satu {chr(65 + nomor)}", lahir=date(1980, 1, 1 + nomor))
        cls.asn("Dua", cls.gol_iiib, unit=cls.bidang_a, jenis_kelamin="P", nip=False)
        cls.tiga = cls.asn("Tiga", unit=cls.dinas_b)
        cls.golongan(cls.tiga, cls.gol_iiib, date(2024, 6, 1))
        cls.env["asn.formasi"].create(
            [
                {
                    "unit_id": cls.dinas_a.id,
                    "jabatan_id": cls.jab_pelaksana.id,
                    "jumlah": 8,
                    "berlaku_mulai": date(2023, 1, 1),
                },
                {
                    "unit_id": cls.dinas_a.id,
                    "jabatan_id": cls.jab_pelaksana.id,
                    "jumlah": 12,
                    "berlaku_mulai": date(2024, 1, 1),
                },
                {
                    # Vacant: nobody is there, so nothing of it is filled.
                    "unit_id": cls.dinas_a.id,
                    "jabatan_id": cls.jab_analis.id,
                    "jumlah": 3,
                    "berlaku_mulai": date(2024, 1, 1),
                },
            ]
        )

    def _data(self, siapa, unit=None, pada=PADA, **nilai):
        Statistik = self.env["asn.statistik"].with_user(siapa.user_id)
        return Statistik.get_data(unit and unit.id, pada and pada.isoformat(), **nilai)

    def _tabel(self, data, kode):
        tabel = next(satu for satu in data["tabel"] if satu["kode"] == kode)
        return {b["label"]: b["jumlah"] for b in tabel["baris"]}

    def test_tables_of_a_unit_and_below(self):
        data = self._data(self.kaban, self.dinas_a)
        self.assertEqual(data["ringkas"]["jumlah"], 7)
        self.assertEqual(self._tabel(data, "golongan"), {"III/a": 6, "III/b": 1})
        self.assertEqual(
            self._tabel(data, "jenis_kelamin"), {"Laki-laki": 6, "Perempuan": 1}
        )
        self.assertEqual(self._tabel(data, "pendidikan"), {"S1": 7})
        self.assertEqual(
            self._tabel(data, "umur"), {"36-40 tahun": 1, "41-45 tahun": 6}
        )
        self.assertEqual(self._tabel(data, "unit"), {"Dinas A": 6, "Bidang A1": 1})
        for tabel in data["tabel"]:
            self.assertEqual(sum(b["jumlah"] for b in tabel["baris"]), 7, tabel["kode"])

    def test_a_year_before_comes_from_the_riwayat(self):
        data = self._data(self.kaban, self.dinas_b)
        tabel = next(satu for satu in data["tabel"] if satu["kode"] == "golongan")
        baris = {b["label"]: (b["jumlah"], b["lalu"]) for b in tabel["baris"]}
        self.assertEqual(baris, {"III/a": (0, 1), "III/b": (1, 0)})

    def test_formation_in_force_on_the_date(self):
        formasi = self._data(self.kaban, self.dinas_a)["ringkas"]["formasi"]
        self.assertEqual(formasi, {"perlu": 15, "terisi": 6, "persen": 40.0})
        lama = self._data(self.kaban, self.dinas_a, date(2023, 12, 31))
        self.assertEqual(lama["ringkas"]["formasi"]["perlu"], 8)

    def test_scope_of_the_reader(self):
        """LL-10-3-c: a facilitator counts the granted units, no other."""
        data = self._data(self.fas)
        self.assertEqual(data["ringkas"]["jumlah"], 7)
        self.assertEqual(data["unit"]["nama"], "Dinas A")
        with self.assertRaises(AccessError):
            self._data(self.fas, self.dinas_b)
        for siapa in (self.biasa,):
            with self.assertRaises(AccessError):
                self._data(siapa)

    def test_administrators_analyse_the_whole_city(self):
        """LL-6-1-a, LL-7-1-a: input for policy and for developing the system."""
        utama = self.orang("stat_utama", ("admin_utama",), unit=self.kota)
        semua = self._data(self.kaban)["ringkas"]["jumlah"]
        for siapa in (utama, self.admin):
            with self.subTest(siapa=siapa.name):
                data = self._data(siapa)
                self.assertFalse(data["samar"])
                self.assertEqual(data["ringkas"]["jumlah"], semua)

    def test_monev_sees_aggregates_only(self):
        """Cells below five are hidden, nobody is counted alone, no way to people."""
        data = self._data(self.monev)
        self.assertTrue(data["samar"])
        for tabel in data["tabel"]:
            for baris in tabel["baris"]:
                with self.subTest(tabel=tabel["kode"], baris=baris["label"]):
                    for kolom in ("jumlah", "lalu"):
                        self.assertFalse(0 < (baris[kolom] or 0) < 5)
                    self.assertIsNone(baris["laki"])
        sel = self._tabel(data, "jenis_kelamin")
        self.assertEqual(sel, {"Laki-laki": None, "Perempuan": None})
        Statistik = self.env["asn.statistik"].with_user(self.monev.user_id)
        with self.assertRaises(AccessError):
            Statistik.action_orang("golongan", False)

    def test_figures_lead_to_the_people_that_the_reader_reads(self):
        for siapa, unit in ((self.kaban, self.dinas_a), (self.fas, None)):
            data = self._data(siapa, unit, None)
            Statistik = self.env["asn.statistik"].with_user(siapa.user_id)
            Pegawai = self.env["hr.employee"].with_user(siapa.user_id)
            for tabel in data["tabel"]:
                for baris in tabel["baris"]:
                    if not baris["jumlah"]:
                        continue
                    if tabel["kode"] == "unit" and baris["label"] == "Dinas A":
                        continue  # the unit without those below has no own domain
                    aksi = Statistik.action_orang(
                        tabel["kode"],
                        baris["kunci"],
                        data["unit"] and data["unit"]["id"],
                    )
                    with self.subTest(
                        siapa=siapa.name, tabel=tabel["kode"], baris=baris["label"]
                    ):
                        self.assertEqual(
                            Pegawai.search_count(aksi["domain"]), baris["jumlah"]
                        )
        with self.assertRaises(UserError):
            Statistik.action_orang("golongan", False, False, "2020-01-01")

    def test_hostile_values_are_refused(self):
        Statistik = self.env["asn.statistik"].with_user(self.kaban.user_id)
        for tanggal in ("1850-01-01", "9999-12-31"):
            with self.assertRaises(UserError):
                Statistik.get_data(False, tanggal)
        with self.assertRaises(AccessError):
            Statistik.get_data(999_999_999)

    def test_queries_do_not_grow_with_people_or_units(self):
        Statistik = self.env["asn.statistik"].with_user(self.kaban.user_id)
        Statistik.get_data(False, PADA.isoformat())
        with self.assertQueryCount(20):
            self.env.invalidate_all()
            Statistik.get_data(False, PADA.isoformat())
        for nomor in range(5):
            unit = self.buat_unit(f"Unit baru {nomor}", "opd", self.kota)
            self.asn(f"Baru {chr(65 + nomor)}", unit=unit)
        self.env.flush_all()
        with self.assertQueryCount(20):
            self.env.invalidate_all()
            Statistik.get_data(False, PADA.isoformat())

    def test_bezetting_beside_the_formation(self):
        lembar, _ids = self.buat_daftar(
            self.fas, jenis="bezetting", kelompok="semua"
        )._lembar()
        baris = {(b[1].rpartition(" / ")[2], b[2]): b[4:8] for b in lembar[0].baris}
        self.assertEqual(baris["Dinas A", "Penelaah"], (12, 6, 6, 0))
        self.assertEqual(baris["Bidang A1", "Penelaah"], (0, 1, 0, 0))
        self.assertNotIn(
            "Dinas B", {b[1].rpartition(" / ")[2] for b in lembar[0].baris}
        )
        self.assertEqual(lembar[0].jumlah[5], 7)
        with self.assertRaises(AccessError):
            self.buat_daftar(
                self.fas, jenis="bezetting", kelompok="semua", unit_id=self.dinas_b.id
            )._lembar()


@tagged("post_install", "-at_install")
class TestUnduh(LaporanCommon, HttpCase):
    """The files of the page over HTTP."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.asn("Satu")

    def test_files_are_sent_to_who_may_see_the_page(self):
        self.authenticate("lap_kaban", "lap_kaban")
        jawab = self.url_open("/asn/statistik/xlsx")
        self.assertEqual(jawab.status_code, 200)
        self.assertIn("STATISTIK", str(buka_xlsx(jawab.content)["A4"].value))
        jawab = self.url_open("/asn/statistik/pdf")
        self.assertEqual(jawab.content[:5], b"%PDF-")
        for alamat in ("/asn/statistik/exe", "/asn/statistik/xlsx?unit=1;drop"):
            self.assertEqual(self.url_open(alamat).status_code, 404)
        self.assertEqual(
            self.url_open("/asn/statistik/xlsx?tanggal=kemarin").status_code, 403
        )

    def test_others_get_a_reason(self):
        self.authenticate("lap_biasa", "lap_biasa")
        self.assertEqual(self.url_open("/asn/statistik/xlsx").status_code, 403)
        self.authenticate("lap_fas", "lap_fas")
        alamat = f"/asn/statistik/xlsx?unit={self.dinas_b.id}"
        self.assertEqual(self.url_open(alamat).status_code, 403)

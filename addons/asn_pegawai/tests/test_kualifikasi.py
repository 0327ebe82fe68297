from datetime import date, timedelta

from odoo.exceptions import UserError, ValidationError
from odoo.tests import TransactionCase
from odoo.tools import mute_logger
from psycopg2.errors import CheckViolation

from .common import PegawaiCommon

#: Level, required level, result.
HASIL = (
    (1, 1, "memenuhi"),
    (2, 3, "di_bawah"),
    (3, 3, "memenuhi"),
    (4, 3, "di_atas"),
    (5, 1, "di_atas"),
    (3, 0, False),
)


class TestKualifikasi(PegawaiCommon, TransactionCase):
    """Training, profession, competence, certification and awards."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = cls.orang("kual_admin", ("admin_sistem",))
        cls.pegawai = cls.orang("kual_pegawai", unit=cls.dinas_a)

    def _buat(self, model, **nilai):
        Model = self.env[f"asn.riwayat.{model}"].with_user(self.admin.user_id)
        return Model.create({"employee_id": self.pegawai.id, **nilai})

    def _rujuk(self, nama):
        return self.env.ref(f"asn_pegawai.{nama}").id

    def test_training_is_non_formal_education(self):
        """LL-11-2-b: formal and non-formal education, highest to lowest."""
        baris = self._buat(
            "diklat",
            jenis_diklat_id=self._rujuk("jenis_diklat_pim_iv"),
            nama="Diklatpim IV Angkatan 12",
            tanggal_mulai=date(2019, 3, 4),
            tanggal_selesai=date(2019, 7, 12),
            jumlah_jam=285,
        )
        self.assertEqual(baris.tahun, 2019)
        self.assertEqual(baris.tmt, date(2019, 7, 12))
        self.assertEqual(baris.kelompok, "struktural")
        with self.assertRaisesRegex(UserError, "Nomor Sertifikat"):
            baris.action_sahkan()
        baris.nomor_sk = "0012/PIM IV/2019"
        baris.action_sahkan()

        daftar = self.env["asn.riwayat.mixin"]._daftar_riwayat()
        kualifikasi = [
            m for m in daftar if self.env.registry[m]._bagian == "kualifikasi"
        ]
        self.assertEqual(
            kualifikasi[:3],
            ["asn.riwayat.pendidikan", "asn.riwayat.diklat", "asn.riwayat.profesi"],
        )
        saya = self.env["asn.riwayat.diklat"].with_user(self.pegawai.user_id)
        self.assertEqual(saya.search([]).sudo(), baris.sudo())

    def test_kinds_of_training_cover_those_of_siasn(self):
        kode = set(self.env["asn.jenis.diklat"].search([]).mapped("kode_siasn"))
        self.assertLessEqual({f"S{n}" for n in range(1, 9)}, kode)
        self.assertLessEqual({str(n) for n in range(2, 26)}, kode)

    def test_formal_education_is_ordered_by_level(self):
        """LL-11-2-b: the present education is the highest, not the newest."""
        Pendidikan = self.env["asn.riwayat.pendidikan"]
        for kode, tahun in (("s2", 2012), ("s1", 2005), ("d3", 2015)):
            jenjang = self.env["asn.pendidikan"].search(
                [("kode", "=ilike", kode)], limit=1
            )
            self.assertTrue(jenjang, kode)
            Pendidikan._catat(
                [
                    {
                        "employee_id": self.pegawai.id,
                        "pendidikan_id": jenjang.id,
                        "nomor_ijazah": f"IJ-{tahun}",
                        "tanggal_lulus": date(tahun, 8, 1),
                    }
                ]
            )
        self.assertEqual(self.pegawai.pendidikan_id.kode.lower(), "s2")

    def test_profession_takes_year_and_tmt_from_the_certificate(self):
        baris = self._buat(
            "profesi",
            profesi="Dokter",
            institusi="Universitas Contoh",
            nomor_sk="PROF/7",
            tanggal_sk=date(2016, 9, 1),
        )
        self.assertEqual((baris.tahun, baris.tmt), (2016, date(2016, 9, 1)))
        baris.action_sahkan()
        self.assertEqual(baris.display_name, "Dokter · 2016")

    def test_competence_against_the_required_level(self):
        """LL-11-2-c: four groups, each level beside the one required."""
        hari = date(2024, 1, 1)
        for level, wajib, harap in HASIL:
            hari += timedelta(days=1)
            with self.subTest(level=level, wajib=wajib):
                baris = self._buat(
                    "kompetensi",
                    kompetensi_id=self._rujuk("kompetensi_m01"),
                    level=level,
                    level_wajib=wajib,
                    tanggal_asesmen=hari,
                )
                self.assertEqual(baris.hasil, harap)
                self.assertEqual(baris.tmt, hari)

    def test_four_groups_of_competence(self):
        """LL-11-2-c: pemerintahan, teknis, manajerial and sosio kultural."""
        ada = self.env["asn.kompetensi"]._read_group([], ["kelompok"], ["__count"])
        self.assertEqual(
            dict(ada),
            {"pemerintahan": 7, "teknis": 10, "manajerial": 8, "sosio_kultural": 1},
        )

    def test_competence_measured_twice_on_a_day_refused(self):
        nilai = {
            "kompetensi_id": self._rujuk("kompetensi_m01"),
            "level": 3,
            "tanggal_asesmen": date(2024, 5, 2),
        }
        self._buat("kompetensi", **nilai).action_sahkan()
        self._buat(
            "kompetensi", **{**nilai, "kompetensi_id": self._rujuk("kompetensi_m02")}
        ).action_sahkan()
        with self.assertRaises(ValidationError):
            self._buat("kompetensi", **nilai).action_sahkan()

    def test_certification_in_force_by_its_end(self):
        hari = self.hari_ini
        for terbit, sampai, berlaku in (
            (hari - timedelta(days=400), hari + timedelta(days=1), True),
            (hari - timedelta(days=400), hari, True),
            (hari - timedelta(days=400), hari - timedelta(days=1), False),
            (hari, False, True),
            (hari + timedelta(days=1), False, False),
            (False, False, False),
        ):
            with self.subTest(terbit=terbit, sampai=sampai):
                baris = self._buat(
                    "sertifikasi", nama="PBJ", tanggal_sk=terbit, berlaku_sampai=sampai
                )
                self.assertEqual(baris.masih_berlaku, berlaku)
                for cari, harap in ((True, berlaku), (False, not berlaku)):
                    ketemu = baris.search(
                        [("id", "=", baris.id), ("masih_berlaku", "=", cari)]
                    )
                    self.assertEqual(bool(ketemu), harap)

    def test_medal_for_long_service_once(self):
        nilai = {
            "jenis_penghargaan_id": self._rujuk("jenis_penghargaan_slks_x"),
            "nomor_sk": "20/TK/2020",
            "tanggal_sk": date(2020, 8, 3),
        }
        pertama = self._buat("penghargaan", **nilai)
        self.assertEqual(pertama.tahun, 2020)
        pertama.action_sahkan()
        with self.assertRaises(ValidationError):
            self._buat("penghargaan", **{**nilai, "nomor_sk": "X"}).action_sahkan()
        lain = {**nilai, "jenis_penghargaan_id": self._rujuk("jenis_penghargaan_306")}
        for _kali in range(2):
            self._buat("penghargaan", **lain).action_sahkan()

    def _mustahil(self):
        """Return values that no row can have."""
        diklat = {
            "jenis_diklat_id": self._rujuk("jenis_diklat_teknis"),
            "nama": "Bimtek",
            "tanggal_selesai": date(2024, 5, 3),
        }
        kompetensi = {
            "kompetensi_id": self._rujuk("kompetensi_m01"),
            "tanggal_asesmen": date(2024, 5, 2),
        }
        return (
            ("diklat", {**diklat, "tanggal_mulai": date(2024, 5, 4)}),
            ("diklat", {**diklat, "jumlah_jam": -1}),
            ("diklat", {**diklat, "jumlah_jam": 5001}),
            ("kompetensi", {**kompetensi, "level": 0}),
            ("kompetensi", {**kompetensi, "level": 6}),
            ("kompetensi", {**kompetensi, "level": 3, "level_wajib": 6}),
            ("profesi", {"profesi": "Guru", "tahun": 198}),
            (
                "penghargaan",
                {
                    "tahun": 20,
                    "jenis_penghargaan_id": self._rujuk("jenis_penghargaan_400"),
                },
            ),
            (
                "sertifikasi",
                {
                    "nama": "PBJ",
                    "tanggal_sk": date(2024, 1, 2),
                    "berlaku_sampai": date(2024, 1, 1),
                },
            ),
        )

    @mute_logger("odoo.sql_db")
    def test_impossible_values_refused(self):
        for model, vals in self._mustahil():
            with (
                self.subTest(model=model, vals=vals),
                self.assertRaises(CheckViolation),
                self.env.cr.savepoint(),
            ):
                self._buat(model, **vals)
                self.env.flush_all()

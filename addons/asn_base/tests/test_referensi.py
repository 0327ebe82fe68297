from datetime import date
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import TransactionCase
from odoo.tools import mute_logger
from psycopg2.errors import CheckViolation, UniqueViolation

from .common import AsnCommon


class TestReferensi(AsnCommon, TransactionCase):
    """National reference tables as the dossier has them."""

    def test_tables_are_complete(self):
        jumlah = {
            "asn.golongan": 34,
            "asn.gaji.pokok": 544,
            "asn.bup": 23,
            "asn.pendidikan": 16,
            "asn.jenis.jabatan": 19,
            "asn.agama": 7,
            "asn.kedudukan.hukum": 32,
            "asn.jenis.hukuman": 18,
        }
        for model, wanted in jumlah.items():
            with self.subTest(model=model):
                rows = self.env[model].search([])
                self.assertEqual(len(rows), wanted)
                self.assertFalse(rows.filtered(lambda r: not r.sumber))

    def test_grades_are_a_chain(self):
        Golongan = self.env["asn.golongan"]
        for jenis, awal in (("pns", "I/a"), ("pppk", "I")):
            golongan, kode = Golongan._by_kode(awal, jenis), []
            while golongan:
                kode.append(golongan.kode)
                golongan = golongan.berikutnya_id
            with self.subTest(jenis=jenis):
                self.assertEqual(len(kode), 17)

    def test_grade_shows_rank_and_code(self):
        self.assertEqual(
            self.env.ref("asn_base.golongan_pns_iii_a").display_name,
            "Penata Muda (III/a)",
        )
        self.assertEqual(
            self.env.ref("asn_base.golongan_pppk_ix").display_name, "Golongan IX"
        )

    def test_grade_is_found_by_code_of_its_kind(self):
        Golongan = self.env["asn.golongan"]
        self.assertEqual(
            Golongan._by_kode("III/a"), self.env.ref("asn_base.golongan_pns_iii_a")
        )
        self.assertFalse(Golongan._by_kode("III/a", "pppk"))
        self.assertFalse(Golongan._by_kode(None))
        found = Golongan.name_search("III/a")
        self.assertEqual(found[0][1], "Penata Muda (III/a)")

    def test_pay_takes_the_greatest_step_not_above(self):
        Gaji = self.env["asn.gaji.pokok"]
        iii_a = self.env.ref("asn_base.golongan_pns_iii_a")
        i_b = self.env.ref("asn_base.golongan_pns_i_b")
        hari = date(2026, 1, 1)
        empat = Gaji._cari(iii_a, 4, hari)
        self.assertEqual(empat.mkg_tahun, 4)
        self.assertEqual(Gaji._cari(iii_a, 5, hari), empat)
        self.assertEqual(Gaji._cari(iii_a, 99, hari).mkg_tahun, 32)
        self.assertFalse(Gaji._cari(i_b, 2, hari))
        self.assertEqual(Gaji._cari(i_b, 3, hari).mkg_tahun, 3)

    def test_pay_is_that_of_the_date(self):
        Gaji = self.env["asn.gaji.pokok"]
        iii_a = self.env.ref("asn_base.golongan_pns_iii_a")
        lama = Gaji._cari(iii_a, 0, date(2026, 12, 31))
        baru = Gaji.create(
            {
                "golongan_id": iii_a.id,
                "mkg_tahun": 0,
                "gaji_pokok": lama.gaji_pokok + 100000,
                "berlaku_mulai": date(2027, 1, 1),
                "dasar": "PP contoh",
            }
        )
        self.assertEqual(Gaji._cari(iii_a, 0, date(2026, 12, 31)), lama)
        self.assertEqual(Gaji._cari(iii_a, 0, date(2027, 1, 1)), baru)
        self.assertEqual(Gaji._cari(iii_a, 20, date(2027, 1, 1)), baru)
        self.assertFalse(Gaji._cari(iii_a, 0, date(2023, 12, 31)))

    def test_pay_rises_with_step_and_grade(self):
        self.env.cr.execute(
            """SELECT count(*) FROM (
                 SELECT gaji_pokok - lag(gaji_pokok) OVER (
                        PARTITION BY golongan_id ORDER BY mkg_tahun) AS naik
                   FROM asn_gaji_pokok) AS x WHERE naik <= 0"""
        )
        self.assertEqual(self.env.cr.fetchone()[0], 0)

    def test_post_has_the_retirement_age_of_its_kind(self):
        job = self.buat_jabatan("Kepala Dinas", "jpt_pratama_iib")
        self.assertEqual(job._bup().tahun, 60)
        guru = self.buat_jabatan(
            "Guru Ahli Pertama",
            "jf_ahli_pertama",
            bup_id=self.env.ref("asn_base.bup_guru").id,
        )
        self.assertEqual(guru._bup().tahun, 60)

    def test_validity(self):
        bup = self.env["asn.bup"].create(
            {
                "name": "Lama",
                "kode": "lama",
                "kelompok": "fungsional",
                "tahun": 56,
                "berlaku_mulai": date(2000, 1, 1),
                "berlaku_sampai": date(2013, 12, 31),
            }
        )
        self.assertTrue(bup._berlaku(date(2013, 12, 31)))
        self.assertFalse(bup._berlaku(date(2014, 1, 1)))
        self.assertFalse(bup._berlaku(date(1999, 12, 31)))

    @mute_logger("odoo.sql_db")
    def test_doubles_and_nonsense_are_refused(self):
        cases = [
            (UniqueViolation, "asn.golongan", {"kode": "III/a", "urutan": 9}),
            (
                UniqueViolation,
                "asn.agama",
                {"kode": "islam"},
            ),
            (
                CheckViolation,
                "asn.bup",
                {"kode": "x", "kelompok": "pppk", "tahun": 20},
            ),
            (CheckViolation, "hr.job", {"kelas_jabatan": 18}),
        ]
        for error, model, values in cases:
            with (
                self.subTest(model=model),
                self.assertRaises(error),
                self.env.cr.savepoint(),
            ):
                self.env[model].create({"name": "X", **values}).flush_recordset()

    def test_only_administrators_change_references(self):
        pegawai = self.buat_user("ref_pegawai")
        utama = self.buat_user("ref_utama", ("admin_utama",))
        agama = self.env.ref("asn_base.agama_islam")
        self.assertEqual(agama.with_user(pegawai).name, "Islam")
        with self.assertRaises(AccessError):
            agama.with_user(pegawai).name = "X"
        agama.with_user(utama).sumber = "diperbarui"
        with self.assertRaises(AccessError):
            agama.with_user(utama).unlink()

    def muat(self, nama, model, **nilai):
        """Load one row of a data file as ``-u`` does."""
        data = {"xml_id": f"asn_base.{nama}", "values": nilai}
        with patch.object(self.env.registry, "_init", True):
            return self.env[model]._load_records([data], update=True)

    def test_what_the_city_changed_survives_an_update(self):
        """The administrator corrects one row; the next update corrects the other."""
        satu = self.env.ref("asn_base.agama_islam")
        dua = self.env.ref("asn_base.agama_kristen")
        sistem = self.buat_user("ref_sistem", ("admin_sistem",))
        with patch.object(self.env.registry, "_init", False):
            satu.with_user(sistem).name = "Islam (kota)"
            self.env.flush_all()
        for nama in ("agama_islam", "agama_kristen"):
            self.muat(nama, "asn.agama", name="Dari berkas")
        self.assertEqual(satu.name, "Islam (kota)")
        self.assertEqual(dua.name, "Dari berkas")

    def test_what_the_city_made_or_deleted_is_not_brought_again(self):
        """A joint leave was moved, and next year's holidays were typed in already."""
        Libur = self.env["asn.hari.libur"]
        sistem = self.buat_user("ref_sistem", ("admin_sistem",))
        lama = self.env.ref("asn_base.hari_libur_2026_01_16")
        hari = lama.tanggal
        lama.with_user(sistem).unlink()
        isi = {"tanggal": hari, "jenis": "libur_nasional", "name": "Dari berkas"}
        self.assertFalse(self.muat("hari_libur_2026_01_16", Libur._name, **isi))
        sendiri = Libur.with_user(sistem).create(dict(isi, name="Dari kota"))
        isi["tanggal"] = sendiri.tanggal = "2031-01-01"
        dibawa = self.muat("hari_libur_2031_01_01", Libur._name, **isi)
        self.assertEqual((dibawa, dibawa.name), (sendiri, "Dari kota"))

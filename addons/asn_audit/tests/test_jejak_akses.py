from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger
from psycopg2.errors import RaiseException

from .common import AuditCommon


@tagged("post_install", "-at_install")
class TestJejakAkses(AuditCommon, TransactionCase):
    """LL-17-1, LL-17-2: looking at another's data leaves a trace that stays."""

    def test_opening_a_profile_is_noted_with_role_and_hour(self):
        self.sebagai(self.fasil).browse(self.ani.id).web_read({"nik": {}, "name": {}})
        jejak = self.jejak(self.ani)
        self.assertEqual(len(jejak), 1)
        self.assertEqual(jejak.user_id, self.fasil.user_id)
        self.assertEqual(jejak.kanal, "profil")
        self.assertEqual(jejak.peran, "fasilitator")
        self.assertEqual(jejak.jumlah, 1)
        self.assertEqual((jejak.jam.minute, jejak.jam.second), (0, 0))

    def test_every_door_that_opens_one_person_is_noted(self):
        pintu = {
            "read": lambda p: p.read(["nik"]),
            "read all": lambda p: p.read(),
            "web_read": lambda p: p.web_read({"tanggal_lahir": {}}),
            "onchange": lambda p: p.onchange(
                {"name": "Ani"}, ["name"], {"name": {}, "nik": {}}
            ),
            "web_save": lambda p: p.web_save({}, {"nik": {}}),
        }
        for nama, buka in pintu.items():
            with self.subTest(pintu=nama), self.env.cr.savepoint():
                buka(self.sebagai(self.sistem).browse(self.ani.id))
                self.assertTrue(self.jejak(self.ani, kanal="profil"), nama)
                self.jejak()
                self.env.cr.execute(
                    "ALTER TABLE asn_jejak_akses DISABLE TRIGGER USER;"
                    "DELETE FROM asn_jejak_akses;"
                    "ALTER TABLE asn_jejak_akses ENABLE TRIGGER USER"
                )
                self.env.invalidate_all()

    def test_reading_through_another_model_is_noted(self):
        spesifikasi = {"employee_ids": {"fields": {"nik": {}}}}
        self.sebagai(self.sistem, "res.users").browse(self.ani.user_id.id).web_read(
            spesifikasi
        )
        self.assertTrue(self.jejak(self.ani))

    def test_own_views_and_the_systems_work_leave_nothing(self):
        self.sebagai(self.ani).browse(self.ani.id).read(["nik", "no_hp"])
        self.env["hr.employee"].sudo().browse(self.badu.id).read(["nik"])
        self.assertFalse(self.jejak())

    def test_public_fields_leave_nothing(self):
        self.sebagai(self.fasil).browse(self.ani.id).read(["name", "unit_id", "nip"])
        self.assertFalse(self.jejak(self.ani))

    def test_pairs_do_not_slip_through(self):
        pegawai = self.sebagai(self.fasil).browse([self.ani.id, self.badu.id])
        pegawai.read(["tanggal_lahir"])
        self.assertEqual(self.jejak(self.ani).kanal, "daftar")
        self.assertEqual(self.jejak(self.badu).kanal, "daftar")

    def test_one_statement_per_request_and_one_row_per_hour(self):
        fasil = self.sebagai(self.fasil)
        for _i in range(3):
            self.env.invalidate_all()
            fasil.browse(self.ani.id).read(["nik"])
        fasil.browse([self.ani.id, self.badu.id]).read(["tanggal_lahir"])
        with self.assertQueryCount(1):
            self.env["asn.jejak.akses"]._tulis_antrean()
        with self.assertQueryCount(0):
            self.env["asn.jejak.akses"]._tulis_antrean()
        self.env.invalidate_all()
        fasil.browse(self.ani.id).read(["nik"])
        self.assertEqual(self.jejak(self.ani, kanal="profil").jumlah, 2)
        self.assertEqual(len(self.jejak(self.ani)), 2)

    def test_reading_costs_at_most_two_queries_more(self):
        pegawai = self.sebagai(self.fasil).browse(self.ani.id)
        pegawai.read(["nik", "tanggal_lahir"])
        self.env["asn.jejak.akses"]._tulis_antrean()
        pegawai.invalidate_recordset()
        with self.assertQueryCount(3):
            pegawai.read(["nik", "tanggal_lahir"])
            self.env["asn.jejak.akses"]._tulis_antrean()

    def test_history_and_document_are_noted(self):
        baris = self.golongan(self.ani, self.gol_iiia, "2012-04-01")
        self.sebagai(self.fasil, "asn.riwayat.golongan").browse(baris.id).read()
        jejak = self.jejak(self.ani, kanal="riwayat")
        self.assertEqual(jejak.objek, "asn.riwayat.golongan")

    def test_list_of_a_closed_history_names_everybody_in_it(self):
        gaji = {
            "golongan_id": self.gol_iiia.id,
            "gaji_pokok": 3000000,
            "tmt": "2020-01-01",
            "nomor_sk": "1",
            "tanggal_sk": "2020-01-01",
        }
        for orang in (self.ani, self.badu):
            self.env["asn.riwayat.gaji"]._catat([{"employee_id": orang.id, **gaji}])
        self.sebagai(self.sistem, "asn.riwayat.gaji").search_read([], ["tmt"])
        self.assertTrue(self.jejak(self.ani, kanal="daftar"))
        self.assertTrue(self.jejak(self.badu, kanal="daftar"))

    def test_nobody_writes_or_deletes_a_trace(self):
        self.sebagai(self.fasil).browse(self.ani.id).read(["nik"])
        jejak = self.jejak(self.ani)
        for siapa in (self.env.user, self.sistem.user_id, self.fasil.user_id):
            satu = jejak.with_user(siapa)
            for aksi in (
                lambda s: s.write({"jumlah": 0}),
                lambda s: s.unlink(),
                lambda s: s.create({"user_id": 1}),
                lambda s: s.sudo().unlink(),
            ):
                with self.assertRaises(AccessError):
                    aksi(satu)

    def test_the_database_refuses_behind_the_orm(self):
        self.sebagai(self.fasil).browse(self.ani.id).read(["nik"])
        jejak = self.jejak(self.ani)
        for perintah in (
            f"DELETE FROM asn_jejak_akses WHERE id = {jejak.id}",
            f"UPDATE asn_jejak_akses SET user_id = 1 WHERE id = {jejak.id}",
            f"UPDATE asn_jejak_akses SET jumlah = 0 WHERE id = {jejak.id}",
            "TRUNCATE asn_jejak_akses CASCADE",
        ):
            with (
                self.subTest(perintah=perintah),
                mute_logger("odoo.sql_db"),
                self.assertRaises(RaiseException),
                self.env.cr.savepoint(),
            ):
                self.env.cr.execute(perintah)

    def test_retention_keeps_at_least_a_year(self):
        self.sebagai(self.fasil).browse(self.ani.id).read(["nik"])
        self.jejak(self.ani)
        self._tua("asn_jejak_akses", "jam", 400)
        self.sebagai(self.fasil).browse(self.badu.id).read(["nik"])
        self.jejak(self.badu)
        self.assertEqual(self.env["asn.jejak.akses"]._bersihkan(24), 0)
        self.assertEqual(self.env["asn.jejak.akses"]._bersihkan(0), 1)
        self.assertFalse(self.jejak(self.ani))
        self.assertTrue(self.jejak(self.badu))

    def _tua(self, tabel, kolom, hari):
        self.env.cr.execute(
            f"ALTER TABLE {tabel} DISABLE TRIGGER USER;"
            f"UPDATE {tabel} SET {kolom} = {kolom} - interval '{hari} days';"
            f"ALTER TABLE {tabel} ENABLE TRIGGER USER"
        )

    def test_who_reads_the_trace(self):
        self.sebagai(self.fasil).browse(self.ani.id).read(["nik"])
        jejak = self.jejak(self.ani)
        for siapa, melihat in (
            (self.ani, True),
            (self.badu, False),
            (self.fasil, False),
            (self.pim, False),
            (self.utama, False),
            (self.sistem, True),
            (self.kaban, True),
        ):
            with self.subTest(siapa=siapa.name):
                ada = self.sebagai(siapa, "asn.jejak.akses").search(
                    [("id", "=", jejak.id)]
                )
                self.assertEqual(bool(ada), melihat)

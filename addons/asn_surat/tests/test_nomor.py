import threading
from datetime import date
from uuid import uuid4

from odoo import api
from odoo.exceptions import AccessError, UserError
from odoo.sql_db import db_connect
from odoo.tests import TransactionCase, tagged
from odoo.tests.common import get_db_name
from psycopg2.errors import SerializationFailure

from ..galat import ErrorTTD
from .common import SANDI, SuratCommon


@tagged("post_install", "-at_install")
class TestNomor(SuratCommon, TransactionCase):
    """Numbers without gaps, and nobody who can move them."""

    def test_numbers_run_by_register_and_year(self):
        nomor = [self.terbit().nomor for _i in range(3)]
        self.assertEqual([n.split("/")[1] for n in nomor], ["001", "002", "003"])

        lama = self.draf()
        lama._terbitkan(SANDI, tanggal=date(2024, 5, 6))
        self.assertEqual(lama.nomor, "800.1.11.4/001/BKPSDM/2024")
        self.assertEqual(lama.tahun, 2024)
        self.assertEqual(self.register._celah(2024), [])

    def test_failed_letter_gives_its_number_back(self):
        self.terbit()
        draf = self.draf()
        with self.assertRaises(UserError), self.env.cr.savepoint():
            draf._terbitkan("salah")
        self.assertRecordValues(
            draf, [{"state": "draft", "nomor": False, "nomor_urut": 0, "pdf": False}]
        )
        self.assertEqual(self.terbit().nomor_urut, 2)
        self.assertEqual(self.register._celah(self.terbit().tahun), [])

    def test_letters_of_one_act_take_one_number_after_the_other(self):
        lain = self.env["asn.register.surat"].create({"kode": "UJI2", "name": "Lain"})
        kode = {"kode": "UJI_LAIN", "register_id": lain.id}
        jenis_lain = self.env["asn.jenis.surat"].create(self._nilai_jenis(**kode))
        sumber = self.env["res.partner"].create([{"name": "a"}, {"name": "b"}])
        semua = self.env["asn.surat"].union(
            *(
                self.draf(jenis, sumber=satu)
                for jenis in (self.jenis, jenis_lain)
                for satu in sumber
            )
        )
        sebelum = self.env.cr.sql_log_count
        semua._beri_nomor(date(2026, 3, 2))
        self.assertLessEqual(self.env.cr.sql_log_count - sebelum, 4)
        nomor = semua.mapped(lambda s: (s.register_id.kode, s.nomor_urut))
        self.assertEqual(nomor, [("UJI", 1), ("UJI", 2), ("UJI2", 1), ("UJI2", 2)])
        for register in (self.register, lain):
            self.assertEqual(register._celah(2026), [])

    def test_one_letter_that_fails_gives_all_numbers_of_the_act_back(self):
        sumber = self.env["res.partner"].create([{"name": n} for n in "abc"])
        semua = self.env["asn.surat"].union(*(self.draf(sumber=s) for s in sumber))
        asli = type(semua)._bubuhi

        def bubuhi(surat, cara, penanda):
            if surat == semua[2]:
                raise ErrorTTD("rusak")
            return asli(surat, cara, penanda)

        self.patch(type(semua), "_bubuhi", bubuhi)
        with self.assertRaises(ErrorTTD), self.env.cr.savepoint():
            semua._terbitkan(SANDI)
        kosong = {"state": "draft", "nomor": False, "pdf": False}
        self.assertRecordValues(semua, [kosong] * 3)
        semua[:2]._terbitkan(SANDI)
        self.assertEqual(semua[:2].mapped("nomor_urut"), [1, 2])
        self.assertEqual(self.register._celah(semua[0].tahun), [])

    def test_gap_is_found(self):
        surat = self.terbit()
        self.terbit()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE asn_surat SET nomor_urut = NULL WHERE id = %s", [surat.id]
        )
        self.assertEqual(self.register._celah(surat.tahun), [1])

    def test_counter_is_moved_by_nobody(self):
        self.terbit()
        pencacah = self.register.nomor_ids
        for siapa in (self.admin, self.kepala):
            milik = pencacah.with_user(siapa.user_id)
            with self.subTest(siapa=siapa.name):
                with self.assertRaises(UserError):
                    milik.write({"terakhir": 99})
                with self.assertRaises(UserError):
                    milik.unlink()
                with self.assertRaises(UserError):
                    milik.create({"register_id": self.register.id, "tahun": 2030})
        with self.assertRaises(UserError):
            pencacah.sudo().write({"terakhir": 0})
        with self.assertRaises(UserError):
            self.register.sudo().unlink()
        with self.assertRaises(AccessError):
            self.register.with_user(self.ani.user_id).read(["nomor_ids"])


@tagged("post_install", "-at_install", "asn_serentak")
class TestSerentak(TransactionCase):
    """Two real transactions want the next number at the same moment."""

    def setUp(self):
        super().setUp()
        # Not the cursor of the test: that one is shared by all threads.
        self.basis_data = db_connect(get_db_name())
        with self.basis_data.cursor() as cr:
            env = api.Environment(cr, api.SUPERUSER_ID, {})
            self.register_id = (
                env["asn.register.surat"]
                .create({"kode": f"SERENTAK-{uuid4()}", "name": "Uji serentak"})
                .id
            )
        self.addCleanup(self._hapus)
        self.hasil, self.galat = [], []
        self.mulai = threading.Barrier(2)

    def test_two_transactions_get_two_numbers(self):
        # Environments are made here: threads may not ask for the registry in tests.
        kursor = [self.basis_data.cursor() for _i in range(2)]
        lingkungan = [api.Environment(cr, api.SUPERUSER_ID, {}) for cr in kursor]
        utas = [threading.Thread(target=self._ambil, args=(e,)) for e in lingkungan]
        for satu in utas:
            satu.start()
        for satu in utas:
            satu.join(60)
        for cr in kursor:
            cr.close()
        self.assertEqual(self.galat, [])
        self.assertEqual(sorted(self.hasil), list(range(1, 9)))

    def _ambil(self, env):
        register = env["asn.register.surat"].browse(self.register_id)
        try:
            for _putaran in range(4):
                # Both have begun before either takes a number.
                env.cr.execute("SELECT count(*) FROM asn_surat")
                self.mulai.wait(30)
                self.hasil.append(self._nomor_dengan_ulang(env.cr, register))
        except Exception as galat:
            self.galat.append(galat)
            self.mulai.abort()

    def _nomor_dengan_ulang(self, cr, register):
        """Do what Odoo does for a request: repeat it when it lost the race."""
        for _coba in range(5):
            try:
                nomor = register._ambil_nomor(2026)
                cr.commit()
                return nomor
            except SerializationFailure:
                cr.rollback()
        raise AssertionError("lost five times")

    def _hapus(self):
        with self.basis_data.cursor() as cr:
            cr.execute(
                "DELETE FROM asn_register_nomor WHERE register_id = %s",
                [self.register_id],
            )
            cr.execute(
                "DELETE FROM asn_register_surat WHERE id = %s", [self.register_id]
            )

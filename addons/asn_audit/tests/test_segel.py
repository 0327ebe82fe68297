import base64
import hashlib
import io
import json
import os
import zipfile
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL, mute_logger
from psycopg2.errors import RaiseException

from ..domain import rantai
from .common import AuditCommon

MODEL = "asn.jejak.perubahan"
TABEL = "asn_jejak_perubahan"


@tagged("post_install", "-at_install")
class TestSegel(AuditCommon, TransactionCase):
    """F86: who owns the database and changes a trace is found out."""

    def setUp(self):
        super().setUp()
        self.Segel = self.env["asn.jejak.segel"]
        for gelar in ("A.", "B.", "C.", "D."):
            self.ani.gelar_depan = gelar
            self.env.flush_all()
        self.Segel._cron_segel()

    def sebagai_pemilik(self, perintah, *nilai):
        """Run SQL as the owner of the database, without triggers."""
        self.env.cr.execute("SET LOCAL session_replication_role = 'replica'")
        self.env.cr.execute(SQL(perintah, *nilai))
        self.env.cr.execute("SET LOCAL session_replication_role = 'origin'")
        self.env.invalidate_all()

    def temuan(self, jangkar=None):
        return {
            (t["model"], t["jenis"], t["dari"], t["sampai"])
            for t in self.Segel._periksa_semua(jangkar)
        }

    def jenis(self, jangkar=None):
        return {jenis for _model, jenis, _dari, _sampai in self.temuan(jangkar)}

    def ujung(self):
        return self.Segel._ujung(MODEL)[0]

    def test_untouched_traces_are_intact(self):
        self.assertGreaterEqual(self.ujung(), 4)
        self.assertEqual(self.temuan(), set())
        self.assertEqual(self.Segel._cron_segel(), 0)
        self.assertFalse(
            self.env[MODEL].search_count([("urut", "=", False)]),
            "everything is sealed",
        )

    def test_every_kind_of_tampering_is_found(self):
        akhir = self.ujung()
        tengah = akhir - 2
        cara = {
            "berubah": [("UPDATE %s SET user_id = 77 WHERE urut = %s", tengah)],
            "isi": [
                ("UPDATE %s SET sesudah = '{\"x\": 1}' WHERE urut = %s", tengah),
            ],
            "hilang": [("DELETE FROM %s WHERE urut = %s", tengah)],
            "ujung": [("DELETE FROM %s WHERE urut = %s", akhir)],
            "tukar": [
                ("UPDATE %s SET urut = -1 WHERE urut = %s", tengah),
                (f"UPDATE %s SET urut = {tengah} WHERE urut = %s", tengah + 1),
                (f"UPDATE %s SET urut = {tengah + 1} WHERE urut = %s", -1),
            ],
            "sisip": [
                (
                    "INSERT INTO %s (waktu, aksi, model, urut, hash) VALUES"
                    " (now(), 'ubah', 'x', %s, 'abc')",
                    akhir + 1,
                )
            ],
        }
        harapan = {"isi": "berubah", "ujung": "hilang", "tukar": "berubah"}
        for nama, langkah in cara.items():
            with self.subTest(nama), self.env.cr.savepoint() as titik:
                for perintah, urut in langkah:
                    self.sebagai_pemilik(perintah, SQL(TABEL), urut)
                self.assertIn(harapan.get(nama, nama), self.jenis())
                titik.rollback()
        self.assertEqual(self.temuan(), set())

    def test_a_chain_that_was_rebuilt_does_not_match_its_seal(self):
        akhir = self.ujung()
        self.sebagai_pemilik(
            "UPDATE %s SET user_id = 77 WHERE urut = %s", SQL(TABEL), akhir
        )
        ((_urut, sebelum, _isi), (urut, _hash, isi)) = self.Segel._baris_rantai(
            MODEL, akhir - 2
        )
        self.sebagai_pemilik(
            "UPDATE %s SET hash = %s WHERE urut = %s",
            SQL(TABEL),
            rantai.kait(sebelum, urut, isi),
            akhir,
        )
        self.assertEqual(self.jenis(), {"segel"})

    def test_a_seal_that_was_rebuilt_does_not_match_the_key_or_the_anchor(self):
        os.environ["ASN_JEJAK_KUNCI"] = "kunci-uji"
        self.addCleanup(os.environ.pop, "ASN_JEJAK_KUNCI")
        self.ani.gelar_depan = "E."
        self.Segel._cron_segel()
        jangkar = self.Segel._jangkar()
        self.assertEqual(self.temuan(jangkar.replace("\n", " ")), set())
        with self.assertRaises(UserError):
            self.temuan("bukan jangkar")
        urut, _hash = self.Segel._kepala()
        segel = self.Segel.search([("urut", "=", urut)])
        sebelum = self.Segel.search([("urut", "=", urut - 1)]).hash
        nilai = {**segel.read()[0], "jumlah": 99}
        self.sebagai_pemilik(
            "UPDATE asn_jejak_segel SET jumlah = 99, hash = %s WHERE urut = %s",
            rantai.kait(sebelum, urut, self.Segel._isi_segel(nilai)),
            urut,
        )
        self.assertEqual(self.jenis(jangkar), {"tanda", "jangkar"})

    def test_a_row_that_was_put_in_with_an_old_date_is_named(self):
        self.sebagai_pemilik(
            "INSERT INTO %s (waktu, aksi, model) VALUES (%s, 'ubah', 'x')",
            SQL(TABEL),
            fields.Datetime.now() - timedelta(days=9),
        )
        self.Segel._cron_segel()
        self.assertEqual(self.jenis(), {"terlambat"})

    def test_rows_of_a_transaction_that_ends_late_come_later_in_the_chain(self):
        """Writers do not wait: an id that shows up late is sealed late."""
        self.sebagai_pemilik(
            "INSERT INTO %s (id, waktu, aksi, model)"
            " VALUES (-5, now() AT TIME ZONE 'UTC', 'ubah', 'x')",
            SQL(TABEL),
        )
        akhir = self.ujung()
        self.Segel._cron_segel()
        self.assertEqual(self.env[MODEL].browse(-5).urut, akhir + 1)
        self.assertEqual(self.temuan(), set())

    def test_a_finding_becomes_an_alert_for_both_offices(self):
        self.sebagai_pemilik("DELETE FROM %s WHERE urut = %s", SQL(TABEL), 2)
        with mute_logger("odoo.addons.asn_audit.models.asn_jejak_segel_periksa"):
            self.assertTrue(self.Segel._cron_verifikasi())
        self.assertTrue(
            self.env["asn.jejak.peringatan"].search([("jenis", "=", "rantai")])
        )
        for siapa in (self.kaban, self.sistem):
            kabar = self.env["mail.message"].search(
                [("partner_ids", "in", siapa.user_id.partner_id.ids)]
            )
            self.assertTrue(kabar, siapa.name)

    def test_who_verifies(self):
        for siapa in (self.sistem, self.kaban):
            dialog = self.sebagai(siapa, "asn.jejak.verifikasi").create({})
            self.assertIn("asn.jejak.segel", dialog.jangkar_kini)
            dialog.action_periksa()
            self.assertEqual(dialog.state, "utuh")
        for siapa in (self.ani, self.fasil, self.utama):
            with self.assertRaises(AccessError):
                self.sebagai(siapa, "asn.jejak.verifikasi").create({})

    def test_the_database_refuses_to_change_a_seal(self):
        for perintah in (
            "DELETE FROM asn_jejak_segel",
            "UPDATE asn_jejak_segel SET jumlah = 1",
            "TRUNCATE asn_jejak_segel",
            "UPDATE asn_jejak_perubahan SET hash = 'x', urut = 1",
        ):
            with (
                self.subTest(perintah),
                mute_logger("odoo.sql_db"),
                self.assertRaises(RaiseException),
                self.env.cr.savepoint(),
            ):
                self.env.cr.execute(perintah)

    # -- retention ---------------------------------------------------------------

    def _tua(self, sampai):
        self.sebagai_pemilik(
            "UPDATE %s SET waktu = waktu - interval '3 years', hash = NULL,"
            " urut = NULL",
            SQL(TABEL),
        )
        self.sebagai_pemilik("DELETE FROM asn_jejak_segel")
        self.sebagai_pemilik(
            "UPDATE %s SET waktu = waktu + interval '3 years' WHERE id >"
            " (SELECT id FROM %s ORDER BY id OFFSET %s LIMIT 1)",
            SQL(TABEL),
            SQL(TABEL),
            sampai - 1,
        )
        self.Segel._cron_segel()

    def test_old_rows_leave_for_a_file_and_the_chain_still_holds(self):
        self._tua(2)
        semua = self.ujung()
        self.assertEqual(self.Segel._pangkas(MODEL, 48), 0)
        self.assertEqual(self.Segel._pangkas(MODEL, 24), 2)
        self.assertEqual(self.env[MODEL].search_count([]), semua - 2)
        self.assertEqual(self.temuan(), set())
        potong = self.Segel.search([("jenis", "=", "pangkas")])
        aksi = potong.with_user(self.sistem.user_id).action_unduh()
        nomor = int(aksi["url"].split("/")[3].split("?")[0])
        isi = base64.b64decode(self.env["ir.attachment"].browse(nomor).datas)
        self.assertEqual(hashlib.sha256(isi).hexdigest(), potong.berkas_sha256)
        baris = [json.loads(b) for b in isi.splitlines()]
        self.assertEqual(
            baris[1]["hash"], rantai.kait(baris[0]["hash"], 2, baris[1]["isi"])
        )
        self.ani.gelar_depan = "F."
        self.Segel._cron_segel()
        self.assertEqual(self.temuan(), set())
        self.sebagai_pemilik("DELETE FROM %s WHERE urut = 3", SQL(TABEL))
        self.assertIn("hilang", self.jenis())

    def test_a_broken_part_is_not_cut_off(self):
        self._tua(3)
        self.sebagai_pemilik("UPDATE %s SET res_id = 1 WHERE urut = 2", SQL(TABEL))
        with mute_logger("odoo.addons.asn_audit.models.asn_jejak_segel_pangkas"):
            self.assertEqual(self.Segel._pangkas(MODEL, 12), 0)

    def test_without_a_cut_nothing_old_is_deleted(self):
        self._tua(2)
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(RaiseException),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute("DELETE FROM asn_jejak_perubahan WHERE urut = 1")

    # -- the auditor's file --------------------------------------------------------

    def _unduh(self, siapa, **nilai):
        dialog = self.sebagai(siapa, "asn.jejak.unduh").create(
            {"tujuan": "Pemeriksaan inspektorat", "employee_id": self.ani.id, **nilai}
        )
        dialog.action_buat()
        return dialog

    def test_the_auditors_file_proves_each_of_its_rows(self):
        with self.assertRaises(UserError):
            self._unduh(self.sistem)
        self.permintaan("laporan.jejak_audit", pemohon=self.sistem)
        for bentuk in ("csv", "xlsx"):
            dialog = self._unduh(self.sistem, format=bentuk)
            isi = base64.b64decode(dialog.berkas)
            self.assertEqual(hashlib.sha256(isi).hexdigest(), dialog.sha256)
            arsip = zipfile.ZipFile(io.BytesIO(isi))
            manifes = json.loads(arsip.read("MANIFES.json"))
            for nama, sidik in manifes["sha256"].items():
                self.assertEqual(hashlib.sha256(arsip.read(nama)).hexdigest(), sidik)
            self.assertEqual(
                manifes["baris"],
                self.env["asn.jejak.ekspor"]
                .search([("kode", "=", manifes["kode_ekspor"])])
                .jumlah,
            )
            self.assertIn(f"asn_jejak_perubahan.{bentuk}", arsip.namelist())
        bukti = dialog._bukti(
            self.env[MODEL].search([("employee_id", "=", self.ani.id)])
        )
        for urut, nilai, sebelum, kanonik in bukti.values():
            self.assertEqual(nilai, rantai.kait(sebelum or rantai.AWAL, urut, kanonik))

    def test_nobody_else_makes_the_file(self):
        for siapa in (self.kaban, self.fasil, self.ani):
            with self.assertRaises(AccessError):
                self._unduh(siapa)

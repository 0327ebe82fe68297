import json

from odoo.addons.asn_audit import uninstall_hook
from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger
from psycopg2.errors import RaiseException

from .common import AuditCommon


@tagged("post_install", "-at_install")
class TestPerubahan(AuditCommon, TransactionCase):
    """LL-30-2-b, KDR-6-2: what changed, by whom, from what to what, for good."""

    def baris(self, record, **syarat):
        """Return the trace of one record, newest first."""
        self.env.flush_all()
        domain = [("model", "=", record._name), ("res_id", "=", record.id)]
        domain += [(nama, "=", nilai) for nama, nilai in syarat.items()]
        return self.env["asn.jejak.perubahan"].search(domain)

    def test_a_profile_that_changes_says_from_what_to_what(self):
        awal = self.baris(self.ani)
        self.ani.with_user(self.fasil.user_id).sudo().write({"gelar_depan": "Dr."})
        baru = self.baris(self.ani) - awal
        baru = baru.filtered(lambda b: "gelar_depan" in b.sudo().sesudah)
        self.assertEqual(
            (baru.aksi, baru.user_id, baru.employee_id, baru.peran, baru.di_luar),
            ("ubah", self.fasil.user_id, self.ani, "fasilitator", False),
        )
        self.assertEqual(baru.sudo().sesudah["gelar_depan"], "Dr.")
        self.assertIn("Dr.", baru.with_user(self.sistem.user_id).ringkas)

    def test_a_set_based_statement_is_noted_and_one_that_changes_nothing_is_not(self):
        awal = self.baris(self.ani)
        for _kali in range(2):
            self.env.cr.execute(
                "UPDATE hr_employee SET gelar_belakang = 'S.H.' WHERE id = %s",
                [self.ani.id],
            )
        baru = self.baris(self.ani) - awal
        self.assertEqual(baru.mapped("sesudah"), [{"gelar_belakang": "S.H."}])

    def test_a_change_by_another_program_says_so(self):
        self.env.cr.execute("SET LOCAL application_name = 'psql'")
        self.env.cr.execute("SELECT set_config('asn.pelaku', '', TRUE)")
        self.env.cr.execute(
            "UPDATE hr_employee SET gelar_belakang = 'M.M.' WHERE id = %s",
            [self.ani.id],
        )
        baris = self.baris(self.ani)[0]
        self.assertEqual((baris.di_luar, baris.jalur), (True, "psql"))
        self.assertFalse(baris.user_id)

    def test_every_kind_of_history_is_noted(self):
        terpasang = self._terpasang()
        for nama in self.env["asn.riwayat.mixin"]._daftar_riwayat():
            self.assertIn((self.env[nama]._table, "asn_jejak_pemicu"), terpasang)
        baris = self.golongan(self.ani, self.gol_iiia, "2012-04-01")
        jejak = self.baris(baris)
        self.assertEqual((jejak.aksi, jejak.employee_id), ("buat", self.ani))

    def _terpasang(self):
        self.env.cr.execute(
            "SELECT c.relname, t.tgname FROM pg_trigger t"
            " JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname LIKE 'asn\\_jejak%'"
        )
        return set(self.env.cr.fetchall())

    def test_every_rule_has_its_triggers(self):
        terpasang = self._terpasang()
        daftar = self.env["asn.jejak.aturan"]._daftar()
        self.assertIn("hr.employee", daftar)
        for nama in daftar:
            self.assertIn((self.env[nama]._table, "asn_jejak_pemicu"), terpasang)

    def test_grants_and_revocations_name_the_account(self):
        user = self.badu.user_id
        grup = self.env.ref("asn_base.group_fasilitator")
        user.group_ids += grup
        beri = self.baris(user, aksi="beri")
        self.assertIn({"group_ids": grup.id}, beri.mapped("sesudah"))
        self.assertEqual(beri.employee_id, self.badu)
        user.group_ids -= grup
        cabut = self.baris(user, aksi="cabut")
        self.assertEqual(cabut.mapped("sebelum"), [{"group_ids": grup.id}])
        self.assertIn(
            grup.display_name[:30], cabut.with_user(self.kaban.user_id).ringkas
        )

    def test_secrets_are_never_stored(self):
        self.badu.user_id.password = "kata-Sandi-Rahasia-99"
        self.env["ir.config_parameter"].set_param("layanan.api_key", "SANGAT-RAHASIA")
        self.env["ir.config_parameter"].set_param("layanan.alamat", "terbuka")
        self.env.flush_all()
        self.env.cr.execute(
            "SELECT string_agg(to_jsonb(t)::text, ' ') FROM asn_jejak_perubahan t"
        )
        semua = self.env.cr.fetchone()[0]
        for rahasia in ("kata-Sandi", "pbkdf2", "SANGAT-RAHASIA"):
            self.assertNotIn(rahasia, semua)
        self.assertIn("terbuka", semua)
        ubah = self.baris(self.badu.user_id)[0].sudo()
        self.assertEqual(ubah.sesudah["password"], "•••")

    def test_long_values_are_kept_as_their_hash(self):
        self.env["ir.config_parameter"].set_param("asn.panjang", "x" * 5000)
        satu = self.env["ir.config_parameter"].search([("key", "=", "asn.panjang")])
        self.assertEqual(self.baris(satu).sudo().sesudah["value"]["panjang"], 5002)

    def test_confidential_values_are_masked_in_lists_and_readers_are_noted(self):
        self.ani.write({"rekening_nomor": "9876543210"})
        baris = self.baris(self.ani)[0].with_user(self.sistem.user_id)
        self.assertNotIn("9876543210", baris.ringkas)
        self.assertIn("3210", baris.ringkas)
        self.env.flush_all()
        self.env.invalidate_all()
        isi = baris.web_read({"rincian": {}, "nama_rekaman": {}})[0]
        self.assertIn("9876543210", isi["rincian"])
        self.assertTrue(
            self.jejak(self.ani, kanal="riwayat", objek="asn.jejak.perubahan")
        )
        with self.assertRaises(AccessError):
            baris.read(["sesudah"])

    def test_the_actor_follows_who_acts_within_a_transaction(self):
        self.ani.with_user(self.fasil.user_id).sudo().write({"gelar_depan": "Ir."})
        self.env.flush_all()
        self.badu.with_user(self.sistem.user_id).sudo().write({"gelar_depan": "Ir."})
        self.assertEqual(self.baris(self.ani)[0].user_id, self.fasil.user_id)
        self.assertEqual(self.baris(self.badu)[0].user_id, self.sistem.user_id)

    def test_what_is_rolled_back_leaves_nothing(self):
        awal = self.baris(self.ani)
        with self.env.cr.savepoint() as titik:
            self.ani.gelar_depan = "Drs."
            self.env.flush_all()
            titik.rollback()
        self.assertEqual(self.baris(self.ani), awal)

    def test_a_deleted_record_is_read_from_the_trace(self):
        satu = self.env["ir.config_parameter"].create({"key": "asn.x", "value": "1"})
        satu.unlink()
        self.env.flush_all()
        hapus = self.env["asn.jejak.perubahan"].search(
            [("aksi", "=", "hapus")], limit=1
        )
        isi = hapus.with_user(self.kaban.user_id).web_read(
            {"nama_rekaman": {}, "user_id": {"fields": {"display_name": {}}}}
        )
        self.assertEqual(isi[0]["nama_rekaman"], "asn.x")

    def test_the_trace_outlives_the_person_and_the_account(self):
        self.env.cr.execute(
            "INSERT INTO asn_jejak_perubahan (waktu, aksi, model, res_id, user_id,"
            " employee_id) VALUES (now(), 'ubah', 'hr.employee', 999999, 999999, 999999)"
        )
        Jejak = self.sebagai(self.kaban, "asn.jejak.perubahan")
        satu = Jejak.search([("res_id", "=", 999999)])
        orang = {"fields": {"display_name": {}}}
        isi = satu.web_read({"user_id": orang, "employee_id": orang, "rincian": {}})
        self.assertFalse(isi[0]["user_id"] or isi[0]["employee_id"])
        hasil = Jejak.formatted_read_group([("res_id", "=", 999999)], ["user_id"])
        self.assertFalse(hasil[0]["user_id"])

    def test_who_reads_it(self):
        Jejak = "asn.jejak.perubahan"
        for siapa, boleh in (
            (self.sistem, True),
            (self.kaban, True),
            (self.utama, False),
            (self.fasil, False),
            (self.ani, False),
        ):
            with self.subTest(siapa=siapa.name):
                self.assertEqual(self.sebagai(siapa, Jejak).has_access("read"), boleh)

    def test_nobody_changes_a_row_by_the_orm_or_behind_it(self):
        self.ani.gelar_depan = "Dra."
        satu = self.baris(self.ani)[0]
        for siapa in (self.env.user, self.sistem.user_id, self.kaban.user_id):
            for aksi in (
                lambda s: s.write({"user_id": 1}),
                lambda s: s.unlink(),
                lambda s: s.create({"model": "res.users", "aksi": "ubah"}),
            ):
                with self.assertRaises(AccessError):
                    aksi(satu.with_user(siapa).sudo())
        for perintah in (
            "DELETE FROM asn_jejak_perubahan WHERE id = %s",
            "UPDATE asn_jejak_perubahan SET user_id = 99 WHERE id = %s",
            "UPDATE asn_jejak_perubahan SET hash = 'x', urut = 9, res_id = 1 WHERE id = %s",
            "TRUNCATE asn_jejak_perubahan -- %s",
        ):
            with (
                self.subTest(perintah=perintah),
                mute_logger("odoo.sql_db"),
                self.assertRaises(RaiseException),
                self.env.cr.savepoint(),
            ):
                self.env.cr.execute(perintah, [satu.id])

    def test_a_write_costs_one_query_more_and_the_next_none(self):
        def tulis(nilai):
            awal = self.env.cr.sql_log_count
            self.ani.write({"gelar_depan": nilai})
            self.ani.flush_recordset()
            return self.env.cr.sql_log_count - awal

        tulis("A")
        self.env.cr.precommit.data.pop("asn_pelaku")
        tulis("B")
        biasa = tulis("b")
        self.env.cr.precommit.data.pop("asn_pelaku")
        self.assertEqual(tulis("C"), biasa + 1)
        self.assertEqual(tulis("D"), biasa)

    def test_the_gear_menu_opens_the_changes_of_one_record(self):
        self.ani.sudo().write({"gelar_depan": "Dr."})
        Jejak = self.sebagai(self.kaban, "asn.jejak.perubahan")
        aksi = Jejak.action_rekaman("hr.employee", self.ani.id)
        baris = Jejak.search(aksi["domain"])
        self.assertEqual(baris.mapped("res_id"), [self.ani.id] * len(baris))
        self.assertTrue(baris)
        with self.assertRaises(AccessError):
            self.sebagai(self.fasil, "asn.jejak.perubahan").search(aksi["domain"])

    def test_the_page_is_found_by_index(self):
        """A million rows are not read to show eighty of them."""
        self.env.cr.execute("SET LOCAL enable_seqscan = off")
        for kolom, urutan in (
            ("employee_id = 1", "waktu DESC, id DESC"),
            ("user_id = 1", "waktu DESC, id DESC"),
            ("model = 'x' AND res_id = 1", "waktu DESC, id DESC"),
            ("waktu > now()", "waktu DESC, id DESC"),
        ):
            self.env.cr.execute(
                "EXPLAIN (FORMAT JSON) SELECT id FROM asn_jejak_perubahan"
                f" WHERE {kolom} ORDER BY {urutan} LIMIT 80"
            )
            self.assertIn("Index", json.dumps(self.env.cr.fetchone()[0]))

    def test_an_uninstalled_audit_leaves_no_trigger_behind(self):
        uninstall_hook(self.env)
        self.env.cr.execute(
            "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'asn\\_jejak\\_pemicu%'"
        )
        self.assertFalse(self.env.cr.fetchall())
        awal = self.baris(self.ani)
        self.ani.sudo().write({"gelar_depan": "Prof."})
        self.assertEqual(self.baris(self.ani), awal)

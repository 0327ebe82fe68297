from odoo.addons.asn_layanan.tests.common import LayananCommon
from odoo.addons.asn_masuk.tests.common import LonggarCommon
from odoo.exceptions import MissingError
from odoo.tests import TransactionCase, tagged

#: Queries of one decision, with everything that is noted about it.
_MAKS = 40


@tagged("post_install", "-at_install")
class TestAuditKeputusan(LayananCommon, LonggarCommon, TransactionCase):
    """LL-30-2-b: decisions leave a trace, within the budget of a decision."""

    def test_a_decision_with_its_trace_stays_within_forty_queries(self):
        self.setujui_sampai(self.ajukan("pegawai2"))
        permohonan = self.ajukan()
        for nama in ("atasan", "fasilitator", "admin_aplikasi"):
            self.env.flush_all()
            self.env.invalidate_all()
            # As in a transaction of its own: the database must be told who acts.
            self.env.cr.precommit.data.pop("asn_pelaku", None)
            awal = self.env.cr.sql_log_count
            self.sebagai(nama, permohonan).action_approve()
            self.env.flush_all()
            with self.subTest(nama=nama):
                self.assertLessEqual(self.env.cr.sql_log_count - awal, _MAKS)
            jejak = self.env["asn.jejak.perubahan"].search(
                [
                    ("model", "=", "asn.permohonan"),
                    ("res_id", "=", permohonan.id),
                    ("user_id", "=", self.u[nama].id),
                ]
            )
            self.assertTrue(jejak, nama)
        keputusan = self.env["asn.jejak.perubahan"].search_count(
            [
                ("model", "=", "asn.permohonan.keputusan"),
                ("res_id", "in", permohonan.keputusan_ids.ids),
            ]
        )
        self.assertEqual(keputusan, len(permohonan.keputusan_ids))

    def test_every_print_says_whether_it_needs_an_approval(self):
        """LL-20-4: what an office prints for its work has a class of its own."""
        kelas = self.env["asn.kelas.data"]._peta()
        laporan = self.env["ir.actions.report"].search(
            [("report_name", "like", "asn_%")]
        )
        for satu in laporan.filtered(lambda x: x.model in self.env):
            self.assertIn(f"laporan.{satu.report_name}", kelas)

    def test_print_of_what_is_not_there_is_not_found(self):
        """Of every report of ours, whoever prints: 404 and not a fault of the server."""
        laporan = self.env["ir.actions.report"].search(
            [("report_name", "like", "asn_%")]
        )
        self.assertGreater(len(laporan), 5)
        Laporan = self.env["ir.actions.report"].with_user(
            self.env.ref("base.user_admin")
        )
        for satu in laporan.filtered(lambda x: x.model in self.env):
            with (
                self.subTest(laporan=satu.report_name),
                self.assertRaises(MissingError),
            ):
                Laporan._asn_gerbang(satu.report_name, [999999999])

    def test_every_rule_of_every_addon_is_in_force(self):
        Aturan = self.env["asn.jejak.aturan"]
        self.env.cr.execute(
            "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE t.tgname = 'asn_jejak_pemicu'"
        )
        ada = {tabel for (tabel,) in self.env.cr.fetchall()}
        mau = {self.env[nama]._table for nama in Aturan._daftar()}
        self.assertEqual(mau - ada, set())
        tanpa = set(Aturan.search([]).mapped("model")) - set(self.env.registry)
        self.assertEqual(tanpa, set(), "rules of models that do not exist")
        for aturan in Aturan.search([]):
            kolom = Aturan._pecah(f"{aturan.abaikan or ''},{aturan.rahasia or ''}")
            if aturan.orang:
                kolom.append(aturan.orang[2:])
            self.env.cr.execute(
                "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass",
                [self.env[aturan.model]._table],
            )
            tabel = {nama for (nama,) in self.env.cr.fetchall()}
            with self.subTest(model=aturan.model):
                self.assertEqual(set(kolom) - tabel, set(), "no such columns")

    def test_keys_to_an_account_are_noted_without_their_value(self):
        pegawai = self.u["pegawai"]
        self.env["asn.kode.pemulihan"]._buat(pegawai)
        # sudo: what the browser hands over once; nobody reads it again.
        kunci = self.env["auth.passkey.key"].with_user(pegawai).sudo()
        kunci.create({"name": "Ponsel", "credential_identifier": "abc-1"})
        self.env.flush_all()
        for model, kolom, jumlah in (
            ("asn.kode.pemulihan", "sidik", 10),
            ("auth.passkey.key", "credential_identifier", 1),
        ):
            jejak = self.env["asn.jejak.perubahan"].search(
                [("model", "=", model), ("aksi", "=", "buat")], limit=jumlah
            )
            with self.subTest(model=model):
                self.assertEqual(len(jejak), jumlah)
                self.assertEqual(jejak.employee_id, pegawai.employee_id)
                self.assertEqual(
                    {isi[kolom] for isi in jejak.sudo().mapped("sesudah")}, {"•••"}
                )

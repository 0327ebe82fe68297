from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger
from psycopg2 import Error as PgError

from ..domain import rantai, transisi
from .common import LayananCommon


@tagged("post_install", "-at_install")
class TestRantai(LayananCommon, TransactionCase):
    """Decisions are appended, chained and never changed (PRO-14)."""

    @mute_logger("odoo.sql_db")
    def test_database_refuses_update_and_delete(self):
        p = self.ajukan()
        self.env.flush_all()
        for sql in (
            "UPDATE asn_permohonan_keputusan SET hasil = 'approve' WHERE permohonan_id = %s",
            "DELETE FROM asn_permohonan_keputusan WHERE permohonan_id = %s",
        ):
            with self.assertRaises(PgError), self.env.cr.savepoint():
                self.env.cr.execute(sql, [p.id])
        with self.assertRaises(PgError), self.env.cr.savepoint():
            self.env.cr.execute("TRUNCATE asn_permohonan_keputusan CASCADE")

    def test_change_behind_the_trigger_is_found(self):
        p = self.ajukan()
        self.setujui_sampai(p, "pengawas")
        self.assertFalse(p.keputusan_ids._verify_chain())
        self.env.flush_all()
        korban = p.keputusan_ids.sorted("id")[1]
        self.env.cr.execute("ALTER TABLE asn_permohonan_keputusan DISABLE TRIGGER USER")
        self.env.cr.execute(
            "UPDATE asn_permohonan_keputusan SET catatan = 'palsu' WHERE id = %s",
            [korban.id],
        )
        self.env.cr.execute("ALTER TABLE asn_permohonan_keputusan ENABLE TRIGGER USER")
        self.env.invalidate_all()
        self.assertEqual(p.keputusan_ids._verify_chain(), korban)
        self.assertEqual(self.env["asn.permohonan.keputusan"]._cron_periksa_rantai(), 1)
        kabar = self.env["asn.pemberitahuan"].search(
            [("user_id", "=", self.u["admin_sistem"].id), ("permohonan_id", "=", p.id)]
        )
        self.assertTrue(kabar)

    def test_missing_last_row_is_found(self):
        p = self.ajukan()
        self.setujui_sampai(p, "fasilitator")
        self.env.flush_all()
        self.env.cr.execute("ALTER TABLE asn_permohonan_keputusan DISABLE TRIGGER USER")
        self.env.cr.execute(
            "DELETE FROM asn_permohonan_keputusan WHERE id = %s",
            [max(p.keputusan_ids.ids)],
        )
        self.env.cr.execute("ALTER TABLE asn_permohonan_keputusan ENABLE TRIGGER USER")
        self.env.invalidate_all()
        self.assertTrue(p.keputusan_ids._verify_chain())

    def test_chain_function(self):
        isi = [{"a": 1}, {"a": 2}, {"a": 3}]
        mata, sebelum = [], rantai.AWAL
        for i in isi:
            nilai = rantai.hitung(sebelum, i)
            mata.append((sebelum, nilai, i))
            sebelum = nilai
        self.assertEqual(rantai.periksa(mata), [])
        mata[1] = (mata[1][0], mata[1][1], {"a": 9})
        self.assertEqual(rantai.periksa(mata), [1])
        self.assertEqual(rantai.periksa(mata[1:2]), [0])

    def test_transition_table(self):
        # What is closed stays closed; only a product in force can still be ended.
        lanjut = [k for k in transisi.TRANSISI if k[0] in transisi.AKHIR]
        self.assertEqual(lanjut, [("done", "revoked")])
        self.assertFalse(transisi.boleh("draft", "issued", "issue"))
        self.assertFalse(transisi.boleh("in_review", "issued", "issue"))
        self.assertTrue(transisi.boleh("approved", "issued", "issue"))
        self.assertEqual(
            set(dict.fromkeys(s for k in transisi.TRANSISI for s in k)),
            set(transisi.STATES),
        )

    def test_quorum(self):
        for daftar, kuorum, minimum, hasil in (
            ([True, True], "all", 1, True),
            ([True, False], "all", 1, False),
            ([True, False], "any", 1, True),
            ([False, False], "any", 1, False),
            ([True, True, False], "min", 2, True),
            ([True, False, False], "min", 2, False),
            ([True], "min", 5, True),
        ):
            self.assertEqual(transisi.rencana(daftar, kuorum, minimum), hasil)

from odoo.exceptions import AccessError
from odoo.tests import HttpCase, TransactionCase, tagged
from odoo.tools import mute_logger

from .common import AuditCommon


@tagged("post_install", "-at_install")
class TestMasuk(AuditCommon, HttpCase):
    """KDR-6-2: who signed in, who failed to, and what was refused."""

    def _baris(self, siapa, **syarat):
        domain = [("user_id", "=", siapa.user_id.id)]
        domain += [(nama, "=", nilai) for nama, nilai in syarat.items()]
        return self.env["asn.jejak.masuk"].search(domain)

    @mute_logger("odoo.addons.base.models.res_users", "odoo.http")
    def test_signing_in_failing_and_signing_out_are_noted(self):
        self.ani.user_id.password = "ani-Sandi-1"
        self.authenticate("ani", "ani-Sandi-1")
        masuk = self._baris(self.ani, hasil="masuk")
        self.assertEqual((len(masuk), masuk.nama_cara), (1, "Password"))
        self.url_open("/web/session/logout")
        self.assertEqual(len(self._baris(self.ani, hasil="keluar")), 1)
        for _kali in range(3):
            self._coba_masuk("ani", "salah")
        gagal = self._baris(self.ani, hasil="gagal")
        self.assertEqual((len(gagal), gagal.jumlah), (1, 3))
        self.assertTrue(gagal.alamat_ip)
        # A program says its own name; a browser is named as people know it.
        self.assertIn("requests", gagal.peramban)

    def _coba_masuk(self, login, sandi):
        isi = {"params": {"db": self.env.cr.dbname, "login": login, "password": sandi}}
        jawab = self.url_open("/web/session/authenticate", json=isi)
        self.assertIn("error", jawab.json())

    @mute_logger("odoo.addons.base.models.res_users", "odoo.http")
    def test_a_login_that_does_not_exist_is_not_stored(self):
        self._coba_masuk("sandiSaya99", "x")
        self.env.cr.execute(
            "SELECT count(*), count(*) FILTER (WHERE to_jsonb(t)::text LIKE"
            " '%sandiSaya99%') FROM asn_jejak_masuk t WHERE user_id IS NULL"
        )
        self.assertEqual(self.env.cr.fetchone(), (1, 0))

    def test_everybody_sees_the_own_sign_ins_only(self):
        for siapa in (self.ani, self.badu):
            self.env["asn.jejak.masuk"]._catat(siapa.user_id.id, "masuk", "password")
        for siapa, melihat in ((self.ani, 1), (self.sistem, 2), (self.kaban, 2)):
            ada = self.sebagai(siapa, "asn.jejak.masuk").search_count(
                [("user_id", "in", (self.ani | self.badu).user_id.ids)]
            )
            self.assertEqual(ada, melihat)

    @mute_logger("odoo.addons.base.models.ir_rule", "odoo.http")
    def test_a_refused_request_is_noted_after_it_was_undone(self):
        self.ani.user_id.password = "ani-Sandi-1"
        self.authenticate("ani", "ani-Sandi-1")
        for _kali in range(2):
            self.make_jsonrpc_request_ditolak()
        tolak = self.env["asn.jejak.tolak"].search(
            [("user_id", "=", self.ani.user_id.id), ("model", "=", "hr.employee")]
        )
        self.assertEqual(tolak.mapped("operasi"), ["read"])
        self.assertEqual((tolak.res_id, tolak.employee_id), (self.cici.id, self.cici))
        self.assertEqual(tolak.jumlah, 2)
        self.assertEqual(
            (tolak.nama_model, tolak.nama_peran),
            ("Employee", "Civil Servant (Pegawai ASN)"),
        )

    def make_jsonrpc_request_ditolak(self):
        """Ask for the number of somebody in another office."""
        isi = {
            "params": {
                "model": "hr.employee",
                "method": "read",
                "args": [[self.cici.id], ["nik"]],
                "kwargs": {},
            }
        }
        jawab = self.url_open("/web/dataset/call_kw/hr.employee/read", json=isi)
        self.assertIn("error", jawab.json())


@tagged("post_install", "-at_install")
class TestTolak(AuditCommon, TransactionCase):
    """Attempts are counted cheaply and bounded."""

    def test_trying_everything_costs_one_row_an_hour(self):
        Tolak = self.env["asn.jejak.tolak"]
        kunci = (self.ani.user_id.id, "asn.riwayat.gaji", "read")
        for nomor in range(5):
            Tolak._tulis(self.env.cr, {kunci: nomor}, "pegawai", "10.0.0.1")
        baris = Tolak.search([("user_id", "=", self.ani.user_id.id)])
        self.assertEqual((len(baris), baris.jumlah, baris.res_id), (1, 5, 0))

    def test_only_models_that_matter_are_noted(self):
        Tolak = self.env["asn.jejak.tolak"]
        for model, penting in (
            ("hr.employee", True),
            ("asn.dokumen", True),
            ("res.users", True),
            ("res.country", False),
        ):
            self.assertEqual(Tolak._is_penting(model), penting)

    def test_who_reads_them(self):
        for siapa, boleh in (
            (self.sistem, True),
            (self.kaban, True),
            (self.ani, False),
        ):
            Tolak = self.sebagai(siapa, "asn.jejak.tolak")
            self.assertEqual(Tolak.has_access("read"), boleh)
            with self.assertRaises(AccessError):
                Tolak.create({"model": "x"})

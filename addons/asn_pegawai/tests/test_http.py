import json

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import NIP_P, PegawaiCommon


@tagged("post_install", "-at_install")
class TestPintuHttp(PegawaiCommon, HttpCase):
    """Doors that exist only over HTTP."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.korban = cls.orang("http_korban", unit=cls.dinas_b, nip=NIP_P)
        cls.pegawai = cls.orang("http_pegawai", unit=cls.dinas_a)
        cls.admin = cls.orang("http_admin", ("admin_sistem",))

    def _rpc(self, url, **params):
        jawab = self.url_open(
            url,
            data=json.dumps({"jsonrpc": "2.0", "method": "call", "params": params}),
            headers={"Content-Type": "application/json"},
        )
        return jawab.json()

    def test_organisation_chart_leads_to_the_directory(self):
        for login, model in (
            ("http_pegawai", "hr.employee.public"),
            ("http_admin", "hr.employee"),
        ):
            self.authenticate(login, login)
            jawab = self._rpc("/hr/get_redirect_model")
            self.assertEqual(jawab["result"], model)

    def test_picture_of_a_profile_out_of_scope_is_a_placeholder(self):
        self.authenticate("http_pegawai", "http_pegawai")
        sendiri = self.url_open(f"/web/image/hr.employee/{self.pegawai.id}/avatar_128")
        lain = self.url_open(f"/web/image/hr.employee/{self.korban.id}/avatar_128")
        direktori = self.url_open(
            f"/web/image/hr.employee.public/{self.korban.id}/avatar_128"
        )
        self.assertIn("svg", sendiri.headers["Content-Type"])
        self.assertNotIn("svg", lain.headers["Content-Type"])
        self.assertIn("svg", direktori.headers["Content-Type"])

    @mute_logger("odoo.http")
    def test_private_methods_are_refused(self):
        self.authenticate("http_admin", "http_admin")
        for model, metode in (
            ("asn.riwayat.golongan", "_catat"),
            ("asn.riwayat.golongan", "_mesin"),
            ("asn.riwayat.golongan", "_sahkan"),
            ("hr.employee", "_asn_create_bulk"),
            ("hr.employee", "_project_riwayat"),
            ("hr.employee", "_asn_buat_akun"),
            ("hr.employee", "_asn_tautan_undangan"),
        ):
            jawab = self._rpc(
                f"/web/dataset/call_kw/{model}/{metode}",
                model=model, method=metode, args=[[]], kwargs={},
            )  # fmt: skip
            with self.subTest(metode=metode):
                self.assertIn("error", jawab)

    @mute_logger("odoo.http")
    def test_profile_of_a_colleague_is_refused_over_rpc(self):
        self.authenticate("http_pegawai", "http_pegawai")
        for metode, args in (
            ("read", [[self.korban.id], ["nip"]]),
            ("web_read", [[self.korban.id], {"nip": {}}]),
            ("write", [[self.pegawai.id], {"no_hp": "081"}]),
        ):
            jawab = self._rpc(
                f"/web/dataset/call_kw/hr.employee/{metode}",
                model="hr.employee", method=metode, args=args, kwargs={},
            )  # fmt: skip
            with self.subTest(metode=metode):
                self.assertIn("AccessError", jawab["error"]["data"]["name"])

from datetime import timedelta
from unittest.mock import patch

from odoo import Command
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import HttpMasukCommon

_HAK = "asn_base.group_fasilitator"


@tagged("post_install", "-at_install")
class TestHakBerakhir(HttpMasukCommon, HttpCase):
    """A role that ends takes the running session and the keys with it (F85).

    Each way first shows what the holder reached in the very session that ends.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.hari = cls.env["hr.employee"]._asn_hari_ini()
        cls.user = cls.akun("hak_akhir")
        cls.unit = cls.env["hr.department"].create({"name": "Dinas Hak"})
        cls.role = cls.env.ref("asn_base.role_fasilitator")
        cls.user.role_line_ids = [
            Command.create({"role_id": cls.env.ref("asn_base.role_pegawai").id})
        ]
        Pakta = cls.env["asn.pakta"]._mesin()
        for teks in cls.env["asn.pakta.teks"]._yang_berlaku():
            Pakta.create(Pakta._vals_pakta(cls.user, teks))

    def setUp(self):
        super().setUp()
        # Each test begins on a day that this process has seen.
        self.startPatcher(
            patch.object(self.env.registry, "asn_hari_gerbang", self.hari, create=True)
        )

    def _beri(self, **nilai):
        """Appoint the account and return the appointment."""
        beri = (
            self.env["asn.pemberian.peran"]
            ._mesin()
            .create(
                {
                    "user_id": self.user.id,
                    "role_id": self.role.id,
                    "alasan": "Pengganti pejabat lama",
                    "tanggal_mulai": self.hari - timedelta(days=9),
                    "tanggal_selesai": self.hari + timedelta(days=9),
                    "unit_ids": [Command.set(self.unit.ids)],
                    "state": "disetujui",
                    **nilai,
                }
            )
        )
        beri._pasang()
        self.env.flush_all()
        return beri

    def _berhak(self):
        """Ask the server in the running session; None when it is over."""
        jawab = self.rpc(
            "/web/dataset/call_kw/res.users/has_group",
            model="res.users",
            method="has_group",
            args=[[self.user.id], _HAK],
            kwargs={},
        )
        return jawab.get("result")

    def _besok(self):
        """Let the city have reached the next day."""
        besok = self.hari + timedelta(days=1)
        self.startPatcher(
            patch.object(
                type(self.env["hr.employee"]), "_asn_hari_ini", lambda _self: besok
            )
        )

    @mute_logger("odoo.http")
    def _periksa(self, akhiri):
        self.masuk("hak_akhir")
        self.assertTrue(self._berhak(), "while it lasts")
        akhiri()
        self.env.flush_all()
        self.assertIsNone(self._berhak(), "the session goes with the right")
        self.assertIsNone(self.siapa())
        self.assertIn("/web/login", self.url_open("/odoo").url)
        self.masuk("hak_akhir")
        self.assertEqual(self.siapa(), self.user.id)
        self.assertIs(self._berhak(), False, "an ordinary employee again")

    def test_term_that_ran_out_ends_the_session_at_midnight(self):
        self._beri(tanggal_selesai=self.hari)
        self._periksa(self._besok)

    def test_pact_that_ran_out_ends_the_session_at_midnight(self):
        self._beri()
        self.env.cr.execute(
            "UPDATE asn_pakta SET berlaku_sampai = %s WHERE user_id = %s"
            " AND jenis = 'pakta'",
            [self.hari, self.user.id],
        )
        self.env.invalidate_all()
        self._periksa(self._besok)

    def test_revocation_ends_the_session_at_once(self):
        beri = self._beri()
        self._periksa(lambda: beri._akhiri("akun", "Pelanggaran pakta integritas"))

    def test_rule_that_ends_rights_ends_the_session_at_once(self):
        self._beri()
        self._periksa(
            lambda: self.user._asn_akhiri_hak(False, self.hari, "Cuti besar sejak kini")
        )

    def test_end_of_a_role_line_by_hand_ends_the_session_at_once(self):
        self._beri()
        baris = self.user.role_line_ids.filtered(lambda b: b.role_id == self.role)
        kemarin = self.hari - timedelta(days=2)
        self._periksa(lambda: baris.write({"date_to": kemarin}) and self.user.write({}))

    def test_new_text_that_is_to_be_signed_ends_the_session(self):
        self._beri()
        self._periksa(
            lambda: (
                self.env["asn.pakta.teks"]
                .search([("jenis", "=", "keamanan"), ("state", "=", "berlaku")])
                .copy({"ulang_sejak": self.hari})
                ._terbitkan()
            )
        )

    @mute_logger("odoo.http")
    def test_api_key_loses_the_right_at_midnight(self):
        self._beri(tanggal_selesai=self.hari)
        kunci = self.env["res.users.apikeys"].with_user(self.user)
        # sudo: as the dialog does, which needs a person at the keyboard.
        kunci = kunci.sudo()._generate(None, "uji", False)
        self.env.flush_all()

        def tanya():
            return self.url_open(
                "/json/2/res.users/has_group",
                json={"ids": [self.user.id], "group_ext_id": _HAK},
                headers={"Authorization": f"bearer {kunci}"},
            ).json()

        self.assertIs(tanya(), True)
        self._besok()
        self.assertIs(tanya(), False)

"""What the tests of signing in share. Plain mixins: no TestCase base here."""

import json
import re

from odoo import Command
from odoo.addons.asn_base.tests.common import AsnCommon
from odoo.addons.auth_totp.models.totp import TOTP, hotp

SANDI = "Kuda-Terbang-Merah-7"
RAHASIA = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


class LonggarCommon(AsnCommon):
    """The accounts of the contract have short passwords, as in the demo city."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["ir.config_parameter"].set_param("asn_masuk.longgar_demo", "1")


class MasukCommon(AsnCommon):
    """Accounts with acceptable passwords of their own."""

    @classmethod
    def akun(cls, login, *peran, **nilai):
        """Create an account whose owner has chosen the password already."""
        user = cls.buat_user(login, peran or ("pegawai",), password=SANDI, **nilai)
        user.write({"asn_sandi_sementara": False, "asn_sandi_orang_lain_pada": False})
        return user

    @classmethod
    def pasang_totp(cls, user):
        """Give an account an app; ``kode`` answers its codes."""
        user.totp_secret = RAHASIA
        cls.env.flush_all()

    @classmethod
    def menunggu_pakta(cls, user, nip):
        """Give an account a profile and a role that waits for its statements.

        :return: the person, and the form that ticks what is to be signed
        """
        orang = cls.env["hr.employee"].create(
            {"name": user.name, "user_id": user.id, "nip": nip}
        )
        teks = cls.env["asn.pakta.teks"]._yang_berlaku()
        Pakta = cls.env["asn.pakta"]._mesin()
        ketentuan = teks.filtered(lambda t: t.jenis == "ketentuan")
        Pakta.create(Pakta._vals_pakta(user, ketentuan))
        fasilitator = cls.env.ref("asn_base.role_fasilitator")
        user.role_line_ids = [Command.create({"role_id": fasilitator.id})]
        cls.env.flush_all()
        isian = {f"teks_{t.id}": t.sha256 for t in teks - ketentuan}
        isian |= {f"setuju_{t.id}": "1" for t in teks - ketentuan}
        return orang, isian

    @staticmethod
    def kode(geser=0):
        """Return the six digits that the app shows now, or some steps later."""
        import base64
        import time

        kunci = base64.b32decode(RAHASIA)
        assert TOTP(kunci)
        return f"{hotp(kunci, int(time.time() / 30) + geser):06d}"


class HttpMasukCommon(MasukCommon):
    """Signing in over HTTP as a browser and a program do."""

    def masuk(self, login, sandi=SANDI):
        """Post the sign-in form and return the answer."""
        return self.kirim("/web/login", login=login, password=sandi)

    def kirim(self, alamat, **isian):
        """Get a page and post its form back."""
        halaman = self.url_open(alamat)
        tanda = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', halaman.text)
        isian["csrf_token"] = tanda and tanda.group(1)
        return self.url_open(alamat, data=isian, allow_redirects=True)

    def kirim_tanda(self, isian):
        """Post the form of statements without a password."""
        halaman = self.url_open("/asn/pernyataan").text
        tanda = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', halaman)
        isi = dict(isian, csrf_token=tanda and tanda.group(1))
        return self.url_open("/asn/pernyataan/tanda", data=isi)

    def rpc(self, alamat, **params):
        """Call a JSON route and return the answer's dictionary."""
        isi = {"jsonrpc": "2.0", "method": "call", "params": params}
        jawaban = self.url_open(
            alamat, data=json.dumps(isi), headers={"Content-Type": "application/json"}
        )
        return jawaban.json()

    def siapa(self):
        """Return the account that the server takes this browser for, or None."""
        jawaban = self.rpc("/web/session/get_session_info")
        return jawaban.get("result", {}).get("uid")

    def baca(self, model="res.users"):
        """Try to read over the web client's route; return the error's name or None."""
        jawaban = self.rpc(
            f"/web/dataset/call_kw/{model}/search_read",
            model=model,
            method="search_read",
            args=[[]],
            kwargs={"fields": ["id"], "limit": 1},
        )
        return jawaban.get("error", {}).get("data", {}).get("name")

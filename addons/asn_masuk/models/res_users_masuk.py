import contextlib
import contextvars

from markupsafe import Markup
from odoo import api, models
from odoo.addons.asn_base.models.res_users_batas import SETEL_ULANG, SETEL_ULANG_AKUN
from odoo.addons.asn_base.pembatas import alamat
from odoo.exceptions import AccessDenied
from odoo.http import request

from ..domain import sandi as sandi_
from ..domain.kunci import jaringan

#: What nobody can guess: a stranger's failures do not keep its owner out.
_TAK_TERTEBAK = ("webauthn", "asn_sso")
#: Kind of the credential that is being checked in this request.
_JENIS = contextvars.ContextVar("asn_masuk_jenis", default="password")
_METODE = {"oauth": "sso", "passkey": "passkey", "asn_sso": "sso", "apikey": "apikey"}


class ResUsers(models.Model):
    """Signing in: locks, the log, and no hint whether an account exists."""

    _inherit = "res.users"

    def _asn_cari_login(self, user):
        """Return (what was typed, account) from what core hands over."""
        Pengguna = self.env["res.users"]
        if isinstance(user, int):
            # sudo: nobody is signed in yet.
            akun_sudo = Pengguna.sudo().browse(user)
            return akun_sudo.login, akun_sudo
        # sudo: nobody is signed in yet.
        akun_sudo = Pengguna.sudo().search(
            self._get_login_domain(user or ""), order=self._get_login_order(), limit=1
        )
        return user or "", akun_sudo

    @contextlib.contextmanager
    def _assert_can_auth(self, user=None):
        """Count failures of the account as well, in the database.

        A passkey and a single sign-on cannot be guessed: a stranger's failures
        do not shut their owner out.
        """
        login, akun = self._asn_cari_login(user)
        jaga = contextlib.nullcontext()
        if _JENIS.get() not in _TAK_TERTEBAK:
            # By number: the second stage, or an account that is signed in.
            kedua = isinstance(user, int)
            tuntas = kedua or not akun or not akun._mfa_url()
            # sudo: counters are the system's.
            Kunci_sudo = self.env["asn.masuk.kunci"].sudo()
            jaga = Kunci_sudo._jaga(login, akun, tuntas, kedua)
        with jaga, super()._assert_can_auth(user=user):
            yield

    def _login(self, credential, user_agent_env):
        tanda = _JENIS.set(credential.get("type"))
        try:
            if credential.get("type") == "password":
                self._asn_samakan_waktu(credential)
            hasil = super()._login(credential, user_agent_env)
        finally:
            _JENIS.reset(tanda)
        # sudo: the log is the system's.
        user_sudo = self.env["res.users"].sudo().browse(hasil["uid"])
        user_sudo._asn_setelah_masuk(hasil["auth_method"])
        return hasil

    def _asn_samakan_waktu(self, credential):
        """Spend the time of a check also where there is nothing to check.

        Otherwise the answer's speed tells which accounts exist.
        """
        _login, akun_sudo = self._asn_cari_login(credential["login"])
        self.env.cr.execute(
            "SELECT 1 FROM res_users WHERE id = %s AND password > ''",
            [akun_sudo.id or 0],
        )
        if not self.env.cr.rowcount:
            self._crypt_context().hash("-")

    def _check_credentials(self, credential, env):
        if credential.get("type") == "password":
            self._asn_tolak_sandi_mati()
        hasil = super()._check_credentials(credential, env)
        if hasil["auth_method"] == "password" and (env or {}).get("interactive", True):
            self._asn_tandai_sandi_lemah(credential["password"])
        return hasil

    def _asn_tolak_sandi_mati(self):
        """Refuse passwords where the city signs in by single sign-on.

        Emergency accounts keep theirs. The words are the same for everybody.

        :raise AccessDenied:
        """
        # sudo: which account it is, before anybody is signed in.
        akun_sudo = self.env.user.sudo()
        if self._asn_setelan("sandi_dimatikan") and not akun_sudo.asn_akun_darurat:
            raise AccessDenied(
                self.env._("Wrong name or password, or use single sign-on (SSO).")
            )

    def _asn_tandai_sandi_lemah(self, sandi):
        """Have a password changed that today's rules would not accept."""
        user = self.env.user
        if self._asn_longgar() or user.asn_sandi_sementara:
            return
        aturan = sandi_.Aturan(
            panjang=self._asn_setelan("auth_password_policy.minlength"),
            kecil=False,
            besar=False,
            angka=False,
        )
        if sandi_.periksa(sandi, aturan):
            # sudo: a mark of the system on the account that signs in.
            user.sudo().asn_sandi_sementara = True

    def _asn_setelah_masuk(self, metode):
        """Log a sign-in and report an odd one to its owner (LL-25-2)."""
        self.ensure_one()
        Catatan = self.env["asn.masuk.catatan"]
        asal = Catatan._asal()
        net = jaringan(asal["alamat"])
        aneh = []
        if request and self._asn_setelan("lapor_masuk"):
            if not Catatan._dikenal(self, "perangkat", asal["perangkat"]):
                aneh.append(("perangkat_baru", asal["perangkat"]))
            elif net and not Catatan._dikenal(self, "jaringan", net):
                aneh.append(("perangkat_baru", asal["alamat"]))
            if net and (lain := Catatan._jaringan_lain(self, net)):
                aneh.append(("dua_tempat", lain))
        kurang = None
        if metode != "passkey" and self._mfa_url():
            kurang = self.env._("the second factor was still to come")
        Catatan._catat(
            "berhasil",
            self,
            metode=_METODE.get(metode, "password"),
            keterangan=kurang,
        )
        if metode == "passkey":
            self.env["asn.pakta"]._asn_catat_bukti(self)
        for peristiwa, keterangan in aneh:
            Catatan._catat(peristiwa, self, keterangan=keterangan)
        if aneh:
            self._asn_lapor_masuk(aneh, asal)

    def _asn_lapor_masuk(self, aneh, asal):
        """Tell the owner of an account by app and e-mail, with a way to object."""
        jenis = dict(aneh)
        if "dua_tempat" in jenis:
            judul = self.env._("Your account is used in two places at once")
        else:
            judul = self.env._("Sign-in from a new device or network")
        self._asn_beri_tahu(
            judul,
            self.env._(
                "Device: %(device)s. Address: %(address)s. If this was you, there is"
                " nothing to do.",
                device=asal["perangkat"] or self.env._("unknown"),
                address=asal["alamat"] or self.env._("unknown"),
            ),
            tanya=True,
        )

    @api.model
    def reset_password(self, login):
        """Send a link to choose a new password; say nothing about the account.

        Core answers otherwise for names that do not exist. Three letters an
        hour for an account, twenty for an address.
        """
        nama = (login or "").strip().lower()
        if request and not (SETEL_ULANG.coba(alamat()) and SETEL_ULANG_AKUN.coba(nama)):
            return
        # sudo: whether there is such an account stays inside.
        akun_sudo = self.sudo().search(
            self._get_login_domain(login) | self._get_email_domain(login), limit=2
        )
        if len(akun_sudo) != 1 or not akun_sudo._is_internal():
            return
        akun_sudo.partner_id.signup_prepare(signup_type="reset")
        akun_sudo._asn_kirim_surel(
            self.env._("Choose a new password"),
            Markup("<p>%s</p><p><a href='%s'>%s</a></p>")
            % (
                self.env._(
                    "Somebody, probably you, asked for a new password of your account."
                    " If it was not you, there is nothing to do."
                ),
                akun_sudo.partner_id._get_signup_url(),
                self.env._("Choose a new password"),
            ),
        )

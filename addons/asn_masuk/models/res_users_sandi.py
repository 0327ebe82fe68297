from datetime import timedelta

from odoo import api, fields, models
from odoo.addons.base.models.res_users import check_identity
from odoo.exceptions import UserError

from ..domain import sandi as sandi_


class ResUsers(models.Model):
    """Passwords: what they must be, how old they may be (KDR-6-1, LL-25-1)."""

    _inherit = "res.users"

    asn_sandi_pada = fields.Datetime("Password Of", readonly=True, copy=False)
    asn_sandi_sementara = fields.Boolean(
        "Password To Be Changed",
        readonly=True,
        copy=False,
        help="Somebody else set the password: it is changed at the next sign-in.",
    )

    asn_sandi_orang_lain_pada = fields.Datetime(
        "Password Set by Somebody Else On",
        readonly=True,
        copy=False,
        groups=fields.NO_ACCESS,
    )

    @api.model
    def get_password_policy(self):
        """Return the rules of passwords, for the meter beside the field."""
        return dict(
            super().get_password_policy(),
            minlength=self._asn_setelan("auth_password_policy.minlength"),
        )

    @check_identity
    def preference_change_password(self):
        """Give the dialog a title in the words of this product."""
        return super().preference_change_password() | {
            "name": self.env._("Change My Password")
        }

    def _check_password_policy(self, passwords):
        """Refuse a password with everything it lacks, in words.

        The demo city's accounts share one known password; nobody else is exempt.

        :raise UserError: naming each missing thing
        """
        if self._asn_longgar():
            return
        for sandi in passwords:
            if not sandi:
                continue
            for user in self or self.env["res.users"].browse([False]):
                user._asn_periksa_sandi(sandi)

    def _asn_periksa_sandi(self, sandi):
        aturan = sandi_.Aturan(
            panjang=self._asn_setelan("auth_password_policy.minlength"),
            **{
                nama: bool(self._asn_setelan(f"sandi_{nama}"))
                for nama in ("kecil", "besar", "angka", "simbol")
            },
        )
        kurang = sandi_.periksa(sandi, aturan, self._asn_data_diri())
        pesan = [self._asn_kata_sandi(kode, aturan) for kode in kurang]
        riwayat = self._asn_setelan("sandi_riwayat")
        if self.env["asn.sandi.lama"]._pernah(self, sandi, riwayat):
            pesan.append(
                self.env._("one that you have not used before (the last %s)", riwayat)
            )
        if pesan:
            raise UserError(
                self.env._("This password is not accepted. It still needs:")
                + "".join(f"\n• {p}" for p in pesan)
            )

    @api.model
    def _asn_kata_sandi(self, kode, aturan):
        """Return what a code of ``domain.sandi.periksa`` asks for, in words."""
        return {
            "panjang": self.env._("at least %s characters", aturan.panjang),
            "kecil": self.env._("a small letter"),
            "besar": self.env._("a capital letter"),
            "angka": self.env._("a digit"),
            "simbol": self.env._("a sign such as ! ? - #"),
            "umum": self.env._(
                "to be less common: this one is on every guesser's list"
            ),
            "data_diri": self.env._(
                "to leave out your name, user name, NIP and date of birth"
            ),
            "ulang": self.env._("more different characters"),
        }[kode]

    def _asn_data_diri(self):
        """Return texts about a person that no password may contain."""
        if not self.id:
            return []
        # sudo: the birthday is compared, not shown.
        user_sudo = self.sudo()
        # Of the partner: while an account is created, its own name is not readable.
        orang_sudo = user_sudo.partner_id
        teks = [
            orang_sudo.name,
            user_sudo.login,
            (orang_sudo.email or "").split("@")[0],
        ]
        for pegawai_sudo in user_sudo.employee_ids:
            teks += sandi_.tanggal_lahir(pegawai_sudo.birthday)
            for nama in ("name", "nip", "nik"):
                if nama in pegawai_sudo._fields:
                    teks.append(pegawai_sudo[nama] or "")
        return [t for t in teks if t]

    def _set_encrypted_password(self, uid, pw):
        user = self.browse(uid)
        self.env["asn.sandi.lama"]._simpan(user, self._asn_setelan("sandi_riwayat"))
        return super()._set_encrypted_password(uid, pw)

    def _set_password(self):
        """Note when a password was set and whether by somebody else."""
        hasil = super()._set_password()
        for user in self:
            orang_lain = user._asn_sandi_orang_lain()
            nilai = {
                "asn_sandi_pada": fields.Datetime.now(),
                "asn_sandi_sementara": orang_lain,
            }
            if orang_lain:
                nilai["asn_sandi_orang_lain_pada"] = nilai["asn_sandi_pada"]
            # sudo: kept by the system; who signs up or resets may not write users.
            user.sudo().write(nilai)
            if orang_lain and user.login_date:
                user._asn_beri_tahu(
                    self.env._("Somebody else set your password"),
                    self.env._(
                        "%s set a new password for your account. If you did not ask for"
                        " it, tell Kepala Badan.",
                        self.env.user.name,
                    ),
                )
            if user.id:
                self.env["asn.masuk.catatan"]._catat("sandi_diganti", user)
        return hasil

    def _asn_sandi_orang_lain(self):
        """Say whether somebody else sets this password, not its owner.

        The owner is signed in, or came by the link of an invitation, where
        nobody is signed in.
        """
        if self._asn_longgar() or self.env.uid == self.id:
            return False
        return not self.env.user._is_public()

    def _asn_sandi_wajib_ganti(self):
        """Say whether the password must be changed before the session begins."""
        self.ensure_one()
        if self._asn_longgar():
            return False
        # sudo: read before anybody is signed in.
        user_sudo = self.sudo()
        if user_sudo.asn_sandi_sementara:
            return True
        umur = self._asn_setelan("sandi_umur")
        pada = user_sudo.asn_sandi_pada
        return bool(
            umur and (not pada or pada + timedelta(days=umur) < fields.Datetime.now())
        )

import base64
import io
import json
import os
import re
import time
from urllib.parse import quote, urlencode

import qrcode
from odoo import http
from odoo.addons.auth_totp.models.totp import TOTP_SECRET_SIZE
from odoo.addons.web.controllers.utils import _get_login_redirect_url
from odoo.exceptions import AccessDenied, UserError
from odoo.http import request

from .masuk import _tertunda

#: How long one may take between password and second factor, in seconds.
_UMUR = 900


class Langkah(http.Controller):
    """Steps between the right password and the session.

    All the while the session has no user (``pre_uid`` only), so that whatever
    is called instead of these pages is called by a visitor.
    """

    @http.route(
        "/web/login/langkah", type="http", auth="public", methods=["GET", "POST"],
        sitemap=False,
    )  # fmt: skip
    def langkah(self, redirect=None, **isian):
        """Show the next step and take its answer."""
        if request.session.uid:
            return request.redirect(
                _get_login_redirect_url(request.session.uid, redirect)
            )
        user = self._user()
        if not user:
            return request.redirect("/web/login")
        salah = None
        if request.httprequest.method == "POST":
            try:
                hasil = self._jawab(user, isian, redirect)
                if hasil is not None:
                    return hasil
            except (AccessDenied, UserError) as ditolak:
                salah = str(ditolak)
        if not user._asn_langkah() and self._perlu_bukti(user) != "webauthn":
            return self._selesai(user, redirect)
        return self._halaman(user, redirect, salah)

    def _user(self):
        """Return the waiting account while its time runs."""
        user = _tertunda()
        if not user:
            return None
        mulai = request.session.setdefault("asn_langkah_mulai", time.time())
        if request.session.get("asn_langkah_uid") != user.id:
            request.session["asn_langkah_uid"] = user.id
            request.session["asn_langkah_mulai"] = mulai = time.time()
            request.session.pop("asn_lulus", None)
        if time.time() - mulai > _UMUR:
            request.session.logout(keep_db=True)
            return None
        return user

    def _jawab(self, user, isian, redirect):
        """Do what one form asks for; return a page or None to go on."""
        jenis = isian.get("langkah")
        with user._assert_can_auth(user=user.id):
            if jenis == "passkey":
                self._buktikan_passkey(user, isian)
            elif jenis == "sandi" and "sandi" in user._asn_langkah():
                self._ganti_sandi(user, isian)
            elif jenis == "totp" and "faktor" in user._asn_langkah():
                return self._pasang_totp(user, isian, redirect)
            elif jenis == "daftar_passkey" and "faktor" in user._asn_langkah():
                return self._pasang_passkey(user, isian, redirect)
        return None

    def _perlu_bukti(self, user):
        """Return how a factor that exists is proved first: totp, webauthn or None."""
        if request.session.get("asn_lulus"):
            return None
        jenis = user._mfa_type()
        return jenis if jenis in ("totp", "webauthn") else None

    def _buktikan_passkey(self, user, isian):
        if not isian.get("webauthn_response"):
            raise AccessDenied(request.env._("The passkey did not answer."))
        user._check_credentials(
            {"type": "webauthn", "webauthn_response": isian["webauthn_response"]},
            {"interactive": True},
        )
        request.session["asn_lulus"] = True

    def _ganti_sandi(self, user, isian):
        """Change a password that somebody else set, or that is too old."""
        bukti = self._perlu_bukti(user)
        if bukti == "webauthn":
            raise AccessDenied(request.env._("Use your passkey first."))
        if bukti == "totp":
            user._check_credentials(
                {"type": "totp", "token": _angka(isian.get("kode"))},
                {"interactive": True},
            )
            request.session["asn_lulus"] = True
        baru = isian.get("sandi_baru") or ""
        if baru != isian.get("sandi_ulang"):
            raise UserError(request.env._("The two new passwords differ."))
        if not baru.strip():
            raise UserError(request.env._("Type the new password twice."))
        # sudo: the owner proved the old password in this session.
        user.sudo()._change_password(baru)

    def _pasang_totp(self, user, isian, redirect):
        rahasia = request.session.get("asn_totp")
        if not rahasia or not user._totp_try_setting(
            rahasia, _angka(isian.get("kode"))
        ):
            raise UserError(
                request.env._("The code does not match. Type the newest six digits.")
            )
        request.session.pop("asn_totp", None)
        return self._kode_pemulihan(user, redirect)

    def _pasang_passkey(self, user, isian, redirect):
        jawaban = isian.get("webauthn_response")
        if not jawaban:
            raise UserError(request.env._("The passkey did not answer."))
        request.session["identity-check-last"] = time.time()
        buat = request.env(user=user.id)["auth.passkey.key.create"].create(
            {"name": (isian.get("nama") or "Passkey")[:60]}
        )
        buat.make_key(json.loads(jawaban))
        request.session.pop("identity-check-last", None)
        return self._kode_pemulihan(user, redirect)

    def _kode_pemulihan(self, user, redirect):
        """Open the session and show the recovery codes, this once."""
        request.session["asn_lulus"] = True
        if user._asn_langkah():
            return None
        kode = user.env["asn.kode.pemulihan"]._buat(user)
        self._buka(user)
        return _halaman_kode(kode, redirect)

    def _selesai(self, user, redirect):
        """Open the session, or go on to the code of the app."""
        if self._perlu_bukti(user) == "totp":
            return request.redirect_query(
                "/web/login/totp", {"redirect": redirect or ""}
            )
        self._buka(user)
        return request.redirect(_get_login_redirect_url(user.id, redirect))

    def _buka(self, user):
        for kunci in ("asn_lulus", "asn_langkah_mulai", "asn_langkah_uid", "asn_totp"):
            request.session.pop(kunci, None)
        request.env.flush_all()
        request.session.finalize(request.env)
        request.update_env(user=request.session.uid)
        request.update_context(**request.session.context)

    def _halaman(self, user, redirect, salah):
        langkah = user._asn_langkah()
        bukti = self._perlu_bukti(user)
        nilai = {
            "user": user,
            "redirect": redirect or "",
            "error": salah,
            "bukti": bukti,
            "tahap": "passkey"
            if bukti == "webauthn"
            else ("sandi" if "sandi" in langkah else "faktor"),
            "panjang": user._asn_setelan("auth_password_policy.minlength"),
        }
        if nilai["tahap"] == "faktor":
            nilai |= self._rahasia_baru(user)
        tanggapan = request.render("asn_masuk.langkah", nilai)
        tanggapan.headers["Cache-Control"] = "no-store"
        tanggapan.headers["X-Frame-Options"] = "DENY"
        return tanggapan

    def _rahasia_baru(self, user):
        """Return the secret of a new app and its picture; kept in this session."""
        rahasia = request.session.get("asn_totp")
        if not rahasia:
            rahasia = base64.b32encode(os.urandom(TOTP_SECRET_SIZE // 8)).decode()
            request.session["asn_totp"] = rahasia
        penerbit = "ASN Terpadu"
        alamat = "otpauth://totp/" + quote(f"{penerbit}:{user.login}")
        alamat += "?" + urlencode({"secret": rahasia, "issuer": penerbit})
        gambar = io.BytesIO()
        qrcode.make(alamat.encode(), box_size=4).save(gambar, format="PNG")
        return {
            "rahasia": " ".join(re.findall("....", rahasia)),
            "alamat": alamat,
            "gambar": base64.b64encode(gambar.getvalue()).decode(),
        }

    @http.route(
        "/web/login/langkah/passkey", type="jsonrpc", auth="public", methods=["POST"]
    )
    def mulai_passkey(self):
        """Return the challenge to register a passkey before the session is open."""
        user = self._user()
        if not user or "faktor" not in user._asn_langkah():
            raise AccessDenied
        return request.env(user=user.id)["auth.passkey.key"]._start_registration()

    @http.route(
        "/web/login/pemulihan", type="http", auth="public", methods=["GET", "POST"],
        sitemap=False,
    )  # fmt: skip
    def pemulihan(self, redirect=None, kode=None, **_isian):
        """Take a recovery code instead of the second factor."""
        user = self._user()
        if not user or not user._asn_punya_faktor():
            return request.redirect("/web/login")
        salah = None
        if request.httprequest.method == "POST":
            try:
                with user._assert_can_auth(user=user.id):
                    user._asn_pakai_kode(kode)
                request.session["asn_lulus"] = True
                if "sandi" in user._asn_langkah():
                    return request.redirect_query(
                        "/web/login/langkah", {"redirect": redirect or ""}
                    )
                self._buka(user)
                return request.redirect(_get_login_redirect_url(user.id, redirect))
            except AccessDenied as ditolak:
                salah = str(ditolak)
        return request.render(
            "asn_masuk.pemulihan", {"redirect": redirect or "", "error": salah}
        )


class KodePemulihan(http.Controller):
    """New recovery codes of who is signed in."""

    @http.route("/masuk/kode-pemulihan", type="http", auth="user", sitemap=False)
    def baru(self):
        """Show new codes once, right after the owner asked and proved the password."""
        boleh = request.session.pop("asn_kode_boleh", 0)
        if time.time() - boleh > 60:
            return request.redirect("/odoo")
        return _halaman_kode(
            request.env["asn.kode.pemulihan"]._buat(request.env.user), "/odoo"
        )


def _halaman_kode(kode, redirect):
    tanggapan = request.render(
        "asn_masuk.kode_pemulihan",
        {
            "kode": kode,
            "lanjut": redirect or "/odoo",
            "unduhan": "data:text/plain;charset=utf-8," + quote("\r\n".join(kode)),
        },
    )
    tanggapan.headers["Cache-Control"] = "no-store"
    return tanggapan


def _angka(teks):
    """Return typed digits as the number a code is; -1 for anything else."""
    angka = re.sub(r"\s", "", teks or "")
    return int(angka) if re.fullmatch(r"[0-9]{6}", angka) else -1

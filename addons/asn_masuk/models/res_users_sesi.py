import contextvars
import hashlib
import hmac
import time

from markupsafe import Markup
from odoo import api, fields, models
from odoo.http import STORED_SESSION_BYTES, request
from odoo.tools.misc import consteq

#: How long the link “this was not me” works, in seconds.
_UMUR_TAUTAN = 7 * 86400
#: Accounts whose groups are being written: that write looks at what is left of them.
_DITULIS = contextvars.ContextVar("asn_sesi_ditulis", default=frozenset())


class ResUsers(models.Model):
    """Sessions: ended when rights change, by the owner, or by “not me” (F85)."""

    _inherit = "res.users"

    asn_sesi_ke = fields.Integer(copy=False, readonly=True, groups=fields.NO_ACCESS)

    def _get_session_token_fields(self):
        return super()._get_session_token_fields() | {"asn_sesi_ke"}

    def write(self, vals):
        if not {"group_ids", "active", "password"} & vals.keys():
            return super().write(vals)
        sebelum = {user: user._asn_grup_kini() for user in self}
        tanda = _DITULIS.set(_DITULIS.get() | set(self.ids))
        try:
            hasil = super().write(vals)
        finally:
            _DITULIS.reset(tanda)
        for user in self:
            if "password" in vals or ("active" in vals and not user.active):
                user._asn_akhiri_sesi(sisakan_ini=True)
            elif sebelum[user] != user._asn_grup_kini():
                user._asn_hak_berubah(sebelum[user])
        return hasil

    def set_groups_from_roles(self, force=False):
        """End sessions of who loses a right because a role ends.

        The role module sets groups past ``write`` of every addon above it, so that
        dates, revocations, pacts and closings are seen here and nowhere else.
        """
        sebelum = {user: user._asn_grup_kini() for user in self}
        hasil = super().set_groups_from_roles(force=force)
        for user in self.filtered(lambda u: u.id not in _DITULIS.get()):
            if sebelum[user] != user._asn_grup_kini():
                user._asn_hak_berubah(sebelum[user])
        return hasil

    def _asn_grup_kini(self):
        # sudo: rights before and after, whoever changes them.
        return set(self.sudo().all_group_ids.ids)

    def _asn_hak_berubah(self, sebelum):
        """End sessions that hold more than they may, or owe a second factor.

        Who only gains a right stays signed in: the new right counts at once, and
        nobody loses what is being typed; unless the new role asks for a second
        factor that is missing.
        """
        self.ensure_one()
        if sebelum - self._asn_grup_kini() or self._asn_langkah():
            self._asn_akhiri_sesi()

    def _asn_akhiri_sesi(self, sisakan_ini=False):
        """End every session of these accounts on every device.

        :param sisakan_ini: keep the session of this request when it is theirs
        """
        for user in self:
            # sudo: the count and the devices are the system's.
            user_sudo = user.sudo()
            user_sudo.asn_sesi_ke = (user_sudo.asn_sesi_ke or 0) + 1
            sesi = request and request.session.uid == user.id and request.session
            kini = sesi.sid[:STORED_SESSION_BYTES] if sesi and sisakan_ini else False
            # sudo: as above.
            perangkat_sudo = self.env["res.device.log"].sudo()
            perangkat_sudo.search(
                [
                    ("user_id", "=", user.id),
                    ("revoked", "=", False),
                    ("session_identifier", "!=", kini),
                ]
            ).write({"revoked": True})
            self.env["asn.masuk.catatan"]._catat("sesi_diakhiri", user)
            if sesi and sisakan_ini:
                self.env.flush_all()
                sesi.session_token = user._compute_session_token(sesi.sid)

    def action_akhiri_sesi_lain(self):
        """End the own sessions everywhere but here."""
        self.env.user._asn_akhiri_sesi(sisakan_ini=True)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("All other sessions of your account are ended."),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _asn_tautan_bukan_saya(self):
        """Return the address under which the owner says “this was not me”."""
        self.ensure_one()
        sampai = int(time.time()) + _UMUR_TAUTAN
        tanda = self._asn_tanda_bukan_saya(sampai)
        return f"{self.get_base_url()}/masuk/bukan-saya/{self.id}/{sampai}/{tanda}"

    def _asn_tanda_bukan_saya(self, sampai):
        # sudo: the secret of the database signs the link.
        rahasia = self.env["ir.config_parameter"].sudo().get_param("database.secret")
        pesan = f"asn_masuk.bukan_saya:{self.id}:{sampai}".encode()
        return hmac.new((rahasia or "").encode(), pesan, hashlib.sha256).hexdigest()

    @api.model
    def _asn_dari_tautan(self, user_id, sampai, tanda):
        """Return the account a link belongs to, or an empty set."""
        # sudo: the visitor is not signed in; the signature decides.
        user_sudo = self.sudo().browse(user_id).exists()
        if not user_sudo or sampai < time.time():
            return user_sudo.browse()
        cocok = consteq(user_sudo._asn_tanda_bukan_saya(sampai), tanda)
        return user_sudo if cocok else user_sudo.browse()

    def _asn_bukan_saya(self):
        """End all sessions, have the password changed and tell the administrators."""
        self.ensure_one()
        self._asn_akhiri_sesi()
        # sudo: whoever holds the link may be signed in nowhere.
        self.sudo().asn_sandi_sementara = True
        self.env["asn.masuk.catatan"]._catat("bukan_saya", self)
        # sudo: who is to be told.
        admin_sudo = self.env.ref("asn_base.group_admin_sistem").sudo().all_user_ids
        for petugas in admin_sudo.filtered("active"):
            petugas._asn_beri_tahu(
                self.env._("An account may be in wrong hands"),
                self.env._(
                    "%s says that a sign-in was not theirs. All sessions were ended and"
                    " the password must be changed.",
                    self.name,
                ),
                surel=False,
            )

    def _asn_beri_tahu(self, judul, isi, tanya=False, surel=True):
        """Write to an account's owner in the app, and by e-mail where there is one.

        :param tanya: with the link “this was not me”
        :param surel: also by e-mail
        """
        self.ensure_one()
        badan = Markup("<p>%s</p>") % isi
        if tanya:
            badan += Markup('<p><a href="%s">%s</a></p>') % (
                self._asn_tautan_bukan_saya(),
                self.env._("This was not me: end all sessions"),
            )
        # sudo: a notice of the system, also before anybody is signed in.
        utas_sudo = self.env["mail.thread"].sudo()
        utas_sudo.message_notify(
            partner_ids=self.partner_id.ids,
            author_id=self.env.ref("base.partner_root").id,
            subject=judul,
            body=badan,
        )
        if surel and self.notification_type == "inbox":
            self._asn_kirim_surel(judul, badan)

    def _asn_kirim_surel(self, judul, badan):
        """Put an e-mail to an account's owner into the queue, to leave at once.

        Sending here would let the answer's time tell that there is an account.
        """
        if not self.email:
            return
        # sudo: a letter of the system, also before anybody is signed in.
        self.env["mail.mail"].sudo().create(
            {
                "subject": judul,
                "body_html": badan,
                "email_to": self.email_formatted,
                "auto_delete": True,
            }
        )
        # sudo: the queue runs by its own clock; this only wakes it.
        self.env.ref("mail.ir_cron_mail_scheduler_action").sudo()._trigger()

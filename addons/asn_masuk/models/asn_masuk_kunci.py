import hashlib
import hmac
from contextlib import contextmanager

from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import AccessDenied, AccessError
from odoo.tools import SQL

from ..domain.kunci import lama_kunci


class AsnMasukKunci(models.Model):
    """Failed tries in a row, per account (KDR-6-1); addresses: ``res_users_batas``.

    In the database, so that all workers and all servers count together. An
    account is known by a keyed digest of what was typed: names that do not
    exist are counted like those that do, and a password typed into the wrong
    field is kept nowhere. Rows are dropped by the nightly clean-up.

    Rights: Administrator Sistem reads and unlocks; only the server writes.
    """

    _name = "asn.masuk.kunci"
    _description = "Lock after Failed Sign-ins (Kunci Masuk)"
    _order = "terakhir desc, id desc"
    _rec_name = "user_id"
    _log_access = False

    kunci = fields.Char(required=True, readonly=True, groups=fields.NO_ACCESS)
    user_id = fields.Many2one("res.users", "Account", readonly=True, ondelete="cascade")
    gagal = fields.Integer("Failures in a Row", readonly=True)
    terakhir = fields.Datetime("Last Failure", readonly=True)
    sampai = fields.Datetime("Locked Until", readonly=True)
    is_terkunci = fields.Boolean("Locked", compute="_compute_is_terkunci")

    _kunci_uniq = models.UniqueIndex("(kunci)")
    _terakhir_idx = models.Index("(terakhir)")

    @api.depends("sampai")
    def _compute_is_terkunci(self):
        kini = fields.Datetime.now()
        for baris in self:
            baris.is_terkunci = bool(baris.sampai and baris.sampai > kini)

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        self._tolak()

    def write(self, vals):  # pylint: disable=method-required-super
        self._tolak()

    def unlink(self):  # pylint: disable=method-required-super
        self._tolak()

    @api.model
    def _tolak(self):
        raise AccessError(self.env._("Locks are kept by the system only."))

    def action_buka(self):
        """Unlock now what time would unlock later; the log says who did.

        :raise AccessError: for anybody but Administrator Sistem
        """
        if not self.env.user.has_group("asn_base.group_admin_sistem"):
            raise AccessError(self.env._("Only Administrator Sistem unlocks accounts."))
        for baris in self:
            self.env["asn.masuk.catatan"]._catat("dibuka", baris.user_id)
        self._hapus(self.ids)

    @api.model
    def _hapus(self, ids):
        self.env.cr.execute(
            SQL("DELETE FROM asn_masuk_kunci WHERE id = ANY(%s)", list(ids))
        )
        self.invalidate_model()

    @api.model
    def _sidik(self, teks):
        """Return a digest of an account's or address's name, useless elsewhere."""
        # sudo: the secret of the database keys the digest.
        rahasia = self.env["ir.config_parameter"].sudo().get_param("database.secret")
        pesan = f"asn_masuk:{(teks or '').strip().lower()}".encode()
        return hmac.new((rahasia or "").encode(), pesan, hashlib.sha256).hexdigest()

    @contextmanager
    def _jaga(self, login, user, lupakan, kedua=False):
        """Let one try through unless the account is locked.

        The same words for an account that exists and for one that does not.

        :param login: what was typed
        :param user: the account, empty when there is none
        :param lupakan: whether a success starts the count anew; a right password
            does not while the second factor is still to come
        :param kedua: the password was right, or somebody is signed in; the log says so
        :raise AccessDenied: when locked, and whatever the try itself raises
        """
        kunci = self._sidik(login)
        if self._terkunci(kunci):
            self._gagal_tercatat("terkunci", login, user, kedua=kedua)
            raise AccessDenied(
                self.env._(
                    "Too many failed attempts. Wait a few minutes and try again, or"
                    " ask Administrator Sistem to unlock the account."
                )
            )
        try:
            yield
        except AccessDenied:
            self._gagal_tercatat("gagal", login, user, kunci, kedua)
            raise
        if lupakan:
            self.env.cr.execute(
                SQL("DELETE FROM asn_masuk_kunci WHERE kunci = %s", kunci)
            )

    @api.model
    def _terkunci(self, kunci):
        self.env.cr.execute(
            SQL(
                "SELECT 1 FROM asn_masuk_kunci WHERE kunci = %s AND sampai > %s",
                kunci,
                fields.Datetime.now(),
            )
        )
        return bool(self.env.cr.rowcount)

    @api.model
    def _gagal_tercatat(self, peristiwa, login, user, kunci=None, kedua=False):
        """Count a failure and log it in a transaction of its own.

        The refusal rolls the caller's transaction back; the count must stay.
        """
        with self.env.registry.cursor() as cr:
            # Nobody is signed in yet; counters and log are the system's.
            env = api.Environment(cr, SUPERUSER_ID, {})
            akun, Catatan = env["res.users"].browse(user.id), env["asn.masuk.catatan"]
            tahap = self.env._("after the password: code, recovery code or screen lock")
            Catatan._catat(peristiwa, akun, login, keterangan=tahap if kedua else None)
            if kunci and env[self._name]._tambah(kunci, akun):
                Catatan._catat("dikunci", akun, login)

    @api.model
    def _tambah(self, kunci, user):
        """Add one failure and return for how many seconds that locks."""
        setelan = self.env["res.users"]._asn_setelan
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO asn_masuk_kunci AS k (kunci, user_id, gagal, terakhir)
                VALUES (%(kunci)s, %(user)s, 1, %(kini)s)
                ON CONFLICT (kunci) DO UPDATE SET
                       gagal = CASE WHEN k.terakhir < %(kini)s::timestamp
                                    - make_interval(mins => %(jendela)s)
                                    THEN 1 ELSE k.gagal + 1 END,
                       terakhir = %(kini)s
                RETURNING id, gagal
                """,
                kunci=kunci,
                user=user.id or None,
                kini=fields.Datetime.now(),
                jendela=setelan("jendela_gagal"),
            )
        )
        id_, gagal = self.env.cr.fetchone()
        detik = lama_kunci(
            gagal,
            setelan("batas_gagal"),
            setelan("kunci_dasar"),
            setelan("kunci_paling_lama"),
        )
        self.env.cr.execute(
            SQL(
                "UPDATE asn_masuk_kunci SET sampai = CASE WHEN %(s)s > 0 THEN"
                " terakhir + make_interval(secs => %(s)s) END WHERE id = %(id)s",
                s=detik,
                id=id_,
            )
        )
        return detik

    @api.model
    def _cron_bersihkan(self):
        """Drop counters nobody needs and log rows older than the retention."""
        self.env.cr.execute(
            SQL(
                "DELETE FROM asn_masuk_kunci WHERE terakhir <"
                " (now() AT TIME ZONE 'UTC') - interval '1 day'"
            )
        )
        self.invalidate_model()
        self.env["asn.masuk.catatan"]._bersihkan()

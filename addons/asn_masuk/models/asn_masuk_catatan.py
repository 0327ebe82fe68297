from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.http import request
from odoo.tools import SQL

from ..domain.kunci import jaringan, samarkan_nama

PERISTIWA = [
    ("berhasil", "Signed in (berhasil)"),
    ("gagal", "Failed (gagal)"),
    ("terkunci", "Refused while locked (terkunci)"),
    ("dikunci", "Locked after failures (dikunci)"),
    ("dibuka", "Unlocked (dibuka)"),
    ("sandi_diganti", "Password changed"),
    ("faktor_dipasang", "Second factor set up"),
    ("faktor_dilepas", "Second factor removed"),
    ("kode_dibuat", "Recovery codes made"),
    ("kode_dipakai", "Recovery code used"),
    ("faktor_direset", "Second factor reset by an officer"),
    ("sesi_diakhiri", "Sessions ended"),
    ("perangkat_baru", "New device or network"),
    ("dua_tempat", "Two places at once"),
    ("bukan_saya", "Reported as not by oneself"),
]
#: Events a person should look at.
PERLU_DILIHAT = ("gagal", "dikunci", "perangkat_baru", "dua_tempat", "bukan_saya")
METODE = [
    ("password", "Password (kata sandi)"),
    ("totp", "Code of the app"),
    ("passkey", "Passkey"),
    ("pemulihan", "Recovery code"),
    ("sso", "Single sign-on (SSO)"),
    ("apikey", "API key"),
]


class AsnMasukCatatan(models.Model):
    """Who signed in, when, how and from where; and what happened to the account.

    Rows are added by the server and changed by nobody. What was typed as a
    name is kept masked: people type passwords there.

    Rights: everybody reads the own rows; Administrator Sistem reads all.
    """

    _name = "asn.masuk.catatan"
    _description = "Sign-in Log (Catatan Masuk)"
    _order = "waktu desc, id desc"
    _rec_name = "peristiwa"
    _log_access = False

    waktu = fields.Datetime("When", required=True, readonly=True)
    user_id = fields.Many2one(
        "res.users", "Account", readonly=True, index=True, ondelete="cascade"
    )
    nama_diketik = fields.Char(
        "Name Typed", readonly=True, groups="asn_base.group_admin_sistem"
    )
    peristiwa = fields.Selection(PERISTIWA, "Event", required=True, readonly=True)
    metode = fields.Selection(METODE, "Method", readonly=True)
    alamat = fields.Char("Address", readonly=True)
    jaringan = fields.Char("Network", readonly=True)
    perangkat = fields.Char("Device", readonly=True)
    keterangan = fields.Char("Remark", readonly=True)
    pelaku_id = fields.Many2one("res.users", "Done By", readonly=True)
    is_perlu_dilihat = fields.Boolean(compute="_compute_is_perlu_dilihat")

    _waktu_idx = models.Index("(waktu)")

    @api.depends("peristiwa")
    def _compute_is_perlu_dilihat(self):
        for baris in self:
            baris.is_perlu_dilihat = baris.peristiwa in PERLU_DILIHAT

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        self._tolak()

    def write(self, vals):  # pylint: disable=method-required-super
        self._tolak()

    def unlink(self):  # pylint: disable=method-required-super
        self._tolak()

    @api.model
    def _tolak(self):
        raise AccessError(
            self.env._(
                "The sign-in log is written by the system only and never changed or"
                " deleted, by nobody."
            )
        )

    @api.model
    def _catat(
        self, peristiwa, user, login=None, metode=None, keterangan=None, alamat=None
    ):
        """Add one row about an account.

        :param peristiwa: key of ``PERISTIWA``
        :param user: the account, empty for a name that does not exist
        :param login: what was typed, kept masked and only when unknown
        """
        asal = self._asal()
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO asn_masuk_catatan
                       (waktu, user_id, nama_diketik, peristiwa, metode, alamat,
                        jaringan, perangkat, keterangan, pelaku_id)
                VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
                """,
                fields.Datetime.now(),
                user.id or None,
                samarkan_nama(str(login)) if login and not user else None,
                peristiwa,
                metode,
                alamat or asal["alamat"],
                jaringan(alamat or asal["alamat"]) or None,
                asal["perangkat"],
                keterangan,
                self.env.uid or None,
            )
        )
        self.invalidate_model()

    @api.model
    def _asal(self):
        """Return address and device of the present request."""
        if not request:
            return {"alamat": None, "perangkat": None}
        agen = request.httprequest.user_agent
        bagian = [b.capitalize() for b in (agen.browser, agen.platform) if b]
        return {
            "alamat": request.httprequest.remote_addr,
            "perangkat": " · ".join(bagian) or None,
        }

    @api.model
    def _dikenal(self, user, kolom, nilai, hari=90):
        """Say whether an account signed in with this device or network before."""
        self.env.cr.execute(
            SQL(
                "SELECT count(*), count(*) FILTER (WHERE %s IS NOT DISTINCT FROM %s)"
                " FROM asn_masuk_catatan WHERE user_id = %s AND peristiwa = 'berhasil'"
                " AND waktu > %s",
                SQL.identifier(kolom),
                nilai,
                user.id,
                fields.Datetime.now() - timedelta(days=hari),
            )
        )
        semua, sama = self.env.cr.fetchone()
        # The very first sign-in is nobody's surprise.
        return not semua or bool(sama)

    @api.model
    def _jaringan_lain(self, user, nilai, menit=10):
        """Return an address of another network that is at work just now, or None."""
        self.env.cr.execute(
            SQL(
                "SELECT ip_address FROM res_device_log WHERE user_id = %s"
                " AND revoked IS NOT TRUE AND last_activity > %s"
                " ORDER BY last_activity DESC LIMIT 20",
                user.id,
                fields.Datetime.now() - timedelta(minutes=menit),
            )
        )
        return next(
            (ip for (ip,) in self.env.cr.fetchall() if ip and jaringan(ip) != nilai),
            None,
        )

    @api.model
    def _bersihkan(self):
        """Delete rows older than the retention of the settings (months)."""
        bulan = max(self.env["res.users"]._asn_setelan("retensi_bulan"), 12)
        self.env.cr.execute(
            SQL(
                "DELETE FROM asn_masuk_catatan WHERE waktu <"
                " (now() AT TIME ZONE 'UTC') - make_interval(months => %s)",
                bulan,
            )
        )
        self.invalidate_model()

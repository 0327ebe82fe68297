from odoo import api, fields, models
from odoo.http import request
from odoo.tools import SQL

from .penunjuk import Penunjuk

HASIL = [
    ("masuk", "Signed in (masuk)"),
    ("gagal", "Failed (gagal)"),
    ("keluar", "Signed out (keluar)"),
]


class AsnJejakMasuk(models.Model):
    """Who signed in and out, from where, and who failed to (KDR-6-2).

    Failures of one account from one address count in one row per hour, so that
    guessing does not fill the database; a login that does not exist is not
    stored, since people type passwords there. Everybody reads the own rows,
    Administrator Sistem and Kepala Badan all; nobody writes.
    """

    _name = "asn.jejak.masuk"
    _inherit = "asn.jejak.mixin"
    _description = "Sign-in Trace (Jejak Masuk)"
    _order = "waktu desc, id desc"
    _rec_name = "user_id"
    _kolom_masa = "asn_retensi_masuk"
    _boleh_ubah = (
        "NEW.hasil = 'gagal' AND NEW.jumlah > OLD.jumlah"
        " AND to_jsonb(NEW) - '{jumlah,terakhir}'::text[]"
        " = to_jsonb(OLD) - '{jumlah,terakhir}'::text[]"
    )
    _siap_segel = (
        "(t.hasil <> 'gagal'"
        " OR t.waktu < (now() AT TIME ZONE 'UTC') - interval '2 hours')"
    )

    waktu = fields.Datetime("Time", required=True, readonly=True)
    terakhir = fields.Datetime("Last", required=True, readonly=True)
    user_id = Penunjuk("res.users", "Account", readonly=True)
    hasil = fields.Selection(HASIL, "What", required=True, readonly=True)
    rincian = fields.Char("Details", readonly=True)
    nama_cara = fields.Char("How", compute="_compute_nama_cara")
    alamat_ip = fields.Char("Network Address", readonly=True)
    peramban = fields.Char("Device and Browser", readonly=True)
    jumlah = fields.Integer("Times", required=True, readonly=True, aggregator="sum")

    _waktu_idx = models.Index("(waktu, id)")
    _pengguna_idx = models.Index("(user_id, waktu)")
    _gagal_uniq = models.UniqueIndex(
        "(date_trunc('hour', waktu), coalesce(user_id, 0), coalesce(alamat_ip, ''),"
        " coalesce(rincian, '')) WHERE hasil = 'gagal'"
    )

    @api.depends("rincian")
    @api.depends_context("lang")
    def _compute_nama_cara(self):
        cara = {
            "password": self.env._("Password"),
            "webauthn": self.env._("Passkey"),
            "totp": self.env._("Code of the app"),
            "rpc": self.env._("Other application"),
        }
        for jejak in self:
            jejak.nama_cara = cara.get(jejak.rincian, jejak.rincian)

    @api.model
    def _catat(self, uid, hasil, rincian="", gagal=False):
        """Note a sign-in, a failure or a sign-out.

        :param uid: id of the account; false when there is none of that name
        :param hasil: key of ``HASIL``
        :param rincian: how, in a word
        :param gagal: the request fails; the note is written after it
        """
        nilai = (uid or None, hasil, (rincian or "")[:60] or None, *self._dari_mana())
        if gagal:
            self._sesudah(lambda cr: self._tulis(cr, nilai))
        else:
            self._tulis(self.env.cr, nilai)

    @api.model
    def _dari_mana(self):
        """Return network address and browser of the request, if there is one."""
        if not request:
            return None, None
        agen = request.httprequest.user_agent
        dikenal = [teks.capitalize() for teks in (agen.platform, agen.browser) if teks]
        # A program says its own name, or nothing.
        peramban = " / ".join(dikenal) or agen.string or self.env._("Program")
        return request.httprequest.remote_addr, peramban[:60]

    @staticmethod
    def _tulis(cr, nilai):
        cr.execute(
            SQL(
                """
                INSERT INTO asn_jejak_masuk AS j
                    (waktu, terakhir, user_id, hasil, rincian, alamat_ip, peramban,
                     jumlah)
                SELECT k.kini, k.kini, %s, %s, %s, %s, %s, 1
                  FROM (SELECT clock_timestamp() AT TIME ZONE 'UTC' AS kini) k
                ON CONFLICT (date_trunc('hour', waktu), coalesce(user_id, 0),
                             coalesce(alamat_ip, ''), coalesce(rincian, ''))
                      WHERE hasil = 'gagal'
                DO UPDATE SET jumlah = j.jumlah + 1, terakhir = EXCLUDED.terakhir
                """,
                *nilai,
            )
        )

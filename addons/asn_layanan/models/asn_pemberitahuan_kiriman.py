from datetime import timedelta

import pytz
from odoo import api, fields, models
from odoo.tools import SQL

#: Messages handed over between two commits.
_SEKALI = 200


class AsnPemberitahuanKiriman(models.Model):
    """The outbox: one row per notice and channel, until it is delivered.

    Rows are made by one statement from new notices and the people's choices;
    running the job twice makes none twice. What fails is tried again with
    growing pauses and then given up, visibly.
    """

    _name = "asn.pemberitahuan.kiriman"
    _inherit = "asn.penjaga.mixin"
    _description = "Notice to Be Delivered"
    _order = "id desc"
    _rec_name = "pemberitahuan_id"
    _ENGINE_ROWS = True

    pemberitahuan_id = fields.Many2one(
        "asn.pemberitahuan", "Notice", required=True, index=True, ondelete="cascade"
    )
    user_id = fields.Many2one("res.users", "For", required=True, ondelete="cascade")
    kanal = fields.Selection(
        selection="_selection_kanal", string="Channel", required=True
    )
    state = fields.Selection(
        [
            ("antre", "Waiting"),
            ("terkirim", "Delivered"),
            ("gagal", "Given up"),
            ("batal", "Not possible"),
        ],
        "Status",
        default="antre",
        required=True,
    )
    percobaan = fields.Integer("Tries", aggregator=None)
    coba_lagi_pada = fields.Datetime("Next Try")
    selesai_pada = fields.Datetime("Done")
    galat = fields.Char("Error")

    _satu = models.Constraint(
        "UNIQUE (pemberitahuan_id, kanal)",
        "This notice already goes out by this channel.",
    )
    _antre_idx = models.Index("(coba_lagi_pada, id) WHERE state = 'antre'")

    @api.model
    def _selection_kanal(self):
        return [
            (kode, kanal._label())
            for kode, kanal in self.env["asn.kanal.pemberitahuan"]._daftar().items()
        ]

    # ------------------------------------------------------------------
    # Filling
    # ------------------------------------------------------------------

    @api.model
    def _isi_antrean(self):
        """Make the rows of all new notices; mark these as taken over.

        A channel that cannot be used, or cannot reach a person, gets no row.
        """
        self.env.flush_all()
        sekarang = fields.Datetime.now()
        baru = self.env.execute_query(
            SQL(
                "SELECT DISTINCT user_id FROM asn_pemberitahuan"
                " WHERE terkirim_pada IS NULL"
            )
        )
        # sudo: a scheduled job of the machine
        users = self.env["res.users"].sudo().browse([u for (u,) in baru])
        users = users.filtered("active")
        for kode, kanal in self.env["asn.kanal.pemberitahuan"]._daftar().items():
            terjangkau = kanal._terjangkau(users) if kanal._tersedia() else users[:0]
            if terjangkau:
                self._isi_kanal(kode, kanal, terjangkau, sekarang)
        self.env.cr.execute(
            SQL(
                "UPDATE asn_pemberitahuan SET terkirim_pada = %s"
                " WHERE terkirim_pada IS NULL",
                sekarang,
            )
        )
        self.env["asn.pemberitahuan"].invalidate_model(["terkirim_pada"])
        self.invalidate_model()

    @api.model
    def _isi_kanal(self, kode, kanal, users, sekarang):
        mulai = self._mulai_boleh(sekarang) if kanal._berbunyi else sekarang
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO asn_pemberitahuan_kiriman (
                    pemberitahuan_id, user_id, kanal, state, percobaan,
                    coba_lagi_pada, create_uid, create_date, write_uid, write_date)
                SELECT n.id, n.user_id, %(kode)s, 'antre', 0, %(mulai)s,
                       %(uid)s, %(kini)s, %(uid)s, %(kini)s
                  FROM asn_pemberitahuan n
                 WHERE n.terkirim_pada IS NULL AND n.user_id = ANY(%(users)s)
                   AND (n.jenis = ANY(%(wajib)s) OR NOT EXISTS (
                       SELECT FROM asn_pemberitahuan_pilihan p
                        WHERE p.user_id = n.user_id AND p.kanal = %(kode)s
                          AND p.jenis = n.jenis AND NOT p.aktif))
                    ON CONFLICT DO NOTHING
                """,
                kode=kode,
                mulai=mulai,
                uid=self.env.uid,
                kini=sekarang,
                users=users.ids,
                wajib=sorted(kanal._wajib),
            )
        )

    @api.model
    def _mulai_boleh(self, sekarang):
        """Return when a channel that rings may ring: after the quiet hours."""
        company = self.env.company
        dari, sampai = company.asn_tenang_dari, company.asn_tenang_sampai
        if dari == sampai:
            return sekarang
        zona = pytz.timezone(company.resource_calendar_id.tz or "Asia/Jakarta")
        lokal = pytz.utc.localize(sekarang).astimezone(zona)
        jam = lokal.hour + lokal.minute / 60
        tenang = dari <= jam < sampai if dari < sampai else jam >= dari or jam < sampai
        if not tenang:
            return sekarang
        menit = round(((sampai - jam) % 24) * 60)
        return sekarang + timedelta(minutes=menit)

    # ------------------------------------------------------------------
    # Delivering
    # ------------------------------------------------------------------

    @api.model
    def _antarkan(self):
        """Hand over everything that is due, channel by channel, in batches."""
        # sudo: a scheduled job of the machine
        for kode, kanal in self.env["asn.kanal.pemberitahuan"].sudo()._daftar().items():
            while bagian := self._ambil(kode):
                bagian._catat_hasil(kanal, kanal._kirim(bagian))
                self.env["asn.permohonan"]._catat_kemajuan(len(bagian), 0)

    @api.model
    def _ambil(self, kode):
        """Return the next rows of a channel, locked; others skip them."""
        ids = self.env.execute_query(
            SQL(
                """SELECT id FROM asn_pemberitahuan_kiriman
                    WHERE state = 'antre' AND kanal = %s AND coba_lagi_pada <= %s
                 ORDER BY id LIMIT %s FOR UPDATE SKIP LOCKED""",
                kode,
                fields.Datetime.now(),
                _SEKALI,
            )
        )
        # sudo: a scheduled job of the machine
        return self.sudo().browse([i for (i,) in ids])

    def _catat_hasil(self, kanal, hasil):
        """Write what became of these rows, in one statement."""
        sekarang = fields.Datetime.now()
        nilai = []
        for baris in self:
            state, galat = hasil.get(baris.id, ("gagal", False))
            kali = baris.percobaan + 1
            lagi = None
            if state == "gagal" and kali <= len(kanal._jeda_menit):
                state = "antre"
                lagi = sekarang + timedelta(minutes=kanal._jeda_menit[kali - 1])
            selesai = None if state == "antre" else sekarang
            nilai.append(
                SQL(
                    "(%s::int, %s::text, %s::int, %s::timestamp, %s::timestamp,"
                    " %s::text)",
                    baris.id,
                    state,
                    kali,
                    lagi,
                    selesai,
                    (galat or None) and galat[:200],
                )
            )
        self.env.cr.execute(
            SQL(
                """UPDATE asn_pemberitahuan_kiriman k
                      SET state = v.state, percobaan = v.kali, coba_lagi_pada = v.lagi,
                          selesai_pada = v.selesai, galat = v.galat
                     FROM (VALUES %s) AS v(id, state, kali, lagi, selesai, galat)
                    WHERE k.id = v.id""",
                SQL(", ").join(nilai),
            )
        )
        self.invalidate_model()

    def _muatan(self):
        """Return what a device shows: title and where it leads, no personal data."""
        self.ensure_one()
        kabar = self.pemberitahuan_id
        bahasa = self.with_context(lang=self.user_id.lang)
        model, nomor = kabar._tujuan()
        return {
            "title": kabar.judul,
            "options": {
                "body": bahasa.env._("Open ASN Terpadu to read it."),
                "icon": "/asn_base/static/img/lambang.png",
                "data": {
                    "model": model or "asn.pemberitahuan",
                    "res_id": nomor or kabar.id,
                },
            },
        }

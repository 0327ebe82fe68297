from odoo import api, fields, models
from odoo.addons.asn_base.domain.tanggal import format_panjang
from odoo.tools import SQL

from .asn_layanan_eskalasi import PERAN_PENERIMA

#: Numbers of requests that one notice about many of them lists.
_DISEBUT = 10


class AsnPermohonanEskalasi(models.Model):
    """A reminder or escalation that was sent: once per rule, deadline and turn.

    Rows are written by the job in one statement; a second run finds them and
    sends nothing again. They are part of the history of the request.
    """

    _name = "asn.permohonan.eskalasi"
    _inherit = "asn.penjaga.mixin"
    _description = "Reminder Sent"
    _order = "id desc"
    _rec_name = "uraian"
    _ENGINE_ROWS = True

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, index=True, ondelete="cascade"
    )
    tugas_id = fields.Many2one("asn.permohonan.tugas", "Task", ondelete="cascade")
    eskalasi_id = fields.Many2one(
        "asn.layanan.eskalasi", "Rule", index=True, ondelete="set null"
    )
    acuan = fields.Char("Deadline Kind")
    kepada = fields.Char("Receiver Kind")
    batas = fields.Date("Deadline", required=True)
    ke = fields.Integer("Repetition", aggregator=None)
    waktu = fields.Datetime("Sent", required=True)
    jumlah_penerima = fields.Integer("People Told")
    uraian = fields.Char("What", compute="_compute_uraian")

    _satu_kali = models.UniqueIndex(
        "(permohonan_id, eskalasi_id, COALESCE(tugas_id, 0), batas, ke)",
        "This reminder was already sent.",
    )

    @api.depends("acuan", "kepada", "jumlah_penerima")
    def _compute_uraian(self):
        Aturan = self.env["asn.layanan.eskalasi"]
        label = {
            nama: dict(Aturan._fields[nama]._description_selection(self.env))
            for nama in ("acuan", "kepada")
        }
        for baris in self:
            acuan = label["acuan"].get(baris.acuan, "")
            kepada = label["kepada"].get(baris.kepada, "")
            if not baris.jumlah_penerima:
                kepada = self.env._("%s: nobody to tell", kepada)
            baris.uraian = f"{acuan} · {kepada}"

    # ------------------------------------------------------------------
    # The job
    # ------------------------------------------------------------------

    @api.model
    def _jalankan(self, sekarang):
        """Write what has to be sent now, and tell the people concerned.

        The number of statements depends on the rules, not on the requests.

        :return: how many reminders were sent
        """
        # sudo: a scheduled job of the machine
        aturan = self.env["asn.layanan.eskalasi"].sudo().search([])  # pylint: disable=no-search-all
        Permohonan = self.env["asn.permohonan"]
        kalender = Permohonan._kalender_kota()
        jadwal = aturan._jadwal(Permohonan._tanggal(sekarang), kalender)
        self.env.flush_all()
        ids = []
        for acuan in ("tugas", "eksternal", "permohonan", "perbaikan"):
            bagian = [j for j in jadwal if j[0].acuan == acuan]
            if bagian:
                ids += self._tulis(acuan, bagian, sekarang, kalender)
        self.invalidate_model()
        if ids:
            # sudo: a scheduled job of the machine
            self.sudo().browse(ids)._kabarkan()
        return len(ids)

    @api.model
    def _tulis(self, acuan, jadwal, sekarang, kalender):
        """Insert the rows that are due and not there yet; return their ids."""
        baris = SQL(", ").join(
            SQL(
                "(%s::int, %s::int, %s::int, %s::text, %s::int, %s::date, %s::date)",
                aturan.id,
                aturan.versi_id.id or None,
                aturan.tahap_id.id or None,
                aturan.kepada,
                ke,
                dari or None,
                sampai,
            )
            for aturan, ke, dari, sampai in jadwal
        )
        ids = self.env.execute_query(
            SQL(
                """
                INSERT INTO asn_permohonan_eskalasi (
                    permohonan_id, tugas_id, eskalasi_id, acuan, kepada, batas, ke,
                    waktu, jumlah_penerima, create_uid, create_date, write_uid,
                    write_date
                )
                SELECT d.*, %(kini)s, 0, %(uid)s, %(kini)s, %(uid)s, %(kini)s
                  FROM (%(pilih)s) AS d
                    ON CONFLICT DO NOTHING
                RETURNING id
                """,
                pilih=self._pilih(acuan, self._tenggat(acuan, jadwal, kalender), baris),
                kini=sekarang,
                uid=self.env.uid,
            )
        )
        return [id_ for (id_,) in ids]

    @api.model
    def _pilih(self, acuan, tenggat, baris):
        """Return the query of what is due: per rule and deadline the last turn.

        :param tenggat: query of the deadlines
        :param baris: the schedule as rows of values
        """
        return SQL(
            """
                SELECT DISTINCT ON (j.id, b.permohonan_id, b.tugas_id)
                       b.permohonan_id, b.tugas_id, j.id, %(acuan)s, j.kepada, b.batas,
                       j.ke
                  FROM (%(tenggat)s) AS b
                  JOIN (VALUES %(baris)s)
                       AS j(id, versi_id, tahap_id, kepada, ke, dari, sampai)
                    ON b.batas <= j.sampai
                   AND (j.dari IS NULL OR b.batas >= j.dari)
                   AND (j.tahap_id IS NULL OR j.tahap_id = b.tahap_id)
                   AND (j.versi_id = b.versi_id
                        OR (j.versi_id IS NULL AND NOT EXISTS (
                            SELECT FROM asn_layanan_eskalasi sendiri
                             WHERE sendiri.versi_id = b.versi_id AND sendiri.active
                               AND sendiri.acuan = %(acuan)s)))
                 WHERE NOT EXISTS (
                       SELECT FROM asn_permohonan_eskalasi ada
                        WHERE ada.permohonan_id = b.permohonan_id
                          AND ada.eskalasi_id = j.id AND ada.batas = b.batas
                          AND COALESCE(ada.tugas_id, 0) = COALESCE(b.tugas_id, 0)
                          AND ada.ke >= j.ke)
                 ORDER BY j.id, b.permohonan_id, b.tugas_id, j.ke DESC
            """,
            acuan=acuan,
            tenggat=tenggat,
            baris=baris,
        )

    @api.model
    def _tenggat(self, acuan, jadwal, kalender):
        """Return the query of the deadlines of one kind, cut by the latest one."""
        terakhir = max(sampai for _aturan, _ke, _dari, sampai in jadwal)
        if acuan == "perbaikan":
            return SQL(
                """SELECT p.id AS permohonan_id, NULL::int AS tugas_id, p.versi_id,
                          p.tahap_id, p.batas_perbaikan AS batas
                     FROM asn_permohonan p
                    WHERE p.state = 'returned' AND p.batas_perbaikan <= %s""",
                terakhir,
            )
        zona = kalender.tz or "Asia/Jakarta"
        akhir = kalender._asn_akhir_hari(terakhir)
        if acuan == "permohonan":
            # While the clock stands nobody is late.
            return SQL(
                """SELECT p.id AS permohonan_id, NULL::int AS tugas_id, p.versi_id,
                          p.tahap_id,
                          (p.batas_waktu AT TIME ZONE 'UTC' AT TIME ZONE %s)::date
                              AS batas
                     FROM asn_permohonan p
                    WHERE p.state IN ('in_review', 'approved')
                      AND p.jeda_mulai IS NULL AND p.batas_waktu <= %s""",
                zona,
                akhir,
            )
        return SQL(
            """SELECT t.permohonan_id, t.id AS tugas_id, p.versi_id, t.tahap_id,
                      (t.batas_waktu AT TIME ZONE 'UTC' AT TIME ZONE %s)::date AS batas
                 FROM asn_permohonan_tugas t
                 JOIN asn_permohonan p ON p.id = t.permohonan_id
                WHERE t.state = 'open' AND t.batas_waktu <= %s
                  AND p.state IN ('in_review', 'approved')
                  AND COALESCE(t.menunggu_luar, false) = %s""",
            zona,
            akhir,
            acuan == "eksternal",
        )

    # ------------------------------------------------------------------
    # Who is told
    # ------------------------------------------------------------------

    def _kabarkan(self):
        """Send the notices of these new rows: one per person and rule."""
        baris = self._baca_baris()
        pemegang = {}
        penerima = {b["id"]: self._penerima(b, pemegang) for b in baris}
        per_orang = {}
        for b in baris:
            for user_id in penerima[b["id"]]:
                per_orang.setdefault((user_id, b["eskalasi_id"]), []).append(b)
        aktif = self.env["res.users"].browse({uid for uid, _aturan in per_orang})
        bahasa = {u.id: u.lang for u in aktif if u.active}
        vals_list = [
            self._vals_kabar(user_id, isi, bahasa[user_id])
            for (user_id, _aturan), isi in per_orang.items()
            if user_id in bahasa
        ]
        if vals_list:
            self.env["asn.pemberitahuan"]._catat(vals_list)
        jumlah = {
            id_: len([u for u in users if u in bahasa])
            for id_, users in penerima.items()
        }
        self._simpan_jumlah(jumlah)

    def _simpan_jumlah(self, jumlah):
        isi = SQL(", ").join(SQL("(%s, %s)", i, n) for i, n in jumlah.items() if n)
        if any(jumlah.values()):
            self.env.cr.execute(
                SQL(
                    """UPDATE asn_permohonan_eskalasi e SET jumlah_penerima = v.n
                         FROM (VALUES %s) AS v(id, n) WHERE e.id = v.id""",
                    isi,
                )
            )
            self.invalidate_model(["jumlah_penerima"])

    def _baca_baris(self):
        """Return these rows with all that the notices need, in one query."""
        self.env.cr.execute(
            SQL(
                """
                SELECT e.id, e.eskalasi_id, e.permohonan_id, e.acuan, e.kepada,
                       e.batas, r.hari + e.ke * COALESCE(r.ulang_hari, 0) AS geser, p.nomor,
                       p.layanan_id, p.unit_id, p.pemohon_user_id, p.pengaju_id,
                       p.catatan_kembali, t.tahap_id, aktor.users AS pelaku,
                       aktor.atasan, luar.instansi
                  FROM asn_permohonan_eskalasi e
                  JOIN asn_layanan_eskalasi r ON r.id = e.eskalasi_id
                  JOIN asn_permohonan p ON p.id = e.permohonan_id
             LEFT JOIN asn_permohonan_tugas t ON t.id = e.tugas_id
             LEFT JOIN LATERAL (
                       SELECT array_agg(DISTINCT rel.user_id) AS users,
                              array_agg(DISTINCT atas.user_id) AS atasan
                         FROM asn_permohonan_tugas buka
                         JOIN asn_permohonan_tugas_aktor_rel rel
                           ON rel.tugas_id = buka.id
                    LEFT JOIN hr_employee pegawai ON pegawai.user_id = rel.user_id
                    LEFT JOIN hr_employee atas ON atas.id = pegawai.parent_id
                        WHERE buka.permohonan_id = e.permohonan_id
                          AND buka.state = 'open'
                          AND (e.tugas_id IS NULL OR buka.id = e.tugas_id)
                       ) aktor ON true
             LEFT JOIN LATERAL (
                       SELECT x.instansi FROM asn_permohonan_eksternal x
                        WHERE x.tugas_id = e.tugas_id ORDER BY x.id DESC LIMIT 1
                       ) luar ON true
                 WHERE e.id = ANY(%s)
                 ORDER BY e.batas, e.id
                """,
                self.ids,
            )
        )
        return self.env.cr.dictfetchall()

    def _penerima(self, b, pemegang):
        """Return the ids of the users whom one row concerns.

        :param dict pemegang: holders of roles that were looked up already
        """
        kepada = b["kepada"]
        if kepada == "pelaku":
            return set(b["pelaku"] or ()) - {None}
        if kepada == "atasan":
            return set(b["atasan"] or ()) - {None}
        if kepada == "pemohon":
            return {b["pemohon_user_id"], b["pengaju_id"]} - {None}
        if kepada == "kepala_unit":
            unit = self.env["hr.department"].browse(b["unit_id"] or ())
            kepala = unit._perangkat_daerah()._kepala() if unit else unit.manager_id
            return set(kepala.user_id.ids)
        if kepada not in pemegang:
            pemegang[kepada] = self._pemegang(kepada)
        users = pemegang[kepada]
        if kepada == "admin_layanan":
            users = users.filtered(lambda u: b["layanan_id"] in u.layanan_ids.ids)
        return set(users.ids)

    @api.model
    def _pemegang(self, kepada):
        """Return the users with the role of a receiver."""
        group = self.env.ref(PERAN_PENERIMA[kepada])
        return self.env["res.users"].search(
            [("all_group_ids", "in", group.ids), ("share", "=", False)]
        )

    # ------------------------------------------------------------------
    # Words
    # ------------------------------------------------------------------

    @api.model
    def _vals_kabar(self, user_id, isi, bahasa):
        """Return the notice of one person about one or many deadlines."""
        lang = bahasa or self.env["asn.permohonan"]._bahasa_kantor()
        bahasa_sudo = self.with_context(lang=lang)
        if len(isi) == 1:
            judul, teks = bahasa_sudo._kata_satu(isi[0])
        else:
            judul, teks = bahasa_sudo._kata_banyak(isi)
        return {
            "user_id": user_id,
            "permohonan_id": isi[0]["permohonan_id"] if len(isi) == 1 else False,
            "res_model": "asn.permohonan" if self._is_banyak_milik(isi) else False,
            "judul": judul,
            "isi": teks,
            "jenis": "peringatan",
        }

    @api.model
    def _is_banyak_milik(self, isi):
        """Tell whether a notice is about several requests of its reader."""
        return len(isi) > 1 and isi[0]["kepada"] == "pemohon"

    def _kata_satu(self, b):
        nilai = {
            "nomor": b["nomor"] or "",
            "batas": format_panjang(b["batas"]),
            "catatan": b["catatan_kembali"] or "",
            "instansi": b["instansi"] or "-",
        }
        tahap = self.env["asn.layanan.tahap"].browse(b["tahap_id"] or ())
        nilai["tahap"] = tahap.name or ""
        if b["acuan"] == "perbaikan":
            judul = self.env._("Reminder: complete request %(nomor)s by %(batas)s")
            isi = self.env._("After this date it is refused by itself. %(catatan)s")
        elif b["acuan"] == "eksternal":
            judul = self.env._("No answer yet for request %(nomor)s")
            isi = self.env._("%(instansi)s should answer by %(batas)s. Please ask.")
        elif b["geser"] < 0:
            judul = self.env._("Due soon: request %(nomor)s by %(batas)s")
            isi = self.env._("It waits at the step %(tahap)s.")
        else:
            judul = self.env._("Overdue: request %(nomor)s since %(batas)s")
            isi = self.env._("It still waits at the step %(tahap)s.")
        if b["acuan"] == "permohonan":
            isi = self.env._("This is the deadline of the whole request.")
        return judul % nilai, isi % nilai

    def _kata_banyak(self, isi):
        jumlah = len(isi)
        contoh = isi[0]
        if contoh["acuan"] == "perbaikan":
            judul = self.env._("Reminder: %s requests have to be completed", jumlah)
        elif contoh["acuan"] == "eksternal":
            judul = self.env._("No answer yet for %s requests", jumlah)
        elif contoh["geser"] < 0:
            judul = self.env._("Due soon: %s requests", jumlah)
        else:
            judul = self.env._("Overdue: %s requests", jumlah)
        nomor = ", ".join(b["nomor"] or "-" for b in isi[:_DISEBUT])
        if jumlah > _DISEBUT:
            nomor = self.env._(
                "%(numbers)s and %(more)s more", numbers=nomor, more=jumlah - _DISEBUT
            )
        return judul, nomor

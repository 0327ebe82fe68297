from markupsafe import Markup
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

JENIS = [
    ("jumlah", "Very many people (jumlah)"),
    ("jam", "Outside office hours (jam)"),
    ("luar_unit", "Outside the own office (luar unit)"),
    ("keluarga", "The own family (keluarga)"),
    ("ditolak", "Refused attempts (ditolak)"),
    ("gagal", "Failed sign-ins (gagal masuk)"),
    ("ekspor", "Many rows exported (ekspor)"),
    ("di_luar", "Changes outside the application (di luar aplikasi)"),
    ("rantai", "Broken chain of a trace (rantai putus)"),
]

#: Where the rows behind an alert are: model, column of the time, condition.
_SUMBER = {
    "ditolak": ("asn.jejak.tolak", "terakhir", []),
    "gagal": ("asn.jejak.masuk", "waktu", [("hasil", "=", "gagal")]),
    "ekspor": ("asn.jejak.ekspor", "waktu", []),
    "di_luar": ("asn.jejak.perubahan", "waktu", [("di_luar", "=", True)]),
    "rantai": ("asn.jejak.segel", "waktu", []),
}

#: People looked at per account and local day, against the thresholds.
_PERIKSA = """
WITH kunjungan AS (
    SELECT j.user_id, j.employee_id,
           (j.terakhir AT TIME ZONE 'UTC' AT TIME ZONE %(zona)s)
               AS setempat,
           split_part(u.parent_path, '/', 2) AS opd_dilihat,
           split_part(v.parent_path, '/', 2) AS opd_pelihat,
           nullif(e.no_kk, '') = v.no_kk AS sekeluarga
      FROM asn_jejak_akses j
      LEFT JOIN hr_employee e ON e.id = j.employee_id
      LEFT JOIN hr_department u ON u.id = e.unit_id
      LEFT JOIN LATERAL (
          SELECT d.parent_path, p.no_kk FROM hr_employee p
            LEFT JOIN hr_department d ON d.id = p.unit_id
           WHERE p.user_id = j.user_id AND p.active LIMIT 1) v ON TRUE
     WHERE j.jam >= (now() AT TIME ZONE 'UTC') - interval '2 days'
), hitung AS (
    SELECT user_id, setempat::date AS tanggal, unnest(ARRAY[
               'jumlah', 'jam', 'luar_unit', 'keluarga']) AS jenis,
           unnest(ARRAY[
               count(DISTINCT employee_id),
               count(DISTINCT employee_id) FILTER (
                   WHERE extract(hour FROM setempat) < %(mulai)s
                      OR extract(hour FROM setempat) >= %(selesai)s),
               count(DISTINCT employee_id) FILTER (
                   WHERE opd_pelihat IS DISTINCT FROM opd_dilihat),
               count(DISTINCT employee_id) FILTER (WHERE sekeluarga)
           ]) AS jumlah
      FROM kunjungan GROUP BY user_id, setempat::date
), lain AS (
    SELECT user_id, terakhir AS waktu, 'ditolak' AS jenis, jumlah
      FROM asn_jejak_tolak WHERE jam >= (now() AT TIME ZONE 'UTC') - interval '2 days'
    UNION ALL
    SELECT user_id, waktu, 'gagal', jumlah FROM asn_jejak_masuk
     WHERE hasil = 'gagal' AND waktu >= (now() AT TIME ZONE 'UTC') - interval '2 days'
    UNION ALL
    SELECT user_id, waktu, 'ekspor', jumlah FROM asn_jejak_ekspor
     WHERE waktu >= (now() AT TIME ZONE 'UTC') - interval '2 days'
    UNION ALL
    SELECT NULL, waktu, 'di_luar', 1 FROM asn_jejak_perubahan
     WHERE di_luar AND waktu >= (now() AT TIME ZONE 'UTC') - interval '2 days'
), semua AS (
    SELECT user_id, tanggal, jenis, jumlah FROM hitung
    UNION ALL
    SELECT l.user_id,
           (l.waktu AT TIME ZONE 'UTC' AT TIME ZONE %(zona)s)::date, l.jenis,
           sum(l.jumlah)
      FROM lain l LEFT JOIN res_users u ON u.id = l.user_id
     WHERE l.user_id IS NULL OR u.id IS NOT NULL
     GROUP BY 1, 2, 3
)
INSERT INTO asn_jejak_peringatan AS p
    (user_id, tanggal, jenis, jumlah, ambang, state, is_dikabari,
     create_uid, create_date, write_uid, write_date)
SELECT h.user_id, h.tanggal, h.jenis, h.jumlah, a.ambang, 'baru', FALSE,
       %(uid)s, now() AT TIME ZONE 'UTC', %(uid)s,
       now() AT TIME ZONE 'UTC'
  FROM semua h
  JOIN unnest(%(jenis)s, %(ambang)s::int[]) AS a(jenis, ambang)
    ON a.jenis = h.jenis
 WHERE a.ambang > 0 AND h.jumlah >= a.ambang
ON CONFLICT (tanggal, coalesce(user_id, 0), jenis) DO UPDATE
   SET jumlah = EXCLUDED.jumlah, state = 'baru', is_dikabari = FALSE
 WHERE EXCLUDED.jumlah > p.jumlah
"""


class AsnJejakPeringatan(models.Model):
    """Somebody did unusually much in one day, or a trace was tampered with.

    A scheduled job compares the traces with the thresholds of the settings and
    tells Administrator Sistem and Kepala Badan, so that neither alone can keep
    it quiet. They look into it and close it with what came of it; never the
    person whom the alert is about. It opens again when it grows.
    """

    _name = "asn.jejak.peringatan"
    _inherit = "asn.penjaga.mixin"
    _description = "Alert of the Traces (Peringatan)"
    _order = "tanggal desc, jumlah desc, id desc"
    _rec_name = "user_id"
    _ENGINE_ROWS = True

    user_id = fields.Many2one(
        "res.users", "Account", readonly=True, ondelete="restrict"
    )
    tanggal = fields.Date("Day", required=True, readonly=True, index=True)
    jenis = fields.Selection(JENIS, "Kind", required=True, readonly=True)
    jumlah = fields.Integer("Count", required=True, readonly=True)
    ambang = fields.Integer("Threshold", required=True, readonly=True)
    state = fields.Selection(
        [
            ("baru", "New (baru)"),
            ("diperiksa", "Being looked into (diperiksa)"),
            ("wajar", "In the line of duty (wajar)"),
            ("tidak_wajar", "Acted upon (ditindak)"),
        ],
        required=True,
        default="baru",
        readonly=True,
        index=True,
    )
    diperiksa_oleh_id = fields.Many2one(
        "res.users", "Looked Into By", readonly=True, ondelete="restrict"
    )
    diperiksa_pada = fields.Datetime("Looked Into On", readonly=True)
    catatan = fields.Text("What Came of It", readonly=True)
    is_dikabari = fields.Boolean("Told", readonly=True)

    _hari_uniq = models.UniqueIndex("(tanggal, coalesce(user_id, 0), jenis)")

    def action_diperiksa(self):
        """Note that the present user looks into these alerts."""
        self._periksa_pemeriksa()
        # sudo: who may read alerts may follow them up; rows are the system's.
        self.sudo()._mesin().filtered(lambda p: p.state == "baru").write(
            {
                "state": "diperiksa",
                "diperiksa_oleh_id": self.env.uid,
                "diperiksa_pada": fields.Datetime.now(),
            }
        )
        return True

    def _periksa_pemeriksa(self):
        self.check_access("read")
        if self.env.user in self.user_id:
            raise AccessError(
                self.env._("Nobody closes an alert about herself or himself.")
            )

    def action_tutup(self):
        """Open the dialog in which an alert is closed with its outcome."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Outcome"),
            "res_model": "asn.jejak.jawab",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_peringatan_id": self.id},
        }

    def _tutup(self, hasil, catatan):
        """Close with an outcome and what was done.

        :param hasil: ``wajar`` or ``tidak_wajar``
        """
        self._periksa_pemeriksa()
        if self.state not in ("baru", "diperiksa"):
            raise UserError(self.env._("This alert is closed already."))
        if len((catatan or "").strip()) < 10:
            raise UserError(
                self.env._("Write what came of it, so that others understand.")
            )
        # sudo: who may read alerts may follow them up; rows are the system's.
        self.sudo()._mesin().write(
            {
                "state": hasil,
                "catatan": catatan.strip(),
                "diperiksa_oleh_id": self.env.uid,
                "diperiksa_pada": fields.Datetime.now(),
            }
        )

    def action_buka_jejak(self):
        """Open the visits that the alert is about."""
        self.ensure_one()
        zona = self.env.company.resource_calendar_id.tz or "Asia/Jakarta"
        self.env.cr.execute(
            SQL(
                "SELECT %(hari)s::timestamp AT TIME ZONE %(zona)s AT TIME ZONE 'UTC',"
                " (%(hari)s::date + 1)::timestamp AT TIME ZONE %(zona)s"
                " AT TIME ZONE 'UTC'",
                hari=self.tanggal,
                zona=zona,
            )
        )
        awal, akhir = map(fields.Datetime.to_string, self.env.cr.fetchone())
        model, kolom, lebih = _SUMBER.get(
            self.jenis, ("asn.jejak.akses", "terakhir", [])
        )
        domain = [(kolom, ">=", awal), (kolom, "<", akhir), *lebih]
        if self.jenis not in ("di_luar", "rantai"):
            domain.append(("user_id", "=", self.user_id.id))
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Traces of %s", self.user_id.name or "-"),
            "res_model": model,
            "view_mode": "list",
            "views": [(False, "list")],
            "domain": domain,
        }

    @api.model
    def _cron_periksa(self):
        """Compare the last two days with the thresholds, by one statement.

        :return: number of new or grown alerts
        """
        company = self.env.company
        ambang = {
            jenis: company[f"asn_peringatan_{jenis}"]
            for jenis, _label in JENIS
            if jenis not in ("di_luar", "rantai")
        }
        ambang["di_luar"] = 1
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                _PERIKSA,
                zona=company.resource_calendar_id.tz or "Asia/Jakarta",
                mulai=company.asn_jam_kantor_mulai,
                selesai=company.asn_jam_kantor_selesai,
                uid=self.env.uid,
                jenis=list(ambang),
                ambang=list(ambang.values()),
            )
        )
        jumlah = self.env.cr.rowcount
        if jumlah:
            self.invalidate_model()
            self._kabari()
        return jumlah

    @api.model
    def _lapor_rantai(self, temuan):
        """Alert that traces were tampered with.

        :param temuan: as :meth:`asn.jejak.segel._periksa_semua` returns them
        """
        hari = fields.Date.context_today(self)
        # sudo: alerts are the system's.
        ini_sudo = self.sudo()
        ada = ini_sudo.search([("tanggal", "=", hari), ("jenis", "=", "rantai")])
        vals = {"jumlah": len(temuan), "state": "baru", "is_dikabari": False}
        if not ada:
            ini_sudo._mesin().create(
                {"tanggal": hari, "jenis": "rantai", "ambang": 1, **vals}
            )
        elif ada.jumlah < len(temuan):
            ada._mesin().write(vals)
        self._kabari()

    @api.model
    def _kabari(self):
        """Tell Administrator Sistem and Kepala Badan of what is new, once."""
        # sudo: the scheduler tells people what their roles let them read.
        baru_sudo = self.sudo().search(
            [("is_dikabari", "=", False), ("state", "=", "baru")]
        )
        grup = ["admin_sistem", "kepala_badan"]
        penerima = baru_sudo.env["res.users"].union(
            *(baru_sudo.env.ref(f"asn_base.group_{g}").all_user_ids for g in grup)
        )
        for user in penerima.filtered("active") if baru_sudo else ():
            lain = baru_sudo.filtered(lambda p, u=user: p.user_id != u)
            bahasa = lain.with_context(lang=user.lang)
            label = dict(bahasa._fields["jenis"]._description_selection(bahasa.env))
            isi = Markup().join(
                Markup("<li>%s: %s (%s)</li>")
                % (label[p.jenis], p.user_id.name or "-", p.jumlah)
                for p in lain
            )
            if isi:
                user.partner_id.message_notify(
                    partner_ids=user.partner_id.ids,
                    subject=bahasa.env._("Alerts of the traces"),
                    body=Markup("<ul>%s</ul>") % isi,
                )
        baru_sudo._mesin().write({"is_dikabari": True})

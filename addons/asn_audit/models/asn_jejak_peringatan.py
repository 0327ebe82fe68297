from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

JENIS = [
    ("jumlah", "Very many people (jumlah)"),
    ("jam", "Outside office hours (jam)"),
    ("luar_unit", "Outside the own office (luar unit)"),
]

#: People looked at per account and local day, against the thresholds.
_PERIKSA = """
WITH kunjungan AS (
    SELECT j.user_id, j.employee_id,
           (j.terakhir AT TIME ZONE 'UTC' AT TIME ZONE %(zona)s)
               AS setempat,
           split_part(u.parent_path, '/', 2) AS opd_dilihat,
           split_part(v.parent_path, '/', 2) AS opd_pelihat
      FROM asn_jejak_akses j
      LEFT JOIN hr_employee e ON e.id = j.employee_id
      LEFT JOIN hr_department u ON u.id = e.unit_id
      LEFT JOIN LATERAL (
          SELECT d.parent_path FROM hr_employee p
            JOIN hr_department d ON d.id = p.unit_id
           WHERE p.user_id = j.user_id AND p.active LIMIT 1) v ON TRUE
     WHERE j.jam >= (now() AT TIME ZONE 'UTC') - interval '2 days'
), hitung AS (
    SELECT user_id, setempat::date AS tanggal, unnest(ARRAY[
               'jumlah', 'jam', 'luar_unit']) AS jenis,
           unnest(ARRAY[
               count(DISTINCT employee_id),
               count(DISTINCT employee_id) FILTER (
                   WHERE extract(hour FROM setempat) < %(mulai)s
                      OR extract(hour FROM setempat) >= %(selesai)s),
               count(DISTINCT employee_id) FILTER (
                   WHERE opd_pelihat IS DISTINCT FROM opd_dilihat)
           ]) AS jumlah
      FROM kunjungan GROUP BY user_id, setempat::date
)
INSERT INTO asn_jejak_peringatan AS p
    (user_id, tanggal, jenis, jumlah, ambang, state,
     create_uid, create_date, write_uid, write_date)
SELECT h.user_id, h.tanggal, h.jenis, h.jumlah, a.ambang, 'baru',
       %(uid)s, now() AT TIME ZONE 'UTC', %(uid)s,
       now() AT TIME ZONE 'UTC'
  FROM hitung h
  JOIN unnest(%(jenis)s, %(ambang)s::int[]) AS a(jenis, ambang)
    ON a.jenis = h.jenis
 WHERE a.ambang > 0 AND h.jumlah >= a.ambang
ON CONFLICT (tanggal, user_id, jenis) DO UPDATE
   SET jumlah = EXCLUDED.jumlah, state = 'baru'
 WHERE EXCLUDED.jumlah > p.jumlah
"""


class AsnJejakPeringatan(models.Model):
    """Somebody looked up unusually much in one day.

    A scheduled job compares the trace with the thresholds of the settings.
    Administrator Sistem and Kepala Badan look into it, never the person whom
    the alert is about.
    """

    _name = "asn.jejak.peringatan"
    _inherit = "asn.penjaga.mixin"
    _description = "Unusual Look-ups (Peringatan Akses)"
    _order = "tanggal desc, jumlah desc, id desc"
    _rec_name = "user_id"
    _ENGINE_ROWS = True

    user_id = fields.Many2one(
        "res.users", "Account", required=True, readonly=True, ondelete="restrict"
    )
    tanggal = fields.Date("Day", required=True, readonly=True, index=True)
    jenis = fields.Selection(JENIS, "Kind", required=True, readonly=True)
    jumlah = fields.Integer("People", required=True, readonly=True)
    ambang = fields.Integer("Threshold", required=True, readonly=True)
    state = fields.Selection(
        [("baru", "New (baru)"), ("diperiksa", "Looked into (diperiksa)")],
        required=True,
        default="baru",
        readonly=True,
        index=True,
    )
    diperiksa_oleh_id = fields.Many2one(
        "res.users", "Looked Into By", readonly=True, ondelete="restrict"
    )
    diperiksa_pada = fields.Datetime("Looked Into On", readonly=True)

    _hari_uniq = models.UniqueIndex("(tanggal, user_id, jenis)")

    def action_diperiksa(self):
        """Note that the present user has looked into these alerts."""
        self.check_access("read")
        if self.env.user in self.user_id:
            raise AccessError(
                self.env._("Nobody closes an alert about herself or himself.")
            )
        # sudo: who may read alerts may close them; rows are the system's.
        self.sudo()._mesin().filtered(lambda p: p.state == "baru").write(
            {
                "state": "diperiksa",
                "diperiksa_oleh_id": self.env.uid,
                "diperiksa_pada": fields.Datetime.now(),
            }
        )
        return True

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
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Visits of %s", self.user_id.name),
            "res_model": "asn.jejak.akses",
            "view_mode": "list",
            "views": [(False, "list")],
            "domain": [
                ("user_id", "=", self.user_id.id),
                ("terakhir", ">=", awal),
                ("terakhir", "<", akhir),
            ],
        }

    @api.model
    def _cron_periksa(self):
        """Compare the last two days with the thresholds, by one statement.

        :return: number of new or grown alerts
        """
        company = self.env.company
        ambang = {
            "jumlah": company.asn_peringatan_jumlah,
            "jam": company.asn_peringatan_jam,
            "luar_unit": company.asn_peringatan_luar_unit,
        }
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
        self.invalidate_model()
        return self.env.cr.rowcount

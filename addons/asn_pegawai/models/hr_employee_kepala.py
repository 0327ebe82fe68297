from odoo import api, models

_SQL_KEPALA = """
WITH baris AS (
    SELECT COALESCE(j.department_id, r.unit_id) AS unit, r.*,
           r.tmt <= %(hari_ini)s
           AND COALESCE(r.tmt_selesai, %(hari_ini)s) >= %(hari_ini)s
           AND r.status = 'sah' AND e.active
           AND (r.jenis_penugasan = 'plt' OR (
                r.jenis_penugasan = 'definitif'
                AND e.jabatan_id = r.jabatan_id
                AND e.tmt_jabatan = r.tmt)) AS menjabat
      FROM asn_riwayat_jabatan r
      JOIN hr_job j ON j.id = r.jabatan_id AND j.is_kepala
      JOIN hr_employee e ON e.id = r.employee_id
     WHERE r.status <> 'draft'
       AND r.jenis_penugasan IN ('definitif', 'plt')
), tersentuh AS (
    SELECT DISTINCT unit FROM baris WHERE employee_id = ANY(%(ids)s)
), kepala AS (
    SELECT DISTINCT ON (b.unit) b.unit, b.employee_id
      FROM baris b WHERE b.menjabat
     ORDER BY b.unit, b.tmt DESC,
              (b.jenis_penugasan = 'definitif') DESC, b.id DESC
)
UPDATE hr_department d SET manager_id = kepala.employee_id
  FROM tersentuh LEFT JOIN kepala ON kepala.unit = tersentuh.unit
 WHERE d.id = tersentuh.unit
   AND d.manager_id IS DISTINCT FROM kepala.employee_id
RETURNING d.id
"""
_SQL_ATASAN = """
WITH jalur AS (
    SELECT u.id AS unit_id, a.manager_id, naik.ke
      FROM hr_department u
     CROSS JOIN LATERAL unnest(string_to_array(
           trim(BOTH '/' FROM u.parent_path), '/')::int[])
           WITH ORDINALITY AS naik(id, ke)
      JOIN hr_department a ON a.id = naik.id AND a.active
     WHERE a.manager_id IS NOT NULL
), sasaran AS (
    SELECT e.id, e.unit_id, e.parent_id FROM hr_employee e
      JOIN hr_department u ON u.id = e.unit_id
     WHERE e.id = ANY(%(ids)s) OR u.parent_path ~ %(pola)s
), atasan AS (
    SELECT DISTINCT ON (s.id) s.id, j.manager_id
      FROM sasaran s
      LEFT JOIN jalur j ON j.unit_id = s.unit_id AND j.manager_id <> s.id
     ORDER BY s.id, j.ke DESC NULLS LAST
)
UPDATE hr_employee e
   SET parent_id = atasan.manager_id,
       coach_id = CASE WHEN e.coach_id IS NULL
                         OR e.coach_id = e.parent_id
                       THEN atasan.manager_id ELSE e.coach_id END
  FROM atasan
 WHERE e.id = atasan.id
   AND e.parent_id IS DISTINCT FROM atasan.manager_id
RETURNING e.id
"""


class HrEmployee(models.Model):
    """Heads of units and the direct superior (atasan langsung)."""

    _inherit = "hr.employee"

    @api.model
    def _proyeksi_kepala(self, ids):
        """Set the heads of units from the posts, then everybody's superior.

        A unit's head is whoever holds, definitively or as Plt, the post that
        heads it; of several the one with the newest TMT, and at the same TMT
        the definitive one. Units whose headship is in no riwayat keep the
        head an administrator gave them.

        :param ids: employees whose posts may have changed
        """
        self.env.flush_all()
        self.env.cr.execute(
            _SQL_KEPALA,
            {"ids": list(ids), "hari_ini": self._asn_hari_ini()},
        )
        unit = self.env["hr.department"].browse([r[0] for r in self.env.cr.fetchall()])
        if unit:
            unit.invalidate_recordset(["manager_id"], flush=False)
            # Rule domains are cached with the ids of the units headed inside.
            self.env["res.users"]._asn_bersihkan_cakupan()
        self._proyeksi_atasan(unit_ids=unit.ids, ids=ids)

    @api.model
    def _proyeksi_atasan(self, unit_ids=(), ids=()):
        """Set the direct superior of people, set-based.

        It is the head of the own unit or of the nearest unit above that has
        one; a head's own superior is the head above. The coach follows where
        it was the old superior, as core does.

        :param unit_ids: everybody in these units and below
        :param ids: these employees
        """
        if not unit_ids and not ids:
            return
        self.env.flush_all()
        self.env.cr.execute(
            _SQL_ATASAN,
            {
                "ids": list(ids),
                # Matches no path when there is no unit.
                "pola": r"(^|/)(" + "|".join(map(str, unit_ids or [0])) + r")/",
            },
        )
        berubah = self.browse([row[0] for row in self.env.cr.fetchall()])
        if berubah:
            self.env["hr.employee"].invalidate_model(
                ["parent_id", "coach_id", "child_ids"], flush=False
            )

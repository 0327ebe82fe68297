from odoo import fields, models
from odoo.tools import SQL


class HrDepartment(models.Model):
    """A work unit and its people."""

    _inherit = "hr.department"
    _rec_names_search = ["complete_name", "kode", "singkatan", "nama_lama_ids.nama"]

    nama_lama_ids = fields.One2many(
        "asn.nama.lama", "unit_id", "Former Names (Nama Lama)"
    )
    asn_jumlah_pegawai = fields.Integer(
        "People", compute="_compute_asn_jumlah_pegawai", compute_sudo=True
    )

    def _compute_asn_jumlah_pegawai(self):
        """Count the people of the unit and below, all units in one query."""
        perusahaan = self.env["res.company"].search([]).ids  # pylint: disable=no-search-all
        self.env.cr.execute(
            SQL(
                """
            SELECT leluhur.id, SUM(isi.jumlah)
              FROM (%s) isi
              JOIN hr_department u ON u.id = isi.unit_id
             CROSS JOIN LATERAL unnest(string_to_array(
                   trim(BOTH '/' FROM u.parent_path), '/')::int[]) AS leluhur(id)
             WHERE leluhur.id = ANY(%s)
             GROUP BY leluhur.id
                """,
                self.env["asn.jumlah.pegawai"]._jumlah_sql(perusahaan),
                list(self.ids),
            )
        )
        jumlah = dict(self.env.cr.fetchall())
        for unit in self:
            unit.asn_jumlah_pegawai = int(jumlah.get(unit.id, 0))

    def _asn_nama_pada(self):
        """Return a function of unit id and date to the unit's name that day."""
        lama = self.env["asn.nama.lama"]._penentu_nama("unit_id", self.ids)
        return lambda satu, pada: lama(satu, pada) or self.browse(satu).name

    def _search_has_read_access(self, operator, value):
        if operator != "in":
            return NotImplemented
        if self.env.user.has_group("hr.group_hr_user"):
            return [(1, "=", 1)]
        pengguna = self.env.user
        terbuka = pengguna.asn_unit_dipimpin_ids | pengguna.asn_scope_unit_ids
        return [("id", "in", terbuka.ids)]

    def action_employee_from_department(self):
        """Return the people of the unit: profiles for officers, else the directory."""
        nama = "hr_employee_public_action"
        if self.env.user.has_group("hr.group_hr_user"):
            nama = "hr_employee_action"
        action = self.env["ir.actions.act_window"]._for_xml_id(f"asn_pegawai.{nama}")
        action["domain"] = [("unit_id", "child_of", self.ids)]
        action["context"] = {}
        return action

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"manager_id", "parent_id", "active"}:
            self.env["hr.employee"]._proyeksi_atasan(unit_ids=self.ids)
        return res

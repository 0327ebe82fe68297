from odoo import api, fields, models

JENIS_UNIT = [
    ("pemda", "Local government (pemerintah daerah)"),
    ("sekretariat", "Secretariat (sekretariat)"),
    ("opd", "Regional body (dinas)"),
    ("badan", "Agency (badan)"),
    ("inspektorat", "Inspectorate (inspektorat)"),
    ("rsud", "Regional hospital (RSUD)"),
    ("bagian", "Part of a secretariat (bagian)"),
    ("bidang", "Division (bidang)"),
    ("subbagian", "Subsection (subbagian)"),
    ("seksi", "Section (seksi)"),
    ("upt", "Technical unit (UPT)"),
    ("sekolah", "School (sekolah)"),
    ("puskesmas", "Health centre (puskesmas)"),
    ("kecamatan", "District (kecamatan)"),
    ("kelurahan", "Subdistrict (kelurahan)"),
]
# Units at the level of an OPD: their head answers to the Sekda or the Wali Kota.
JENIS_PERANGKAT_DAERAH = frozenset(
    ["sekretariat", "opd", "badan", "inspektorat", "rsud", "kecamatan"]
)
# What a change of means for the rows that a role sees.
_MENGUBAH_CAKUPAN = frozenset(["manager_id", "parent_id", "active", "fasilitator_ids"])


class HrDepartment(models.Model):
    """Work unit (unit kerja) in the tree of the city's government."""

    _inherit = "hr.department"
    _rec_names_search = ["complete_name", "kode", "singkatan"]

    manager_id = fields.Many2one(index="btree_not_null")
    kode = fields.Char("Unit Code", index="btree_not_null")
    singkatan = fields.Char("Short Name")
    jenis_unit = fields.Selection(JENIS_UNIT, "Kind of Unit", index=True)
    eselon = fields.Char("Eselon of the Head")
    kalender_id = fields.Many2one(
        "resource.calendar",
        "Working Calendar",
        help="Empty: the calendar of the unit above.",
    )
    alamat = fields.Text("Address")
    telepon = fields.Char("Telephone")
    fasilitator_ids = fields.Many2many(
        "res.users",
        "asn_unit_pengguna_rel",
        "unit_id",
        "user_id",
        string="Facilitators",
        help="Accounts that look after the personnel of this unit and those below.",
    )

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a unit (unit kerja) with this code."
    )

    @api.model_create_multi
    def create(self, vals_list):
        units = super().create(vals_list)
        # A new unit below a granted one belongs to the grant.
        self.env["res.users"]._asn_bersihkan_cakupan()
        return units

    def write(self, vals):
        res = super().write(vals)
        if _MENGUBAH_CAKUPAN & vals.keys():
            self.env["res.users"]._asn_bersihkan_cakupan()
        return res

    def unlink(self):
        res = super().unlink()
        self.env["res.users"]._asn_bersihkan_cakupan()
        return res

    def _search_has_read_access(self, operator, value):
        """Narrow core's answer: every ASN may read hr.employee, by row."""
        if operator != "in":
            return NotImplemented
        if self.env.user.has_group("hr.group_hr_user"):
            return [(1, "=", 1)]
        user = self.env.user
        units = user.asn_scope_unit_ids | user.asn_unit_dipimpin_ids
        return [("id", "in", units.ids)]

    def action_employee_from_department(self):
        """Open the unit's people; colleagues see the public directory."""
        action = super().action_employee_from_department()
        if not self.env.user.has_group("hr.group_hr_user"):
            action["res_model"] = "hr.employee.public"
            search = self.env.ref("hr.hr_employee_public_view_search")
            action["search_view_id"] = [search.id, "search"]
        return action

    def _leluhur(self):
        """Return this unit and those above it, the nearest first."""
        self.ensure_one()
        if not self.parent_path:
            return self
        ids = [int(i) for i in self.parent_path.split("/") if i]
        return self.browse(reversed(ids))

    def _kepala(self):
        """Return the head of this unit or of the nearest unit above with one."""
        for unit in self._leluhur():
            if unit.manager_id:
                return unit.manager_id
        return self.env["hr.employee"]

    def _perangkat_daerah(self):
        """Return the regional body (OPD level) that this unit belongs to.

        A unit above which there is none answers with the top of its tree; no unit
        answers with none: the first people of a city have none yet.
        """
        if not self:
            return self
        leluhur = self._leluhur()
        return (
            leluhur.filtered(lambda u: u.jenis_unit in JENIS_PERANGKAT_DAERAH)[:1]
            or leluhur[-1:]
        )

    def _kalender(self):
        """Return the calendar by which this unit works."""
        for unit in self._leluhur():
            if unit.kalender_id:
                return unit.kalender_id
        company = self.company_id or self.env.company
        return company.resource_calendar_id

from odoo import fields, models

JENIS_UNIT = [
    ("pemda", "Local government (pemerintah daerah)"),
    ("sekretariat", "Secretariat (sekretariat)"),
    ("opd", "Regional body (dinas)"),
    ("badan", "Agency (badan)"),
    ("inspektorat", "Inspectorate (inspektorat)"),
    ("rsud", "Regional hospital (RSUD)"),
    ("bagian", "Section of a secretariat (bagian)"),
    ("bidang", "Division (bidang)"),
    ("subbagian", "Subsection (subbagian)"),
    ("seksi", "Section (seksi)"),
    ("upt", "Technical unit (UPT)"),
    ("sekolah", "School (sekolah)"),
    ("puskesmas", "Health centre (puskesmas)"),
    ("kecamatan", "District (kecamatan)"),
    ("kelurahan", "Subdistrict (kelurahan)"),
]
# Units that answer to the head of the region and not to another unit.
JENIS_PERANGKAT_DAERAH = {
    "sekretariat",
    "opd",
    "badan",
    "inspektorat",
    "rsud",
    "kecamatan",
}


class HrDepartment(models.Model):
    """Work unit (unit kerja) in the tree of the city's government."""

    _inherit = "hr.department"

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

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a unit (unit kerja) with this code."
    )

    def _leluhur(self):
        """Return this unit and those above it, the nearest first."""
        self.ensure_one()
        if not self.parent_path:
            return self
        return self.browse(int(i) for i in reversed(self.parent_path.split("/")[:-1]))

    def _kepala(self):
        """Return the head of this unit or of the nearest unit above with one."""
        for unit in self._leluhur():
            if unit.manager_id:
                return unit.manager_id
        return self.env["hr.employee"]

    def _perangkat_daerah(self):
        """Return the regional body (OPD level) that this unit belongs to.

        A unit above which there is none answers with the top of its tree.
        """
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

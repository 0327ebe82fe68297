from odoo import fields, models

from .hr_employee_kepegawaian import JENJANG


class HrEmployeePublic(models.Model):
    """The directory of colleagues: data of class ``umum`` only."""

    _inherit = "hr.employee.public"

    gelar_depan = fields.Char("Title Before the Name (Gelar Depan)", readonly=True)
    gelar_belakang = fields.Char("Title After the Name (Gelar Belakang)", readonly=True)
    nama_lengkap = fields.Char("Full Name with Titles", readonly=True)
    status_pegawai = fields.Selection(
        [
            ("cpns", "CPNS"),
            ("pns", "PNS"),
            ("pppk", "PPPK"),
            ("pppk_paruh_waktu", "PPPK part-time (paruh waktu)"),
        ],
        "Employment Status",
        readonly=True,
    )
    unit_id = fields.Many2one("hr.department", "Work Unit (Unit Kerja)", readonly=True)
    jabatan_id = fields.Many2one("hr.job", "Post (Jabatan)", readonly=True)
    jenis_jabatan_id = fields.Many2one(
        "asn.jenis.jabatan", "Kind of Post (Jenis Jabatan)", readonly=True
    )
    eselon = fields.Char("Eselon", readonly=True)
    jenjang = fields.Selection(JENJANG, "Level (Jenjang)", readonly=True)
    golongan_id = fields.Many2one("asn.golongan", "Grade (Golongan)", readonly=True)

from odoo import fields, models


class ResCompany(models.Model):
    """Leave settings of the office: rules that the regulations leave open."""

    _inherit = "res.company"

    asn_cuti_tahun_mulai = fields.Integer(
        "First Year of the Leave Ledger",
        default=lambda self: fields.Date.today().year,
        help="From this year on the system knows all leave used. Days of earlier"
        " years count only through an opening balance (saldo awal).",
    )
    asn_cuti_mulai_minimal_hari = fields.Integer(
        "Days from Filing to the First Day",
        default=1,
        help="CUTI-02: leave must be decided before it begins. 1 = from tomorrow.",
    )
    asn_cuti_susulan_hari = fields.Integer(
        "Working Days to File Afterwards",
        default=3,
        help="CUTI-02: sick and other urgent leave may be filed so many working days"
        " after the return.",
    )
    asn_cuti_bersama_kurangi_pppk = fields.Boolean(
        "Joint Leave Reduces the Annual Leave of PPPK",
        help="CUTI-BS-04: reported for Peraturan BKN 7/2022, against Keppres 42/2025.",
    )
    asn_cuti_libur_sekolah_pppk = fields.Boolean(
        "School Holidays Are the Annual Leave of PPPK Teachers",
        help="CUTI-K-09, to be confirmed: teachers who are PPPK then file no annual"
        " leave.",
    )
    asn_cuti_batas_unit_persen = fields.Integer(
        "Share of a Unit Away (%)",
        default=40,
        help="Above it applicant and officials see a warning; nothing is refused.",
    )

    _asn_cuti_wajar = models.Constraint(
        "CHECK (asn_cuti_mulai_minimal_hari BETWEEN 0 AND 60"
        " AND asn_cuti_susulan_hari BETWEEN 0 AND 60"
        " AND asn_cuti_batas_unit_persen BETWEEN 1 AND 100)",
        "Leave settings: days lie between 0 and 60, the share between 1 and 100.",
    )

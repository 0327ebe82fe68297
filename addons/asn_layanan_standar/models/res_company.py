from odoo import fields, models

#: Setting of the company -> column of the dated rows.
_KOLOM = {
    "asn_cuti_mulai_minimal_hari": "mulai_minimal_hari",
    "asn_cuti_susulan_hari": "susulan_hari",
    "asn_cuti_bersama_kurangi_pppk": "bersama_kurangi_pppk",
    "asn_cuti_libur_sekolah_pppk": "libur_sekolah_pppk",
    "asn_cuti_batas_unit_persen": "batas_unit_persen",
}


class ResCompany(models.Model):
    """Leave settings of the office as of today; see ``asn.setelan.cuti``."""

    _inherit = "res.company"

    asn_cuti_tahun_mulai = fields.Integer(
        "First Year of the Leave Ledger",
        default=lambda self: fields.Date.today().year,
        help="From this year on the system knows all leave used. Days of earlier"
        " years count only through an opening balance (saldo awal).",
    )
    asn_cuti_mulai_minimal_hari = fields.Integer(
        "Days from Filing to the First Day",
        compute="_compute_asn_cuti",
        inverse=lambda self: self._atur_cuti("asn_cuti_mulai_minimal_hari"),
        help="CUTI-02: leave must be decided before it begins. 1 = from tomorrow.",
    )
    asn_cuti_susulan_hari = fields.Integer(
        "Working Days to File Afterwards",
        compute="_compute_asn_cuti",
        inverse=lambda self: self._atur_cuti("asn_cuti_susulan_hari"),
        help="CUTI-02: sick and other urgent leave may be filed so many working days"
        " after the return.",
    )
    asn_cuti_bersama_kurangi_pppk = fields.Boolean(
        "Joint Leave Reduces the Annual Leave of PPPK",
        compute="_compute_asn_cuti",
        inverse=lambda self: self._atur_cuti("asn_cuti_bersama_kurangi_pppk"),
        help="CUTI-BS-04: reported for Peraturan BKN 7/2022, against Keppres 42/2025.",
    )
    asn_cuti_libur_sekolah_pppk = fields.Boolean(
        "School Holidays Are the Annual Leave of PPPK Teachers",
        compute="_compute_asn_cuti",
        inverse=lambda self: self._atur_cuti("asn_cuti_libur_sekolah_pppk"),
        help="CUTI-K-09, to be confirmed: teachers who are PPPK then file no annual"
        " leave.",
    )
    asn_cuti_batas_unit_persen = fields.Integer(
        "Share of a Unit Away (%)",
        compute="_compute_asn_cuti",
        inverse=lambda self: self._atur_cuti("asn_cuti_batas_unit_persen"),
        help="Above it applicant and officials see a warning; nothing is refused.",
    )

    def _compute_asn_cuti(self):
        """Show the row of today."""
        kini = self.env["asn.setelan.cuti"]._pada(
            self.env["hr.employee"]._asn_hari_ini()
        )
        for nama, kolom in _KOLOM.items():
            self[nama] = kini[kolom]

    def _atur_cuti(self, nama):
        """Let what was typed hold from today on, one setting at a time.

        The others are protected while a value is set and cannot be read here.
        """
        for company in self:
            self.env["asn.setelan.cuti"]._ubah({_KOLOM[nama]: company[nama]})

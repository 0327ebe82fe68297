from odoo import fields, models

from .asn_jenis_cuti import JENIS_CUTI


class AsnSebabCuti(models.Model):
    """What a leave is for, where the regulation ties conditions to it.

    The numbers of a kind of leave for one reason are rows of `asn.jenis.cuti`.
    """

    _name = "asn.sebab.cuti"
    _inherit = "asn.referensi.mixin"
    _description = "Reason of Leave (Sebab Cuti)"
    _order = "jenis, sequence, id"
    _kolom_utama = (
        "jenis",
        "jenis_kelamin",
        "is_susulan",
        "is_bebas_masa_kerja",
        "is_tanpa_tangguh",
        "is_kelahiran",
    )

    sequence = fields.Integer(default=10)
    jenis = fields.Selection(JENIS_CUTI, "Kind of Leave", required=True, index=True)
    jenis_kelamin = fields.Selection(
        [("L", "Men only"), ("P", "Women only")],
        "Open To",
        help="Empty: everybody.",
    )
    is_susulan = fields.Boolean(
        "May Be Filed Afterwards",
        help="Urgent: the request may follow after the return (CUTI-02).",
    )
    is_bebas_masa_kerja = fields.Boolean(
        "Without Length of Service", help="CUTI-B-02: no years of work are needed."
    )
    is_tanpa_tangguh = fields.Boolean(
        "Cannot Be Deferred", help="CUTI-B-04: religious duty and birth."
    )
    is_kelahiran = fields.Boolean(
        "Birth of a Further Child",
        help="CUTI-M-02: from the child after those of maternity leave on.",
    )

    _kode_uniq = models.Constraint(
        "UNIQUE (kode)", "There is already a reason of leave with this code."
    )

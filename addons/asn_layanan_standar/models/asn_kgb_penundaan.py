from odoo import api, fields, models

from ..domain import kgb

SEBAB_TUNDA = [
    ("kinerja", "Performance (kinerja)"),
    ("disiplin", "Discipline (disiplin)"),
]


class AsnKgbPenundaan(models.Model):
    """One deferral of an increment by a decree (KGB-08, KGB-09).

    Written by the service when the decree is issued, ended by it when the decree is
    revoked or replaced, and never changed otherwise. Whoever works out an increment
    reads from here when it is paid.
    """

    _name = "asn.kgb.penundaan"
    _inherit = "asn.penjaga.mixin"
    _description = "Deferral of an Increment (Penundaan KGB)"
    _order = "mulai desc, id desc"
    _rec_name = "nomor_sk"
    _ENGINE_ROWS = True

    employee_id = fields.Many2one(
        "hr.employee", "Employee", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(related="employee_id.unit_id", string="Work Unit")
    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, index=True, ondelete="restrict"
    )
    golongan_id = fields.Many2one(
        "asn.golongan", "Grade", required=True, ondelete="restrict"
    )
    langkah = fields.Integer("MKG of the Step (years)", required=True, aggregator=None)
    tmt_semula = fields.Date(
        "Due (TMT by MKG)", required=True, help="Day on which the MKG reached the step."
    )
    mulai = fields.Date("Deferred From", required=True)
    sampai = fields.Date(
        "Paid From",
        required=True,
        help="First day on which the increment may be paid: the end of the deferral, or"
        " the month after it was lifted.",
    )
    sebab = fields.Selection(SEBAB_TUNDA, "Reason", required=True)
    nomor_sk = fields.Char("Decree No.")
    tanggal_sk = fields.Date("Decree Date")
    akhir = fields.Selection(
        [("dicabut", "Lifted (dicabut)"), ("diganti", "Replaced (diganti)")],
        "Ended by a Decision",
    )
    keadaan = fields.Selection(
        [
            ("berlaku", "In force"),
            ("selesai", "Over"),
            ("dicabut", "Lifted"),
            ("diganti", "Replaced"),
        ],
        "State",
        compute="_compute_keadaan",
        search="_search_keadaan",
    )

    _rentang_wajar = models.Constraint(
        "CHECK (sampai >= mulai AND sampai <= mulai + interval '12 months')",
        "A deferral (penundaan KGB) lasts at most a year (KGB-08).",
    )
    _satu_per_permohonan = models.UniqueIndex("(permohonan_id)")

    @api.depends("akhir", "sampai")
    def _compute_keadaan(self):
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for tunda in self:
            lewat = "selesai" if tunda.sampai <= hari_ini else "berlaku"
            tunda.keadaan = tunda.akhir or lewat

    def _search_keadaan(self, operator, value):
        if operator != "in":
            return NotImplemented
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        tanpa = fields.Domain("akhir", "=", False)
        bagian = {
            "berlaku": tanpa & fields.Domain("sampai", ">", hari_ini),
            "selesai": tanpa & fields.Domain("sampai", "<=", hari_ini),
            "dicabut": fields.Domain("akhir", "=", "dicabut"),
            "diganti": fields.Domain("akhir", "=", "diganti"),
        }
        return fields.Domain.OR(bagian[nilai] for nilai in value if nilai in bagian)

    @api.model
    def _berlaku(self, orang, tanpa_dokumen=None):
        """Return from when deferred steps are paid.

        :param orang: employees
        :param tanpa_dokumen: decrees whose deferral is left out, for their correction
        :return: ``{(employee id, grade id, step): day}``, the latest deferral of each
        """
        domain = fields.Domain("employee_id", "in", orang.ids)
        domain &= fields.Domain("akhir", "!=", "diganti")
        if tanpa_dokumen:
            domain &= fields.Domain(
                "permohonan_id.dokumen_produk_id", "not in", tanpa_dokumen.ids
            )
        # sudo: worked out by rule, see asn.kgb
        kelompok = self.sudo()._read_group(
            domain, ["employee_id", "golongan_id", "langkah"], ["sampai:max"]
        )
        return {(p.id, g.id, langkah): hari for p, g, langkah, hari in kelompok}

    @api.model
    def _catat(self, permohonan):
        """Record the deferral that a request decided, once.

        :param permohonan: the issued request, unrestricted
        """
        if self.search_count([("permohonan_id", "=", permohonan.id)], limit=1):
            return
        surat = permohonan.surat_id
        self._mesin().create(
            {
                "employee_id": permohonan.employee_id.id,
                "permohonan_id": permohonan.id,
                "golongan_id": permohonan.kgb_golongan_id.id,
                "langkah": permohonan.kgb_langkah,
                "tmt_semula": permohonan.kgb_semula,
                "mulai": permohonan.kgb_tmt,
                "sampai": permohonan.kgb_tunda_sampai,
                "sebab": permohonan.kgb_tunda_sebab,
                "nomor_sk": surat.nomor or permohonan.nomor_naskah,
                "tanggal_sk": surat.tanggal or permohonan.tanggal_naskah,
            }
        )

    def _akhiri(self, akhir):
        """End deferrals that are not ended yet (KGB-08: paid from the next month).

        :param akhir: ``dicabut`` when the reason is gone, ``diganti`` when another
            decree stands for it
        """
        hari_ini = self.env["hr.employee"]._asn_hari_ini()
        for tunda in self.filtered(lambda t: not t.akhir):
            tunda._mesin().write(
                {
                    "akhir": akhir,
                    "sampai": kgb.akhir_tunda(tunda.mulai, tunda.sampai, hari_ini),
                }
            )

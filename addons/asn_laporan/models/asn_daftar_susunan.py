from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..domain.kolom import PILIHAN

#: What data of people are used for: Pasal 14 (1) of the regulation.
KEGUNAAN = [
    ("a", "Assessment team (tim penilai kinerja): posts, competence development"),
    ("b", "Formation and placement (formasi dan penempatan)"),
    ("c", "Mutations: rank, KGB, pension, moves (mutasi)"),
    ("d", "Performance (penilaian kinerja)"),
    ("e", "Discipline (penegakan disiplin)"),
    ("f", "Pay and allowances (gaji dan tunjangan)"),
    ("g", "Awards (penghargaan)"),
    ("lain", "Other"),
]


class AsnDaftarSusunan(models.Model):
    """A set of columns for lists, kept by the office that uses it.

    The presets serve the uses of Pasal 14 (1) and belong to everybody; who makes
    a set of her own keeps it for herself, for her unit or, as administrator, for
    all.
    """

    _name = "asn.daftar.susunan"
    _description = "Set of Columns (Susunan Kolom)"
    _order = "kegunaan, sequence, name"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    kegunaan = fields.Selection(
        KEGUNAAN, "Used For (Pasal 14)", required=True, default="lain"
    )
    keterangan = fields.Char("Remarks", translate=True)
    pemilik_id = fields.Many2one(
        "res.users",
        "Owner",
        default=lambda self: self.env.user,
        readonly=True,
        index="btree_not_null",
        help="Nobody: a preset for all.",
    )
    unit_id = fields.Many2one(
        "hr.department",
        "Office",
        index="btree_not_null",
        help="Everybody who looks after this unit may use the set.",
    )
    kolom_ids = fields.One2many(
        "asn.daftar.susunan.kolom", "susunan_id", "Columns", copy=True
    )
    jumlah_kolom = fields.Integer("Number of Columns", compute="_compute_jumlah_kolom")

    @api.depends("kolom_ids")
    def _compute_jumlah_kolom(self):
        for susunan in self:
            susunan.jumlah_kolom = len(susunan.kolom_ids)

    @api.constrains("kolom_ids")
    def _check_kolom(self):
        for susunan in self:
            kode = susunan.kolom_ids.mapped("kolom")
            if not kode:
                raise ValidationError(
                    self.env._("A set of columns (susunan) needs at least one column.")
                )
            if len(kode) != len(set(kode)):
                raise ValidationError(
                    self.env._("A column stands twice in this set (susunan).")
                )


class AsnDaftarSusunanKolom(models.Model):
    """One column of a set, in its place."""

    _name = "asn.daftar.susunan.kolom"
    _description = "Column of a Set (Kolom Susunan)"
    _order = "sequence, id"
    _rec_name = "kolom"

    susunan_id = fields.Many2one(
        "asn.daftar.susunan", "Set", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    kolom = fields.Selection(PILIHAN, "Column", required=True)

import ast

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..domain.transisi import FASE_DARI_JENIS

FASE_TAHAP = [
    ("pendaftaran", "Registration (pendaftaran)"),
    ("verifikasi", "Verification (verifikasi)"),
    ("validasi", "Validation (validasi)"),
    ("pengesahan", "Signing (pengesahan)"),
    ("penerbitan", "Issuing (penerbitan)"),
]


def baca_domain(teks):
    """Return the domain written in a configuration field; literals only."""
    # Literals only: what an administrator writes calls and multiplies nothing.
    return Domain(ast.literal_eval((teks or "[]").strip()))


class AsnLayananTahap(models.Model):
    """A step: who acts, how long it may take, what may be decided there.

    Steps with the same sequence run in parallel.
    """

    _name = "asn.layanan.tahap"
    _inherit = "asn.layanan.bagian.mixin"
    _description = "Step of a Service"
    _order = "versi_id, sequence, id"

    versi_id = fields.Many2one(
        "asn.layanan.versi", "Version", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer("Sequence", default=10, required=True)
    kode = fields.Char("Code", required=True)
    name = fields.Char("Step", required=True, translate=True)
    jenis = fields.Selection(
        [
            ("pertimbangan", "Consideration by the superior (pertimbangan)"),
            ("periksa", "Check by the unit (pemeriksaan)"),
            ("verifikasi", "Verification (verifikasi)"),
            ("validasi", "Validation (validasi)"),
            ("eksternal", "Waiting for another body (eksternal)"),
            ("ttd", "Signature (tanda tangan)"),
            ("terbit", "Issuing (penerbitan)"),
        ],
        "Kind",
        required=True,
        default="verifikasi",
    )
    fase = fields.Selection(
        FASE_TAHAP,
        "Phase",
        compute="_compute_fase",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    penentu = fields.Selection(
        [
            ("atasan_langsung", "Direct superior (atasan langsung)"),
            ("kepala_unit", "Head of the unit or above (kepala unit)"),
            ("peran_unit", "Role within the unit (peran di unit)"),
            ("peran_layanan", "Role for the service (peran layanan)"),
            ("penandatangan", "Signer by mandate (penandatangan)"),
            ("jabatan", "Holder of a post (jabatan)"),
            ("pengguna", "Named user (pengguna)"),
        ],
        "Who Acts",
        required=True,
        default="peran_layanan",
    )
    group_id = fields.Many2one("res.groups", "Role", ondelete="restrict")
    jabatan_id = fields.Many2one("hr.job", "Post", ondelete="restrict")
    user_id = fields.Many2one("res.users", "User", ondelete="restrict")
    jenis_unit = fields.Char(
        "Kinds of Unit",
        help="For a head above: codes of the kind of unit, e.g. opd,badan,rsud."
        " Empty: the nearest unit with a head.",
    )
    jenis_jabatan_ids = fields.Many2many(
        "asn.jenis.jabatan",
        "asn_layanan_tahap_jenis_jabatan_rel",
        "tahap_id",
        "jenis_id",
        "Only Posts of Kind",
        help="Holders of the role whose post is of another kind do not act here.",
    )
    sla_hari = fields.Integer("Working Days", default=1)
    sla_luar_hari = fields.Integer(
        "Working Days of the Other Body",
        default=20,
        help="Until the answer is expected; the clock of the office stands meanwhile.",
    )
    instansi_luar = fields.Char("Other Body (instansi)")
    boleh_kembalikan = fields.Boolean("May Return", default=True)
    boleh_tolak = fields.Boolean("May Reject", default=True)
    boleh_tangguhkan = fields.Boolean("May Defer")
    kuorum = fields.Selection(
        [("all", "All"), ("any", "Any one"), ("min", "At least")],
        "Parallel Steps Needed",
        default="all",
        required=True,
    )
    kuorum_min = fields.Integer("Minimum", default=1)
    empat_mata = fields.Selection(
        [
            ("penuh", "Nobody who acted before"),
            ("pertimbangan", "Who only gave the consideration may act"),
            ("tidak", "Who acted before may act again"),
        ],
        "Four Eyes",
        default="penuh",
        required=True,
        help="PRO-10. Whatever is chosen, nobody acts on their own request.",
    )
    kondisi = fields.Char(
        "Only When",
        default="[]",
        help="The step is skipped for requests outside this filter.",
    )
    model_permohonan = fields.Char(compute="_compute_model_permohonan")

    _kode_uniq = models.Constraint(
        "UNIQUE (versi_id, kode)", "Step codes must differ within a version."
    )

    def _compute_model_permohonan(self):
        self.model_permohonan = "asn.permohonan"

    @api.depends("jenis")
    def _compute_fase(self):
        for tahap in self:
            tahap.fase = FASE_DARI_JENIS.get(tahap.jenis, "verifikasi")

    @api.constrains("kondisi")
    def _check_kondisi(self):
        for tahap in self:
            try:
                baca_domain(tahap.kondisi).validate(self.env["asn.permohonan"])
            except Exception as error:
                raise ValidationError(
                    self.env._(
                        "Step %(step)s: the condition cannot be read.", step=tahap.name
                    )
                ) from error

    @api.constrains(
        "penentu",
        "group_id",
        "jabatan_id",
        "user_id",
        "kuorum_min",
        "sla_hari",
        "sla_luar_hari",
    )
    def _check_penentu(self):
        for tahap in self:
            perlu = {
                "peran_unit": "group_id",
                "peran_layanan": "group_id",
                "jabatan": "jabatan_id",
                "pengguna": "user_id",
            }.get(tahap.penentu)
            if perlu and not tahap[perlu]:
                raise ValidationError(
                    self.env._("Step %(step)s: say who acts there.", step=tahap.name)
                )
            if min(tahap.sla_hari, tahap.sla_luar_hari) < 0 or tahap.kuorum_min < 1:
                raise ValidationError(
                    self.env._(
                        "Step %(step)s: days and minimum must be positive.",
                        step=tahap.name,
                    )
                )

    def _berlaku(self, permohonan):
        """Return the steps of these that this request passes."""
        return self.filtered(
            lambda t: (
                not t.kondisi
                or t.kondisi == "[]"
                or permohonan.filtered_domain(baca_domain(t.kondisi))
            )
        )

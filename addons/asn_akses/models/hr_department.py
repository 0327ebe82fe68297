from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

#: Units that name a person in charge of personnel (Pasal 9 (1)): regional bodies
#: and the units with an own personnel office.
JENIS_WAJIB = (
    "sekretariat",
    "opd",
    "badan",
    "inspektorat",
    "rsud",
    "kecamatan",
    "sekolah",
    "puskesmas",
)


class HrDepartment(models.Model):
    """Who is in charge of personnel in a unit, and who may say so."""

    _inherit = "hr.department"

    pj_kepegawaian_id = fields.Many2one(
        "hr.employee",
        "In Charge of Personnel (PJ Kepegawaian)",
        index="btree_not_null",
        ondelete="restrict",
        tracking=True,
        help="The head of the personnel subsection or another ASN of the unit whom its"
        " head names (Pasal 9 (1)); facilitators help this person.",
    )
    can_tunjuk_pj = fields.Boolean(compute="_compute_can_tunjuk_pj")

    @api.depends_context("uid")
    def _compute_can_tunjuk_pj(self):
        sistem = self.env.user.has_group("asn_base.group_admin_sistem")
        dipimpin = self.env.user.asn_unit_dipimpin_ids
        for unit in self:
            unit.can_tunjuk_pj = sistem or unit in dipimpin

    @api.constrains("pj_kepegawaian_id")
    def _check_pj_kepegawaian(self):
        for unit in self.filtered("pj_kepegawaian_id"):
            # sudo: where a person works is public; the profile may not be readable.
            orang = unit.sudo().pj_kepegawaian_id
            if unit not in orang.unit_id._leluhur():
                raise ValidationError(
                    self.env._(
                        "%(who)s does not work in %(unit)s. Name somebody of the unit.",
                        who=orang.name,
                        unit=unit.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        units = super().create(vals_list)
        # After creation: a default in the context is caught as well.
        if not self.env.su and any(unit.fasilitator_ids for unit in units):
            self.env["res.users"]._asn_tolak_cakupan()
        return units

    def write(self, vals):
        if "fasilitator_ids" in vals and not self.env.su:
            self.env["res.users"]._asn_tolak_cakupan()
        return super().write(vals)

    def _tunjuk_pj(self, pegawai):
        """Name the person in charge; for the unit's head and Administrator Sistem.

        :raise AccessError: for anybody else
        """
        self.ensure_one()
        if not self.can_tunjuk_pj:
            raise AccessError(
                self.env._(
                    "The head of the unit names the person in charge of personnel."
                )
            )
        # sudo: the head was checked; units are kept by Administrator Sistem.
        self.sudo().pj_kepegawaian_id = pegawai.id

    def action_buka_pj(self):
        """Open the dialog that names the person in charge."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("In Charge of Personnel"),
            "res_model": "asn.penanggung.jawab",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_unit_id": self.id},
        }

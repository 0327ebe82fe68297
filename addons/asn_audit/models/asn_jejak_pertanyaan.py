from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

_PENJAWAB = ("asn_base.group_admin_sistem", "asn_base.group_kepala_badan")


class AsnJejakPertanyaan(models.Model):
    """A civil servant asks why somebody looked at her data, and gets an answer.

    Only the person herself asks. Administrator Sistem or Kepala Badan answers,
    never the one whose visit is questioned.
    """

    _name = "asn.jejak.pertanyaan"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Question about a Visit (Pertanyaan Akses)"
    _order = "create_date desc, id desc"
    _mail_post_access = "write"
    _GUARDED = {
        "state": "diajukan",
        "jawaban": False,
        "hasil": False,
        "dijawab_oleh_id": False,
        "dijawab_pada": False,
    }

    jejak_id = fields.Many2one(
        "asn.jejak.akses", "Visit", index="btree_not_null", ondelete="set null"
    )
    employee_id = fields.Many2one(
        "hr.employee",
        "Asked By",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    user_id = fields.Many2one(
        "res.users", "About", required=True, readonly=True, ondelete="restrict"
    )
    kanal = fields.Char("Channel", readonly=True)
    terakhir = fields.Datetime("Time of the Visit", readonly=True)
    pertanyaan = fields.Text("Question (pertanyaan)", required=True)
    state = fields.Selection(
        [("diajukan", "Open (diajukan)"), ("dijawab", "Answered (dijawab)")],
        default="diajukan",
        required=True,
        readonly=True,
        index=True,
    )
    jawaban = fields.Text("Answer", readonly=True)
    hasil = fields.Selection(
        [
            ("wajar", "In the line of duty (wajar)"),
            ("tidak_wajar", "Not justified (tidak wajar), acted upon"),
        ],
        "Finding",
        readonly=True,
    )
    dijawab_oleh_id = fields.Many2one(
        "res.users", "Answered By", readonly=True, ondelete="restrict"
    )
    dijawab_pada = fields.Datetime("Answered On", readonly=True)
    can_jawab = fields.Boolean(compute="_compute_can_jawab")

    _jejak_uniq = models.UniqueIndex(
        "(jejak_id) WHERE jejak_id IS NOT NULL AND state = 'diajukan'",
        "You have already asked about this visit; the answer is on its way.",
    )

    @api.depends("user_id", "terakhir")
    def _compute_display_name(self):
        for tanya in self:
            # sudo: the name of who looked is shown with the visit anyway.
            nama = tanya.sudo().user_id.name
            tanya.display_name = self.env._("Question about a visit of %s", nama)

    @api.depends("state", "user_id")
    @api.depends_context("uid")
    def _compute_can_jawab(self):
        boleh = any(self.env.user.has_group(g) for g in _PENJAWAB)
        for tanya in self:
            tanya.can_jawab = (
                boleh
                and tanya.state == "diajukan"
                and tanya.user_id != self.env.user
                and tanya.employee_id.user_id != self.env.user
            )

    @api.model_create_multi
    def create(self, vals_list):
        """Ask about a visit to the own data; whose visit comes from the trace."""
        lengkap = []
        for vals in vals_list:
            jejak = self.env["asn.jejak.akses"].browse(vals.get("jejak_id"))
            jejak.check_access("read")
            # sudo: whose data the visit was to.
            if not jejak or jejak.sudo().employee_id.user_id != self.env.user:
                raise AccessError(
                    self.env._("You can question visits to your own data only.")
                )
            salinan = {
                "employee_id": jejak.employee_id.id,
                "user_id": jejak.user_id.id,
                "kanal": jejak.kanal,
                "terakhir": jejak.terakhir,
            }
            lengkap.append(
                {
                    "jejak_id": jejak.id,
                    "pertanyaan": vals.get("pertanyaan"),
                    **{n: vals[n] for n in self._GUARDED.keys() & vals.keys()},
                    **salinan,
                }
            )
        return super().create(lengkap)

    def write(self, vals):
        if not self._is_mesin():
            raise AccessError(
                self.env._("A question stays as it was asked. Ask another one.")
            )
        return super().write(vals)

    def action_buka_jawab(self):
        """Open the dialog to answer."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Answer"),
            "res_model": "asn.jejak.jawab",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_pertanyaan_id": self.id},
        }

    def _jawab(self, hasil, jawaban):
        """Answer a question.

        :param hasil: ``wajar`` or ``tidak_wajar``
        :param jawaban: in words for the person who asked
        """
        self.ensure_one()
        self.check_access("read")
        if not self.can_jawab:
            raise AccessError(
                self.env._(
                    "Questions are answered by Administrator Sistem or Kepala Badan,"
                    " once, and never by whom they are about."
                )
            )
        if len((jawaban or "").strip()) < 10 or not hasil:
            raise UserError(
                self.env._("Give a finding, and an answer that helps the person.")
            )
        self.lock_for_update()
        # sudo: the answerer was checked; the answer is a guarded field.
        tanya_sudo = self.sudo()._mesin()
        tanya_sudo.write(
            {
                "state": "dijawab",
                "hasil": hasil,
                "jawaban": jawaban.strip(),
                "dijawab_oleh_id": self.env.uid,
                "dijawab_pada": fields.Datetime.now(),
            }
        )
        penanya = tanya_sudo.employee_id.user_id.partner_id
        if penanya:
            tanya_sudo.message_notify(
                partner_ids=penanya.ids,
                subject=self.env._("Your question about a visit was answered"),
                body=self.env._("Open “Who looked at my data” to read the answer."),
            )

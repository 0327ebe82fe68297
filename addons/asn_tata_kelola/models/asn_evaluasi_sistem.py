from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

_GRUP_PENERIMA = "asn_base.group_admin_utama"


class AsnEvaluasiSistem(models.Model):
    """An evaluation with a recommendation to Administrator Utama.

    Written by Administrator Sistem (LL-7-1-f) and Administrator Aplikasi
    (LL-8-1-c); Administrator Utama answers, and may make a proposal of it.
    """

    _name = "asn.evaluasi.sistem"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Evaluation of the System (Evaluasi)"
    _order = "create_date desc, id desc"
    _GUARDED = {
        "state": "draft",
        "tanggapan": False,
        "disampaikan_pada": False,
        "ditanggapi_oleh_id": False,
    }

    name = fields.Char("Subject (Perihal)", required=True)
    objek = fields.Selection(
        [
            ("sistem", "Operation of the system (sistem)"),
            ("layanan", "A service (layanan)"),
            ("data", "Data (data)"),
            ("infrastruktur", "Infrastructure (infrastruktur)"),
            ("pengguna", "Users (pengguna)"),
        ],
        "About (Objek)",
        required=True,
        default="sistem",
        index=True,
    )
    periode = fields.Char("Period (Periode)")
    pengaju_id = fields.Many2one(
        "res.users",
        "Written By",
        required=True,
        readonly=True,
        default=lambda self: self.env.user,
        index=True,
        ondelete="restrict",
    )
    temuan = fields.Text("Findings (Temuan)", required=True)
    rekomendasi = fields.Text("Recommendation (Rekomendasi)", required=True)
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("disampaikan", "Sent (disampaikan)"),
            ("ditindaklanjuti", "Followed up (ditindaklanjuti)"),
            ("dicatat", "Noted (dicatat)"),
        ],
        "State",
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    disampaikan_pada = fields.Datetime("Sent On", readonly=True, copy=False)
    tanggapan = fields.Text("Answer (Tanggapan)", readonly=True, copy=False)
    ditanggapi_oleh_id = fields.Many2one(
        "res.users", "Answered By", readonly=True, copy=False, ondelete="restrict"
    )
    usulan_ids = fields.Many2many(
        "asn.usulan.pengembangan", string="Proposals (Usulan)", readonly=True
    )
    can_ubah = fields.Boolean(compute="_compute_can")
    can_tanggapi = fields.Boolean(compute="_compute_can")

    @api.depends("state", "pengaju_id")
    @api.depends_context("uid")
    def _compute_can(self):
        user = self.env.user
        utama = user.has_group(_GRUP_PENERIMA)
        for satu in self:
            satu.can_ubah = satu.state == "draft" and satu.pengaju_id == user
            satu.can_tanggapi = utama and satu.state == "disampaikan"

    @api.model_create_multi
    def create(self, vals_list):
        baru = super().create(vals_list)
        if not self.env.su and any(b.pengaju_id != self.env.user for b in baru):
            raise AccessError(self.env._("An evaluation is written in one's own name."))
        return baru

    def write(self, vals):
        """Keep what was sent as it was."""
        if not self._is_mesin() and any(not satu.can_ubah for satu in self):
            if {"name", "objek", "periode", "temuan", "rekomendasi"} & vals.keys() or (
                "pengaju_id" in vals
            ):
                raise UserError(
                    self.env._("An evaluation is changed by its author, as a draft.")
                )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_draft(self):
        if any(satu.state != "draft" for satu in self):
            raise UserError(self.env._("Only a draft is deleted."))

    def action_sampaikan(self):
        """Send the evaluation to Administrator Utama."""
        for satu in self:
            satu.check_access("write")
            if not satu.can_ubah:
                raise UserError(
                    self.env._("An evaluation is sent by its author, as a draft.")
                )
            # sudo: the state is written by the system.
            satu.sudo()._mesin().write(
                {"state": "disampaikan", "disampaikan_pada": fields.Datetime.now()}
            )
        return True

    def action_tanggapi(self):
        """Open the dialog to answer."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Answer (Tanggapan)"),
            "res_model": "asn.evaluasi.sistem.tanggapan",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_evaluasi_id": self.id},
        }

    def _tanggapi(self, hasil, teks):
        """Answer as Administrator Utama.

        :param hasil: ``ditindaklanjuti`` or ``dicatat``
        """
        self.ensure_one()
        self.check_access("read")
        self.lock_for_update()
        if not self.can_tanggapi:
            raise AccessError(
                self.env._("Evaluations are answered by Administrator Utama.")
            )
        # sudo: the answer is written by this step only.
        self.sudo()._mesin().write(
            {"state": hasil, "tanggapan": teks, "ditanggapi_oleh_id": self.env.uid}
        )
        # sudo: the notice goes to somebody whom the author may not read.
        self.sudo().message_notify(
            partner_ids=self.pengaju_id.partner_id.ids,
            subject=self.name,
            body=teks,
            model=self._name,
            res_id=self.id,
        )

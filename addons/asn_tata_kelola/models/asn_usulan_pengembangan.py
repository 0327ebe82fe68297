from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

_GRUP_PENGUSUL = "asn_base.group_admin_utama"
#: What the decision was about stays after submission.
_ISI = frozenset({"name", "kebutuhan", "manfaat", "prioritas", "penerima_id"})


class AsnUsulanPengembangan(models.Model):
    """A proposal to develop the system (LL-6-1-b).

    Administrator Utama files it to the Pejabat Administrator in charge, who
    approves, gives back or refuses with a reason; then its work is followed.
    """

    _name = "asn.usulan.pengembangan"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Development Proposal (Usulan Pengembangan)"
    _order = "create_date desc, id desc"
    _GUARDED = {
        "state": "draft",
        "pengusul_id": lambda self: self.env.uid,
        "diajukan_pada": False,
        "diputus_pada": False,
        "alasan": False,
    }

    name = fields.Char("Proposal (Usulan)", required=True)
    pengusul_id = fields.Many2one(
        "res.users",
        "Proposed By (Pengusul)",
        required=True,
        readonly=True,
        default=lambda self: self.env.user,
        index=True,
        ondelete="restrict",
    )
    penerima_id = fields.Many2one(
        "res.users",
        "To (Pejabat Administrator)",
        required=True,
        domain=lambda self: [
            ("all_group_ids", "in", self.env.ref("asn_base.group_validator").ids)
        ],
        index=True,
        ondelete="restrict",
    )
    kebutuhan = fields.Text("Need (Kebutuhan)", required=True)
    manfaat = fields.Text("Benefit (Manfaat)")
    prioritas = fields.Selection(
        [("rendah", "Low"), ("sedang", "Medium"), ("tinggi", "High")],
        "Priority (Prioritas)",
        default="sedang",
        required=True,
    )
    evaluasi_ids = fields.Many2many("asn.evaluasi.sistem", string="Evaluations")
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("diajukan", "Submitted (diajukan)"),
            ("dikembalikan", "Given back (dikembalikan)"),
            ("disetujui", "Approved (disetujui)"),
            ("ditolak", "Refused (ditolak)"),
            ("dikerjakan", "In work (dikerjakan)"),
            ("selesai", "Done (selesai)"),
        ],
        "State",
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    diajukan_pada = fields.Datetime("Submitted On", readonly=True, copy=False)
    diputus_pada = fields.Datetime("Decided On", readonly=True, copy=False)
    alasan = fields.Text("Reason (Alasan)", readonly=True, copy=False)
    rilis_id = fields.Many2one(
        "asn.rilis", "Release (Rilis)", index="btree_not_null", ondelete="set null"
    )
    can_putus = fields.Boolean(compute="_compute_can")
    can_ubah = fields.Boolean(compute="_compute_can")
    can_lanjut = fields.Boolean(compute="_compute_can")

    @api.depends("state", "penerima_id", "pengusul_id")
    @api.depends_context("uid")
    def _compute_can(self):
        user = self.env.user
        for usul in self:
            usul.can_putus = (
                usul.state == "diajukan"
                and usul.penerima_id == user
                and usul.pengusul_id != user
            )
            usul.can_ubah = (
                usul.state in ("draft", "dikembalikan") and usul.pengusul_id == user
            )
            usul.can_lanjut = (
                usul.state in ("disetujui", "dikerjakan") and usul.pengusul_id == user
            )

    def _nilai_awal(self):
        return {
            nama: awal(self) if callable(awal) else awal
            for nama, awal in self._GUARDED.items()
        }

    def write(self, vals):
        """Keep what was submitted as it was."""
        if not self._is_mesin() and _ISI & vals.keys():
            if any(not usul.can_ubah for usul in self):
                raise UserError(
                    self.env._(
                        "A proposal is changed by its author, before it is sent."
                    )
                )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_draft(self):
        if any(usul.state != "draft" for usul in self):
            raise UserError(self.env._("Only a draft is deleted."))

    def _pindah(self, dari, ke, **nilai):
        self.lock_for_update()
        if any(usul.state not in dari for usul in self):
            raise UserError(
                self.env._("The proposal is not in the state for this step any more.")
            )
        # sudo: the caller was checked; the step writes guarded fields.
        self.sudo()._mesin().write({"state": ke, **nilai})
        return True

    def _periksa_pengusul(self):
        self.check_access("read")
        if any(usul.pengusul_id != self.env.user for usul in self) or not (
            self.env.user.has_group(_GRUP_PENGUSUL)
        ):
            raise AccessError(
                self.env._("Proposals are filed and followed by their author.")
            )

    def action_ajukan(self):
        """Send the proposal to the Pejabat Administrator."""
        self._periksa_pengusul()
        self._pindah(
            ("draft", "dikembalikan"),
            "diajukan",
            diajukan_pada=fields.Datetime.now(),
            alasan=False,
        )
        for usul in self:
            usul._kabari(usul.penerima_id, self.env._("A proposal waits for you."))
        return True

    def action_putus(self):
        """Open the dialog of the decision."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Decision (Putusan)"),
            "res_model": "asn.usulan.pengembangan.putusan",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_usulan_id": self.id},
        }

    def _putuskan(self, hasil, alasan):
        """Approve, give back or refuse; for the one it was sent to.

        :param hasil: ``disetujui``, ``dikembalikan`` or ``ditolak``
        :param alasan: needed unless approved
        """
        self.ensure_one()
        self.check_access("read")
        if not self.can_putus:
            raise AccessError(
                self.env._("Only the official it was sent to decides on a proposal.")
            )
        if hasil != "disetujui" and not (alasan or "").strip():
            raise UserError(self.env._("Give the reason."))
        self._pindah(
            ("diajukan",), hasil, diputus_pada=fields.Datetime.now(), alasan=alasan
        )
        self._kabari(
            self.pengusul_id, alasan or self.env._("The proposal was approved.")
        )

    def action_kerjakan(self):
        """Begin the work on an approved proposal."""
        self._periksa_pengusul()
        return self._pindah(("disetujui",), "dikerjakan")

    def action_selesai(self):
        """Finish: the release that brought it is named.

        :raise UserError: without a release
        """
        self._periksa_pengusul()
        if any(not usul.rilis_id for usul in self):
            raise UserError(self.env._("Name the release that brought it first."))
        return self._pindah(("dikerjakan",), "selesai")

    def _kabari(self, akun, pesan):
        # sudo: the notice goes to somebody whom the author may not read.
        self.sudo().message_notify(
            partner_ids=akun.partner_id.ids,
            subject=self.name,
            body=pesan,
            model=self._name,
            res_id=self.id,
        )

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

#: Roles that are given only by decision of the PyB through Kepala Badan
#: (Pasal 16 (2)); the others follow from the person or the post.
PERAN_DIJAGA = (
    "admin_sistem",
    "admin_utama",
    "admin_aplikasi",
    "fasilitator",
    "validator",
    "monev",
    "kepala_badan",
)


class AsnPemberianPeran(models.Model):
    """The record of a right: who asked, who approved, by which letter, until when.

    Administrator Sistem writes it down; Kepala Badan approves with number and
    date; the role line of the account is made by the approval and by nothing
    else. Nobody approves what she asked for or a role for herself.
    """

    _name = "asn.pemberian.peran"
    _inherit = ["asn.penjaga.mixin", "mail.thread"]
    _description = "Grant of a Role (Pemberian Peran)"
    _order = "create_date desc, id desc"
    _rec_name = "user_id"
    _GUARDED = {
        "state": "diajukan",
        "nomor_surat": False,
        "tanggal_surat": False,
        "diputus_oleh_id": False,
        "diputus_pada": False,
        "alasan_putusan": False,
    }

    user_id = fields.Many2one(
        "res.users", "Account", required=True, index=True, ondelete="restrict"
    )
    role_id = fields.Many2one(
        "res.users.role", "Role (Peran)", required=True, ondelete="restrict"
    )
    alasan = fields.Text("Reason", required=True)
    tanggal_mulai = fields.Date(
        "From", required=True, default=fields.Date.context_today
    )
    tanggal_selesai = fields.Date("Until", required=True)
    state = fields.Selection(
        [
            ("diajukan", "Submitted (diajukan)"),
            ("disetujui", "Approved (disetujui)"),
            ("ditolak", "Refused (ditolak)"),
        ],
        default="diajukan",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    nomor_surat = fields.Char("Letter No.", readonly=True, copy=False)
    tanggal_surat = fields.Date("Letter Date", readonly=True, copy=False)
    diputus_oleh_id = fields.Many2one(
        "res.users", "Decided By", readonly=True, copy=False, ondelete="restrict"
    )
    diputus_pada = fields.Datetime("Decided On", readonly=True, copy=False)
    alasan_putusan = fields.Text("Reason of the Decision", readonly=True, copy=False)
    can_putus = fields.Boolean(compute="_compute_can_putus")

    @api.depends("state", "user_id", "create_uid")
    @api.depends_context("uid")
    def _compute_can_putus(self):
        user = self.env.user
        kepala = user.has_group("asn_base.group_kepala_badan")
        for beri in self:
            if beri.state != "diajukan" or user == beri.user_id:
                beri.can_putus = False
            elif kepala:
                beri.can_putus = user != beri.create_uid
            else:
                beri.can_putus = beri._is_kepala_pertama()

    def _is_kepala_pertama(self):
        """Tell whether this gives an agency without a head its Kepala Badan.

        The letter is then that of the head of the region; Administrator
        Sistem records it, since there is nobody else yet.
        """
        grup = self.env.ref("asn_base.group_kepala_badan")
        return (
            self.role_id == self.env.ref("asn_base.role_kepala_badan")
            and self.env.user.has_group("asn_base.group_admin_sistem")
            # sudo: whether anybody holds the role at all.
            and not grup.sudo().all_user_ids.filtered("active")
        )

    @api.depends("user_id", "role_id")
    def _compute_display_name(self):
        for beri in self:
            # sudo: what an account and its role are called is no secret.
            beri_sudo = beri.sudo()
            beri.display_name = ": ".join(
                filter(None, [beri_sudo.user_id.name, beri_sudo.role_id.name])
            )

    @api.constrains("tanggal_mulai", "tanggal_selesai")
    def _check_masa(self):
        for beri in self:
            if beri.tanggal_selesai < beri.tanggal_mulai:
                raise ValidationError(
                    self.env._("The role cannot end before it begins.")
                )

    def write(self, vals):
        if not self._is_mesin() and any(b.state != "diajukan" for b in self):
            raise UserError(self.env._("A decided grant is not changed any more."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_diajukan(self):
        if any(beri.state != "diajukan" for beri in self):
            raise UserError(self.env._("A decided grant is not deleted."))

    def _periksa_pemutus(self):
        self.ensure_one()
        self.check_access("read")
        if not self.can_putus:
            raise AccessError(
                self.env._(
                    "Kepala Badan decides on open grants of roles, but not on the own"
                    " request and not on a role for herself or himself."
                )
            )
        self.lock_for_update()

    def _setujui(self, nomor, tanggal):
        """Approve and give the role.

        :param nomor: number of the letter of the authorised official
        :param tanggal: its date, not in the future
        """
        self._periksa_pemutus()
        if not (nomor or "").strip() or not tanggal:
            raise UserError(self.env._("Fill in the number and date of the letter."))
        if tanggal > fields.Date.context_today(self):
            raise UserError(self.env._("The date of the letter is in the future."))
        # sudo: the approver was checked; role lines are for administrators.
        beri_sudo = self.sudo()._mesin()
        beri_sudo.write(
            {
                "state": "disetujui",
                "nomor_surat": nomor.strip(),
                "tanggal_surat": tanggal,
                "diputus_oleh_id": self.env.uid,
                "diputus_pada": fields.Datetime.now(),
            }
        )
        beri_sudo._pasang()

    def _tolak(self, alasan):
        """Refuse with a reason."""
        self._periksa_pemutus()
        if len((alasan or "").strip()) < 10:
            raise UserError(
                self.env._("Give a reason that the other side understands.")
            )
        # sudo: the approver was checked; the decision is a guarded field.
        self.sudo()._mesin().write(
            {
                "state": "ditolak",
                "alasan_putusan": alasan.strip(),
                "diputus_oleh_id": self.env.uid,
                "diputus_pada": fields.Datetime.now(),
            }
        )

    def _pasang(self):
        """Make or renew the role lines of approved grants."""
        for beri in self:
            vals = {
                "pemberian_id": beri.id,
                # The role module counts in UTC: in the small hours of the city the
                # day of the grant has not begun there.
                "date_from": min(beri.tanggal_mulai, fields.Date.today())
                if beri.tanggal_mulai <= fields.Date.context_today(beri)
                else beri.tanggal_mulai,
                "date_to": beri.tanggal_selesai,
            }
            baris = beri.user_id.role_line_ids.filtered(
                lambda b, peran=beri.role_id: b.role_id == peran
            )
            if baris:
                baris.write(vals)
            else:
                baris.create(
                    {"user_id": beri.user_id.id, "role_id": beri.role_id.id, **vals}
                )
            beri.user_id.set_groups_from_roles()

    def action_buka_putusan(self):
        """Open the dialog in which Kepala Badan decides."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Decision"),
            "res_model": "asn.pemberian.putusan",
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_pemberian_id": self.id},
        }

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class AsnPemulihanFaktor(models.Model):
    """Reset of somebody's second factor: reason, four eyes, notice to the holder.

    For a holder of a role that needs the factor, a second officer confirms;
    for everybody else the reset happens at once. Nobody resets the own or
    confirms the own request; the holder is told in every case.

    Rights: Administrator Sistem files and confirms, Kepala Badan confirms.
    """

    _name = "asn.pemulihan.faktor"
    _inherit = ["mail.thread", "asn.penjaga.mixin"]
    _description = "Reset of a Second Factor (Pemulihan Faktor)"
    _order = "id desc"
    _rec_name = "user_id"
    _GUARDED = {
        "state": "diajukan",
        "pengusul_id": False,
        "pemutus_id": False,
        "diputus_pada": False,
    }

    user_id = fields.Many2one(
        "res.users", "Account", required=True, ondelete="restrict", tracking=True
    )
    alasan = fields.Text("Reason", required=True)
    bukti_diri = fields.Selection(
        [
            ("tatap_muka", "Met in person with identity card"),
            ("video", "Video call with identity card"),
            ("surat", "Letter of the head of the unit"),
        ],
        "How the Identity Was Checked",
        required=True,
    )
    state = fields.Selection(
        [
            ("diajukan", "Waiting for a second officer"),
            ("selesai", "Reset"),
            ("ditolak", "Refused"),
        ],
        default="diajukan",
        required=True,
        readonly=True,
        tracking=True,
    )
    pengusul_id = fields.Many2one("res.users", "Filed By", readonly=True)
    pemutus_id = fields.Many2one("res.users", "Decided By", readonly=True)
    diputus_pada = fields.Datetime("Decided On", readonly=True)
    can_putus = fields.Boolean(compute="_compute_can_putus")

    @api.depends("state", "pengusul_id", "user_id")
    @api.depends_context("uid")
    def _compute_can_putus(self):
        for usulan in self:
            usulan.can_putus = bool(
                usulan._origin.id
                and usulan.state == "diajukan"
                and usulan.env.user not in usulan.pengusul_id | usulan.user_id
                and usulan._petugas()
            )

    @api.model
    def _petugas(self):
        return self.env.user.has_group(
            "asn_base.group_admin_sistem"
        ) or self.env.user.has_group("asn_base.group_kepala_badan")

    def _nilai_awal(self):
        return dict(self._GUARDED, pengusul_id=self.pengusul_id.id)

    @api.model_create_multi
    def create(self, vals_list):
        usulan = super().create(vals_list)
        for satu in usulan:
            if satu.user_id == self.env.user:
                raise AccessError(
                    self.env._("Nobody resets the own second factor; ask a colleague.")
                )
            if len((satu.alasan or "").strip()) < 10:
                raise UserError(
                    self.env._("Say in a sentence why; the holder reads it.")
                )
            # sudo: who files is noted by the system.
            satu.sudo()._mesin().pengusul_id = self.env.uid
            if not satu.user_id._asn_faktor_diwajibkan():
                satu._laksanakan("selesai")
        return usulan

    def write(self, vals):
        """A filed reset is decided, not rewritten.

        :raise AccessError: when account, reason or check would change
        """
        if not self._is_mesin() and {"user_id", "alasan", "bukti_diri"} & vals.keys():
            self._tolak_guarded(["user_id"])
        return super().write(vals)

    def action_setujui(self):
        """Confirm as a second officer: the factor is taken away now.

        :raise AccessError: for who filed it, for the holder, for others
        """
        self._putuskan("selesai")

    def action_tolak(self):
        """Refuse as a second officer; nothing changes.

        :raise AccessError: as in ``action_setujui``
        """
        self._putuskan("ditolak")

    def _putuskan(self, hasil):
        for usulan in self:
            usulan.lock_for_update()
            if usulan.state != "diajukan":
                raise UserError(self.env._("This request is decided already."))
            if not usulan.can_putus:
                raise AccessError(
                    self.env._(
                        "A second officer decides: neither who filed the request nor"
                        " the holder of the account."
                    )
                )
            usulan._laksanakan(hasil)

    def _laksanakan(self, hasil):
        """Carry out what was decided and tell the holder."""
        self.ensure_one()
        # sudo: the deciding officer was checked; the result is guarded.
        usulan_sudo = self.sudo()._mesin()
        usulan_sudo.write(
            {
                "state": hasil,
                "pemutus_id": self.env.uid,
                "diputus_pada": fields.Datetime.now(),
            }
        )
        if hasil != "selesai":
            return
        user = usulan_sudo.user_id
        user._asn_reset_faktor()
        self.env["asn.masuk.catatan"]._catat(
            "faktor_direset", user, keterangan=self.alasan.strip()[:200]
        )
        user._asn_beri_tahu(
            self.env._("Your second factor was reset"),
            self.env._(
                "%(officer)s reset it. Reason: %(reason)s. If you did not ask for this,"
                " tell Administrator Sistem at once.",
                officer=usulan_sudo.pengusul_id.name,
                reason=self.alasan,
            ),
            tanya=True,
        )

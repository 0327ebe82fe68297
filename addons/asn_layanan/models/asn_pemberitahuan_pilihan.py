from odoo import api, fields, models
from odoo.exceptions import UserError


class AsnPemberitahuanPilihan(models.Model):
    """What a person wants to hear by which channel.

    Rows are made when the page is opened; without a row a channel is on. Kinds
    that a channel must deliver cannot be switched off.
    """

    _name = "asn.pemberitahuan.pilihan"
    _inherit = "asn.penjaga.mixin"
    _description = "My Channels of Notices"
    _order = "kanal, jenis"
    _rec_name = "jenis"

    user_id = fields.Many2one(
        "res.users", "For", required=True, index=True, ondelete="cascade"
    )
    kanal = fields.Selection(
        selection=lambda self: self.env["asn.pemberitahuan.kiriman"]._selection_kanal(),
        string="Channel",
        required=True,
    )
    jenis = fields.Selection(
        selection=lambda self: (
            self.env["asn.pemberitahuan"]
            ._fields["jenis"]
            ._description_selection(self.env)
        ),
        string="Kind",
        required=True,
    )
    aktif = fields.Boolean("On", default=True)
    is_wajib = fields.Boolean("Always On", compute="_compute_is_wajib")

    _GUARDED = {"user_id": False, "kanal": False, "jenis": False}

    _satu = models.Constraint(
        "UNIQUE (user_id, kanal, jenis)", "This choice is already there."
    )

    @api.depends("kanal", "jenis")
    def _compute_is_wajib(self):
        daftar = self.env["asn.kanal.pemberitahuan"]._daftar()
        for pilihan in self:
            kanal = daftar.get(pilihan.kanal)
            pilihan.is_wajib = bool(kanal) and pilihan.jenis in kanal._wajib

    def write(self, vals):
        if vals.get("aktif") is False and any(self.mapped("is_wajib")):
            raise UserError(
                self.env._(
                    "What you have to do and warnings always come by e-mail: else a"
                    " deadline could pass unseen."
                )
            )
        return super().write(vals)

    @api.model
    def action_pilihan(self):
        """Open the choices of the present user; make those that are missing."""
        # sudo: the rows are the engine's to make, for the caller alone
        milik = self.sudo().search([("user_id", "=", self.env.uid)])
        ada = {(p.kanal, p.jenis) for p in milik}
        jenis = self.env["asn.pemberitahuan"]._fields["jenis"].get_values(self.env)
        kurang = [
            {"user_id": self.env.uid, "kanal": kanal, "jenis": j}
            for kanal in self.env["asn.kanal.pemberitahuan"]._daftar()
            for j in jenis
            if (kanal, j) not in ada
        ]
        milik._mesin().create(kurang)
        return self.env["ir.actions.act_window"]._for_xml_id(
            "asn_layanan.asn_pemberitahuan_pilihan_action"
        )

    def action_izin(self):
        """Let the browser ask for leave to show notices on this device."""
        return {"type": "ir.actions.client", "tag": "asn_layanan.izinkan_push"}

from odoo import api, fields, models
from odoo.exceptions import UserError


class AsnUsulanFasilitatorCalon(models.Model):
    """One person whom a unit's head proposes, with what the head states of her."""

    _name = "asn.usulan.fasilitator.calon"
    _description = "Person Proposed as Facilitator"
    _rec_name = "employee_id"

    usulan_id = fields.Many2one(
        "asn.usulan.fasilitator", required=True, index=True, ondelete="cascade"
    )
    unit_id = fields.Many2one(related="usulan_id.unit_id")
    state = fields.Selection(related="usulan_id.state")
    employee_id = fields.Many2one(
        "hr.employee",
        "Person",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('unit_id', 'child_of', unit_id), ('user_id', '!=', False)]",
    )
    jabatan_id = fields.Many2one(related="employee_id.jabatan_id", string="Post")
    pernyataan = fields.Boolean(
        "I State That the Person Qualifies",
        help="Works in personnel affairs, understands personnel management and the flow"
        " of the services, and is skilled with computers (Pasal 9 (4)).",
    )
    hasil = fields.Selection(
        [("lulus", "Meets what the profile tells"), ("gagal", "Does not meet all")],
        "Profile",
        compute="_compute_hasil",
    )
    kurang = fields.Char("Not Met", compute="_compute_hasil")

    _orang_uniq = models.Constraint(
        "UNIQUE (usulan_id, employee_id)", "This person is proposed already."
    )

    @api.depends("employee_id", "usulan_id.unit_id")
    def _compute_hasil(self):
        Syarat = self.env["asn.peran.syarat"]
        peran = self.env["asn.usulan.fasilitator"]._peran()
        # sudo: requirements are looked up in the profile, whoever proposes.
        syarat_sudo = Syarat.sudo()._fakta_peran(peran)
        for calon in self:
            # sudo: as above
            fakta = Syarat._fakta(calon.sudo().employee_id.user_id, calon.unit_id)
            gagal = syarat_sudo._gagal(fakta)
            calon.hasil = calon.employee_id and ("gagal" if gagal else "lulus")
            calon.kurang = "; ".join(f"{s.name}: {s._kalimat(fakta)}" for s in gagal)

    @api.model_create_multi
    def create(self, vals_list):
        semua = super().create(vals_list)
        semua._tolak_terkunci()
        return semua

    def write(self, vals):
        self._tolak_terkunci()
        if "employee_id" in vals:
            # What was stated was stated about somebody else.
            vals = {"pernyataan": False, **vals}
        hasil = super().write(vals)
        self._tolak_terkunci()
        return hasil

    @api.ondelete(at_uninstall=False)
    def _unlink_draf(self):
        self._tolak_terkunci()

    def _tolak_terkunci(self):
        if any(calon.usulan_id.state != "draf" for calon in self):
            raise UserError(self.env._("A submitted proposal is not changed any more."))

    def _periksa(self):
        """Refuse to submit a person without statement, or the proposer herself.

        :raise UserError: names the person
        """
        for calon in self:
            if not calon.pernyataan:
                raise UserError(
                    self.env._(
                        "State that %s qualifies, or take the person out.",
                        calon.employee_id.name,
                    )
                )
            # sudo: whose account it is, also where the profile is not readable.
            if calon.sudo().employee_id.user_id == self.env.user:
                raise UserError(self.env._("Nobody proposes herself or himself."))

    def _nilai_pemberian(self):
        """Return the values of the appointment of this person."""
        usulan = self.usulan_id
        # sudo: the approver was checked; the account is that of the person.
        return {
            "user_id": self.sudo().employee_id.user_id.id,
            "role_id": usulan._peran().id,
            "unit_ids": usulan.unit_id.ids,
            "alasan": usulan.alasan,
            "tanggal_mulai": usulan.tanggal_mulai,
            "tanggal_selesai": usulan.tanggal_selesai,
        }

    def _salin_pernyataan(self, beri):
        """Carry what the head stated over to the appointment."""
        if self.pernyataan:
            beri.syarat_ids.filtered(lambda b: b.cara == "pernyataan")._nyatakan(
                self.usulan_id.create_uid
            )

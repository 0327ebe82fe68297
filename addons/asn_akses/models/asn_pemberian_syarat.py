from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

HASIL = [
    ("lulus", "Met (terpenuhi)"),
    ("dinyatakan", "Stated (dinyatakan)"),
    ("perlu", "To be stated (perlu dinyatakan)"),
    ("gagal", "Not met (tidak terpenuhi)"),
]


class AsnPemberianSyarat(models.Model):
    """One requirement as it stood for one appointment, with the fact looked at.

    Written by the system only: it looks again whenever the appointment changes
    and for the last time at the decision, and what was found then stays.
    """

    _name = "asn.pemberian.syarat"
    _inherit = "asn.penjaga.mixin"
    _description = "Requirement of an Appointment"
    _order = "pemberian_id, sequence, id"
    _rec_name = "syarat_id"
    _ENGINE_ROWS = True

    pemberian_id = fields.Many2one(
        "asn.pemberian.peran", required=True, index=True, ondelete="cascade"
    )
    syarat_id = fields.Many2one(
        "asn.peran.syarat", "Requirement", required=True, ondelete="restrict"
    )
    sequence = fields.Integer()
    dasar_hukum = fields.Char("Legal Basis")
    wajib = fields.Boolean("Compulsory")
    cara = fields.Selection(related="syarat_id.cara")
    hasil = fields.Selection(HASIL, "Result", required=True)
    fakta = fields.Char("Fact Looked At")
    dinyatakan_oleh_id = fields.Many2one("res.users", "Stated By", ondelete="restrict")
    dinyatakan_pada = fields.Datetime("Stated On")
    can_nyatakan = fields.Boolean(compute="_compute_can_nyatakan")

    _syarat_uniq = models.Constraint(
        "UNIQUE (pemberian_id, syarat_id)", "A requirement is checked once."
    )

    @api.depends("hasil", "pemberian_id.state")
    @api.depends_context("uid")
    def _compute_can_nyatakan(self):
        for baris in self:
            beri = baris.pemberian_id
            baris.can_nyatakan = (
                baris.cara == "pernyataan"
                and beri.state == "diajukan"
                and beri.user_id != self.env.user
                and beri.has_access("write")
            )

    def action_nyatakan(self):
        """State that the person meets it, or take the statement back.

        :raise AccessError: for whoever does not propose the appointment, and for
            the person whom it is about
        """
        for baris in self:
            baris.check_access("read")
            baris.pemberian_id.lock_for_update()
            if baris.pemberian_id.state != "diajukan":
                raise UserError(
                    self.env._("A decided appointment is not changed any more.")
                )
            if not baris.can_nyatakan:
                raise AccessError(
                    self.env._(
                        "The proposer states this, never the person whom it is about."
                    )
                )
            nyata = baris.hasil != "dinyatakan"
            baris._nyatakan(self.env.user if nyata else self.env["res.users"])
        return True

    def _nyatakan(self, user):
        """Note who stated these requirements; nobody takes the statement back."""
        # sudo: the caller was checked; rows are the system's.
        self.sudo()._mesin().write(
            {
                "hasil": "dinyatakan" if user else "perlu",
                "dinyatakan_oleh_id": user.id,
                "dinyatakan_pada": fields.Datetime.now() if user else False,
            }
        )

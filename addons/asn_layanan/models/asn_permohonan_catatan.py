from odoo import fields, models
from odoo.exceptions import AccessError, UserError


class AsnPermohonanCatatan(models.Model):
    """What an official found wrong with one item of a request (F22).

    Noted at the desk (``draf``), told to the applicant by the return
    (``terbuka``), ticked there as mended, and closed when the step approves.
    """

    _name = "asn.permohonan.catatan"
    _inherit = "asn.penjaga.mixin"
    _description = "Note on an Item of a Request"
    _order = "permohonan_id, id"
    _rec_name = "label"
    _ENGINE_ROWS = True

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", required=True, index=True, ondelete="cascade"
    )
    kunci = fields.Char("Item Key", required=True)
    berkas_id = fields.Many2one(
        "asn.permohonan.berkas", "Document", index="btree_not_null", ondelete="cascade"
    )
    label = fields.Char("Item", required=True)
    catatan = fields.Char("What to Mend", required=True)
    state = fields.Selection(
        [
            ("draf", "Noted"),
            ("terbuka", "To be mended"),
            ("diperbaiki", "Mended"),
            ("beres", "Accepted"),
        ],
        "Status",
        default="draf",
        required=True,
    )
    dicatat_oleh_id = fields.Many2one("res.users", "Noted By", ondelete="restrict")
    is_diperbaiki = fields.Boolean(compute="_compute_is_diperbaiki")

    def _compute_is_diperbaiki(self):
        for catatan in self:
            catatan.is_diperbaiki = catatan.state in ("diperbaiki", "beres")

    def action_tandai(self):
        """Tick or untick an item as mended; for the applicant's side.

        :raises AccessError: for others
        :raises UserError: when the request is not with the applicant
        """
        for catatan in self:
            catatan.check_access("read")
            # sudo: the row is the engine's, the tick is the applicant's
            sudo = catatan.sudo()
            permohonan = sudo.permohonan_id
            user = self.env.user
            if user != permohonan.pengaju_id and not permohonan._boleh_mewakili(user):
                raise AccessError(
                    self.env._("Only the applicant's side says what was mended.")
                )
            if permohonan.state != "returned" or sudo.state not in _BALIK:
                raise UserError(
                    self.env._("The request is not with you to be completed.")
                )
            sudo._mesin().write({"state": _BALIK[sudo.state]})
        return True


_BALIK = {"terbuka": "diperbaiki", "diperbaiki": "terbuka"}

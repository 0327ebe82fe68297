from odoo import api, fields, models
from odoo.addons.asn_base.tetap import hanya_tambah
from odoo.exceptions import AccessError


class AsnUsulanJejak(models.Model):
    """What happened to a proposal: who, when, why, and each line's outcome.

    Rows are only added. The ORM refuses to change one and so does a trigger
    of the database.
    """

    _name = "asn.usulan.jejak"
    _inherit = "asn.penjaga.mixin"
    _description = "History of a Proposal (jejak usulan)"
    _order = "usulan_id, id"
    _ENGINE_ROWS = True

    usulan_id = fields.Many2one(
        "asn.usulan", "Proposal", required=True, index=True, ondelete="restrict"
    )
    tindakan = fields.Selection(
        [
            ("buat", "Draft made"),
            ("ajukan", "Submitted"),
            ("putuskan", "Decided"),
            ("batal", "Withdrawn"),
        ],
        "Act",
        required=True,
    )
    dari = fields.Char("From")
    ke = fields.Char("To")
    user_id = fields.Many2one("res.users", "By", required=True, ondelete="restrict")
    nama = fields.Char("Name")
    kapasitas = fields.Selection(
        [
            ("mandiri", "The employee"),
            ("fasilitator", "Fasilitator"),
            ("bkpsdm", "BKPSDM"),
        ],
        "As",
    )
    waktu = fields.Datetime("Time", required=True)
    catatan = fields.Text("Note")
    rincian = fields.Json("Lines")

    def init(self):
        hanya_tambah(self.env.cr, "asn_usulan_jejak", self._table)

    def write(self, vals):  # pylint: disable=method-required-super
        raise AccessError(self.env._("History (jejak) is never changed or deleted."))

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise AccessError(self.env._("History (jejak) is never changed or deleted."))

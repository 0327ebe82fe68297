from odoo import fields, models


class AsnReferensiMixin(models.AbstractModel):
    """A row of a national reference table.

    Every row says where it was read and how sure we are, so that a city can
    confirm the doubtful ones; a row that no longer applies is given an end
    date or archived and never deleted, because old decisions refer to it.
    """

    _name = "asn.referensi.mixin"
    _inherit = ["asn.tampilan.mixin", "asn.bawaan.mixin"]
    _description = "Reference Row"
    _tampilan_induk = "asn.referensi.mixin"
    _kolom_batas = "berlaku_mulai"

    name = fields.Char(required=True, index="trigram")
    kode = fields.Char("Code", required=True, index=True)
    active = fields.Boolean(default=True)
    berlaku_mulai = fields.Date("Valid From")
    berlaku_sampai = fields.Date("Valid Until")
    sumber = fields.Char("Legal Source")
    keyakinan = fields.Selection(
        [
            ("found", "Read in the regulation"),
            ("known", "Common practice"),
            ("unsure", "To be confirmed"),
        ],
        "Confidence",
        default="found",
        required=True,
    )

    def _berlaku(self, pada):
        """Return the rows that are in force on a date."""
        return self.filtered(
            lambda r: (
                (not r.berlaku_mulai or r.berlaku_mulai <= pada)
                and (not r.berlaku_sampai or r.berlaku_sampai >= pada)
            )
        )

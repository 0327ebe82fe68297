from odoo import fields, models
from odoo.addons.asn_audit.models.asn_permintaan_data import (
    AsnPermintaanData as Permintaan,
)


class AsnPermintaanData(models.Model):
    """A request may be for an application that reads through the API."""

    _inherit = "asn.permintaan.data"
    _ISI = Permintaan._ISI | {"konsumen_id"}

    konsumen_id = fields.Many2one(
        "asn.berbagi.konsumen",
        "Application (API)",
        index="btree_not_null",
        ondelete="restrict",
        groups="asn_base.group_admin_sistem,asn_base.group_kepala_badan",
        help="Set it when an application reads the data by itself. Its key works while"
        " this request is approved and in its period.",
    )

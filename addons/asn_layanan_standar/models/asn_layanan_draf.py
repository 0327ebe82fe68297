from odoo import fields, models


class AsnLayanan(models.Model):
    """Which services prepare a draft when the time to file comes."""

    _inherit = "asn.layanan"

    is_draf_otomatis = fields.Boolean(
        "Prepare Drafts When Due",
        help="The nightly forecast makes a draft for who may file from that day on,"
        " with what the histories and the archive know.",
    )

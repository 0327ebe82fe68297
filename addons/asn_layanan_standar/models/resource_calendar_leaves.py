from odoo import fields, models


class ResourceCalendarLeaves(models.Model):
    """An absence that a leave request wrote points back to it, and is written once."""

    _inherit = "resource.calendar.leaves"

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Leave Request", ondelete="restrict", readonly=True
    )

    _permohonan_uniq = models.UniqueIndex(
        "(permohonan_id) WHERE permohonan_id IS NOT NULL",
        "The absence of this request is already in the calendar.",
    )

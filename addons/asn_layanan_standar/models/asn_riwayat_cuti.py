from odoo import fields, models


class AsnRiwayatCuti(models.Model):
    """A leave in the history points to the request that granted it (PRO-17)."""

    _inherit = "asn.riwayat.cuti"

    permohonan_id = fields.Many2one(
        "asn.permohonan", "Request", index="btree_not_null", ondelete="restrict"
    )

    _permohonan_tahun_uniq = models.UniqueIndex(
        "(permohonan_id, tahun_saldo) WHERE permohonan_id IS NOT NULL AND status = 'sah'",
        "This leave is already in the history.",
    )

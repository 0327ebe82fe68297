from odoo import api, models
from odoo.tools import SQL


class AsnPembatas(models.AbstractModel):
    """The counts of every :class:`~odoo.addons.asn_base.pembatas.Pembatas`.

    A bare table, no model with rows: nobody reads it over RPC. Unlogged, since a
    count that a crash forgets harms nobody and a visit should cost next to nothing.
    """

    _name = "asn.pembatas"
    _description = "Counts of the limits by address"

    def init(self):
        self.env.cr.execute(
            SQL(
                """CREATE UNLOGGED TABLE IF NOT EXISTS asn_pembatas (
                       kunci varchar PRIMARY KEY,
                       waktu timestamptz[] NOT NULL,
                       sampai timestamptz NOT NULL)"""
            )
        )

    @api.autovacuum
    def _gc_pembatas(self):
        """Delete counts whose time is over."""
        self.env.cr.execute(
            SQL("DELETE FROM asn_pembatas WHERE sampai < statement_timestamp()")
        )

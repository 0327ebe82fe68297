from odoo import fields


class Penunjuk(fields.Many2one):
    """A pointer without foreign key: the trace outlives what it is about."""

    def update_db_foreign_key(self, model, column):
        """Leave the database without a constraint."""

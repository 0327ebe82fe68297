from odoo import fields


class Penunjuk(fields.Many2one):
    """A pointer without foreign key: the trace outlives what it is about."""

    def update_db_foreign_key(self, model, column):
        """Leave the database without a constraint."""

    def _yang_ada(self, env, ids):
        """Return those ids that still exist, as a set."""
        return set(env[self.comodel_name].browse(set(ids)).exists()._ids)

    def _lupakan(self, records):
        """Read pointers to what is gone as empty."""
        isi = self._get_cache(records.env)
        ada = self._yang_ada(records.env, filter(None, map(isi.get, records._ids)))
        for id_ in records._ids:
            if isi.get(id_) and isi[id_] not in ada:
                isi[id_] = None

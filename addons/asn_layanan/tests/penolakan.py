from contextlib import contextmanager

from odoo.exceptions import UserError


class Penolakan:
    """Refusals by a rule of a service: people read a sentence, programs the rule."""

    @contextmanager
    def ditolak_aturan(self, kode):
        """Expect a refusal by a rule; its sentence is for people and without the id."""
        with self.assertRaises(UserError) as tangkap, self.env.cr.savepoint():
            yield
        self.assertIn(kode, tangkap.exception.context["aturan"])
        self.assertNotIn(kode, str(tangkap.exception))

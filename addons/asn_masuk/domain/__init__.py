"""Rules of passwords, lock-outs and codes, without Odoo."""

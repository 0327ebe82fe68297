"""Start Odoo. A file of its own: the evented worker starts this file again."""

import sys

# This folder holds the project's tools and must not shadow anything in Odoo.
sys.path.pop(0)

import odoo.cli

odoo.cli.main()

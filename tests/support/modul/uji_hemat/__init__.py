"""Leave out what Odoo does before the tests of an addon and what few of them need.

Before the first test that speaks HTTP, Odoo compiles every bundle of assets of the
database. A test that opens a page in a browser makes the bundles it asks for; nobody
asks for the others. Loaded server-wide by ``tools/uji`` only.
"""

from odoo.addons.base.models.ir_qweb import IrQweb


def _pregenerate_assets_bundles(self):
    """Compile nothing beforehand."""
    return []


IrQweb._pregenerate_assets_bundles = _pregenerate_assets_bundles

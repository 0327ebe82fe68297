"""Leave out what Odoo does before the tests of an addon and what few of them need.

Before the first test that speaks HTTP, Odoo compiles every bundle of assets of the
database. A test that opens a page in a browser makes the bundles it asks for; nobody
asks for the others. The addon in ``ASN_UJI_ADDON`` is installed already, and its tests
of both positions run: no addon is above it. Loaded server-wide by ``tools/uji`` only.
"""

import os

from odoo.addons.base.models.ir_qweb import IrQweb
from odoo.tests import loader

from . import kantor, murni, singgahan


def _pregenerate_assets_bundles(self):
    """Compile nothing beforehand."""
    return []


IrQweb._pregenerate_assets_bundles = _pregenerate_assets_bundles

_make_suite = loader.make_suite


def make_suite(module_names, position="at_install"):
    """Return the tests of the addon asked for, once and whatever their position."""
    suite = _make_suite([], position)
    if position == "post_install":
        murni.pasang()
        for kind in ("at_install", position):
            suite.addTests(_make_suite([os.environ["ASN_UJI_ADDON"]], kind))
    return suite


loader.make_suite = make_suite
singgahan.pasang()
kantor.pasang()

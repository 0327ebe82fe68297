from odoo.addons.asn_base.tests.common import KontrakAddon
from odoo.addons.asn_masuk.tests.common import LonggarCommon
from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestContract(KontrakAddon, LonggarCommon, TransactionCase):
    """The promises every addon makes, for this one."""

    addon = "asn_terpadu"

from odoo.addons.asn_base.tests.common import AsnCommon, KontrakAddon
from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestContract(KontrakAddon, AsnCommon, TransactionCase):
    """The promises every addon makes, for this one."""

    addon = "asn_tata_kelola"

from odoo.addons.asn_base.tests.common import AsnCommon, KontrakAddon
from odoo.tests import TransactionCase


class TestContract(KontrakAddon, AsnCommon, TransactionCase):
    addon = "asn_pegawai"

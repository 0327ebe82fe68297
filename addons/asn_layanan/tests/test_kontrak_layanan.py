from odoo.tests import TransactionCase, tagged

from .common import KontrakLayanan, LayananCommon


@tagged("post_install", "-at_install")
class TestKontrakLayanan(KontrakLayanan, LayananCommon, TransactionCase):
    """The contract of services, kept by the throw-away service."""

    kode = "uji"
    BEREFEK = False

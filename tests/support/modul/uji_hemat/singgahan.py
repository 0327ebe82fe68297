"""What Odoo has looked up stays known from one test to the next.

Odoo forgets all of it after every test. Here a test that has cleared a cache, as
every change of what it holds does, leaves it as it was before the test; what no test
has cleared stays. This is what a server does when a transaction is rolled back.
"""

from unittest.mock import patch

from odoo.tests.common import HttpCase, TransactionCase

_TANDA = ("uji_hemat",)


def isi(registry):
    """Return what the caches of a registry hold, and mark them."""
    simpanan = []
    for lru in registry._Registry__caches.values():
        simpanan.append((lru, lru.snapshot))
        lru[_TANDA] = True
    return simpanan


def kembalikan(simpanan, semua=False):
    """Bring back the caches that have been cleared since, or all of them."""
    for lru, dahulu in simpanan:
        if semua or _TANDA not in lru:
            lru.clear()
            lru._values.update(dahulu)
            lru._ordering.update(dict.fromkeys(dahulu))


def pasang():
    """Let tests begin with the caches of their class."""
    asli = TransactionCase.setUp

    def setUp(self):
        if isinstance(self, HttpCase):
            return asli(self)
        simpanan = isi(self.registry)
        ganti = patch.object(
            self.registry, "clear_all_caches", lambda: kembalikan(simpanan)
        )
        with ganti:  # asli keeps the function for the end of the test
            return asli(self)

    TransactionCase.setUp = setUp

"""Limit how often something happens. Plain Python: no odoo import.

Counts live in the memory of one process: with several workers the limit is as
many times higher, and a restart forgets. That is enough against guessing, since
what is guarded cannot be guessed by numbers of this size anyway.
"""

import threading
import time
from collections import OrderedDict


class Pembatas:
    """At most ``batas`` events of one key within ``detik`` seconds."""

    def __init__(self, batas, detik, kunci_maks=10_000, jam=time.monotonic):
        self.batas = batas
        self.detik = detik
        self._kunci_maks = kunci_maks
        self._jam = jam
        self._catatan = OrderedDict()
        self._gembok = threading.Lock()

    def boleh(self, kunci):
        """Tell whether one more event is allowed; does not count it."""
        with self._gembok:
            return len(self._bersih(kunci)) < self.batas

    def catat(self, kunci):
        """Count one event."""
        with self._gembok:
            self._bersih(kunci).append(self._jam())
            self._catatan.move_to_end(kunci)
            while len(self._catatan) > self._kunci_maks:
                # An attacker with many addresses must not fill the memory.
                self._catatan.popitem(last=False)

    def coba(self, kunci):
        """Count one event when it is allowed, and tell whether it was."""
        with self._gembok:
            waktu = self._bersih(kunci)
            if len(waktu) >= self.batas:
                return False
            waktu.append(self._jam())
            self._catatan.move_to_end(kunci)
            while len(self._catatan) > self._kunci_maks:
                self._catatan.popitem(last=False)
            return True

    def lupakan(self, kunci=None):
        """Forget one key, or everything."""
        with self._gembok:
            if kunci is None:
                self._catatan.clear()
            else:
                self._catatan.pop(kunci, None)

    def _bersih(self, kunci):
        """Return the events of a key that still count."""
        waktu = self._catatan.setdefault(kunci, [])
        batas = self._jam() - self.detik
        while waktu and waktu[0] <= batas:
            waktu.pop(0)
        return waktu

"""API keys: their form, their check sum and what is kept of them. Plain Python.

``asn_<8 letters>_<43 letters>_<6 letters>``: the first part finds the key's row, the
second is 32 random bytes, the last a check sum, so that a key that leaked into a
file can be searched for and a mistyped one is told apart without the database.
"""

import hashlib
import hmac
import re
import secrets
import zlib

_HURUF = "abcdefghijkmnpqrstuvwxyz23456789"
_POLA = re.compile(r"asn_([a-z0-9]{8})_([A-Za-z0-9_-]{43})_([0-9a-f]{8})")


def _jumlah(awal):
    return f"{zlib.crc32(awal.encode()):08x}"


def buat():
    """Return a new key as ``(public code, whole key)``."""
    kode = "".join(secrets.choice(_HURUF) for _i in range(8))
    awal = f"asn_{kode}_{secrets.token_urlsafe(32)}"
    return kode, f"{awal}_{_jumlah(awal)}"


def kode(teks):
    """Return the public code of a well-formed key, else ``None``."""
    cocok = _POLA.fullmatch(teks or "")
    if not cocok or _jumlah(teks.rpartition("_")[0]) != cocok.group(3):
        return None
    return cocok.group(1)


def sidik(teks, rahasia):
    """Return the keyed hash that is stored instead of the key.

    The key has 256 random bits, so a fast hash is enough.
    """
    return hmac.new(rahasia.encode(), teks.encode(), hashlib.sha256).hexdigest()


def cocok(teks, rahasia, tersimpan):
    """Tell whether a key belongs to a stored hash, in constant time."""
    return hmac.compare_digest(sidik(teks, rahasia), tersimpan or "")

"""Cursors of pages: opaque, signed, bound to consumer and filters. Plain Python."""

import base64
import binascii
import hashlib
import hmac
import json

#: Life of a page cursor in seconds.
UMUR = 24 * 3600


class KursorSalah(Exception):
    """A cursor that this server did not give to this consumer for this question."""


class KursorUsang(Exception):
    """A cursor that was good once; the consumer starts again."""


def _tanda(isi, rahasia):
    return hmac.new(rahasia.encode(), isi, hashlib.sha256).digest()[:12]


def buat(posisi, ikatan, rahasia, kini):
    """Return a cursor.

    :param posisi: list of JSON values that say where to go on
    :param ikatan: text that must be the same when the cursor comes back
    :param kini: seconds since the epoch
    """
    isi = json.dumps([posisi, ikatan, int(kini)], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_tanda(isi, rahasia) + isi).decode().rstrip("=")


def baca(teks, ikatan, rahasia, kini, umur=UMUR):
    """Return the position of a cursor.

    :param umur: seconds after which it is stale, or ``None``
    :raises KursorSalah: forged, of another consumer or of other filters
    :raises KursorUsang: too old
    """
    try:
        mentah = base64.urlsafe_b64decode(teks + "=" * (-len(teks) % 4))
    except (binascii.Error, ValueError):
        raise KursorSalah from None
    tanda, isi = mentah[:12], mentah[12:]
    if not hmac.compare_digest(tanda, _tanda(isi, rahasia)):
        raise KursorSalah
    posisi, asal, dibuat = json.loads(isi)
    if asal != ikatan:
        raise KursorSalah
    if umur is not None and kini - dibuat > umur:
        raise KursorUsang
    return posisi

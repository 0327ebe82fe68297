"""Print a line for odoo.conf: a master password that nobody knows.

With ``list_db = False`` nothing asks for it; what stands there must only not be
``admin``, which is Odoo's own.
"""

import secrets

from passlib.context import CryptContext

_ATURAN = CryptContext(["pbkdf2_sha512"], pbkdf2_sha512__rounds=600_000)

print("admin_passwd =", _ATURAN.hash(secrets.token_urlsafe(32)))

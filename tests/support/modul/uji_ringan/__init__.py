"""Leave out what costs each server of the tests seconds and what no test of it looks at.

A sign-in hashes the password 600,000 times, on purpose; here once. How passwords are kept
is proved by the tests of ``asn_masuk``, without this module. And every server read the
terms of all addons from the same files; they are read once and kept beside the files of
the databases.
"""

import hashlib
import json
import os
from pathlib import Path

from odoo.addons.base.models.res_users import CryptContext, ResUsers
from odoo.tools import config
from odoo.tools.misc import file_path
from odoo.tools.translate import CodeTranslations, get_po_paths

_SANDI = CryptContext(["pbkdf2_sha512", "plaintext"], pbkdf2_sha512__rounds=1)
_baca = CodeTranslations._get_code_translations


def _crypt_context(self):
    return _SANDI


def _istilah(module_name, lang, filter_func):
    """Return the terms of an addon from what an earlier server has kept."""
    tanda = [module_name, lang, filter_func.__qualname__]
    for po in get_po_paths(module_name, lang):
        tanda += [po, os.stat(file_path(po)).st_mtime_ns]
    kunci = hashlib.sha256(json.dumps(tanda).encode()).hexdigest()
    simpan = Path(config["data_dir"], "istilah", f"{kunci}.json")
    if not simpan.exists():
        simpan.parent.mkdir(exist_ok=True)
        baru = simpan.with_suffix(f".{os.getpid()}")
        baru.write_text(json.dumps(_baca(module_name, lang, filter_func)))
        baru.rename(simpan)
    return json.loads(simpan.read_text())


ResUsers._crypt_context = _crypt_context
CodeTranslations._get_code_translations = staticmethod(_istilah)

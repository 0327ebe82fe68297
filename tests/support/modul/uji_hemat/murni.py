"""Long work whose result follows from its input alone is done once in a run.

The layout of a letter ("the same input and identifier give the same bytes"), the look
at a file that is filed and the opening of a file of keys. Tokens of letters are counted from the beginning of each
test, so that the same letter of two tests is the same document. The tests of
``asn_surat`` and those below it prove all that and get nothing of this.
"""

import base64
import hashlib
import os
import sys
from functools import wraps
from types import SimpleNamespace

from odoo.tests.common import TransactionCase

_urut = 0
_TANPA = ("asn_base", "asn_pegawai", "asn_arsip", "asn_surat")


def mulai(urutan):
    """Count tokens from here."""
    global _urut
    _urut = urutan


def urutan():
    """Return how many tokens there have been."""
    return _urut


def _token(_panjang=24):
    mulai(_urut + 1)
    sari = hashlib.sha256(str(_urut).encode()).digest()
    return base64.urlsafe_b64encode(sari[:24]).decode()


def _sekali(fungsi, berlaku=lambda pilihan: True):
    """Return a function that works once for the same arguments."""
    hasil = {}

    @wraps(fungsi)
    def panggil(*posisi, **pilihan):
        if not berlaku(pilihan):
            return fungsi(*posisi, **pilihan)
        kunci = (posisi, tuple(sorted(pilihan.items())))
        if kunci not in hasil:
            hasil[kunci] = fungsi(*posisi, **pilihan)
        return hasil[kunci]

    return panggil


def pasang():
    """Replace the functions, now that the addons are loaded."""
    surat = "odoo.addons.asn_surat"
    if f"{surat}.domain.pdf" not in sys.modules:
        return
    if os.environ["ASN_UJI_ADDON"] in _TANPA:
        return
    pdf, kunci, model = (
        sys.modules[f"{surat}.{nama}"]
        for nama in ("domain.pdf", "domain.tanda_tangan", "models.asn_surat")
    )
    berkas = sys.modules["odoo.addons.asn_arsip.domain.berkas"]
    berkas._periksa_pdf = _sekali(berkas._periksa_pdf)
    pdf.cetak = _sekali(pdf.cetak, lambda pilihan: pilihan.get("pengenal"))
    kunci._urai = _sekali(kunci._urai)
    model.secrets = SimpleNamespace(token_urlsafe=_token)
    asli = TransactionCase.setUp

    def setUp(self):
        kelas = type(self)
        if "_token_awal" not in vars(kelas):
            kelas._token_awal = _urut
        mulai(kelas._token_awal)
        return asli(self)

    TransactionCase.setUp = setUp

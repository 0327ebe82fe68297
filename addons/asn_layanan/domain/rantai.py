"""Hash chain over the decisions of one request; no Odoo here."""

import hashlib
import json

AWAL = "0" * 64


def hitung(sebelum, isi):
    """Return the hash (hex) of one link.

    :param sebelum: hash of the link before, ``AWAL`` for the first
    :param isi: dict of plain values; order of the keys does not matter
    """
    teks = json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{sebelum}\n{teks}".encode()).hexdigest()


def periksa(mata_rantai):
    """Return the positions of broken links.

    :param mata_rantai: list of ``(sebelum, hash, isi)`` in the order written
    """
    rusak = []
    harapan = AWAL
    for nomor, (sebelum, nilai, isi) in enumerate(mata_rantai):
        if sebelum != harapan or nilai != hitung(sebelum, isi):
            rusak.append(nomor)
        harapan = nilai
    return rusak

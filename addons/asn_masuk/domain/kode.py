"""Recovery codes: written down on paper, used once."""

import secrets

#: Without 0, 1, I, L, O, U: they are misread on paper.
_HURUF = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
JUMLAH = 10
_PANJANG = 10


def buat(jumlah=JUMLAH):
    """Return new codes such as ``7QK4M-9TXEB``: 49 bits each."""
    return [
        "-".join(
            "".join(secrets.choice(_HURUF) for _ in range(_PANJANG // 2))
            for _bagian in range(2)
        )
        for _ in range(jumlah)
    ]


def rapikan(ketikan):
    """Return a typed code as it was made, or "" when it cannot be one."""
    kode = "".join(h for h in (ketikan or "").upper() if h.isalnum())
    if len(kode) != _PANJANG or set(kode) - set(_HURUF):
        return ""
    return f"{kode[:5]}-{kode[5:]}"

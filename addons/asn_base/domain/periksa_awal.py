"""Is this server set up safely? Facts against the rules of ``config/required.toml``.

Plain Python: facts are texts by name, a rule allows some values of one of them. What
is wrong is said in the rule itself, so that an operator reads it where she mends it.
"""

import re
from pathlib import Path

LAPTOP = "laptop"
PRODUKSI = "prod"
#: Profiles that answer other people.
MELAYANI = ("staging", PRODUKSI)
_SETEMPAT = ("127.0.0.1", "::1", "localhost")
_RAHASIA = ("db_password", "smtp_password", "admin_passwd")


def profil(diminta, antarmuka, proxy):
    """Return the profile whose rules hold for this server.

    Whoever can be reached by others is production, whatever it calls itself: only a
    server that answers this machine alone, without a proxy, may be a laptop.

    :param diminta: ``profil`` of the section ``[asn]`` of the configuration, or None
    """
    if diminta in MELAYANI:
        return diminta
    tertutup = antarmuka in _SETEMPAT and not proxy
    return LAPTOP if tertutup else PRODUKSI


def temuan(aturan, fakta, nama_profil):
    """Return what is not safe, as texts for a person; nothing when all is well.

    :param aturan: rules (``[[mulai]]`` of required.toml): ``kunci``, ``pesan``,
        ``perbaikan`` and one of ``nilai`` (allowed), ``bukan`` (refused), ``pola``
        (regular expression); ``profil`` when not for all that serve
    :param dict fakta: texts by key; a missing one is the empty text
    """
    hasil = []
    for satu in aturan:
        if nama_profil not in satu.get("profil", MELAYANI):
            continue
        nilai = fakta.get(satu["kunci"], "")
        if not _sesuai(satu, nilai):
            hasil.append(
                f"{satu['kunci']} = {nilai or '(kosong)'}: {satu['pesan']}. "
                f"Perbaikan: {satu['perbaikan']}."
            )
    return hasil


def _sesuai(aturan, nilai):
    if "nilai" in aturan:
        return nilai in aturan["nilai"]
    if "bukan" in aturan:
        return nilai not in aturan["bukan"]
    return re.fullmatch(aturan["pola"], nilai) is not None


def teks(nilai):
    """Return a setting as the rules compare it."""
    if isinstance(nilai, list | tuple | set | frozenset):
        return ",".join(str(satu) for satu in nilai)
    return "" if nilai is None else str(nilai)


def sandi_induk(tersimpan, verifikasi, kenal):
    """Return what the master password is: ``tertutup, bawaan, polos`` or ``hash``.

    :param verifikasi: tells whether a password fits what is stored
    :param kenal: tells whether what is stored is a hash
    """
    if not tersimpan:
        return "tertutup"
    if not kenal(tersimpan):
        return "bawaan" if tersimpan == "admin" else "polos"
    return "bawaan" if verifikasi("admin") else "hash"


def hak_berkas(jalur, boleh):
    """Return ``aman``, or the mode of a path that gives more than ``boleh``.

    :param int boleh: bits that others may have, e.g. 0o750
    """
    try:
        hak = Path(jalur).stat().st_mode & 0o777
    except OSError:
        return "tidak ada"
    return "aman" if not hak & ~boleh else oct(hak)[2:]


def berkas_rahasia(jalur, isi):
    """Return ``aman`` unless a file with secrets can be read by others.

    :param dict isi: its settings
    """
    if not any(isi.get(nama) for nama in _RAHASIA):
        return "aman"
    return hak_berkas(jalur, 0o700)


def basis_data(host, sslmode):
    """Return ``aman`` unless the database's data cross a network unprotected."""
    setempat = not host or host.startswith("/") or host in _SETEMPAT
    return (
        "aman"
        if setempat or sslmode in ("require", "verify-ca", "verify-full")
        else (f"{host} {sslmode}")
    )

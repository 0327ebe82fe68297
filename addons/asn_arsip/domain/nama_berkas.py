"""What the name of a file says about it: ``KODE_NIP_TANGGAL.pdf`` and the like.

People write ``SK CPNS 19850317 201001 2 003 (1).pdf`` where the archive itself
writes ``SK_CPNS_198503172010012003_2010-01-02.pdf``. Both are understood; what
is not understood stays empty and is asked on the screen of review.
"""

import re
from dataclasses import dataclass
from datetime import date

_NIP = re.compile(r"(?<!\d)(\d{8})[ ._-]?(\d{6})[ ._-]?(\d)[ ._-]?(\d{3})(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})[-._ ]?(\d{2})[-._ ]?(\d{2})(?!\d)")
_INDONESIA = re.compile(r"(?<!\d)(\d{1,2})[-._ ](\d{1,2})[-._ ]((?:19|20)\d{2})(?!\d)")
#: What people and systems write instead of our codes.
_SETARA = {
    "SKCPNS": "SK_CPNS",
    "SKPNS": "SK_PNS",
    "SKPPPK": "SK_PPPK",
    "SK_KENAIKAN_PANGKAT": "SK_PANGKAT",
    "SKKP": "SK_PANGKAT",
    "KGB": "SK_KGB",
    "SKKGB": "SK_KGB",
    "KARTU_KELUARGA": "KK",
    "KARTU_PEGAWAI": "KARPEG",
    "BUKU_NIKAH": "AKTA_NIKAH",
    "AKTE_NIKAH": "AKTA_NIKAH",
    "AKTE_ANAK": "AKTA_ANAK",
    "AKTE_CERAI": "AKTA_CERAI",
    "AKTA_LAHIR_ANAK": "AKTA_ANAK",
    "IJASAH": "IJAZAH",
    "SKP": "DOK_KINERJA",
    "SERTIFIKAT": "SERTIFIKAT_DIKLAT",
    "E_KTP": "KTP",
}


@dataclass(frozen=True)
class NamaBerkas:
    """What was found in a name; empty where nothing was."""

    nip: str = ""
    kode: str = ""
    tanggal: date | None = None


def kenali(nama, kode_dikenal):
    """Return NIP, code of the kind and date named by a file.

    :param str nama: name with or without folder and extension
    :param kode_dikenal: the codes that exist
    :return: :class:`NamaBerkas`
    """
    # A name of a megabyte is no name; patterns then have little to chew on.
    pokok = re.split(r"[\\/]", nama or "")[-1][:200]
    if "." in pokok:
        pokok = pokok.rpartition(".")[0]
    nip, pokok = _ambil_nip(pokok)
    tanggal, pokok = _ambil_tanggal(pokok)
    return NamaBerkas(nip, _kode(pokok, kode_dikenal), tanggal)


def _ambil_nip(pokok):
    cocok = _NIP.search(pokok)
    if not cocok:
        return "", pokok
    return "".join(cocok.groups()), pokok[: cocok.start()] + "_" + pokok[cocok.end() :]


def _ambil_tanggal(pokok):
    for pola, urutan in ((_ISO, (0, 1, 2)), (_INDONESIA, (2, 1, 0))):
        for cocok in pola.finditer(pokok):
            bagian = [int(x) for x in cocok.groups()]
            try:
                tanggal = date(*(bagian[i] for i in urutan))
            except ValueError:
                continue
            return tanggal, pokok[: cocok.start()] + "_" + pokok[cocok.end() :]
    return None, pokok


def _kode(pokok, kode_dikenal):
    """Return the longest code whose words stand together in the name."""
    kata = [k for k in re.split(r"[^A-Z0-9]+", pokok.upper()) if k]
    for panjang in range(min(5, len(kata)), 0, -1):
        for awal in range(len(kata) - panjang + 1):
            calon = "_".join(kata[awal : awal + panjang])
            calon = calon if calon in kode_dikenal else _SETARA.get(calon, "")
            if calon in kode_dikenal:
                return calon
    return ""

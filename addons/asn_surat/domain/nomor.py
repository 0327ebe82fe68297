"""Numbers of letters: pattern to text. Plain Python: no odoo import."""

import re

from .bentuk import ROMAWI

#: What a pattern may contain, with what it becomes.
UNSUR = {
    "klasifikasi": "archive classification (Permendagri 83/2022)",
    "nomor": "running number of register and year",
    "tahun": "year, four digits",
    "bulan": "month, two digits",
    "bulan_romawi": "month in Roman numerals",
    "unit": "abbreviation of the issuing unit",
}
_UNSUR = re.compile(r"\{([^{}]*)\}")
_NOMOR = re.compile(r"nomor(?::0?([1-6]))?")


def periksa_pola(pola):
    """Return the unknown parts of a pattern; ``nomor`` and ``tahun`` must be there.

    :return: list of parts that are unknown, missing or unbalanced
    """
    salah = []
    ada = set()
    for unsur in _UNSUR.findall(pola or ""):
        dasar = "nomor" if _NOMOR.fullmatch(unsur) else unsur
        if dasar in UNSUR:
            ada.add(dasar)
        else:
            salah.append(unsur)
    salah += sorted({"nomor", "tahun"} - ada)
    sisa = _UNSUR.sub("", pola or "")
    if "{" in sisa or "}" in sisa:
        salah.append("{}")
    return salah


def susun(pola, nomor, tanggal, klasifikasi="", unit=""):
    """Return the number of a letter.

    :param str pola: as ``{klasifikasi}/{nomor:3}/BKPSDM/{tahun}``
    :param int nomor: running number; ``{nomor:3}`` pads it to three digits
    :param date tanggal: date of the letter
    """

    def ganti(cocok):
        unsur = cocok[1]
        urut = _NOMOR.fullmatch(unsur)
        if urut:
            return str(nomor).zfill(int(urut[1] or 1))
        return {
            "klasifikasi": klasifikasi or "",
            "tahun": f"{tanggal.year:04d}",
            "bulan": f"{tanggal.month:02d}",
            "bulan_romawi": ROMAWI[tanggal.month - 1],
            "unit": unit or "",
        }[unsur]

    # What is empty, as an office without an abbreviation, goes with its slash.
    return "/".join(bagian for bagian in _UNSUR.sub(ganti, pola).split("/") if bagian)

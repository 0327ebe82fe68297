"""Names and academic titles."""

# Short forms that are part of a name and no title: Moh. Ali, St. Aminah.
_SINGKATAN_NAMA = frozenset(
    "moh. muh. mhd. mohd. ach. abd. tb. st. rd. rr. sy. nur. gst.".split()
)


def _rapi(teks):
    return " ".join(str(teks or "").split()).strip(", ")


def lengkap(depan, nama, belakang):
    """Return the name with titles: ``Dr. Budi Santoso, S.E., M.M.``.

    Titles before the name are separated by a blank, those after it by a comma.
    """
    utama = " ".join(x for x in (_rapi(depan), _rapi(nama)) if x)
    return ", ".join(x for x in (utama, _rapi(belakang)) if x)


def rapikan(nama):
    """Return a name with single blanks and without blanks at the ends."""
    return " ".join(str(nama or "").split())


def problems(nama):
    """Return what is wrong with a bare name: PRF-NAMA-01.

    One-word names are legal. Titles show by a comma or by a dot behind a word
    of more than one letter; ``M. Yusuf`` is a name.

    :return: list of ``(rule id, 'E' or 'W', key)``
    """
    bersih = rapikan(nama)
    if not bersih:
        return [("PRF-NAMA-01", "E", "nama_kosong")]
    if any(c.isdigit() for c in bersih):
        return [("PRF-NAMA-01", "E", "nama_angka")]
    gelar = "," in bersih or any(
        kata.endswith(".") and len(kata) > 2 and kata.lower() not in _SINGKATAN_NAMA
        for kata in bersih.split()
    )
    return [("PRF-NAMA-01", "E", "nama_gelar")] if gelar else []

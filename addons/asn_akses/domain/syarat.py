"""The requirements of Pasal 6-9 Perwali 40/2025, looked up in facts. No Odoo in here."""

#: Who is in the service: classes of the legal position (kedudukan hukum).
_DALAM_DINAS = ("aktif", "aktif_khusus")


def aktif(fakta, _syarat):
    """Tell whether the person is in active service."""
    return fakta.get("ada") and fakta.get("kelas") in (None, *_DALAM_DINAS)


def pns(fakta, _syarat):
    """Tell whether the person is a PNS; a CPNS or PPPK is none."""
    return fakta.get("status") == "pns"


def jabatan(fakta, syarat):
    """Tell whether the post is of one of the kinds that are asked for."""
    return fakta.get("jenis_jabatan") in syarat["jenis_jabatan"]


def pendidikan(fakta, syarat):
    """Tell whether the last education is at least the one that is asked for."""
    return (fakta.get("pendidikan") or 0) >= syarat["pendidikan"]


def unit(fakta, _syarat):
    """Tell whether the person works in every unit that is granted, or below it."""
    leluhur = set(fakta.get("leluhur_unit") or ())
    diberi = set(fakta.get("unit_diberi") or ())
    return bool(diberi & leluhur)


def layanan(fakta, _syarat):
    """Tell whether at least one service is granted."""
    return bool(fakta.get("layanan_diberi"))


ATURAN = {
    "aktif": aktif,
    "pns": pns,
    "jabatan": jabatan,
    "pendidikan": pendidikan,
    "unit": unit,
    "layanan": layanan,
}


def nilai(cara, aturan, fakta, syarat, dinyatakan=False):
    """Return how one requirement stands.

    :param cara: ``fakta`` (looked up) or ``pernyataan`` (stated by the proposer)
    :param aturan: key of ``ATURAN``, for a fact
    :param dict fakta: what the profile and the appointment say
    :param dict syarat: parameters of the requirement
    :param bool dinyatakan: whether the statement was made
    :return: ``lulus, gagal, perlu`` (to be stated) or ``dinyatakan``
    """
    if cara == "pernyataan":
        return "dinyatakan" if dinyatakan else "perlu"
    return "lulus" if ATURAN[aturan](fakta, syarat) else "gagal"

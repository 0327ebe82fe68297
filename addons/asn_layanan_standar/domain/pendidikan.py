"""Recording education and titles (basis pendidikan) as plain functions.

SE BKN 3/2025, SE BKN 15/2024; rules PDK-01 to PDK-08 of services dossier 11.
"""

AKADEMIK = "pencantuman_gelar_akademik"
PENINGKATAN = "peningkatan_pendidikan"
PROFESI = "gelar_profesi"


def jenjang(jenis, pilihan, pilihan_sekolah):
    """Return the code of ``asn.pendidikan`` that is applied for, or None."""
    if jenis == PROFESI:
        return "PROFESI"
    kode = pilihan_sekolah if jenis == PENINGKATAN else pilihan
    return kode.upper() if kode else None


def tambah_gelar(gelar, baru, di_depan=False):
    """Return the titles with a further one, once.

    Titles before the name follow one another with a blank, those after it with a
    comma; the new one comes last.
    """
    gelar, baru = (gelar or "").strip(), (baru or "").strip()
    if not baru or memuat(gelar, baru, di_depan):
        return gelar
    if not gelar:
        return baru
    return f"{baru} {gelar}" if di_depan else f"{gelar}, {baru}"


def buang_gelar(gelar, lama, di_depan=False):
    """Return the titles without one of them."""
    sisa = [g for g in _pecah(gelar, di_depan) if _inti(g) != _inti(lama)]
    return (" " if di_depan else ", ").join(sisa)


def memuat(gelar, satu, di_depan=False):
    """Tell whether a title is among those of a name, whatever its dots."""
    return _inti(satu) in {_inti(g) for g in _pecah(gelar, di_depan)}


def _pecah(gelar, di_depan):
    pisah = (gelar or "").split() if di_depan else (gelar or "").split(",")
    return [g.strip() for g in pisah if g.strip()]


def _inti(teks):
    return "".join(h for h in (teks or "").lower() if h.isalnum())


def periksa_izin(lulus, mulai, saat_asn, izin, tanpa_izin="manual"):
    """Return the answer to PDK-03: study before appointment, or with permission.

    :param lulus: day of graduation
    :param mulai: first day as a civil servant; None when not recorded
    :param saat_asn: the applicant says the study fell into the service
    :param izin: number of the permission or decree, may be empty
    :param tanpa_izin: answer without one; the agency decides ([unsure])
    """
    if mulai and lulus and lulus <= mulai:
        return "lulus"
    if not mulai or not saat_asn:
        return "manual"
    return "lulus" if izin else tanpa_izin


def periksa_golongan(tabel, kode, golongan, urutan, is_fungsional):
    """Return the answer to PDK-04: the grade already fits the level.

    :param tabel: ``{level: grade}`` of SE BKN 15/2024
    :param golongan: code of the present grade
    :param urutan: ``{grade: rank}``
    """
    perlu = tabel.get(kode)
    if is_fungsional or not perlu:
        return "lulus"
    if golongan not in urutan or perlu not in urutan:
        return "manual"
    return "lulus" if urutan[golongan] >= urutan[perlu] else "gagal"


def periksa_jenjang(baru, tercatat, is_tambahan):
    """Return the answer to PDK-05: not below the recorded level, unless additional.

    :param baru: order of the new level
    :param tercatat: order of the recorded one; 0 when there is none
    """
    return "lulus" if is_tambahan or baru >= tercatat else "gagal"

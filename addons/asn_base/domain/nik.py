"""Citizen number (NIK) and family card number: dossier profile 3.3 and 3.4."""

from typing import NamedTuple

from .teks import hanya_isi, is_angka

# Provinces with their codes of the Ministry of Home Affairs; 38 provinces.
PROVINSI = frozenset(
    [*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66)]
    + [*range(71, 77), 81, 82, *range(91, 97)]
)


class Nik(NamedTuple):
    """The parts of a citizen number; the year has only two digits."""

    wilayah: str
    hari: int
    bulan: int
    tahun: int
    jenis_kelamin: str
    urut: int


def normalize(nik):
    """Return the number without blanks and separators."""
    return hanya_isi(nik)


def parse(nik):
    """Return the parts of the number.

    :raise ValueError: with the key of ``problems`` as its text
    """
    n = normalize(nik)
    if not is_angka(n, 16):
        raise ValueError("nik_panjang")
    hari = int(n[6:8])
    perempuan = hari > 40
    return Nik(
        n[:6],
        hari - 40 if perempuan else hari,
        int(n[8:10]),
        int(n[10:12]),
        "P" if perempuan else "L",
        int(n[12:]),
    )


def problems(nik, tanggal_lahir=None, jenis_kelamin=None):
    """Return what is wrong with a number and beside the person's other data.

    Birth date and sex only warn: the number never changes, even when the
    recorded birth date was corrected later.

    :return: list of ``(rule id, 'E' or 'W', key)``, empty when all is well
    """
    try:
        bagian = parse(nik)
    except ValueError:
        return [("PRF-NIK-01", "E", "nik_panjang")]
    hasil = []
    if bagian.urut == 0:
        hasil.append(("PRF-NIK-01", "E", "nik_urut_nol"))
    if not (1 <= bagian.hari <= 31 and 1 <= bagian.bulan <= 12):
        hasil.append(("PRF-NIK-02", "W", "nik_tanggal_tidak_nyata"))
    elif tanggal_lahir:
        lahir = (tanggal_lahir.day, tanggal_lahir.month, tanggal_lahir.year % 100)
        if lahir != (bagian.hari, bagian.bulan, bagian.tahun):
            hasil.append(("PRF-NIK-03", "W", "nik_beda_tanggal_lahir"))
    if jenis_kelamin and jenis_kelamin != bagian.jenis_kelamin:
        hasil.append(("PRF-NIK-03", "W", "nik_beda_jenis_kelamin"))
    if int(bagian.wilayah[:2]) not in PROVINSI:
        hasil.append(("PRF-NIK-04", "W", "nik_provinsi"))
    return hasil


def problems_kk(no_kk):
    """Return what is wrong with a family card number: PRF-KK-01."""
    if is_angka(normalize(no_kk), 16):
        return []
    return [("PRF-KK-01", "E", "kk_panjang")]
